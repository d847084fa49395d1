internal import RapporteurLedger

/// A person, body or state: offices with their evidence, what they said, did and denied, with whom they deal.
enum ActorPage {
  static let size = 60

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let ledger = desk.ledger
    guard let asked = question.text("id") else { return try list(desk, question) }
    let code = "state:" + desk.countries.code(asked)
    let after = try question.cursor(parts: 2)
    if asked.contains(":"), try !ledger.actor(asked).rows.isEmpty {
      return try page(of: asked, desk, question)
    }
    let found = try ledger.actors(meant: asked, after: after, limit: size + 1)
    let state = try found.text(0, "id") == code || asked.contains(":") ? nil : identity(code, ledger)
    guard let identity = state ?? (found.rows.isEmpty ? nil : found.text(0, "id")) else {
      throw DeskFault(.notFound, "no report names an actor '\(asked)'")
    }
    if state == nil, identity != asked, found.rows.count > 1 {
      return choice(found, desk, question, asked)
    }
    return try page(of: identity, desk, question)
  }

  /// The identity, where the ledger knows it.
  private static func identity(_ identity: String, _ ledger: Ledger) throws -> String? {
    try ledger.actor(identity).rows.isEmpty ? nil : identity
  }

  private static func page(of identity: String, _ desk: Desk, _ question: Question) throws -> Page {
    let (ledger, topic) = (desk.ledger, question.text("topic"))
    let found = try ledger.actor(identity)
    let before = try question.number("before", default: Int.max, in: 1...Int.max)
    let account = try ledger.account(of: identity, topic: topic, before: Int64(before))
    let said = account.said
    let name = name(found.view(0), desk.countries)
    var actor = partner(found.view(0), desk.countries)
    actor["name"] = name
    if identity.hasPrefix("state:") { actor["country-name"] = nil }
    var values: [String: Any] = [
      "actor": actor, "id": identity, "reports-words": Words.count(found.number(0, "reports"), "report"),
      "months": MonthChart.views(account.months),
      "anything-at": question.address(.html, changing: ["topic": nil]),
    ]
    values["topic"] = topic
    if let older = account.older {
      values["cut"] = [
        "recalled": "\(ActorAccount.recalled)",
        "older": question.address(.html, changing: ["before": "\(older)"]),
      ]
    }
    section(&values, "offices", account.offices.views.map(led))
    section(&values, "said", alike(said) { said.text($0, "response") == nil })
    section(&values, "answered", alike(said) { said.text($0, "response") != nil })
    section(&values, "did", account.did.views)
    section(&values, "met", account.met.views)
    section(
      &values, "dealings",
      account.dealings.views.map { view in
        var view = partner(view, desk.countries)
        view["pair-at"] = Address.dyad(identity, view["id"] as? String ?? "")
        return view
      })
    section(&values, "others", alike(account.others))
    return Page(
      title: name, template: "actor", values: values,
      tables: [
        ("said", said), ("offices", account.offices), ("did", account.did), ("met", account.met),
        ("dealings", account.dealings), ("others", account.others), ("months", account.months),
      ])
  }

  private static func list(_ desk: Desk, _ question: Question) throws -> Page {
    let (shown, isMore) = try desk.ledger.actors(after: try question.cursor(parts: 2), limit: size + 1)
      .first(size)
    var values: [String: Any] = ["actors": shown.views.map { partner($0, desk.countries) }]
    if isMore { values["more"] = question.address(.html, changing: ["after": shown.cursor("id", "reports")]) }
    return Page(title: "Actors", template: "actors", values: values, tables: [("actors", shown)])
  }

  private static func choice(_ found: Answer, _ desk: Desk, _ question: Question, _ asked: String) -> Page {
    let (shown, isMore) = found.first(size)
    var values: [String: Any] = ["actors": shown.views.map { partner($0, desk.countries) }, "asked": asked]
    if isMore { values["more"] = question.address(.html, changing: ["after": shown.cursor("id", "reports")]) }
    return Page(
      title: "Who is meant by ‘\(asked)’?", template: "actors", values: values, tables: [("actors", shown)])
  }

  /// A state goes by its own name, whatever reports call it: Hungary, not Budapest.
  private static func name(_ view: [String: Any], _ countries: Countries) -> String {
    let identity = view["id"] as? String ?? ""
    if identity.hasPrefix("state:") { return countries.name(String(identity.dropFirst(6))) }
    return view["name"] as? String ?? identity
  }

  private static func section(_ values: inout [String: Any], _ name: String, _ rows: [[String: Any]]) {
    if !rows.isEmpty { values[name] = ["rows": rows, "number": "\(rows.count)"] }
  }

  private static func led(_ view: [String: Any]) -> [String: Any] {
    var view = view
    view["at"] = Address.report(view["report"] as? String ?? "", mark: view["sentence"] as? String)
    view["words"] = (view["words"] as? String).map { Words.cut($0, 160) }
    return view
  }

  private static func saying(_ said: Answer, _ row: Int) -> [String: Any] {
    var view = said.view(row)
    view["at"] = Address.report(said.text(row, "report") ?? "", mark: said.text(row, "claim"))
    view["words"] = said.text(row, "words").map { Words.cut($0, 360) }
    view["response"] = said.text(row, "response")?.replacing("-", with: " ")
    return view
  }

  /// The sayings; what several reports pass on in the same words stands once, with the number of the others.
  private static func alike(_ said: Answer, where fits: (Int) -> Bool = { _ in true }) -> [[String: Any]] {
    var (views, places, more): ([[String: Any]], [[String?]: Int], [Int]) = ([], [:], [])
    for row in said.rows.indices where fits(row) {
      let key = ["source", "words", "response"].map { name in
        said.columns.contains(name) ? said.text(row, name) : nil
      }
      if let known = places[key] {
        more[known] += 1
        views[known]["more"] = Words.count(Double(more[known]), "other report")
      } else {
        places[key] = views.count
        views.append(saying(said, row))
        more.append(0)
      }
    }
    return views
  }

  private static func partner(_ view: [String: Any], _ countries: Countries) -> [String: Any] {
    var view = countries.named(view)
    view["name"] = name(view, countries)
    view["sectors"] = (view["sectors"] as? String).map { sectors in
      sectors.split(separator: ",").map { PlainWords.sector(String($0)) }.joined(separator: ", ")
    }
    view["at"] = Address.actor(view["id"] as? String ?? "")
    return view
  }
}
