internal import HTTPTypes
internal import Hummingbird

extension Desk {
  /// Signing in and out, for people.
  func registerSigningIn(in router: Router<BasicRequestContext>) {
    router.get("/sign-in") { request, _ in
      let back = Address.query(request.uri.query)["back"] ?? "/"
      return await self.signInPage(request, back: back)
    }
    router.post("/sign-in") { request, _ in await self.signIn(request) }
    router.post("/sign-out") { request, _ in await self.signOut(request) }
  }

  private func signInPage(_ request: Request, back: String) async -> Response {
    let visitor = await visitor(request)
    var values: [String: Any] = ["back": Address.inHouse(back)]
    if sessions != nil { values["can-write"] = true }
    if let analyst = visitor.analyst { values["analyst"] = ["name": analyst.name, "form": analyst.form] }
    return Answering.page(
      Page(title: "Sign in", template: "sign-in", values: values), as: .html,
      Question(path: "/sign-in", visitor: visitor), house, known: request.headers[.ifNoneMatch])
  }

  private func signIn(_ request: Request) async -> Response {
    do {
      guard let sessions else { throw Desk.readOnly }
      let form = Address.query(try await body(of: request, upTo: 4_096))
      let name = (form["analyst"] ?? "").trimmed
      guard !name.isEmpty, name.count <= 80 else {
        throw DeskFault(
          .badRequest, "a name is needed, of 80 letters at the most: the audit trail keeps who did what")
      }
      let id = try await sessions.begin(token: form["token"] ?? "", analyst: name)
      return Desk.redirect(to: Address.inHouse(form["back"] ?? "/"), cookie: id, age: Sessions.length)
    } catch { return Answering.fault(fault(error), as: .html, house) }
  }

  private func signOut(_ request: Request) async -> Response {
    do {
      let form = Address.query(try await body(of: request, upTo: 4_096))
      _ = try await analyst(of: request, form: form)
      if let id = request.cookies[Desk.cookie]?.value { await sessions?.end(id) }
      return Desk.redirect(to: "/", cookie: "", age: 0)
    } catch { return Answering.fault(fault(error), as: .html, house) }
  }

  /// Leads on, so that a reload sends no form twice.
  static func redirect(to address: String, cookie: String? = nil, age: Int = 0) -> Response {
    var headers: HTTPFields = [.location: address]
    if let cookie {
      headers[.setCookie] =
        "\(Desk.cookie)=\(cookie); Path=/; HttpOnly; SameSite=Strict; Max-Age=\(age)"
    }
    return Response(status: .seeOther, headers: headers)
  }
}

extension Address {
  /// The address, if it is one of the desk's own; the first page if not.
  package static func inHouse(_ address: String) -> String {
    let isOwn =
      address.hasPrefix("/") && !address.hasPrefix("//")
      && address.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0 != "\\" && $0.value != 0x7F }
    return isOwn ? address : "/"
  }
}
