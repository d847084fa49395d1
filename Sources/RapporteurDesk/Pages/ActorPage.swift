internal import RapporteurLedger

/// A person, body or state: offices with their evidence, what they said, did and denied, with whom they deal.
enum ActorPage {
  static func page(_ ledger: Ledger, _ question: Question) throws -> Page {
    guard let asked = question.text("id") else { return try list(ledger) }
    let found = try ledger.actors(meant: asked, limit: 20)
    guard let identity = found.rows.isEmpty ? nil : found.text(0, "id") else {
      throw DeskFault(.notFound, "no report names an actor '\(asked)'")
    }
    if identity != asked, found.rows.count > 1 { return choice(found, asked) }
    let topic = question.text("topic")
    let said = try ledger.claims(of: identity, topic: topic, limit: 60)
    let offices = try ledger.offices(ofIdentity: identity)
    let (did, met) = (
      try ledger.deeds(of: identity, as: "actor", limit: 40),
      try ledger.deeds(of: identity, as: "recipient", limit: 40)
    )
    let (dealings, others) = (
      try ledger.counterparts(of: identity, limit: 20), try ledger.claimsAbout(identity, limit: 30)
    )
    var values: [String: Any] = [
      "actor": found.view(0), "id": identity,
      "reports-words": Words.count(found.number(0, "reports"), "report"),
    ]
    values["topic"] = topic
    section(&values, "offices", offices.views.map(led))
    section(
      &values, "said", alike(said) { said.text($0, "response") == nil })
    section(
      &values, "answered",
      alike(said) { said.text($0, "response") != nil })
    section(&values, "did", did.views)
    section(&values, "met", met.views)
    section(&values, "dealings", dealings.views.map(partner))
    section(&values, "others", alike(others))
    return Page(
      title: found.text(0, "name") ?? asked, template: "actor", values: values,
      tables: [
        ("said", said), ("offices", offices), ("did", did), ("met", met), ("dealings", dealings),
        ("others", others),
      ])
  }

  private static func list(_ ledger: Ledger) throws -> Page {
    let actors = try ledger.actors(meant: "", limit: 100)
    return Page(
      title: "Actors", template: "actors", values: ["actors": actors.views.map(partner)],
      tables: [("actors", actors)])
  }

  private static func choice(_ found: Answer, _ asked: String) -> Page {
    Page(
      title: "Who is meant by ‘\(asked)’?", template: "actors",
      values: ["actors": found.views.map(partner), "asked": asked],
      tables: [("actors", found)])
  }

  private static func section(_ values: inout [String: Any], _ name: String, _ rows: [[String: Any]]) {
    if !rows.isEmpty { values[name] = ["rows": rows, "number": "\(rows.count)"] }
  }

  private static func led(_ view: [String: Any]) -> [String: Any] {
    var view = view
    view["at"] = Address.report(view["report"] as? String ?? "")
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

  private static func partner(_ view: [String: Any]) -> [String: Any] {
    var view = view
    view["at"] = Address.actor(view["id"] as? String ?? "")
    return view
  }
}
