internal import GRDB

/// What a question to the ledger gave: named columns and rows, for a table, JSON or CSV.
public struct Answer: Sendable, Equatable {
  /// One value.
  public enum Cell: Sendable, Equatable {
    case text(String)
    case integer(Int)
    case decimal(Double)
    case none
  }

  /// The names of the columns.
  public let columns: [String]
  /// The rows; each as long as `columns`.
  public let rows: [[Cell]]

  /// Makes an answer; each row must be as long as `columns`.
  public init(columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
    self.columns = columns
    self.rows = rows
  }

  /// The rows of a query.
  init(_ db: Database, sql: String, arguments: StatementArguments = StatementArguments()) throws {
    let statement = try db.makeStatement(sql: sql)
    let rows = try Row.fetchAll(statement, arguments: arguments)
    self.init(columns: statement.columnNames, rows: rows.map { row in row.databaseValues.map(Answer.cell) })
  }

  private static func cell(_ value: DatabaseValue) -> Cell {
    switch value.storage {
    case .null, .blob: .none
    case .int64(let number): .integer(Int(number))
    case .double(let number): .decimal(number)
    case .string(let text): .text(text)
    }
  }
}

extension Answer.Cell: CustomStringConvertible {
  /// The value as a table shows it; nothing for `none`.
  public var description: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .none: ""
    }
  }
}

extension Answer {
  /// The same without the columns in which no row has a value, for a terminal's width.
  public var withoutEmptyColumns: Answer {
    let kept = columns.indices.filter { index in rows.contains { $0[index] != .none } }
    return Answer(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }

  /// A list of JSON objects, one a line.
  public var jsonLines: String { rows.map { object($0) + "\n" }.joined() }

  /// Comma-separated values with a heading. Source: RFC 4180.
  public var csv: String {
    ([columns] + rows.map { $0.map(\.description) })
      .map { $0.map(Answer.csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  private func object(_ row: [Cell]) -> String {
    let fields = zip(columns, row).map { name, cell in "\(quotedJSON(name)):\(Answer.json(cell))" }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): quotedJSON(text)
    case .none: "null"
    default: cell.description
    }
  }

  private static func csvField(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
