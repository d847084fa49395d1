internal import Foundation
internal import RapporteurLedger

/// A report: the text with its evidence, the records in reading order, where it comes from and who copies it.
enum ReportPage {
  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let ledger = desk.ledger
    let key = question.variables["id"] ?? ""
    let facts = try ledger.report(key)
    let text = try ledger.record(of: key)
    let (kin, happenings) = (try ledger.kin(of: key, limit: 60), try ledger.happeningsOfEvents(in: key))
    let record = try decoded(text)
    let id = facts.text(0, "id") ?? key
    let marks = try ledger.judgements(of: id)
    var values = views(record, happenings: happenings, stored: id, marks: marks, question)
    let own = Judged.views(marks, of: nil)
    if !own.isEmpty { values["own-marks"] = ["marks": own] }
    if !marks.rows.isEmpty { values["history-at"] = Address.of("/history", ["report": id]) }
    if question.visitor.analyst != nil { values["may-judge"] = true }
    if case .stranger = question.visitor {
      values["sign-in-at"] = Address.of("/sign-in", ["back": Address.report(id)])
    }
    let fact = facts.view(0)
    values["facts"] = fact.merging(["day": String((facts.text(0, "published") ?? "").prefix(10))]) { old, _ in
      old
    }
    if let uri = facts.text(0, "uri"), uri.hasPrefix("https://") || uri.hasPrefix("http://") {
      values["uri-at"] = uri
    }
    if !kin.rows.isEmpty { values["kin"] = ["groups": groups(kin, own: id)] }
    values["copies-words"] = Words.count(
      Double(
        kin.rows.indices.count { kin.text($0, "kind") == "relay" && kin.text($0, "direction") == "from" }),
      "copy")
    if facts.text(0, "status") != "live" { values["not-live"] = facts.text(0, "status") }
    return Page(
      title: title(record), template: "report", values: values,
      tables: [
        ("events", table(record)), ("report", facts), ("kin", kin), ("happenings", happenings),
        ("marks", marks),
      ])
  }

  /// A record that is not in the ledger.
  static func page(record text: String, title: String, _ question: Question) throws -> Page {
    let record = try decoded(text)
    var values = views(
      record, happenings: Answer(columns: [], rows: []), marks: Answer(columns: [], rows: []), question)
    values["not-stored"] = true
    return Page(title: title, template: "report", values: values)
  }

  private static func decoded(_ text: String) throws -> ShownRecord {
    do { return try JSONDecoder().decode(ShownRecord.self, from: Data(text.utf8)) } catch {
      throw DeskFault(.broken, "the stored record cannot be shown: \(error)")
    }
  }

  private static func title(_ record: ShownRecord) -> String {
    record.report.title ?? Words.cut(record.report.text.trimmed, 90)
  }

  // MARK: Views

  private static func views(
    _ record: ShownRecord, happenings: Answer, stored id: String? = nil, marks: Answer, _ question: Question
  ) -> [String: Any] {
    let names = Dictionary(record.actors.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let told = Dictionary(
      happenings.rows.indices.map { (happenings.text($0, "event") ?? "", $0) },
      uniquingKeysWith: { a, _ in a })
    var cards = record.claims.map {
      (start($0.content.spans + $0.cue.spans + $0.source.spans), card($0, record, names))
    }
    cards += record.events.map { event in
      var view = card(event, record, names)
      view["why-at"] = id.map { Address.of("/why", ["report": $0, "event": event.id]) }
      let judged = Judged.views(marks, of: event.id)
      if !judged.isEmpty { view["judged"] = ["marks": judged] }
      if judged.contains(where: { $0["value"] as? String == "reject" }) { view["is-rejected"] = true }
      if let id { view["judging"] = Judged.form(question.visitor, report: id, event: event.id) }
      if let row = told[event.id] {
        view["happening"] = happenings.view(row)
        view["counted"] =
          [
            Words.count(happenings.number(row, "reports"), "report"),
            Words.count(happenings.number(row, "origins"), "origin"),
          ]
          .joined(separator: ", ") + (happenings.number(row, "denials") > 0 ? ", denied" : "")
      }
      return (start(event.trigger.spans), view)
    }
    return [
      "heading": title(record), "text": EvidenceText(record).html,
      "cards": cards.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(
        \.element.1),
      "layers": Layer.views(question), "path": question.path,
      "lineage": record.report.lineage.map { ["name": $0.name, "role": $0.role] },
      "claims-words": Words.count(Double(record.claims.count), "claim"),
      "events-words": Words.count(Double(record.events.count), "event"),
      "responses-words": Words.count(Double(record.claims.count { $0.response != nil }), "response"),
      "times": record.times.map { ["words": record.words($0.spans), "value": $0.value ?? "not resolved"] },
      "places": record.places.map {
        ["words": record.words($0.spans), "name": $0.name, "country": $0.country ?? "not resolved"]
      },
    ]
  }

  private static func start(_ spans: [[Int]]) -> Int { spans.compactMap(\.first).min() ?? .max }

  private static func card(
    _ claim: ShownRecord.Claim, _ record: ShownRecord, _ names: [String: ShownRecord.Actor]
  ) -> [String: Any] {
    var view: [String: Any] = ["id": claim.id, "is-claim": true]
    let words = record.words(claim.source.spans)
    view["source"] = words.isEmpty ? "source not stated" : words
    if let actor = claim.source.actor.flatMap({ names[$0] }) {
      if !words.contains(actor.name) { view["meant"] = actor.name }
      if actor.anonymity != "named" { view["anonymity"] = anonymity(actor, record) }
      if actor.anonymity == "named" { view["actor-at"] = Address.actor(actor.name) }
    }
    view["cue"] = record.words(claim.cue.spans)
    view["notes"] =
      ([
        claim.form, claim.type == "assertion" ? nil : claim.type,
        claim.cue.class == "neutral" ? nil : claim.cue.class,
      ]
      as [String?]).compactMap { $0 }.joined(separator: " · ")
    view["parent"] = claim.parent
    if let response = claim.response {
      view["response"] = response.replacing("-", with: " ")
      view["side"] = Certainty.side(response)
    }
    if !claim.about.isEmpty { view["about"] = claim.about.map { ["id": $0] } }
    let content = record.words(claim.content.spans)
    if !content.isEmpty { view["words"] = Words.cut(content, 300) }
    return view
  }

  /// Whose claim it is, in the text's words; its id where the text does not say.
  private static func speaker(_ claim: String, _ record: ShownRecord) -> String {
    guard let claim = record.claims.first(where: { $0.id == claim }) else { return claim }
    let words = record.words(claim.source.spans)
    return words.isEmpty ? "an unnamed source" : Words.cut(words, 60)
  }

  private static func anonymity(_ actor: ShownRecord.Actor, _ record: ShownRecord) -> String {
    let reason = record.words(actor.anonymityReason)
    let words =
      switch actor.anonymity {
      case "granted": "anonymity granted"
      case "described": "not named, only described"
      default: "not named"
      }
    return reason.isEmpty ? words : "\(words): “\(reason)”"
  }

  private static func card(
    _ event: ShownRecord.Event, _ record: ShownRecord, _ names: [String: ShownRecord.Actor]
  ) -> [String: Any] {
    var view: [String: Any] = [
      "id": event.id, "is-event": true, "type": event.type, "type-class": event.type.lowercased(),
      "trigger": record.words(event.trigger.spans), "actors": parties(event.actor, names, "actor unknown"),
      "certainty": event.factuality.map {
        [
          "holder": $0.holder == "author" ? "the report" : speaker($0.holder, record),
          "words": Certainty.words($0.value),
          "letters": $0.value,
        ]
      },
    ]
    view["mode"] = event.mode
    if !event.recipient.isEmpty { view["recipients"] = parties(event.recipient, names, "") }
    if !event.status.isEmpty { view["status"] = event.status.joined(separator: ", ") }
    if let date = event.date {
      view["date"] = "\(date.value)\(date.end.map { " to \($0)" } ?? "") — \(date.basis)"
    }
    if let place = event.place {
      view["place"] = [place.name, place.country].compactMap { $0 }.joined(separator: ", ")
    }
    view["tolls"] = event.casualties.map { count in
      "\(Words.bounds(count.low.map(String.init), count.high.map(String.init))) \(count.kind)\(count.claim.map { " per \($0)" } ?? "")"
    }
    view["per"] =
      event.claims.isEmpty ? nil : event.claims.map { ["id": $0, "who": speaker($0, record)] }
    view["why"] = event.why.map { evidence in
      [
        "rule": evidence.rule,
        "rejected": evidence.rejected.isEmpty ? "" : "rejected: " + evidence.rejected.joined(separator: ", "),
      ]
    }
    view["type-means"] = PlainWords.meaning(of: event.type)
    view["coding"] =
      "\(PlainWords.quad(event.quad)), intensity \(event.intensity) between −10 and 10, nearest CAMEO code \(event.cameo)"
    return view
  }

  private static func parties(
    _ parties: [ShownRecord.Party], _ names: [String: ShownRecord.Actor], _ none: String
  ) -> [[String: Any]] {
    if parties.isEmpty { return none.isEmpty ? [] : [["name": none]] }
    return parties.enumerated().map { index, party in
      let actor = names[party.id]
      let codes = ([actor?.country] + (actor?.sectors ?? []).map(PlainWords.sector)).compactMap { $0 }
        .joined(separator: ", ")
      var view: [String: Any] = ["name": actor?.name ?? "?", "joined": index > 0]
      if !codes.isEmpty { view["codes"] = codes }
      return view
    }
  }

  /// The relatives by relation: what it copies, who copies it, …
  private static func groups(_ kin: Answer, own: String) -> [[String: Any]] {
    let rows = kin.rows.indices.map { relative(kin, $0, own: own) }
    var relations: [String] = []
    for case let relation as String in rows.map({ $0["relation"] }) where !relations.contains(relation) {
      relations.append(relation)
    }
    return relations.map { relation in
      ["relation": relation, "rows": rows.filter { $0["relation"] as? String == relation }]
    }
  }

  private static func relative(_ kin: Answer, _ row: Int, own: String) -> [String: Any] {
    var view = kin.view(row)
    let isFrom = kin.text(row, "direction") == "from"
    view["relation"] =
      switch kin.text(row, "kind") {
      case "relay": isFrom ? "copied by" : "copies"
      case "version": isFrom ? "superseded by" : "supersedes"
      default: isFrom ? "reported on by" : "reports on"
      }
    view["who"] = kin.text(row, "outlet") ?? kin.text(row, "key") ?? ""
    view["at"] = Address.report(kin.text(row, "id") ?? "")
    view["beside"] = Address.of("/beside", ["a": own, "b": kin.text(row, "id") ?? ""])
    view["share"] =
      kin.text(row, "kind") == "relay"
      ? "\(Int((kin.number(row, "containment") * 100).rounded())) %" : nil
    return view
  }

  private static func table(_ record: ShownRecord) -> Answer {
    let names = Dictionary(record.actors.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    func list(_ parties: [ShownRecord.Party]) -> Answer.Cell {
      .text(parties.compactMap { names[$0.id] }.joined(separator: "; "))
    }
    return Answer(
      columns: [
        "event", "type", "mode", "actor", "recipient", "trigger", "date", "place", "status", "claims",
      ],
      rows: record.events.map { event in
        [
          .text(event.id), .text(event.type), event.mode.map(Answer.Cell.text) ?? .none, list(event.actor),
          list(event.recipient),
          .text(record.words(event.trigger.spans)), event.date.map { .text($0.value) } ?? .none,
          event.place.map { .text($0.name) } ?? .none, .text(event.status.joined(separator: ", ")),
          .text(event.claims.joined(separator: ", ")),
        ]
      })
  }
}

/// A layer of evidence on the report page; which ones are shown stands in the address (`?layer=says&layer=when`).
enum Layer: String, CaseIterable {
  case says, said, what, when, where_ = "where"

  private var words: String {
    switch self {
    case .says: "who says"
    case .said: "what is said"
    case .what: "who did what"
    case .when: "when"
    case .where_: "where"
    }
  }

  private var mark: String {
    switch self {
    case .says: "src cue"
    case .said: "said"
    case .what: "pty trg"
    case .when: "tme"
    case .where_: "plc"
    }
  }

  /// The boxes; all are ticked where the address says nothing of layers.
  static func views(_ question: Question) -> [[String: Any]] {
    let asked = question.all("layer")
    return allCases.map { layer in
      var view: [String: Any] = ["layer": layer.rawValue, "words": layer.words, "mark": layer.mark]
      if asked.isEmpty || asked.contains(layer.rawValue) { view["is-on"] = true }
      return view
    }
  }
}
