internal import Foundation
internal import RapporteurCore
internal import RapporteurLedger

/// Two states or actors: cooperation and conflict over time, by articles and by origins, and the happenings behind every
/// point.
enum DyadPage {
  static let size = 100
  /// How many weeks are drawn where nothing is said of when to begin.
  static let weeks = 52

  /// What the page tells of two sides.
  private struct Told {
    let names: (a: String, b: String)
    let weeks: Answer
    let types: Answer
    let dealings: Answer
    /// The first day that is drawn, where older weeks are left out.
    let cut: String?
    /// Whether older happenings stand behind a cursor.
    let goesOn: Bool
  }

  /// Who stands on a side.
  private enum Side {
    case state(String)
    case actor(id: String, name: String)

    /// The identity by which actors are told across reports.
    var identity: String {
      switch self {
      case .state(let code): "state:" + code
      case .actor(let id, _): id
      }
    }

    func name(_ countries: Countries) -> String {
      switch self {
      case .state(let code): countries.name(code)
      case .actor(_, let name): name
      }
    }
  }

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    guard let a = question.text("a"), let b = question.text("b") else { return try list(desk, question) }
    let sides = (try side(a, desk), try side(b, desk))
    let told: Told
    var values: [String: Any] = [:]
    if case (.state(let a), .state(let b)) = sides {
      told = try states(a, b, desk, question)
    } else {
      told = try actors(sides.0, sides.1, desk, question)
      values["of-actors"] = ["recalled": Words.grouped(ActorDealings.recalled)]
    }
    values.merge(try view(told, question)) { _, new in new }
    return Page(
      title: "\(told.names.a) and \(told.names.b)", template: "dyad", values: values,
      tables: [("weeks", told.weeks), ("types", told.types), ("dealings", told.dealings)])
  }

  /// The state or the actor that is meant: a country's code or name goes before a part of somebody's name.
  private static func side(_ text: String, _ desk: Desk) throws -> Side {
    let code = desk.countries.code(text)
    if desk.countries.knows(code) || isCode(text) { return .state(code) }
    let found = try text.contains(":") ? desk.ledger.actor(text) : desk.ledger.actors(meant: text, limit: 1)
    guard let id = found.text(0, "id") else {
      throw DeskFault(.notFound, "no report names a state or an actor '\(text)'")
    }
    if id.hasPrefix("state:") { return .state(String(id.dropFirst(6))) }
    return .actor(id: id, name: found.text(0, "name") ?? id)
  }

  /// Whether a text is written as countries' codes are: three capitals.
  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func states(_ a: String, _ b: String, _ desk: Desk, _ question: Question) throws -> Told {
    let ledger = desk.ledger
    let (since, isCut) = try begin(between: a, and: b, try question.day("since"), ledger)
    let days = try days(question)
    let dealings = try ledger.dealings(
      between: a, and: b, in: days, after: try question.cursor(parts: 2), limit: size)
    return Told(
      names: (desk.countries.name(a), desk.countries.name(b)),
      weeks: try ledger.weeks(between: a, and: b, since: since),
      types: try ledger.types(between: a, and: b, in: days), dealings: dealings, cut: isCut ? since : nil,
      goesOn: dealings.rows.count >= size / 2)
  }

  private static func actors(_ a: Side, _ b: Side, _ desk: Desk, _ question: Question) throws -> Told {
    let dealt = try desk.ledger.dealings(
      ofActors: a.identity, and: b.identity, in: try days(question), limit: size)
    let last = dealt.weeks.text(dealt.weeks.rows.count - 1, "week").flatMap { CalendarDate(iso: $0) }
    let since = try question.day("since") ?? last?.adding(days: -7 * weeks)
    let drawn = Answer(
      columns: dealt.weeks.columns,
      rows: dealt.weeks.rows.filter { row in
        row[0] == .none || since.map { row[0].description >= $0.description } ?? true
      })
    return Told(
      names: (a.name(desk.countries), b.name(desk.countries)), weeks: drawn, types: dealt.types,
      dealings: dealt.happenings,
      cut: drawn.rows.count < dealt.weeks.rows.count ? since?.description : nil, goesOn: false)
  }

  /// The days of the week that is asked for.
  private static func days(_ question: Question) throws(DeskFault) -> ClosedRange<String>? {
    try question.day("week").map { $0.description...$0.adding(days: 6).description }
  }

  private static func view(_ told: Told, _ question: Question) throws -> [String: Any] {
    var values: [String: Any] = [
      "a-name": told.names.a, "b-name": told.names.b,
      "weeks": told.weeks.views.map { view in
        guard let week = view["week"] as? String else { return view }
        return view.merging(["at": address(question)(week)]) { old, _ in old }
      },
      "dealings": told.dealings.views.map(dealing), "types": told.types.views.map(dealing),
      "typed": Words.grouped(Ledger.typed), "turn": Turn(told.weeks).views,
      "dealings-words": Words.count(Double(told.dealings.rows.count), "happening"),
    ]
    if told.weeks.rows.isEmpty {
      values["nothing"] = true
    } else {
      values["chart"] = WeekChart(told.weeks, address(question)).svg
    }
    if let week = try question.day("week") {
      values["one-week"] = [
        "week": week.description, "all": question.address(.html, changing: ["week": nil, "after": nil]),
      ]
    }
    if let since = told.cut {
      values["cut"] = [
        "since": since, "all": question.address(.html, changing: ["since": "1000-01-01", "after": nil]),
      ]
    }
    if told.goesOn {
      values["more"] =
        question.address(.html, changing: ["after": told.dealings.cursor("day", "last")]) + "#behind"
    }
    return values
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
