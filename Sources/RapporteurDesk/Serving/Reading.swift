internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import RapporteurLedger

extension Desk {
  /// Reading a text that is not stored: for programs at `/api/read`, for people at `/read`; and what describes it all.
  func registerReading(in router: Router<BasicRequestContext>) {
    router.get("/openapi.json") { request, _ in
      Answering.bytes(
        Array(OpenAPI.text.utf8), media: Format.json.media, known: request.headers[.ifNoneMatch])
    }
    router.get("/help") { request, _ in
      let page = Page(
        title: "Help", template: "help", values: ["routes": OpenAPI.views, "types": PlainWords.types])
      return Answering.page(
        page, as: .html, Question(path: "/help", visitor: await self.visitor(request)), self.house,
        known: request.headers[.ifNoneMatch])
    }
    router.get("/read") { request, _ in
      let page = Page(title: "Read a text", template: "read", values: ["can-read": self.readText != nil])
      return Answering.page(
        page, as: .html, Question(path: "/read", visitor: await self.visitor(request)), self.house,
        known: request.headers[.ifNoneMatch])
    }
    router.post("/api/read") { request, _ in await self.readForPrograms(request) }
    router.post("/read") { request, _ in await self.readForPeople(request) }
  }

  private func readForPrograms(_ request: Request) async -> Response {
    do {
      let body = try await body(of: request, upTo: options.longestText)
      guard let asked = try? JSONDecoder().decode(AskedText.self, from: Data(body.utf8)) else {
        throw DeskFault(
          .badRequest, "the body must be JSON: {\"text\": …, \"published\": \"YYYY-MM-DD\" or absent}")
      }
      let record = try await record(of: asked)
      return Answering.bytes(Array(record.utf8), media: Format.json.media, known: nil)
    } catch { return Answering.fault(fault(error), as: .json, house) }
  }

  private func readForPeople(_ request: Request) async -> Response {
    do {
      let form = Address.query(try await body(of: request, upTo: options.longestText))
      let asked = AskedText(
        text: form["text"] ?? "", published: form["published"].flatMap { $0.isEmpty ? nil : $0 })
      let question = Question(path: "/read", visitor: await visitor(request))
      let page = try ReportPage.page(
        record: try await record(of: asked), title: "A text that is not stored", question)
      return Answering.page(page, as: .html, question, house, known: nil)
    } catch { return Answering.fault(fault(error), as: .html, house) }
  }

  private func record(of asked: AskedText) async throws -> String {
    guard let readText else {
      throw DeskFault(.notFound, "this desk reads no texts; it shows stored reports only")
    }
    if asked.text.trimmed.isEmpty { throw DeskFault(.badRequest, "there is no text to read") }
    return try await readText(asked.text, asked.published)
  }

  /// What was sent, of so many bytes at the most.
  func body(of request: Request, upTo most: Int) async throws -> String {
    var request = request
    let tooLong = DeskFault(.tooLarge, "\(most) bytes at the most may be sent")
    do {
      return String(buffer: try await request.collectBody(upTo: most))
    } catch is NIOTooManyBytesError { throw tooLong } catch let error as HTTPError
      where error.status == .contentTooLarge
    {
      throw tooLong
    }
  }

  /// What an error of any kind means to who sent something.
  func fault(_ error: any Error) -> DeskFault {
    switch error {
    case let fault as DeskFault: fault
    case let error as LedgerError: DeskFault(error)
    case let error as BadValue: DeskFault(.badRequest, error.description)
    default: DeskFault(.badRequest, "this could not be read: \(error)")
    }
  }
}

/// What `POST /api/read` takes.
private struct AskedText: Decodable {
  let text: String
  let published: String?
}
