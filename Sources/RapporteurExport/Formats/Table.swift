/// Rows of text under named columns, written as CSV or with tabs.
public struct Table: Equatable, Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The rows; each has one cell for each column.
  public private(set) var rows: [[String]] = []

  /// An empty table.
  public init(columns: [String]) { self.columns = columns }

  /// Appends a row, which must have one cell for each column.
  public mutating func append(_ row: [String]) {
    precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns")
    rows.append(row)
  }

  /// Comma-separated, with a header, quoted where a cell holds a comma, a quotation mark or a line break.
  ///
  /// Source: RFC 4180, with a bare line feed at the end of each line.
  public func csv() -> String {
    ([columns] + rows).map { $0.map(Table.quoted).joined(separator: ",") + "\n" }.joined()
  }

  /// Tab-separated; tabs and line breaks in a cell become spaces, since the tab formats know no quotation.
  public func tabbed(withHeader: Bool) -> String {
    ((withHeader ? [columns] : []) + rows).map { $0.map(Table.plain).joined(separator: "\t") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
      return cell
    }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func plain(_ cell: String) -> String {
    String(
      String.UnicodeScalarView(cell.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
