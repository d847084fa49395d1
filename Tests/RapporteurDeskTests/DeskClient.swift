import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded

@testable import RapporteurDesk

/// What a desk answered.
struct Answered {
  let status: Int
  let headers: HTTPFields
  let text: String

  /// The value of a header, or nil.
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The body as a JSON object; nil where it is none.
  var object: [String: Any]? {
    // Nil says what is wrong.
    (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]
  }
}

/// Asks a desk without a network: requests go to its router, answers come back whole.
struct DeskClient {
  private let responder: RouterResponder<BasicRequestContext>
  /// The name under which the desk is asked.
  var authority = "localhost"

  init(_ desk: Desk) { responder = desk.router().buildResponder() }

  func get(_ address: String, headers: HTTPFields = [:]) async throws -> Answered {
    try await answer(.get, address, headers, "")
  }

  func post(_ address: String, _ body: String, headers: HTTPFields = [:]) async throws -> Answered {
    try await answer(.post, address, headers, body)
  }

  private func answer(_ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, _ body: String)
    async throws -> Answered
  {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: authority, path: address, headerFields: headers)
    let context = BasicRequestContext(
      source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let response = try await responder.respond(
      to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body))), context: context)
    let collected = Collected()
    try await response.body.write(Collector(collected: collected))
    return Answered(
      status: response.status.code, headers: response.headers, text: String(buffer: await collected.body))
  }
}

/// A body as it comes together.
private actor Collected {
  private(set) var body = ByteBuffer()

  func append(_ part: ByteBuffer) {
    var part = part
    body.writeBuffer(&part)
  }
}

private struct Collector: ResponseBodyWriter {
  let collected: Collected

  mutating func write(_ buffer: ByteBuffer) async throws { await collected.append(buffer) }
  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
