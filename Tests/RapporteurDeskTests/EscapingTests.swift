import Foundation
import RapporteurLedger
import Testing

@testable import RapporteurDesk

/// What an outlet could write to get its own markup, script or template into a page.
private let attacks = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)' x='",
  "</title><script>x</script>",
  "javascript:alert(1)", "{{{body}}}{{#tables}}", "<!--", "]]><svg onload=x>", "&lt;b&gt;&#x3c;",
  "\u{202E}<i>\u{0}",
]

/// All pages about the reports of `written`.
private let addresses = [
  "/", "/happening/1", "/report/id-k1", "/beside?a=id-k1&b=id-k2", "/why?report=id-k1&event=e1", "/actor",
  "/dyad",
  "/dyad?a=NOR&b=MLT", "/search", "/search?type=CONSULT", "/map", "/help", "/read",
]

private func page(_ address: String, of words: String) async throws -> String {
  let folder = try Folder()
  let desk = try Desk(ledger: try ledger(folder.path("l.sqlite"), written: words)) { _, _ in "" }
  let answered = try await DeskClient(desk).get(address)
  #expect(answered.status == 200, "\(address)")
  return answered.text
}

/// Whatever reports say, the tags and attributes of a page stay the same.
@Test(arguments: addresses)
func reportsCannotChangeThePage(address: String) async throws {
  for attack in attacks {
    let harmless = String(repeating: "x", count: attack.unicodeScalars.count)
    let (plain, hostile) = (try await page(address, of: harmless), try await page(address, of: attack))
    #expect(Skeleton(hostile) == Skeleton(plain), "\(address) with \(attack)")
  }
}

/// No link and no picture leads where a report says.
@Test(arguments: addresses)
func linksStayInTheHouse(address: String) async throws {
  let html = try await page(address, of: "javascript:alert(1)")
  let values = html.split(separator: "href=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
  #expect(!values.isEmpty)
  for value in values { #expect(value.hasPrefix("/") || value.hasPrefix("#"), "\(address): \(value)") }
}

/// A search for markup shows it as text; an actor who is not there is named as text.
@Test(arguments: attacks)
func questionsCannotChangeThePage(attack: String) async throws {
  let folder = try Folder()
  let desk = try Desk(ledger: try ledger(folder.path("l.sqlite"), written: "calm words"))
  let client = DeskClient(desk)
  for name in ["actor", "place", "outlet", "type", "since", "q"] {
    let harmless = String(repeating: "x", count: attack.unicodeScalars.count)
    let html = try await client.get(Address.of("/search", [name: attack])).text
    let plain = try await client.get(Address.of("/search", [name: harmless])).text
    if html.contains("<h1>Search</h1>") { #expect(Skeleton(html) == Skeleton(plain), "\(name)") }
    #expect(!html.contains(attack) || !attack.contains("<"), "\(name)")
  }
  let missing = try await client.get(Address.actor(attack)).text
  #expect(!missing.contains(attack) || !attack.contains("<"))
}

/// A feed of hostile reports is well-formed XML: the words stand in it escaped.
@Test(arguments: attacks)
func feedsAreEscaped(attack: String) async throws {
  let feed = try await page("/search.atom", of: attack)
  let tags = Set(Skeleton(feed).tags.map { String($0.prefix { $0 != " " && $0 != "=" }) })
  #expect(
    tags.subtracting([
      "?xml", "feed", "/feed", "title", "/title", "id", "/id", "link", "updated", "/updated", "author",
      "/author", "name",
      "/name", "entry", "/entry", "summary", "/summary",
    ]).isEmpty)
  #expect(!feed.unicodeScalars.contains { $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0) })
}
