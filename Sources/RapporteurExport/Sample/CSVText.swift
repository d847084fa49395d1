/// Reads CSV as spreadsheets write it. Source: RFC 4180; line ends may be LF, CRLF or CR, and a byte-order mark, a
/// semicolon or a tab instead of the comma are taken as they come.
public enum CSVText {
  /// A quotation that never ends.
  public struct Fault: Error, Equatable, CustomStringConvertible {
    /// The line where the quotation begins, counted from 1.
    public let line: Int
    /// In words.
    public var description: String { "line \(line): a quotation mark opens here and never closes" }
  }

  /// The rows, each with the line that it begins in; empty lines are passed over.
  public static func rows(_ text: String) throws(Fault) -> [(line: Int, cells: [String])] {
    var reader = Reader(text)
    return try reader.read()
  }

  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var index = 0
    private var line = 1

    init(_ text: String) {
      var scalars = Array(text.unicodeScalars)
      if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
      self.scalars = scalars
      let header = scalars.prefix { $0 != "\n" && $0 != "\r" }
      let counts =
        [",", ";", "\t"].map { mark in (mark, header.count { $0 == mark }) } as [(Unicode.Scalar, Int)]
      separator = counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? ","
    }

    mutating func read() throws(Fault) -> [(line: Int, cells: [String])] {
      var rows: [(line: Int, cells: [String])] = []
      while index < scalars.count {
        let start = line
        let cells = try row()
        if cells != [""] { rows.append((start, cells)) }
      }
      return rows
    }

    private mutating func row() throws(Fault) -> [String] {
      var cells: [String] = []
      while true {
        cells.append(try cell())
        guard index < scalars.count else { return cells }
        let mark = scalars[index]
        index += 1
        if mark == separator { continue }
        if mark == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
        line += 1
        return cells
      }
    }

    private mutating func cell() throws(Fault) -> String {
      var view = String.UnicodeScalarView()
      guard index < scalars.count, scalars[index] == "\"" else {
        while index < scalars.count, scalars[index] != separator, scalars[index] != "\n",
          scalars[index] != "\r"
        {
          view.append(scalars[index])
          index += 1
        }
        return String(view)
      }
      let start = line
      index += 1
      while index < scalars.count {
        let mark = scalars[index]
        index += 1
        if mark == "\"" {
          guard index < scalars.count, scalars[index] == "\"" else { return String(view) }
          index += 1
        }
        if mark == "\n" { line += 1 }
        view.append(mark)
      }
      throw Fault(line: start)
    }
  }
}
