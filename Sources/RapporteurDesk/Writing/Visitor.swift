internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Who asks for a page.
enum Visitor: Sendable {
  /// The desk only shows, for everybody.
  case reader
  /// Could sign in.
  case stranger
  /// Gave the token.
  case analyst(Analyst)

  /// The analyst, where it is one.
  var analyst: Analyst? { if case .analyst(let analyst) = self { analyst } else { nil } }
}

extension Desk {
  /// The name of the cookie that holds a session.
  static let cookie = "desk"

  /// Who asks.
  func visitor(_ request: Request) async -> Visitor {
    guard let sessions else { return .reader }
    guard let id = request.cookies[Desk.cookie]?.value, let analyst = await sessions.analyst(id) else {
      return .stranger
    }
    return .analyst(analyst)
  }

  /// The analyst who sent a form of our own.
  ///
  /// - Throws: `DeskFault` where nobody is signed in, or the form was not made for them.
  func analyst(of request: Request, form: [String: String]) async throws(DeskFault) -> Analyst {
    switch await visitor(request) {
    case .reader: throw Desk.readOnly
    case .stranger: throw DeskFault(.unknown, "sign in first: what is written needs a name and the token")
    case .analyst(let analyst):
      guard Sessions.isSame(form["form"] ?? "", analyst.form) else {
        throw DeskFault(
          .forbidden, "this form is not of your session; go back, reload the page and try again")
      }
      return analyst
    }
  }

  /// Checks the token that a program sends in its `Authorization` header.
  func checkBearer(_ request: Request) async throws(DeskFault) {
    guard let sessions else { throw Desk.readOnly }
    let words = (request.headers[.authorization] ?? "").split(separator: " ", maxSplits: 1)
    guard words.count == 2, words[0].lowercased() == "bearer" else {
      throw DeskFault(.unknown, "writing needs the header 'Authorization: Bearer TOKEN'")
    }
    try await sessions.check(String(words[1]))
  }

  /// What a program sends as JSON with the token in its header: the fields, and in whose name.
  func signedForm(_ request: Request) async throws -> (form: [String: String], analyst: String) {
    try await checkBearer(request)
    let body = Data(try await body(of: request, upTo: 16_384).utf8)
    guard let form = try? JSONDecoder().decode([String: String].self, from: body) else {
      throw DeskFault(
        .badRequest, "the body must be an object of strings, with 'act' and 'analyst' among them")
    }
    let analyst = (form["analyst"] ?? "").trimmed
    guard !analyst.isEmpty, analyst.count <= 80 else {
      throw DeskFault(.badRequest, "'analyst' is needed: the audit trail keeps who did what")
    }
    return (form, analyst)
  }

  static let readOnly = DeskFault(
    .forbidden, "this desk shows and does not write; start it with --token to accept, reject and recode")
}
