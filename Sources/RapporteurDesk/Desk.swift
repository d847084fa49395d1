public import Foundation
public import Hummingbird
internal import Mustache
public import RapporteurLedger

/// The ledger in a browser: pages, their tables, and the interface for programs.
///
/// A desk reads. Only with a token does it write, and then analysts' fields alone; and an empty ledger may be filled with
/// the samples.
///
/// ```swift
/// let desk = try await Desk(ledger: Ledger(file: "news.sqlite", access: .read), options: DeskOptions())
/// let application = Application(router: desk.router(), configuration: .init(address: .hostname("127.0.0.1", port: 8080)))
/// ```
public struct Desk: Sendable {
  /// Reads one text and gives the record as JSON; runs on its own, since it takes a while.
  public typealias TextReader = @Sendable (_ text: String, _ published: String?) async throws -> String

  /// Fills an empty ledger with the samples.
  public typealias Filler = @Sendable () async throws -> Void

  let ledger: Ledger
  let options: DeskOptions
  let house: House
  let why: WhyPage
  let countries: Countries
  let readText: TextReader?
  let fill: Filler?
  /// Who may write; nil where nobody may.
  let sessions: Sessions?

  /// Loads the templates, the style sheet and the map.
  ///
  /// - Parameters:
  ///   - ledger: What is shown.
  ///   - options: Where the desk may be asked from, and how much it takes.
  ///   - readText: What reads a pasted text; without it the desk shows stored reports only.
  ///   - fill: What fills an empty ledger when somebody asks for the samples; without it the desk only tells how.
  ///   - token: What gives the right to judge codings; without it nobody can.
  ///   - now: The time, for the end of sessions.
  /// - Throws: An error that names the missing or broken file.
  public init(
    ledger: Ledger, options: DeskOptions = DeskOptions(), readText: TextReader? = nil, fill: Filler? = nil,
    token: String? = nil, now: @escaping @Sendable () -> Date = { Date() }
  ) throws {
    self.ledger = ledger
    self.options = options
    self.readText = readText
    self.fill = fill
    sessions = token.map { Sessions(token: $0, now: now) }
    house = try House()
    why = try WhyPage()
    countries = try Countries()
  }

  /// All routes, behind the checks that every request passes.
  public func router() -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Guard(options: options, house: house))
    for route in Route.all { register(route, in: router) }
    registerFiles(in: router)
    registerReading(in: router)
    registerBeginning(in: router)
    registerSigningIn(in: router)
    registerJudging(in: router)
    registerSavingSearches(in: router)
    return router
  }
}

/// Where a desk may be asked from, and how much it takes.
public struct DeskOptions: Sendable {
  /// The names under which the desk may be asked (the `Host` header), so that a page of another site that points its
  /// own name at this machine gets nothing; nil lets every name through.
  public var hosts: Set<String>?
  /// The longest address, in bytes.
  public var longestAddress = 4_096
  /// The longest text that `POST /api/read` takes, in bytes.
  public var longestText = 200_000

  /// The options of a desk for one person on one machine.
  public init(hosts: Set<String>? = ["localhost", "127.0.0.1", "::1"]) { self.hosts = hosts }
}
