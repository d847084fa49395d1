import Foundation

/// What a filled coding sheet says: the share of right codings for each judgement, and of right types for each type.
public struct Assessment: Equatable, Sendable {
  /// What is wrong with a sheet, and in which line.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The sheet's file.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// What is wrong.
    public let reason: String
    /// Makes a fault.
    public init(file: String, line: Int, reason: String) {
      self.file = file
      self.line = line
      self.reason = reason
    }
    /// `file:line: what is wrong`.
    public var description: String { "\(file):\(line): \(reason)" }
  }

  /// For each judgement with an answer: its share, in the order of the sheet.
  public let judgements: [(name: String, share: Share)]
  /// For each type: how many of its events are events of that type (event_ok and type_ok).
  public let types: [(type: String, share: Share)]
  /// Rows without any judgement.
  public let blank: Int

  /// Whether both say the same.
  public static func == (a: Assessment, b: Assessment) -> Bool { a.report == b.report }

  /// Reads a filled sheet.
  ///
  /// - Throws: `Fault` for an answer that is neither yes, no nor empty, and for a sheet without the columns.
  public init(sheet text: String, file: String) throws(Fault) {
    let rows: [(line: Int, cells: [String])]
    do { rows = try CSVText.rows(text) } catch {
      throw Fault(file: file, line: error.line, reason: "a quotation mark opens here and never closes")
    }
    guard let header = rows.first else { throw Fault(file: file, line: 1, reason: "the sheet is empty") }
    let columns = try Assessment.columns(header.cells, file: file)
    var marks = [String: (yes: Int, all: Int)]()
    var kinds = [String: (yes: Int, all: Int)]()
    var blank = 0
    for row in rows.dropFirst() {
      let answers = try Assessment.answers(row, columns, file: file)
      if answers.isEmpty { blank += 1 }
      for (name, isRight) in answers { Assessment.count(isRight, in: &marks[name, default: (0, 0)]) }
      guard let isEvent = answers["event_ok"] ?? answers["type_ok"] else { continue }
      let isRight = isEvent && answers["type_ok"] ?? true
      Assessment.count(isRight, in: &kinds[row.cells[columns.type], default: (0, 0)])
    }
    judgements = CodingSheet.judgements.compactMap { name in
      marks[name].map { (name, Share(hits: $0.yes, of: $0.all)) }
    }
    types = kinds.sorted { $0.key < $1.key }.map { ($0.key, Share(hits: $0.value.yes, of: $0.value.all)) }
    self.blank = blank
  }

  private struct Columns {
    let type: Int
    let judgements: [(name: String, index: Int)]
  }

  private static func columns(_ header: [String], file: String) throws(Fault) -> Columns {
    guard let type = header.firstIndex(of: "type") else {
      throw Fault(file: file, line: 1, reason: "the sheet has no column 'type'")
    }
    let found = CodingSheet.judgements.compactMap { name in header.firstIndex(of: name).map { (name, $0) } }
    guard found.contains(where: { $0.0 == "event_ok" || $0.0 == "type_ok" }) else {
      throw Fault(file: file, line: 1, reason: "the sheet has neither a column 'event_ok' nor 'type_ok'")
    }
    return Columns(type: type, judgements: found.map { (name: $0.0, index: $0.1) })
  }

  private static func answers(
    _ row: (line: Int, cells: [String]), _ columns: Columns, file: String
  ) throws(Fault) -> [String: Bool] {
    guard row.cells.count > columns.type else {
      throw Fault(file: file, line: row.line, reason: "\(row.cells.count) cells, fewer than the header")
    }
    var found: [String: Bool] = [:]
    for (name, index) in columns.judgements where index < row.cells.count {
      let cell = row.cells[index].trimmingCharacters(in: .whitespaces).lowercased()
      switch cell {
      case "": break
      case "y", "yes", "1", "true", "right": found[name] = true
      case "n", "no", "0", "false", "wrong": found[name] = false
      default:
        throw Fault(
          file: file, line: row.line, reason: "'\(row.cells[index])' in '\(name)'; write y, n or nothing")
      }
    }
    return found
  }

  private static func count(_ isRight: Bool, in tally: inout (yes: Int, all: Int)) {
    tally.all += 1
    if isRight { tally.yes += 1 }
  }

  /// A table to print: every share with its n and its interval.
  public var report: String {
    var lines = ["precision by type (an event, and of that type), 95 % Wilson intervals"]
    lines += types.map { Assessment.line($0.type, $0.share) }
    let all = types.reduce(into: (0, 0)) { $0 = ($0.0 + $1.share.hits, $0.1 + $1.share.total) }
    lines.append(Assessment.line("all types", Share(hits: all.0, of: all.1)))
    lines += ["", "right, of those that were judged"]
    lines += judgements.map { Assessment.line($0.name, $0.share) }
    if blank > 0 { lines += ["", "\(blank) rows are not judged yet"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ name: String, _ share: Share) -> String {
    let padded = name.padding(toLength: 14, withPad: " ", startingAt: 0)
    guard let value = share.value, let interval = share.interval else { return "\(padded)    –" }
    return padded
      + String(
        format: "%4d of %4d  %5.1f %%  [%.1f, %.1f]", share.hits, share.total, 100 * value,
        100 * interval.low,
        100 * interval.high)
  }
}
