internal import RapporteurCore
internal import RapporteurLedger

/// Events that fit words and conditions, with facets to narrow and chips to widen.
enum SearchPage {
  static let size = 40
  /// The conditions, as the command line has them.
  static let conditions: [(name: String, what: String)] = [
    ("q", "words: two words, \"a phrase\", pref*, NEAR(a b, 5)"),
    ("actor", "who acts: a country code or a part of the name"),
    ("recipient", "to whom"), ("type", "a PLOVER type"), ("country", "where: an ISO 3166-1 alpha-3 code"),
    ("place", "where: a part of the name"), ("outlet", "who published it"),
    ("status", "historical, future, hypothetical or negation"), ("response", "confirmed, denied, …"),
    ("since", "the first day, YYYY-MM-DD"), ("until", "the last day"),
    ("judged", "what analysts said: accept, reject, recoded or open"),
    ("recoded", "a value that an analyst gave: ASSAULT, a name, a day"),
  ]

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let (ledger, after) = (desk.ledger, try question.cursor(parts: 2))
    var filter = try filter(question, desk.countries)
    filter.limit = size + 1
    let (found, facets) =
      try after == nil
      ? ledger.eventsAndFacets(filter) : (ledger.events(filter, after: after), ledger.facets(filter))
    let (shown, isMore) = found.first(size)
    var values: [String: Any] = [
      "events": cards(shown), "chips": chips(question),
      "facets": groups(facets, question, desk.countries),
      "facetted": Words.count(facets.number(0, "events"), "event"),
      "fields": fields(question, desk.countries), "words-asked": question.text("q") ?? "",
      "feed-at": question.address(.atom),
      "map-at": Address.of("/map", question.query.filter { $0.key != "after" }),
    ]
    let held = try after == nil ? reports(ledger, question) : Answer(columns: [], rows: [])
    if !held.rows.isEmpty { values["reports"] = ["rows": reports(held)] }
    let saved = try SavedPage.links(ledger)
    if !saved.isEmpty { values["kept"] = ["rows": saved] }
    values.merge(keeping(question)) { _, new in new }
    if shown.rows.isEmpty { values["nothing"] = true }
    if isMore { values["more"] = question.address(.html, changing: ["after": shown.cursor("day", "row")]) }
    return Page(
      title: title(question), template: "search", values: values,
      tables: [("events", shown), ("reports", held), ("facets", facets)],
      feed: shown.rows.indices.map { entry(shown, $0) })
  }

  /// What lets an analyst keep the search by name, or leads a stranger to where one signs in.
  private static func keeping(_ question: Question) -> [String: Any] {
    switch question.visitor {
    case .reader: return [:]
    case .stranger: return ["keep-at": Address.of("/sign-in", ["back": question.address(.html)])]
    case .analyst(let analyst):
      return ["keeping": ["form": analyst.form, "search": SavedPage.conditions(question.raw)]]
    }
  }

  /// The reports that hold the words, where nothing but words is asked for.
  private static func reports(_ ledger: Ledger, _ question: Question) throws -> Answer {
    let others = conditions.contains { $0.name != "q" && question.text($0.name) != nil }
    guard let words = question.text("q"), !others else { return Answer(columns: [], rows: []) }
    return try ledger.reports(holding: words, limit: 10)
  }

  /// The reports; those with the same words stand with the first of them.
  private static func reports(_ held: Answer) -> [[String: Any]] {
    alike(held, by: "words").map { rows in
      var view = report(held, rows[0])
      if rows.count > 1 { view["alike"] = ["rows": rows.dropFirst().map { report(held, $0) }] }
      return view
    }
  }

  /// Rows with the same value in a column, in the order of the first of each; a row without one stands alone.
  private static func alike(_ answer: Answer, by column: String) -> [[Int]] {
    var (groups, places): ([[Int]], [String: Int]) = ([], [:])
    for row in answer.rows.indices {
      guard let value = answer.text(row, column) else {
        groups.append([row])
        continue
      }
      if let place = places[value] {
        groups[place].append(row)
      } else {
        places[value] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private static func report(_ held: Answer, _ row: Int) -> [String: Any] {
    var view = held.view(row)
    view["at"] = Address.report(held.text(row, "report") ?? "")
    view["who"] = held.text(row, "outlet") ?? held.text(row, "report")
    return view
  }

  /// The conditions of a question.
  static func filter(_ question: Question, _ countries: Countries) throws(DeskFault) -> Filter {
    var filter = Filter()
    (filter.words, filter.actor, filter.recipient) = (
      question.text("q"), question.text("actor"), question.text("recipient")
    )
    (filter.type, filter.country, filter.place) = (
      question.text("type"), question.text("country").map(countries.code), question.text("place")
    )
    (filter.judged, filter.recoded) = (question.text("judged"), question.text("recoded"))
    if let judged = filter.judged, !["accept", "reject", "recoded", "open"].contains(judged) {
      throw DeskFault(.badRequest, "judged is '\(judged)'; write accept, reject, recoded or open")
    }
    (filter.outlet, filter.status, filter.response) = (
      question.text("outlet"), question.text("status"), question.text("response")
    )
    (filter.since, filter.until) = (question.text("since"), question.text("until"))
    return filter
  }

  /// Each condition that holds, with the address of the search without it.
  static func chips(_ question: Question) -> [[String: Any]] {
    conditions.compactMap { name, _ in
      question.text(name).map { value in
        [
          "name": label(name), "value": value,
          "without": question.address(.html, changing: [name: nil, "after": nil]),
        ]
      }
    }
  }

  private static func title(_ question: Question) -> String {
    let held = conditions.compactMap { name, _ in
      question.text(name).map { name == "q" ? $0 : "\(name) \($0)" }
    }
    return held.isEmpty ? "All events" : "Events: " + held.joined(separator: ", ")
  }

  private static func fields(_ question: Question, _ countries: Countries) -> [[String: Any]] {
    conditions.dropFirst().map { name, what in
      let now = question.text(name) ?? ""
      var view: [String: Any] = ["name": name, "label": label(name), "what": what, "value": now]
      if name == "since" || name == "until" { view["type"] = "date" } else { view["type"] = "text" }
      if let values = choices(name) {
        view["choice"] = [
          "options": ([""] + values).map { value in
            var option: [String: Any] = [
              "value": value, "words": value.isEmpty ? "any" : meaning(name, value),
            ]
            if value == now { option["is-now"] = true }
            return option
          }
        ]
      }
      return view
    }
  }

  /// What a condition may be, where there are few values.
  private static func choices(_ name: String) -> [String]? {
    switch name {
    case "type": EventType.allCases.map(\.rawValue)
    case "status": ["historical", "future", "hypothetical", "negation"]
    case "response": Claim.Response.allCases.map(\.rawValue)
    case "judged": ["accept", "reject", "recoded", "open"]
    default: nil
    }
  }

  private static func meaning(_ name: String, _ value: String) -> String {
    switch (name, value) {
    case ("type", _): PlainWords.meaning(of: value).map { "\(value): \($0)" } ?? value
    case ("judged", "accept"): "accepted"
    case ("judged", "reject"): "rejected"
    case ("judged", "open"): "not judged yet"
    default: value.replacing("-", with: " ")
    }
  }

  /// What a condition is called on the page.
  static func label(_ name: String) -> String {
    switch name {
    case "q": "words"
    case "actor": "who acts"
    case "recipient": "to whom"
    case "since": "from"
    case "until": "to"
    case "judged": "analysts"
    case "recoded": "recoded as"
    default: name
    }
  }

  private static func groups(_ facets: Answer, _ question: Question, _ countries: Countries) -> [[String:
    Any]]
  {
    let names = ["type", "country", "outlet", "status"].filter { question.text($0) == nil }
    return names.compactMap { name in
      let rows = facets.rows.indices.filter { facets.text($0, "facet") == name }
      guard !rows.isEmpty else { return nil }
      return [
        "facet": name == "type" ? "Type of event" : Words.initial(name),
        "rows": rows.map { row -> [String: Any] in
          let value = facets.text(row, "value") ?? ""
          return [
            "value": name == "country" ? countries.name(value) : value,
            "means": name == "type" ? PlainWords.meaning(of: value) ?? "" : "",
            "events": facets.text(row, "events") ?? "",
            "at": question.address(.html, changing: [name: value, "after": nil]),
          ]
        },
      ]
    }
  }

  /// The events as cards; those of one happening stand with the first of them.
  private static func cards(_ found: Answer) -> [[String: Any]] {
    alike(found, by: "happening").map { rows in
      var view = event(found, rows[0])
      if rows.count > 1 {
        view["alike"] = [
          "words": Words.count(Double(rows.count - 1), "further report"),
          "rows": rows.dropFirst().map { event(found, $0) },
        ]
      }
      return view
    }
  }

  private static func event(_ found: Answer, _ row: Int) -> [String: Any] {
    var view = found.view(row)
    view["at"] = Address.report(found.text(row, "report") ?? "", mark: found.text(row, "event"))
    view["words"] = found.text(row, "words").map { Words.cut($0, 240) }
    view["actor"] = found.text(row, "actor").map { Words.initial(Words.names($0)) }
    view["recipient"] = found.text(row, "recipient").map(Words.names)
    if let verdict = found.text(row, "verdict") { view["is-" + verdict] = true }
    view["status-words"] = found.text(row, "status").map(Words.list).flatMap { $0.isEmpty ? nil : $0 }
    return view
  }

  private static func entry(_ found: Answer, _ row: Int) -> FeedEntry {
    let parties = [found.text(row, "actor"), found.text(row, "trigger"), found.text(row, "recipient")]
    let day = (found.text(row, "published") ?? "1970-01-01").prefix(10)
    return FeedEntry(
      title: "\(found.text(row, "type") ?? ""): " + parties.compactMap { $0 }.joined(separator: " "),
      address: Address.report(found.text(row, "report") ?? "", mark: found.text(row, "event")),
      updated: "\(day)T00:00:00Z", summary: found.text(row, "words").map { Words.cut($0, 400) } ?? "")
  }
}
