internal import RapporteurLedger

/// Statements month by month, as rows with a bar each: the table is the drawing.
enum MonthChart {
  /// The latest 24 months in which something was said; `bar` is a share of the largest, in tenths, as blocks.
  static func views(_ months: Answer) -> [[String: Any]] {
    let most = months.rows.indices.map { months.number($0, "statements") }.max() ?? 1
    return months.rows.indices.suffix(24).map { row in
      var view = months.view(row)
      let tenths = max(1, Int((months.number(row, "statements") / max(most, 1) * 10).rounded()))
      view["bar"] = String(repeating: "█", count: tenths)
      return view
    }
  }
}
