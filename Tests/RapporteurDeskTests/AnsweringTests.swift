import Foundation
import HTTPTypes
import RapporteurLedger
import Testing

import RapporteurDesk

/// A desk over a small ledger.
private func client(
  _ folder: Folder, _ options: DeskOptions = DeskOptions(), readText: Desk.TextReader? = nil
) throws -> DeskClient {
  let ledger = try ledger(folder.path("l.sqlite"), written: "calm words")
  return DeskClient(try Desk(ledger: ledger, options: options, readText: readText))
}

/// Every page of the desk with something to show.
private let pages = [
  "/", "/happening/1", "/report/id-k1", "/beside?a=id-k1&b=id-k2", "/why?report=id-k1&event=e1", "/actor",
  "/dyad?a=NOR&b=MLT", "/movers", "/saved", "/search", "/map", "/recode?report=id-k1&event=e1", "/history",
]

/// The address of a page in another form.
private func address(_ address: String, as form: String) -> String {
  let parts = (address == "/" ? "/today" : address).split(separator: "?", maxSplits: 1)
  return "\(parts[0]).\(form)" + (parts.count == 2 ? "?" + parts[1] : "")
}

/// Every page tells browsers to run nothing that is not ours, whether it is there or not.
@Test(arguments: pages + ["/nowhere", "/report/nobody", "/public/desk.css", "/openapi.json"])
func everyAnswerCarriesTheHeaders(address: String) async throws {
  let folder = try Folder()
  let answered = try await client(folder).get(address)
  let policy = try #require(answered.header("Content-Security-Policy"))
  #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
  #expect(answered.header("X-Content-Type-Options") == "nosniff")
  #expect(answered.header("Referrer-Policy") == "same-origin")
}

/// Each page has its tables as JSON that can be parsed and as CSV with a heading.
@Test(arguments: pages)
func pagesHaveTables(page: String) async throws {
  let folder = try Folder()
  let client = try client(folder)
  let json = try await client.get(address(page, as: "json"))
  #expect(json.header("Content-Type")?.hasPrefix("application/json") == true)
  #expect(json.object?["title"] is String, "\(page)")
  let csv = try await client.get(address(page, as: "csv"))
  #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true)
  #expect(csv.text.contains("\r\n"), "\(page)")
}

/// A browser that has a page gets no second copy; one whose copy is old does.
@Test(arguments: pages)
func pagesAreNotSentTwice(page: String) async throws {
  let folder = try Folder()
  let client = try client(folder)
  let tag = try #require(try await client.get(page).header("ETag"))
  let again = try await client.get(page, headers: [.ifNoneMatch: tag])
  #expect(again.status == 304)
  #expect(again.text.isEmpty)
  #expect(try await client.get(page, headers: [.ifNoneMatch: "\"a\", W/" + tag]).status == 304)
  #expect(try await client.get(page, headers: [.ifNoneMatch: "\"old\""]).status == 200)
}

/// What is not there is a page for people and a problem for programs.
@Test(arguments: [
  "/report/nobody", "/happening/99", "/actor?id=nobody", "/beside?a=x&b=y", "/why?report=id-k1&event=e9",
])
func whatIsNotThereSaysSo(page: String) async throws {
  let folder = try Folder()
  let client = try client(folder)
  let shown = try await client.get(page)
  #expect(shown.status == 404)
  #expect(shown.text.contains("<h1>"))
  let problem = try await client.get(address(page, as: "json"))
  #expect(problem.status == 404)
  #expect(problem.header("Content-Type") == "application/problem+json")
  #expect(problem.object?["status"] as? Int == 404)
  #expect((problem.object?["detail"] as? String)?.isEmpty == false)
}

/// A program that takes JSON and no page is told what is wrong in JSON, whatever it asked for.
@Test(arguments: ["/nowhere", "/report/nobody", "/public/nothing", "/search?after=x"])
func programsGetProblems(address: String) async throws {
  let folder = try Folder()
  let answered = try await client(folder).get(address, headers: [.accept: "application/json"])
  #expect(answered.header("Content-Type") == "application/problem+json", "\(address)")
  #expect(answered.object?["status"] as? Int == answered.status)
}

/// A question that cannot be understood is the asker's fault, not ours.
@Test(arguments: [
  "/search?after=-1", "/search?after=x", "/?after=2031-03-04", "/search?judged=x", "/dyad?a=NOR&b=MLT&week=x",
  "/history?after=x", "/recode", "/search?q=%22open", "/search?q=NEAR(", "/happening/x", "/beside",
  "/why",
])
func badQuestionsAreRefused(page: String) async throws {
  let folder = try Folder()
  let status = try await client(folder).get(page).status
  #expect([400, 404].contains(status), "\(page): \(status)")
}

/// No path leads out of the public files.
@Test(arguments: [
  "/public/../layout.mustache", "/public/..%2fTemplates%2flayout.mustache",
  "/public/%2e%2e/Templates/layout.mustache", "/public//etc/passwd", "/public/desk.css/..",
  "/report/..%2f..%2fetc%2fpasswd", "/public/",
])
func noPathLeadsOut(page: String) async throws {
  let folder = try Folder()
  #expect(try await client(folder).get(page).status == 404, "\(page)")
}

/// A page of another site that points its own name at this machine gets nothing.
@Test func foreignNamesAreRefused() async throws {
  let folder = try Folder()
  var client = try client(folder)
  for (name, status) in [("localhost:8080", 200), ("127.0.0.1", 200), ("desk.example", 400), ("", 400)] {
    client.authority = name
    #expect(try await client.get("/").status == status, "\(name)")
  }
  #expect(Guard.name(ofAuthority: "[::1]:8080") == "::1")
  #expect(Guard.name(ofAuthority: "LOCALHOST:8080") == "localhost")
}

/// Long addresses and long texts are refused before anything is done with them.
@Test func lengthsAreLimited() async throws {
  let folder = try Folder()
  var options = DeskOptions()
  options.longestText = 100
  let client = try client(folder, options) { _, _ in "{}" }
  let long = String(repeating: "a", count: 5_000)
  #expect(try await client.get("/search?q=" + long).status == 414)
  #expect(try await client.post("/api/read", "{\"text\":\"\(long)\"}").status == 413)
  #expect(try await client.post("/read", "text=" + long).status == 413)
}

/// A text is read for programs; a body that is no question is refused with its reason.
@Test func textsAreRead() async throws {
  let folder = try Folder()
  let client = try client(folder) { text, published in
    "{\"text\":\"\(text)\",\"day\":\"\(published ?? "")\"}"
  }
  let read = try await client.post("/api/read", "{\"text\":\"Oslo spoke.\",\"published\":\"2031-03-04\"}")
  #expect(read.status == 200)
  #expect(read.text == "{\"text\":\"Oslo spoke.\",\"day\":\"2031-03-04\"}")
  for bad in ["", "{", "[]", "{\"text\":1}", "{\"text\":\"  \"}"] {
    let refused = try await client.post("/api/read", bad)
    #expect(refused.status == 400, "\(bad)")
    #expect(refused.header("Content-Type") == "application/problem+json")
  }
}

/// Without a reader the desk reads nothing and says so.
@Test func aDeskMayShowOnly() async throws {
  let folder = try Folder()
  #expect(try await client(folder).post("/api/read", "{\"text\":\"a\"}").status == 404)
}

/// Every address of the description answers, and every page is in it.
@Test func theDescriptionIsTheDesk() async throws {
  let folder = try Folder()
  let client = try client(folder)
  _ = try Ledger(file: folder.path("l.sqlite"), access: .write).save(search: "q=calm", as: "Calm", by: "mb")
  let object = try #require(try await client.get("/openapi.json").object)
  #expect((object["openapi"] as? String)?.hasPrefix("3.1") == true)
  let paths = try #require(object["paths"] as? [String: [String: Any]])
  #expect(paths["/api/read"]?["post"] != nil)
  for route in Route.all {
    for format in route.formats where format != .html {
      #expect(
        paths[(route.path == "/" ? "/today" : route.path) + format.suffix]?["get"] != nil, "\(route.path)")
    }
  }
  #expect(paths["/api/judge"]?["post"] != nil && paths["/api/saved"]?["post"] != nil)
  for path in paths.keys where !path.hasPrefix("/api/") {
    let address = path.replacing("{id}", with: "id-k1").replacing("{number}", with: "1")
    #expect([200, 400].contains(try await client.get(address).status), "\(address)")
  }
}

/// An empty ledger says how to begin.
@Test func anEmptyLedgerSaysHowToBegin() async throws {
  let folder = try Folder()
  let desk = try Desk(ledger: try Ledger(file: folder.path("l.sqlite"), access: .write)) { _, _ in "{}" }
  let html = try await DeskClient(desk).get("/").text
  #expect(html.contains("rapporteur ingest") && html.contains("<textarea"))
}

/// What one asserts and another denies stands first on the first page, with its origins.
@Test func contestedHappeningsComeFirst() async throws {
  let folder = try Folder()
  let client = try client(folder)
  let today = try await client.get("/today.json").object
  let contested = try #require(today?["contested"] as? [[String: Any]])
  #expect(contested.count == 1)
  #expect(contested.first?["denials"] as? Int == 1)
  #expect(try await client.get("/").text.contains("Asserted and denied"))
}

/// What another site's page sends is refused; what the desk's own page and programs send is taken.
@Test func foreignFormsAreRefused() async throws {
  let folder = try Folder()
  let client = try client(folder) { _, _ in "{}" }
  let body = "{\"text\":\"Oslo spoke.\"}"
  #expect(try await client.post("/api/read", body, headers: [.origin: "https://other.example"]).status == 403)
  #expect(try await client.post("/api/read", body, headers: [.origin: "null"]).status == 403)
  #expect(try await client.post("/api/read", body, headers: [.origin: "http://localhost"]).status == 200)
  #expect(try await client.post("/api/read", body).status == 200)
  for (site, status) in [("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)] {
    let headers: HTTPFields = [HTTPField.Name("Sec-Fetch-Site")!: site]
    #expect(try await client.post("/api/read", body, headers: headers).status == status, "\(site)")
  }
}

/// Two states by week and by type: two articles with one origin, in either order of the two names; and what their types
/// mean stands in words.
@Test(arguments: ["/dyad.json?a=NOR&b=MLT", "/dyad.json?a=Malta&b=nor"])
func aDyadCountsArticlesAndOrigins(address: String) async throws {
  let folder = try Folder()
  let client = try client(folder)
  let tables = try #require(try await client.get(address).object)
  let week = try #require((tables["weeks"] as? [[String: Any]])?.first)
  #expect(week["week"] as? String == "2031-03-03")
  #expect(week["cooperation_articles"] as? Int == 2 && week["cooperation_origins"] as? Int == 1)
  #expect(week["conflict_articles"] as? Int == 0)
  let types = try #require(tables["types"] as? [[String: Any]])
  #expect(types.count == 1)
  #expect(types[0]["type"] as? String == "CONSULT" && types[0]["reports"] as? Int == 2)
  #expect(try await client.get("/dyad?a=NOR&b=MLT&week=2031-03-03").text.contains("meet, visit, talk"))
  let other = try await client.get("/dyad.json?a=NOR&b=MLT&week=2031-03-10").object
  #expect((other?["types"] as? [[String: Any]])?.isEmpty == true)
}

/// Two actors by week, by identity in either order: as many articles and origins as their states have.
@Test(arguments: [
  "/dyad.json?a=person%3Awords&b=name%3Acalm%20words", "/dyad.json?a=name%3Acalm%20words&b=person%3Awords",
])
func aDyadOfActorsCountsArticlesAndOrigins(address: String) async throws {
  let folder = try Folder()
  let client = try client(folder)
  let tables = try #require(try await client.get(address).object)
  let week = try #require((tables["weeks"] as? [[String: Any]])?.first)
  #expect(week["week"] as? String == "2031-03-03")
  #expect(week["cooperation_articles"] as? Int == 2 && week["cooperation_origins"] as? Int == 1)
  #expect((tables["dealings"] as? [[String: Any]])?.first?["happening"] as? Int == 1)
  let other = try await client.get(address + "&week=2031-03-10").object
  #expect((other?["types"] as? [Any])?.isEmpty == true && (other?["dealings"] as? [Any])?.isEmpty == true)
  let page = try await client.get("/actor?id=person%3Awords").text
  #expect(page.contains("/dyad?a=person:words&amp;b=name:calm%20words"))
  #expect(try await client.get("/dyad?a=nobody%20known&b=MLT").status == 404)
  #expect(try await client.get("/dyad?a=NOR&b=XYZ").text.contains("No report tells"))
}

/// Reports of one happening stand together in a search, and a body behind an origin stands with its country.
@Test func whatBelongsTogetherStandsTogether() async throws {
  let folder = try Folder()
  let client = try client(folder)
  let found = try await client.get("/search").text
  #expect(found.components(separatedBy: "<article class=\"card\">").count == 2)
  #expect(found.contains("1 further report of the same happening"))
  #expect(try await client.get("/happening/1").text.contains("calm words (Malta)"))
}

/// An empty ledger can be filled with the samples, one that holds something cannot.
@Test func onlyAnEmptyLedgerIsFilled() async throws {
  let folder = try Folder()
  let filled = Filled()
  let empty = try Ledger(file: folder.path("empty.sqlite"), access: .write)
  let first = DeskClient(try Desk(ledger: empty, fill: { await filled.count() }))
  #expect(try await first.get("/").text.contains("action=\"/begin\""))
  let answered = try await first.post("/begin", "")
  #expect(answered.status == 303)
  #expect(answered.header("Location") == "/")
  let full = try ledger(folder.path("l.sqlite"), written: "calm words")
  let second = DeskClient(try Desk(ledger: full, fill: { await filled.count() }))
  #expect(try await second.post("/begin", "").status == 400)
  #expect(try await DeskClient(try Desk(ledger: empty)).post("/begin", "").status == 404)
  #expect(await filled.times == 1)
}

/// How often a ledger was filled.
private actor Filled {
  private(set) var times = 0

  func count() { times += 1 }
}

/// An office leads to the sentence that gives it, in its words; a response to the happening that it is about.
@Test func anActorsPageLeadsToItsEvidence() async throws {
  let folder = try Folder()
  let client = try client(folder)
  let actors = try #require(try await client.get("/actor.json").object?["actors"] as? [[String: Any]])
  let pages = try await actors.compactMap { $0["id"] as? String }.asyncMap { id in
    try await client.get(Address.actor(id)).text
  }
  #expect(
    pages.contains { $0.contains("href=\"/report/id-k2#s1\"") && $0.contains("calm words met calm words") })
  #expect(pages.contains { $0.contains("who says what of it") && $0.contains("href=\"/happening/1\"") })
}

extension Array {
  /// The results for all elements, one after the other.
  fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
    var results: [T] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
