public import RapporteurCore

/// Hands out the reports of one input, one at a time; what can't be read comes out as an error in its place.
public struct ReportReader {
  /// What messages call the input.
  public let source: String
  /// The format, as given or as told from the content.
  public let format: InputFormat
  private let facts: ReportFacts
  private var lines: LineReader
  private var isDone = false
  private var foundAny = false

  /// Opens an input; `format` nil means that it is told from the content.
  ///
  /// - Throws: `IngestError` where the input can't be opened at all.
  public init(_ input: InputFile, format: InputFormat?, facts: ReportFacts) throws(IngestError) {
    source = input.name
    self.facts = facts
    lines = LineReader(try input.open(), source: input.name)
    if let format { self.format = format } else { self.format = InputFormat(sniffing: try lines.peek()) }
  }

  /// The next report, or what was wrong with it; nil at the end.
  public mutating func next() -> Result<Report, IngestError>? {
    if isDone { return nil }
    do throws(IngestError) {
      return try nextReport().map(Result.success)
    } catch {
      if format != .jsonl { isDone = true }
      return .failure(error)
    }
  }

  /// All that is left of the input, as text.
  ///
  /// - Throws: `.tooLarge` where it is more than `limit` bytes, `.binary`, `.invalidUTF8`, `.empty`.
  public mutating func text(limit: Int) throws(IngestError) -> String {
    isDone = true
    let text = try TextDecoding.text(of: lines.rest(limit: limit), source: source)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw IngestError(source: source, reason: .empty) }
    return text
  }

  private mutating func nextReport() throws(IngestError) -> Report? {
    switch format {
    case .jsonl: return try nextLine()
    case .text:
      return try Report(plainText: text(limit: InputFile.reportLimit), source: source, facts: facts)
    case .html, .conllu:
      isDone = true
      throw IngestError(source: source, reason: .unsupported(format.rawValue))
    }
  }

  private mutating func nextLine() throws(IngestError) -> Report? {
    do throws(IngestError) {
      while let line = try lines.next() {
        if !line.contains(where: { $0 > 0x20 }) { continue }
        foundAny = true
        return try Report(jsonLine: line, source: source, line: lines.line, facts: facts)
      }
    } catch {
      if case .unreadable = error.reason { isDone = true }
      if case .tooLarge = error.reason, error.line == lines.line + 1 { isDone = true }
      throw error
    }
    isDone = true
    if !foundAny { throw IngestError(source: source, reason: .empty) }
    return nil
  }
}
