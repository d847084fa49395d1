/// The formats that records can be exported to.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// PLOVER 2.0 records as JSON Lines.
  case plover
  /// POLECAT's 40 columns, tab-separated, with a header.
  case polecat
  /// The 61 columns of GDELT 2.0 events, tab-separated, without a header, as GDELT itself writes them.
  case gdelt
  /// Our own flat table: one event a row, everything that a row can hold.
  case csv
}

/// Writes records in one of the formats.
public struct Exporter: Sendable {
  /// What was written, and what was left out.
  public struct Tally: Equatable, Sendable {
    /// Events that were written.
    public var written = 0
    /// Future, hypothetical and denied events, which a format without status cannot hold.
    public var leftOut = 0
    /// Nothing yet.
    public init() {}
  }

  private let format: ExportFormat
  private let codes: ForeignCodes

  private let hasStanding: Bool

  /// Makes an exporter.
  ///
  /// - Parameters:
  ///   - codes: Needed for GDELT only.
  ///   - hasStanding: Whether our own table gets the columns that only a ledger can fill.
  public init(format: ExportFormat, codes: ForeignCodes, hasStanding: Bool = false) {
    self.format = format
    self.codes = codes
    self.hasStanding = hasStanding
  }

  /// What stands before the first record: the header, or "".
  public var header: String {
    switch format {
    case .plover, .gdelt: ""
    case .polecat: Table(columns: PolecatColumns.names).tabbed(withHeader: true)
    case .csv: Table(columns: columns).csv()
    }
  }

  /// The rows of one record; "" where it has no event.
  ///
  /// - Parameter standing: What a ledger knows of its events, by their ids.
  public func rows(of record: StoredRecord, standing: [String: EventStanding] = [:], tally: inout Tally)
    -> String
  {
    let all = CodedEvent.events(of: record)
    let kept = keepsStatus ? all : all.filter(\.isAsserted)
    tally.written += kept.count
    tally.leftOut += all.count - kept.count
    switch format {
    case .plover: return kept.map { PloverLine.write($0) + "\n" }.joined()
    case .polecat: return body(PolecatColumns.names, kept.map(PolecatColumns.row)).tabbed(withHeader: false)
    case .gdelt:
      return body(GdeltColumns.names, kept.flatMap { GdeltColumns(codes: codes).rows($0) }).tabbed(
        withHeader: false)
    case .csv:
      let csv = body(columns, kept.map { EventColumns.row($0) + extra(standing[$0.event.id]) }).csv()
      // Without the header, which has a line break.
      return String(csv[csv.index(after: csv.firstIndex(of: "\n")!)...])
    }
  }

  private var columns: [String] { EventColumns.names + (hasStanding ? EventStanding.names : []) }

  private func extra(_ standing: EventStanding?) -> [String] {
    hasStanding ? standing?.row ?? Array(repeating: "", count: EventStanding.names.count) : []
  }

  private var keepsStatus: Bool { format == .plover || format == .csv }

  private func body(_ columns: [String], _ rows: [[String]]) -> Table {
    var table = Table(columns: columns)
    rows.forEach { table.append($0) }
    return table
  }
}
