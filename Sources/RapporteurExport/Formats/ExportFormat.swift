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

  /// Makes an exporter; `codes` are needed for GDELT only.
  public init(format: ExportFormat, codes: ForeignCodes) {
    self.format = format
    self.codes = codes
  }

  /// What stands before the first record: the header, or "".
  public var header: String {
    switch format {
    case .plover, .gdelt: ""
    case .polecat: Table(columns: PolecatColumns.names).tabbed(withHeader: true)
    case .csv: Table(columns: EventColumns.names).csv()
    }
  }

  /// The rows of one record; "" where it has no event.
  public func rows(of record: StoredRecord, tally: inout Tally) -> String {
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
      let csv = body(EventColumns.names, kept.map(EventColumns.row)).csv()
      // Without the header, which has a line break.
      return String(csv[csv.index(after: csv.firstIndex(of: "\n")!)...])
    }
  }

  private var keepsStatus: Bool { format == .plover || format == .csv }

  private func body(_ columns: [String], _ rows: [[String]]) -> Table {
    var table = Table(columns: columns)
    rows.forEach { table.append($0) }
    return table
  }
}
