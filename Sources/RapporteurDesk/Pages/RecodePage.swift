internal import RapporteurCore
internal import RapporteurLedger

/// The coding of one event, as the engine read it and as analysts have it, with the form that changes it.
enum RecodePage {
  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    guard let report = question.text("report"), let event = question.text("event"), event.hasPrefix("e"),
      let number = Int(event.dropFirst())
    else {
      throw DeskFault(
        .badRequest, "the coding of an event of a report is shown: name them with report and event")
    }
    let ledger = desk.ledger
    let facts = try ledger.report(report)
    let id = facts.text(0, "id") ?? report
    let coding = try ledger.coding(of: .event(report: id, number: number))
    let marks = try ledger.judgements(of: id)
    var values: [String: Any] = [
      "report": id, "event": event, "at": Address.report(id, mark: event),
      "outlet": facts.text(0, "outlet") ?? id,
      "fields": coding.rows.indices.dropFirst().map { field(coding, $0) },
      "marks": Judged.views(marks, of: event),
    ]
    values["judging"] = Judged.form(question.visitor, report: id, event: event)
    return Page(
      title: "Coding of \(event) in \(facts.text(0, "outlet") ?? id)", template: "recode", values: values,
      tables: [("coding", coding), ("marks", marks)])
  }

  /// A field with what may stand in it.
  private static func field(_ coding: Answer, _ row: Int) -> [String: Any] {
    let name = coding.text(row, "field") ?? ""
    let (read, now) = (coding.text(row, "read") ?? "", coding.text(row, "now") ?? "")
    var view: [String: Any] = [
      "name": name, "label": label(name), "now": now, "read": read.isEmpty ? "none" : read,
    ]
    if read != now { view["is-changed"] = true }
    if name == "type" {
      view["choice"] = ["options": EventType.allCases.map { option($0.rawValue, $0.rawValue == now) }]
    } else if name == "mode" {
      let modes = Set(EventType.allCases.flatMap { $0.modes.map(\.name) }).sorted()
      view["choice"] = ["options": ([""] + modes).map { option($0, $0 == now) }]
    }
    return view
  }

  private static func option(_ name: String, _ isNow: Bool) -> [String: Any] {
    ["value": name, "shown": name.isEmpty ? "none" : name, "is-now": isNow]
  }

  private static func label(_ field: String) -> String {
    switch field {
    case "country": "country of the place"
    case "actor-country": "country of the actor"
    case "recipient-country": "country of the recipient"
    default: field
    }
  }
}

/// What analysts said of events, for the eye.
enum Judged {
  /// The marks of one event: a line each, in the order of time.
  static func views(_ marks: Answer, of event: String?) -> [[String: Any]] {
    marks.rows.indices.filter { marks.text($0, "event") == event }.map { row in
      var view = marks.view(row)
      let (what, value) = (marks.text(row, "what") ?? "", marks.text(row, "value") ?? "")
      view["words"] = words(what, value, was: marks.text(row, "was"))
      view["side"] = value == "accept" ? "asserts" : value == "reject" ? "denies" : "open"
      view["day"] = (marks.text(row, "at") ?? "").prefix(10).description
      return view
    }
  }

  private static func words(_ what: String, _ value: String, was: String?) -> String {
    switch what {
    case "verdict": value == "accept" ? "accepted" : "rejected"
    case "grade": "graded \(value)"
    case "tag": "tagged “\(value)”"
    case "note": "“\(value)”"
    default:
      "\(what): \(value.isEmpty ? "none" : value), read as \(was.flatMap { $0.isEmpty ? nil : $0 } ?? "none")"
    }
  }

  /// What a form for an event needs; nothing for those who may not write.
  static func form(_ visitor: Visitor, report: String, event: String) -> [String: Any]? {
    visitor.analyst.map { analyst in
      [
        "form": analyst.form, "report": report, "event": event,
        "recode-at": Address.of("/recode", ["report": report, "event": event]),
      ]
    }
  }
}
