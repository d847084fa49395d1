internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RapporteurLedger

/// What an analyst does with the coding of one event.
enum Judgement {
  case correct([Correction])
  case withdraw
  case grade(Grade)
  case tag(String)
  case untag(String)
  case note(String)

  /// The judgement that a form's `act` and fields mean; `coded` gives what each field holds now.
  init(form: [String: String], coded: (Correction.Field) throws -> String) throws {
    switch form["act"] {
    case "accept": self = .correct([.accept])
    case "reject": self = .correct([.reject])
    case "recode":
      let changed = try Correction.Field.allCases.compactMap { field -> Correction? in
        guard let value = form[field.rawValue]?.trimmed, try value != coded(field) else { return nil }
        return try Correction(field, value)
      }
      if changed.isEmpty {
        throw DeskFault(.badRequest, "nothing was changed; accept the coding if it is right")
      }
      self = .correct(changed)
    case "withdraw": self = .withdraw
    case "grade": self = .grade(try Grade((form["grade"] ?? "").trimmed))
    case "tag": self = .tag(try Judgement.words(form["tag"], "tag", most: 80))
    case "untag": self = .untag(try Judgement.words(form["tag"], "tag", most: 80))
    case "note": self = .note(try Judgement.words(form["note"], "note", most: 2_000))
    case let other:
      throw DeskFault(
        .badRequest,
        "'\(other ?? "")' is nothing that can be done; write accept, reject, recode, withdraw, grade, tag, untag or note"
      )
    }
  }

  /// Writes it, with its line in the audit trail.
  func write(to ledger: Ledger, on event: Subject, by analyst: String) throws {
    switch self {
    case .correct(let corrections): try ledger.correct(event, corrections, by: analyst)
    case .withdraw: try ledger.withdrawCorrections(of: event, by: analyst)
    case .grade(let grade): try ledger.grade(event, grade, by: analyst)
    case .tag(let tag): try ledger.tag(event, tag, by: analyst)
    case .untag(let tag): try ledger.untag(event, tag, by: analyst)
    case .note(let note): try ledger.annotate(event, note, by: analyst)
    }
  }

  private static func words(_ text: String?, _ name: String, most: Int) throws(DeskFault) -> String {
    let text = (text ?? "").trimmed
    guard !text.isEmpty, text.count <= most else {
      throw DeskFault(.badRequest, "a \(name) has 1 to \(most) letters")
    }
    return text
  }
}

extension Desk {
  /// Accepting, rejecting, recoding: by form for people, as JSON for programs.
  func registerJudging(in router: Router<BasicRequestContext>) {
    router.post("/judge") { request, _ in await self.judgeForPeople(request) }
    router.post("/api/judge") { request, _ in await self.judgeForPrograms(request) }
  }

  private func judgeForPeople(_ request: Request) async -> Response {
    do {
      let form = Address.query(try await body(of: request, upTo: 16_384))
      let analyst = try await analyst(of: request, form: form)
      try judge(form, by: analyst.name)
      let address = Address.report(form["report"] ?? "", mark: form["event"])
      return Desk.redirect(to: address)
    } catch { return Answering.fault(fault(error), as: .html, house) }
  }

  private func judgeForPrograms(_ request: Request) async -> Response {
    do {
      let (form, analyst) = try await signedForm(request)
      try judge(form, by: analyst)
      let marks = try ledger.judgements(of: form["report"] ?? "")
      let rows = marks.jsonLines.split(separator: "\n").joined(separator: ",")
      return Answering.bytes(Array("{\"marks\":[\(rows)]}\n".utf8), media: Format.json.media, known: nil)
    } catch { return Answering.fault(fault(error), as: .json, house) }
  }

  private func judge(_ form: [String: String], by analyst: String) throws {
    let event = try Desk.event(form)
    let now = try ledger.coding(of: event)
    let values = Dictionary(
      now.rows.indices.map { (now.text($0, "field") ?? "", now.text($0, "now") ?? "") },
      uniquingKeysWith: { first, _ in first })
    let judgement = try Judgement(form: form) { values[$0.rawValue] ?? "" }
    try judgement.write(to: ledger, on: event, by: analyst)
  }

  /// The event that a form is about: `report` and `event`, such as e3.
  private static func event(_ form: [String: String]) throws(DeskFault) -> Subject {
    guard let report = form["report"], let name = form["event"], name.hasPrefix("e"),
      let number = Int(name.dropFirst())
    else { throw DeskFault(.badRequest, "an event of a report is judged: name them with report and event") }
    return .event(report: report, number: number)
  }
}
