internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import RapporteurLedger

/// A page's address, what it shows, what may be asked of it, and how it is made. The description for programs
/// (`/openapi.json`) is written from the same list.
package struct Route: Sendable {
  /// The path; `{name}` stands for one part of it.
  package let path: String
  let summary: String
  /// The query's names, and what each means.
  var query: [(name: String, what: String)] = []
  /// The names without which the question means nothing.
  var required: Set<String> = []
  package var formats: [Format] = [.html, .json, .csv]
  let page: @Sendable (Desk, Question) throws -> Page

  static let paging = [("after", "a place in the list: the cursor that a page's next link holds")]

  /// All pages.
  package static let all: [Route] = [
    Route(
      path: "/", summary: "The happenings that were last reported on, and who says so", query: paging,
      page: { try TodayPage.page($0, $1) }),
    Route(
      path: "/report/{id}", summary: "A report with its evidence, its copies and its codings",
      query: [
        ("layer", "the layers that are shown, each once: says, said, what, when, where; all where absent")
      ],
      page: { try ReportPage.page($0, $1) }),
    Route(
      path: "/happening/{number}", summary: "Who says so, on how many origins it rests, and what they say",
      page: { try HappeningPage.page($0, $1) }),
    Route(
      path: "/beside", summary: "Two reports side by side, with what only one of them says",
      query: [("a", "a report's id"), ("b", "another's")], required: ["a", "b"],
      page: { try BesidePage.page($0.ledger, $1) }),
    Route(
      path: "/why", summary: "Why an event was coded as it was, in words",
      query: [("report", "a report's id"), ("event", "the event's id: e1, e2, …")],
      required: ["report", "event"],
      page: { try $0.why.page($0.ledger, $1) }),
    Route(
      path: "/actor", summary: "A person, body or state: offices, sayings, deeds, dealings",
      query: [
        ("id", "an identity or a part of a name"), ("topic", "words that a statement holds"),
        ("before", "a mention: only what older ones tell"),
      ] + paging,
      page: { try ActorPage.page($0, $1) }),
    Route(
      path: "/dyad", summary: "Two states or actors over time, by articles and by origins",
      query: [
        ("a", "a country, by its ISO 3166-1 alpha-3 code or name, or an actor, by identity or name"),
        ("b", "another"),
        ("week", "the Monday of one week, YYYY-MM-DD"), ("since", "the first day of the drawing, YYYY-MM-DD"),
      ] + paging,
      page: { try DyadPage.page($0, $1) }),
    Route(
      path: "/movers", summary: "Pairs of states with more or less in a week than in the eight before",
      query: [("week", "a day of the week, YYYY-MM-DD; the last whole week where absent")],
      page: { try MoversPage.page($0, $1) }),
    Route(
      path: "/recode", summary: "The coding of one event, as it was read and as analysts have it",
      query: [("report", "a report's id"), ("event", "the event's id: e1, e2, …")],
      required: ["report", "event"], page: { try RecodePage.page($0, $1) }),
    Route(
      path: "/history", summary: "Who graded, corrected, accepted and rejected what, the newest first",
      query: [("report", "only what was done to this report")] + paging,
      page: { try HistoryPage.page($0, $1) }),
    Route(
      path: "/search", summary: "Events that fit words and conditions", query: SearchPage.conditions + paging,
      formats: Format.allCases, page: { try SearchPage.page($0, $1) }),
    Route(
      path: "/saved", summary: "Searches that are kept by name", page: { try SavedPage.list($0, $1) }),
    Route(
      path: "/saved/{number}", summary: "What a saved search finds", formats: Format.allCases,
      page: { try SavedPage.one($0, $1) }),
    Route(
      path: "/map", summary: "Where the events that fit took place", query: SearchPage.conditions,
      page: { try MapPage.page($0, $1) }),
  ]

  /// The paths that the router knows: one for each form where the path is fixed, one for all where it ends in a part.
  var patterns: [String] {
    let pattern = path.split(separator: "/").map {
      $0.hasPrefix("{") ? ":" + $0.dropFirst().dropLast() : String($0)
    }
    let joined = "/" + pattern.joined(separator: "/")
    if path.hasSuffix("}") { return [joined] }
    return [joined] + formats.filter { $0 != .html }.map { (path == "/" ? "/today" : joined) + $0.suffix }
  }
}

extension Desk {
  func register(_ route: Route, in router: Router<BasicRequestContext>) {
    for pattern in route.patterns {
      router.get(RouterPath(pattern)) { request, context in
        await self.answer(route, request, context.parameters)
      }
    }
    if route.path == "/" {
      router.get("/today") { request, context in await self.answer(route, request, context.parameters) }
    }
  }

  private func answer(_ route: Route, _ request: Request, _ parameters: Parameters) async
    -> Response
  {
    var path = request.uri.path
    let (last, format) = Format.split(path.split(separator: "/").last.map(String.init) ?? "")
    if format != .html { path = String(path.dropLast(format.suffix.count)) }
    var variables: [String: String] = [:]
    for (name, value) in parameters { variables[String(name)] = String(value) }
    if let name = route.path.split(separator: "/").last, name.hasPrefix("{") {
      variables[String(name.dropFirst().dropLast())] = last.removingPercentEncoding ?? last
    }
    let question = Question(
      path: path, variables: variables, query: request.uri.query, visitor: await visitor(request))
    let told = Format.ofFault(format, request)
    do {
      guard route.formats.contains(format) else { throw DeskFault(.notFound, "this page has no such form") }
      let page = try route.page(self, question)
      return Answering.page(page, as: format, question, house, known: request.headers[.ifNoneMatch])
    } catch let fault as DeskFault {
      return Answering.fault(fault, as: told, house)
    } catch let error as LedgerError {
      return Answering.fault(DeskFault(error), as: told, house)
    } catch { return Answering.fault(DeskFault(.broken, "\(error)"), as: told, house) }
  }

  /// The style, the script and the map.
  func registerFiles(in router: Router<BasicRequestContext>) {
    router.get("/public/:name") { request, context in
      guard let file = self.house.file(context.parameters.get("name") ?? "") else {
        return Answering.fault(
          DeskFault(.notFound, "there is no such file"), as: Format.ofFault(.html, request), self.house)
      }
      return Answering.bytes(
        file.bytes, media: file.media, tag: file.tag, known: request.headers[.ifNoneMatch],
        keep: "max-age=3600")
    }
  }
}
