internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RapporteurLedger

/// What is done with saved searches.
private enum Keeping {
  case save(name: String, conditions: String)
  case delete(Int64)

  /// What a form's `act` and fields mean.
  init(form: [String: String]) throws(DeskFault) {
    switch form["act"] {
    case "save":
      let name = (form["name"] ?? "").trimmed
      guard !name.isEmpty, name.count <= 80 else {
        throw DeskFault(.badRequest, "a saved search has a name of 1 to 80 letters")
      }
      self = .save(name: name, conditions: SavedPage.conditions(form["search"] ?? ""))
    case "delete":
      guard let number = Int64(form["number"] ?? "") else {
        throw DeskFault(.badRequest, "'number' says which saved search is deleted, such as 3")
      }
      self = .delete(number)
    case let other:
      throw DeskFault(.badRequest, "'\(other ?? "")' is nothing that can be done; write save or delete")
    }
  }
}

extension Desk {
  /// Keeping searches by name, and deleting them: by form for people, as JSON for programs.
  func registerSavingSearches(in router: Router<BasicRequestContext>) {
    router.post("/saved") { request, _ in await self.keepForPeople(request) }
    router.post("/api/saved") { request, _ in await self.keepForPrograms(request) }
  }

  private func keepForPeople(_ request: Request) async -> Response {
    do {
      let form = Address.query(try await body(of: request, upTo: 16_384))
      let analyst = try await analyst(of: request, form: form)
      let number = try keep(Keeping(form: form), by: analyst.name)
      return Desk.redirect(to: number.map { "/saved/\($0)" } ?? "/saved")
    } catch { return Answering.fault(fault(error), as: .html, house) }
  }

  private func keepForPrograms(_ request: Request) async -> Response {
    do {
      let (form, analyst) = try await signedForm(request)
      _ = try keep(Keeping(form: form), by: analyst)
      let rows = try ledger.savedSearches().jsonLines.split(separator: "\n").joined(separator: ",")
      return Answering.bytes(Array("{\"searches\":[\(rows)]}\n".utf8), media: Format.json.media, known: nil)
    } catch { return Answering.fault(fault(error), as: .json, house) }
  }

  /// Does it; the number of what was saved. A search that cannot be asked is not kept.
  private func keep(_ keeping: Keeping, by analyst: String) throws -> Int64? {
    switch keeping {
    case .save(let name, let conditions):
      var filter = try SearchPage.filter(Question(path: "/search", query: conditions), countries)
      filter.limit = 1
      _ = try ledger.events(filter)
      return try ledger.save(search: conditions, as: name, by: analyst)
    case .delete(let number):
      try ledger.delete(search: number, by: analyst)
      return nil
    }
  }
}
