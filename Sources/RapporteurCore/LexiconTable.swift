/// Rows of a tab-separated file with a header line: a lexicon.
///
/// Lines that start with `#` and empty lines are passed over. Every row must have as many cells as the header.
public struct LexiconTable: Sendable {
  /// One row, with its line number for messages.
  public struct Row: Sendable {
    /// The file's name, for messages.
    public let file: String
    /// Counted from 1.
    public let line: Int
    private let cells: [Substring]
    private let columns: [String: Int]

    init(file: String, line: Int, cells: [Substring], columns: [String: Int]) {
      self.file = file
      self.line = line
      self.cells = cells
      self.columns = columns
    }

    /// The cell of a column; throws where the header has no such column.
    public func cell(_ column: String) throws(LexiconError) -> Substring {
      guard let index = columns[column] else {
        throw LexiconError(file: file, line: 1, column: column, reason: .missingColumn)
      }
      return cells[index]
    }

    /// The cell of a column that may be absent from the header; "" there.
    public func optionalCell(_ column: String) -> Substring { columns[column].map { cells[$0] } ?? "" }

    /// An error that names this row's file, line and `column`.
    public func error(_ column: String, _ reason: LexiconError.Reason) -> LexiconError {
      LexiconError(file: file, line: line, column: column, reason: reason)
    }
  }

  /// All rows, in file order.
  public let rows: [Row]

  /// Reads the text of a lexicon; `file` is its name, for messages.
  public init(_ text: String, file: String) throws(LexiconError) {
    var columns: [String: Int]?
    var width = 0
    var rows: [Row] = []
    var number = 0
    for piece in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(piece)
      if line.utf8.last == 0x0D { line = line.dropLast() }
      if line.isEmpty || line.utf8.first == 0x23 { continue }
      let cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
      guard let header = columns else {
        columns = Dictionary(
          cells.enumerated().map { (String($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
        width = cells.count
        continue
      }
      guard cells.count == width else {
        throw LexiconError(
          file: file, line: number, column: "", reason: .wrongCellCount(found: cells.count, expected: width))
      }
      rows.append(Row(file: file, line: number, cells: cells, columns: header))
    }
    self.rows = rows
  }
}

/// What is wrong with a lexicon, and where.
public struct LexiconError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    case missingColumn
    case wrongCellCount(found: Int, expected: Int)
    case unknownValue(String, allowed: String)
    case unreadable(String)
  }

  /// The file's name.
  public let file: String
  /// Counted from 1; 0 where the file could not be read.
  public let line: Int
  /// The column's name, or "".
  public let column: String
  /// What is wrong.
  public let reason: Reason

  /// Makes an error.
  public init(file: String, line: Int, column: String, reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// `file:line: column 'x': what is wrong`.
  public var description: String {
    let place = column.isEmpty ? "\(file):\(line)" : "\(file):\(line): column '\(column)'"
    return switch reason {
    case .missingColumn: "\(place): the header has no such column"
    case .wrongCellCount(let found, let expected): "\(place): \(found) cells, but the header has \(expected)"
    case .unknownValue(let value, let allowed): "\(place): '\(value)' is not known; use \(allowed)"
    case .unreadable(let why): "\(place): cannot be read: \(why)"
    }
  }
}
