internal import Foundation
internal import RapporteurLedger

/// Cooperation above and conflict below a line, week by week: outlined bars count articles, filled ones origins.
struct WeekChart {
  private static let (width, height, left, band) = (900.0, 260.0, 34.0, 110.0)

  /// The drawing; each bar tells its week and numbers.
  let svg: String

  /// - Parameters:
  ///   - weeks: What `Ledger.weeks` gives.
  ///   - address: Where the happenings of a week are.
  init(_ weeks: Answer, _ address: (String) -> String) {
    let starts = WeekChart.calendar(weeks)
    let rows = Dictionary(
      weeks.rows.indices.map { (weeks.text($0, "week") ?? "", $0) }, uniquingKeysWith: { a, _ in a })
    let step = (WeekChart.width - WeekChart.left - 10) / Double(max(starts.count, 1))
    let most =
      weeks.rows.indices.map {
        max(weeks.number($0, "cooperation_articles"), weeks.number($0, "conflict_articles"))
      }.max() ?? 1
    let middle = WeekChart.height / 2 - 8
    var drawn: [String] = []
    for (index, week) in starts.enumerated() {
      let x = WeekChart.left + Double(index) * step
      if let row = rows[week] {
        for (side, up) in [("cooperation", true), ("conflict", false)] {
          let articles = weeks.number(row, side + "_articles")
          let origins = weeks.number(row, side + "_origins")
          guard articles > 0 else { continue }
          let title =
            "Week of \(week), \(side): \(Words.count(articles, "article")), \(Words.count(origins, "origin"))"
          drawn.append(
            "<a href=\"\(XML.escaped(address(week)))\"><g class=\"\(side)\"><title>\(title)</title>")
          for (kind, value) in [("articles", articles), ("origins", origins)] {
            let tall = value / max(most, 1) * WeekChart.band
            let bar = min(step * (kind == "articles" ? 0.8 : 0.44), kind == "articles" ? 26 : 14)
            drawn.append(
              "<rect class=\"\(kind)\" x=\"\(Drawn.number(x + (step - bar) / 2))\" y=\"\(Drawn.number(up ? middle - tall : middle))\" "
                + "width=\"\(Drawn.number(bar))\" height=\"\(Drawn.number(tall))\"/>")
          }
          drawn.append("</g></a>")
        }
      }
      if index % max(1, starts.count / 8) == 0 {
        drawn.append(
          "<text class=\"week\" x=\"\(Drawn.number(x + step / 2))\" y=\"\(Drawn.number(WeekChart.height - 4))\">\(week)</text>"
        )
      }
    }
    svg = """
      <svg class="chart" viewBox="0 0 900 260" role="group" aria-label="Cooperation above, conflict below the line, by week; the table holds the numbers">
      <text x="0" y="14">\(Int(most)) ↑ cooperation</text><text x="0" y="\(Drawn.number(WeekChart.height - 22))">\(Int(most)) ↓ conflict</text>
      <line class="axis" x1="0" x2="900" y1="\(Drawn.number(middle))" y2="\(Drawn.number(middle))"/>
      \(drawn.joined(separator: "\n"))
      </svg>
      """
  }

  /// All weeks from the first to the last, the empty ones too; at most 520.
  static func calendar(_ weeks: Answer) -> [String] {
    let known = weeks.rows.indices.compactMap { weeks.text($0, "week") }.sorted()
    guard let first = known.first, let last = known.last else { return [] }
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
    guard let start = try? style.parse(first), let end = try? style.parse(last) else { return known }
    let number = Int(end.timeIntervalSince(start) / 604_800) + 1
    if number > 520 { return known }
    return (0..<number).map { start.addingTimeInterval(Double($0) * 604_800).formatted(style) }
  }
}
