internal import RapporteurCore
internal import RapporteurLedger

/// Which pairs of states have more or less with each other in one week than in the eight before it.
enum MoversPage {
  static let size = 100
  /// How many of them the first page tells of.
  static let first = 5

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let whole = try desk.ledger.lastWholeWeek()
    guard let week = try monday(question) ?? whole else {
      return Page(
        title: "Movers", template: "movers", values: ["undated": true],
        tables: [("movers", Answer(columns: Movers.columns, rows: []))])
    }
    let movers = try desk.ledger.movers(week: week, limit: size)
    var values: [String: Any] = view(movers, desk.countries)
    func address(_ week: CalendarDate) -> String {
      question.address(.html, changing: ["week": week.description])
    }
    values["earlier"] = address(week.adding(days: -7))
    if let whole, week.adding(days: -7) <= whole { values["later"] = address(week.adding(days: 7)) }
    if let whole, week > whole { values["is-running"] = true }
    return Page(
      title: "Movers, week of \(week)", template: "movers", values: values, tables: [("movers", movers.moved)]
    )
  }

  /// The movers of the last whole week for the first page, and the table of all of them.
  static func latest(_ desk: Desk) throws -> (view: [String: Any], table: Answer) {
    guard let week = try desk.ledger.lastWholeWeek() else {
      return (["undated": true], Answer(columns: Movers.columns, rows: []))
    }
    let movers = try desk.ledger.movers(week: week, limit: first)
    return (view(movers, desk.countries), movers.moved)
  }

  private static func view(_ movers: Movers, _ countries: Countries) -> [String: Any] {
    var view: [String: Any] = [
      "week": movers.week.description, "last": movers.week.adding(days: 6).description,
      "weeks": "\(Movers.weeks)", "known": "\(movers.known)", "fewest": "\(Movers.fewestKnown)",
      "apart": "\(Int(Movers.leastApart))", "least": "\(Int(Movers.leastChange))",
      "all-now": "\(movers.all.now)", "all-before": "\(movers.all.before)",
      "at": Address.of("/movers", ["week": movers.week.description]),
      "rows": movers.moved.rows.indices.map { row(movers, $0, countries) },
    ]
    if movers.known < Movers.fewestKnown {
      view["unknown"] = true
    } else if movers.moved.rows.isEmpty {
      view["still"] = true
    } else {
      view["listed"] = true
    }
    return view
  }

  private static func row(_ movers: Movers, _ index: Int, _ countries: Countries) -> [String: Any] {
    let moved = movers.moved
    var view = countries.named(countries.named(moved.view(index), "a"), "b")
    let isMore = moved.number(index, "change") > 0
    view["direction"] = isMore ? "more" : "less"
    view["arrow"] = isMore ? "▲" : "▼"
    view["at"] =
      Address.of(
        "/dyad",
        [
          "a": moved.text(index, "a") ?? "", "b": moved.text(index, "b") ?? "",
          "week": movers.week.description,
        ]) + "#behind"
    return view
  }

  /// The Monday of the week that is asked for.
  private static func monday(_ question: Question) throws(DeskFault) -> CalendarDate? {
    try question.day("week").map { $0.adding(days: 1 - $0.weekday) }
  }
}
