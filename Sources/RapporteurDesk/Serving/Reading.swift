internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Desk {
  /// Reading a text that is not stored: for programs at `/api/read`, for people at `/read`; and what describes it all.
  func registerReading(in router: Router<BasicRequestContext>) {
    router.get("/openapi.json") { request, _ in
      Answering.bytes(
        Array(OpenAPI.text.utf8), media: Format.json.media, known: request.headers[.ifNoneMatch])
    }
    router.get("/help") { request, _ in
      let page = Page(title: "Help", template: "help", values: ["routes": OpenAPI.views])
      return Answering.page(
        page, as: .html, Question(path: "/help", variables: [:], query: [:]), self.house,
        known: request.headers[.ifNoneMatch])
    }
    router.get("/read") { request, _ in
      let page = Page(title: "Read a text", template: "read", values: ["can-read": self.readText != nil])
      return Answering.page(
        page, as: .html, Question(path: "/read", variables: [:], query: [:]), self.house,
        known: request.headers[.ifNoneMatch])
    }
    router.post("/api/read") { request, _ in await self.readForPrograms(request) }
    router.post("/read") { request, _ in await self.readForPeople(request) }
  }

  private func readForPrograms(_ request: Request) async -> Response {
    do {
      let body = try await body(of: request)
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
      let form = Address.query(try await body(of: request))
      let asked = AskedText(
        text: form["text"] ?? "", published: form["published"].flatMap { $0.isEmpty ? nil : $0 })
      let page = try ReportPage.page(record: try await record(of: asked), title: "A text that is not stored")
      return Answering.page(
        page, as: .html, Question(path: "/read", variables: [:], query: [:]), house, known: nil)
    } catch { return Answering.fault(fault(error), as: .html, house) }
  }

  private func record(of asked: AskedText) async throws -> String {
    guard let readText else {
      throw DeskFault(.notFound, "this desk reads no texts; it shows stored reports only")
    }
    if asked.text.trimmed.isEmpty { throw DeskFault(.badRequest, "there is no text to read") }
    return try await readText(asked.text, asked.published)
  }

  private func body(of request: Request) async throws -> String {
    var request = request
    do {
      return String(buffer: try await request.collectBody(upTo: options.longestText))
    } catch is NIOTooManyBytesError { throw tooLong } catch let error as HTTPError
      where error.status == .contentTooLarge
    {
      throw tooLong
    }
  }

  private var tooLong: DeskFault {
    DeskFault(.tooLarge, "a text may have \(options.longestText) bytes at the most")
  }

  private func fault(_ error: any Error) -> DeskFault {
    (error as? DeskFault) ?? DeskFault(.badRequest, "the text could not be read: \(error)")
  }
}

/// What `POST /api/read` takes.
private struct AskedText: Decodable {
  let text: String
  let published: String?
}
