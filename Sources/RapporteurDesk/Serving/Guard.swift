internal import HTTPTypes
internal import Hummingbird

/// What every request passes: is the desk meant by this name, is the address of a sane length; and what every answer
/// carries, so that a browser runs nothing that is not ours.
struct Guard: RouterMiddleware {
  typealias Context = BasicRequestContext
  let options: DeskOptions

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response: Response
    if let fault = fault(of: request) {
      response = Answering.plain(fault)
    } else {
      do { response = try await next(request, context) } catch let error as HTTPError
        where error.status == .notFound
      {
        response = Answering.plain(DeskFault(.notFound, "there is no such page"))
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
    return nil
  }

  /// `localhost` of `localhost:8080`, `::1` of `[::1]:8080`.
  static func name(ofAuthority authority: String) -> String {
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
    (HTTPField.Name("Referrer-Policy")!, "no-referrer"),
    (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
    (HTTPField.Name("Permissions-Policy")!, "camera=(), microphone=(), geolocation=()"),
  ]
}
