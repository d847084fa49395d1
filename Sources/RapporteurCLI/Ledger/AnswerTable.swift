import RapporteurLedger

/// An answer as a table for the terminal: columns as wide as their cells, cut where the line would be too long.
struct AnswerTable {
  /// The table, with a heading and a rule.
  let text: String

  /// - Parameter width: The most characters of a line.
  init(_ answer: Answer, width: Int) {
    let cells = answer.rows.map { $0.map(\.description) }
    var widths = answer.columns.indices.map { column in
      ([answer.columns[column]] + cells.map { $0[column] }).map(\.count).max() ?? 0
    }
    AnswerTable.fit(&widths, into: width)
    let lines = [answer.columns, widths.map { String(repeating: "─", count: $0) }] + cells
    text = lines.map { AnswerTable.line($0, widths) + "\n" }.joined()
  }

  /// Up to this width a column is kept whole as long as others can be cut: a date is no date without its day.
  private static let short = 10
  /// No column gets narrower.
  private static let narrowest = 8

  /// Cuts the widest columns, the rightmost of equal ones, until the line fits or nothing is left to cut.
  private static func fit(_ widths: inout [Int], into width: Int) {
    let long = widths.indices.filter { widths[$0] > short }
    for columns in [long, Array(widths.indices)] {
      while widths.reduce(0, +) + 2 * (widths.count - 1) > width,
        let widest = columns.max(by: { (widths[$0], $0) < (widths[$1], $1) }), widths[widest] > narrowest
      { widths[widest] -= 1 }
    }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { cell, width in
      cell.count > width
        ? cell.prefix(max(0, width - 1)) + "…" : cell + String(repeating: " ", count: width - cell.count)
    }
    var line = Substring(padded.joined(separator: "  "))
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }
}
