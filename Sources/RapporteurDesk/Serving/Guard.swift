internal import HTTPTypes
internal import Hummingbird

/// What every request passes: is the desk meant by this name, is the address of a sane length; and what every answer
/// carries, so that a browser runs nothing that is not ours.
package struct Guard: RouterMiddleware {
  typealias Context = BasicRequestContext
  let options: DeskOptions
  let house: House

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    if let fault = fault(of: request) {
      response = Answering.fault(fault, as: format(of: request), house)
    } else {
      do { response = try await next(request, context) } catch let error as HTTPError
        where error.status == .notFound
      {
        response = Answering.fault(
          DeskFault(.notFound, "there is no such page"), as: format(of: request), house)
      } catch let error as HTTPError {
        response = Answering.plain(status: error.status, error.body ?? "this cannot be answered")
      }
    }
    for (name, value) in Guard.headers { response.headers[name] = value }
    return response
  }

  private func fault(of request: Request) -> DeskFault? {
    if request.uri.string.utf8.count > options.longestAddress {
      return DeskFault(.tooLong, "the address is longer than \(options.longestAddress) bytes")
    }
    if let hosts = options.hosts, !hosts.contains(Guard.name(ofAuthority: request.head.authority ?? "")) {
      return DeskFault(.badRequest, "this desk is not to be asked under that name")
    }
    if request.method == .post, !Guard.isOwn(request) {
      return DeskFault(.forbidden, "this was sent by another page than the desk's own")
    }
    return nil
  }

  /// Whether a form comes from the desk's own page, or from a program, which says nothing of where it comes from.
  private static func isOwn(_ request: Request) -> Bool {
    if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!] {
      return site == "same-origin" || site == "none"
    }
    guard let origin = request.headers[.origin] else { return true }
    return origin.split(separator: "/").last.map(String.init) == request.head.authority
  }

  private func format(of request: Request) -> Format {
    let path = request.uri.path
    if path.hasPrefix("/api/") { return .json }
    return Format.ofFault(Format.split(path.split(separator: "/").last.map(String.init) ?? "").1, request)
  }

  /// `localhost` of `localhost:8080`, `::1` of `[::1]:8080`.
  package static func name(ofAuthority authority: String) -> String {
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    return String(authority.prefix { $0 != ":" }).lowercased()
  }

  private static let headers: [(HTTPField.Name, String)] = [
    (
      HTTPField.Name("Content-Security-Policy")!,
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    (HTTPField.Name("X-Content-Type-Options")!, "nosniff"),
    (HTTPField.Name("Referrer-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
    (HTTPField.Name("Permissions-Policy")!, "camera=(), microphone=(), geolocation=()"),
  ]
}
