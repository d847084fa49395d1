import CRapporteurMarkup
import Foundation
import RapporteurIngest
import Testing

private func article(_ html: String, charset: String? = nil) throws -> Article {
  try article(Array(html.utf8), charset: charset)
}

private func article(_ bytes: [UInt8], charset: String? = nil) throws -> Article {
  let reader = PageReader(rules: try PageRules())
  return try #require(reader.article(bytes[...], key: "page.html", charset: charset))
}

/// A page of an invented outlet, with the furniture that real ones have.
private let page = """
  <!DOCTYPE html><html lang="en-GB"><head><title>Harbour workers end strike | Dunmere Courier</title>
  <link rel="canonical" href="https://courier.example/harbour">
  <meta property="og:site_name" content="Dunmere Courier">
  <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
    {"@type": "Organization", "@id": "#courier", "name": "Dunmere Courier"},
    {"@type": "NewsArticle", "headline": "Harbour workers end strike &amp; return",
     "datePublished": "2031-03-06T10:00:00+02:00", "dateModified": "2031-03-07",
     "author": [{"@type": "Person", "name": "Orla Tennick"}, {"@type": "Person", "name": "Bas Ruiven"}],
     "publisher": {"@id": "#courier"}, "articleBody": "Workers at the harbour"},]}</script></head>
  <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
  <header class="masthead"><p>The Courier, your daily paper since the year of the great flood.</p></header>
  <article><h1>Harbour workers end strike &amp; return</h1><div class="byline">By Orla Tennick</div>
  <div class="story-body"><p>Workers at the harbour went back to their cranes on Thursday, after nine days.</p>
  <figure><img src="x.jpg"><figcaption>Cranes stand still at dawn on Wednesday.</figcaption></figure>
  <p>“We got most of what we asked for,” said a <a href="/u">union</a> delegate.<br><br>The port gave no figures.</p>
  <div class="related-links"><p>Read how the strike began, and what the owners said about it then.</p></div>
  <script>var paragraphs = "This is code, and no sentence of the report.";</script>
  <p style="display: none">A hidden paragraph that nobody sees, placed here for machines alone.</p>
  <h2>What comes next</h2><p>Talks about night shifts go on in April.</p></div></article>
  <section id="comments"><p>I waited nine days for my parcel, and this is what the harbour calls a success?</p></section>
  <footer><p>All rights reserved. No part of this page may be used without the consent of its owners.</p></footer>
  </body></html>
  """

@Test func aPageGivesItsMetadata() throws {
  let read = try article(page)
  #expect(read.title == "Harbour workers end strike & return")
  #expect(read.authors == ["Orla Tennick", "Bas Ruiven"])
  #expect(read.published?.description == "2031-03-06T10:00:00+02:00")
  #expect(read.modified?.description == "2031-03-07")
  #expect(read.outlet == "Dunmere Courier")
  #expect(read.language == "en-GB")
  #expect(read.uri == "https://courier.example/harbour")
  #expect(read.key == "page.html")
}

@Test func aPageGivesItsTextAndNothingElse() throws {
  #expect(
    try article(page).text == """
      Workers at the harbour went back to their cranes on Thursday, after nine days.

      “We got most of what we asked for,” said a union delegate.

      The port gave no figures.

      What comes next

      Talks about night shifts go on in April.
      """)
}

@Test func aPageWithoutDataIsReadFromWhatItShows() throws {
  let read = try article(
    """
    <html><head><title>Mayor of Sollen resigns - The Sollen Post</title></head><body><h1>Mayor of Sollen resigns</h1>
    <span class="author-name">By Ilse Marrow and Tom Quay</span> <time datetime="2031-05-01T08:00Z">May 1</time>
    <div><p>The mayor of Sollen resigned on Thursday, a day after the council's vote against her budget.</p>
    <p>She had led the town for six years and was the first to be elected by all of its districts.</p></div>
    """)
  #expect(read.title == "Mayor of Sollen resigns")
  #expect(read.authors == ["Ilse Marrow", "Tom Quay"])
  #expect(read.published?.description == "2031-05-01T08:00:00Z")
  #expect(read.text.hasPrefix("The mayor of Sollen resigned"))
  #expect(read.text.hasSuffix("all of its districts."))
}

@Test(arguments: [
  ("<meta charset=iso-8859-1>", [0xE9] as [UInt8], nil as String?),
  ("", [0xE9], nil), ("", [0xC3, 0xA9], nil), ("<meta charset=koi8-r>", [0xC3, 0xA9], "utf-8"),
  ("<meta charset='windows-1250'>", [0xE9], nil), ("<meta charset=utf-16>", [0xC3, 0xA9], nil),
])
func charactersAreDecoded(head: String, letter: [UInt8], transport: String?) throws {
  let lead = "<html><head>\(head)</head><body><p>The council met in the caf"
  let tail = ", as it has done every Monday for as long as anyone remembers.</p></body></html>"
  let read = try article(Array(lead.utf8) + letter + Array(tail.utf8), charset: transport)
  #expect(read.text.hasPrefix("The council met in the café, as it"))
}

@Test func namesOfElementsAreNotTrustedWhereTheyLeaveNothing() throws {
  let read = try article(
    "<body><div class='sidebar widget'><p>The bridge at Orrin will be closed for two weeks from Monday.</p></div></body>"
  )
  #expect(read.text == "The bridge at Orrin will be closed for two weeks from Monday.")
}

@Test func aDeepPageIsCutAndDoesNotCrash() throws {
  let deep = String(repeating: "<div>", count: 200_000) + "end"
  #expect(
    try article("<p>Before the depths there was a sentence of some length.</p>" + deep).text.hasPrefix(
      "Before"))
  #expect(try article("").text.isEmpty)
  #expect(try article("<").text.isEmpty)
}

@Test func theTagsOfBothLanguagesAgree() {
  for tag in PageTag.allCases.dropFirst(2) {
    let name = crm_tag_name(tag.rawValue).map { String(cString: $0) }
    #expect(name?.replacing("-", with: "") == "\(tag)".lowercased())
  }
  #expect(crm_tag_name(Int32(PageTag.allCases.count)) == nil)
}

/// Each of these took minutes once; a minute is far more than they need now.
@Test(.timeLimit(.minutes(1)))
func hugeTagsAndTitlesTakeNoAge() throws {
  let names = (0..<200_000).map { "a\($0)=1" }.joined(separator: " ")
  let sentence = "The bridge at Orrin will be closed for two weeks from Monday, the town said."
  #expect(try article("<body><div \(names)><p>\(sentence)</p></div>").text == sentence)
  let title = String(repeating: "Orrin - bridge ", count: 50_000)
  #expect(try article("<title>\(title)</title><h1>\(title)</h1><p>\(sentence)</p>").title?.isEmpty == false)
}

// MARK: Pages of Gold/pages

private struct PageFacts: Decodable {
  let page: String
  let title: String
  let published: String
  let authors: [String]
  let outlet: String
  let text: [String]
}

/// One page for each way in which pages of today tell their facts.
@Test func everyWayOfTellingFactsIsRead() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Gold/pages")
  let lines = try String(contentsOf: folder.appendingPathComponent("facts.jsonl"), encoding: .utf8)
  for line in lines.split(separator: "\n") {
    let facts = try JSONDecoder().decode(PageFacts.self, from: Data(line.utf8))
    let read = try article(Array(Data(contentsOf: folder.appendingPathComponent(facts.page))))
    #expect(read.title == facts.title, "\(facts.page)")
    #expect(read.published?.day.description == facts.published, "\(facts.page)")
    #expect(read.authors.map { $0.lowercased() } == facts.authors.map { $0.lowercased() }, "\(facts.page)")
    #expect(read.outlet == facts.outlet, "\(facts.page)")
    #expect(read.text.split(separator: "\n\n").map(String.init) == facts.text, "\(facts.page)")
  }
}
