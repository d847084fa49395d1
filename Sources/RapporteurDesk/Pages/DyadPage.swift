internal import Foundation
internal import RapporteurCore
internal import RapporteurLedger

/// Two states: cooperation and conflict over time, by articles and by origins, and the happenings behind every point.
enum DyadPage {
  static let size = 100
  /// How many weeks are drawn where nothing is said of when to begin.
  static let weeks = 52

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    guard let a = question.text("a").map(desk.countries.code),
      let b = question.text("b").map(desk.countries.code)
    else { return try list(desk, question) }
    let ledger = desk.ledger
    let week = try question.day("week")
    let (since, isCut) = try begin(between: a, and: b, try question.day("since"), ledger)
    let weeks = try ledger.weeks(between: a, and: b, since: since)
    let days = week.map { $0.description...$0.adding(days: 6).description }
    let types = try ledger.types(between: a, and: b, in: days)
    let dealings = try ledger.dealings(
      between: a, and: b, in: days, after: try question.cursor(parts: 2), limit: size)
    var values: [String: Any] = [
      "a": a, "b": b, "a-name": desk.countries.name(a), "b-name": desk.countries.name(b),
      "weeks": weeks.views.map { view in
        guard let week = view["week"] as? String else { return view }
        return view.merging(["at": address(question)(week)]) { old, _ in old }
      },
      "dealings": dealings.views.map(dealing), "types": types.views.map(dealing), "typed": "\(Ledger.typed)",
      "turn": Turn(weeks).views,
    ]
    if weeks.rows.isEmpty {
      values["nothing"] = true
    } else {
      values["chart"] = WeekChart(weeks, address(question)).svg
    }
    if let week {
      values["one-week"] = [
        "week": week.description, "all": question.address(.html, changing: ["week": nil, "after": nil]),
      ]
    }
    if isCut, let since {
      values["cut"] = [
        "since": since, "all": question.address(.html, changing: ["since": "1000-01-01", "after": nil]),
      ]
    }
    values["dealings-words"] = Words.count(Double(dealings.rows.count), "happening")
    if dealings.rows.count >= size / 2 {
      values["more"] =
        question.address(.html, changing: ["after": dealings.cursor("day", "last")]) + "#behind"
    }
    return Page(
      title: "\(desk.countries.name(a)) and \(desk.countries.name(b))", template: "dyad", values: values,
      tables: [("weeks", weeks), ("types", types), ("dealings", dealings)])
  }

  private static func list(_ desk: Desk, _ question: Question) throws -> Page {
    let (shown, isMore) = try desk.ledger.pairs(limit: size + 1, after: try question.cursor(parts: 3)).first(
      size)
    var values: [String: Any] = [
      "pairs": shown.views.map { TodayPage.pair($0, desk.countries) },
      "countries": desk.countries.all.map { ["code": $0.code, "name": $0.name] },
    ]
    if isMore {
      values["more"] = question.address(.html, changing: ["after": shown.cursor("a", "b", "events")])
    }
    return Page(title: "Dyads", template: "dyads", values: values, tables: [("pairs", shown)])
  }

  /// The first day of the drawing: what was asked for, or the latest weeks, and whether older ones are left out so.
  private static func begin(between a: String, and b: String, _ asked: CalendarDate?, _ ledger: Ledger) throws
    -> (
      String?, Bool
    )
  {
    if let asked { return (asked.description, false) }
    guard let ends = try ledger.days(between: a, and: b), let last = CalendarDate(iso: ends.upperBound) else {
      return (nil, false)
    }
    let first = last.adding(days: -7 * weeks).description
    return ends.lowerBound < first ? (first, true) : (nil, false)
  }

  /// The address of one week's happenings.
  private static func address(_ question: Question) -> (String) -> String {
    { week in question.address(.html, changing: ["week": week, "after": nil]) + "#behind" }
  }

  private static func dealing(_ view: [String: Any]) -> [String: Any] {
    var view = view
    view["side"] = Int(view["quad"] as? String ?? "").map { $0 <= 2 ? "cooperation" : "conflict" }
    return view
  }
}
