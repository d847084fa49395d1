import Foundation
import RapporteurLedger
import Testing

import RapporteurDesk

/// What an outlet could write to get its own markup, script or template into a page.
private let attacks = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)' x='",
  "</title><script>x</script>",
  "javascript:alert(1)", "{{{body}}}{{#tables}}", "<!--x", "]]><svg onload=x>", "&lt;b&gt;&#x3c;",
  "\u{202E}<i>\u{0}",
]

/// All pages about the reports of `written`.
private let addresses = [
  "/", "/happening/1", "/report/id-k1", "/beside?a=id-k1&b=id-k2", "/why?report=id-k1&event=e1", "/actor",
  "/dyad",
  "/dyad?a=NOR&b=MLT", "/movers", "/movers?week=2031-03-03", "/saved", "/search", "/search?type=CONSULT",
  "/map", "/help", "/read",
  "/recode?report=id-k1&event=e1",
  "/history",
]

private func page(_ address: String, of words: String) async throws -> String {
  let folder = try Folder()
  let desk = try Desk(ledger: try ledger(folder.path("l.sqlite"), written: words)) { _, _ in "" }
  let answered = try await DeskClient(desk).get(address)
  #expect(answered.status == 200, "\(address)")
  return answered.text
}

/// Every tag, with the names of its attributes, that the pages have when reports say nothing but plain words; short,
/// long and numbered ones, since copies and versions show tags of their own.
private func ownTags() async throws -> Set<String> {
  var tags: Set<String> = []
  for words in ["xxx", "alert 1", "a longer run of calm and harmless words"] {
    for address in addresses { tags.formUnion(Skeleton(try await page(address, of: words)).tags) }
  }
  return tags
}

/// Whatever reports say, a page has no tag and no attribute that is not ours. How many of them there are may differ: a
/// name without a letter tells nobody from anybody.
@Test(arguments: attacks)
func reportsCannotChangeThePages(attack: String) async throws {
  let own = try await ownTags()
  for address in addresses {
    let strange = Set(Skeleton(try await page(address, of: attack)).tags).subtracting(own)
    #expect(strange.isEmpty, "\(address) with \(attack)")
  }
}

/// The check above sees what it is there for.
@Test func markupThatIsNotOursIsSeen() async throws {
  let own = try await ownTags()
  for markup in [
    "<script>", "<img src=x onerror=alert(1)>", "<a href=x onmouseover=y>", "<!--", "<svg onload=x>",
  ] {
    #expect(!own.isSuperset(of: Skeleton(markup).tags), "\(markup)")
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
  let own = try await ownTags()
  let folder = try Folder()
  let client = DeskClient(try Desk(ledger: try ledger(folder.path("l.sqlite"), written: "calm words")))
  let names = ["actor", "place", "outlet", "type", "since", "q"]
  let asked = names.map { Address.of("/search", [$0: attack]) } + [Address.actor(attack)]
  for address in asked {
    let html = try await client.get(address).text
    let strange = Set(Skeleton(html).tags).subtracting(own)
    #expect(strange.isSubset(of: ["code", "/code"]), "\(address): \(strange)")
    #expect(!html.contains(attack) || !attack.contains("<"), "\(address)")
  }
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
