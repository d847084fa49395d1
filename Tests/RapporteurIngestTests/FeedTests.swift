import Foundation
import RapporteurIngest
import Testing

private func articles(_ feed: String) -> [Article] {
  FeedReader(Array(feed.utf8)[...], source: "feed.xml").articles()
}

@Test func rssGivesItsItems() {
  let found = articles(
    """
    <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Dunmere Courier</title>
    <link>https://courier.example/</link><language>en-gb</language>
    <item><title>Bread &amp; salt dearer</title><link> /bread </link><guid isPermaLink="false">c-17</guid>
      <dc:creator>Orla Tennick</dc:creator><pubDate>Thu, 06 Mar 2031 10:00:00 +0200</pubDate>
      <description>A summary.</description>
      <content:encoded><![CDATA[<p>Bread rose by a tenth.</p><p>Salt, too.</p><script>x()</script>]]></content:encoded>
    </item>
    <item><title>Second</title><description>Bakers &lt;b&gt;complain&lt;/b&gt;.</description>
      <guid>https://courier.example/second</guid><author>bas@courier.example (Bas Ruiven)</author></item>
    </channel></rss>
    """)
  #expect(found.count == 2)
  #expect(found[0].key == "c-17" && found[0].uri == "/bread" && found[0].title == "Bread & salt dearer")
  #expect(found[0].authors == ["Orla Tennick"] && found[0].outlet == "Dunmere Courier")
  #expect(found[0].published?.description == "2031-03-06T10:00:00+02:00" && found[0].language == "en-gb")
  #expect(found[0].text == "Bread rose by a tenth.\n\nSalt, too.")
  #expect(found[1].uri == "https://courier.example/second" && found[1].authors == ["Bas Ruiven"])
  #expect(found[1].text == "Bakers complain." && found[1].published == nil)
}

@Test func atomGivesItsEntries() {
  let found = articles(
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/" xml:lang="en"><title>Courier</title>
    <author><name>The desk</name></author>
    <entry><id>urn:1</id><title type="html">Ice &amp;amp; fire</title><link rel="self" href="x"/>
      <link rel="alternate" href="../ice"/><updated>2031-03-07T00:00:00Z</updated><published>2031-03-06T00:00:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Ice on <i>roads</i>.</p></div></content></entry>
    <entry><title type="text">A &lt;b&gt; in a title</title><summary>Plain &lt;text&gt;</summary>
      <author><name>Ilse Marrow</name></author><updated>2031-03-08</updated></entry></feed>
    """)
  #expect(
    found[0].uri == "https://courier.example/ice" && found[0].title == "Ice & fire" && found[0].key == "urn:1"
  )
  #expect(found[0].authors == ["The desk"] && found[0].text == "Ice on roads." && found[0].language == "en")
  #expect(found[0].published?.description == "2031-03-06T00:00:00Z")
  #expect(found[0].modified?.description == "2031-03-07T00:00:00Z")
  #expect(
    found[1].title == "A <b> in a title" && found[1].text == "Plain <text>"
      && found[1].authors == ["Ilse Marrow"])
  #expect(found[1].published?.description == "2031-03-08" && found[1].key == "feed.xml:2")
}

@Test func olderFeedsAreRead() {
  let rdf = articles(
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>Old</title></channel>
    <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><d:date>2031-03</d:date></item>
    </rdf:RDF>
    """)
  #expect(rdf.count == 1 && rdf[0].title == "One" && rdf[0].published?.description == "2031-03-01")
  let atom = articles(
    """
    <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Old</title><issued>2031-03-06T10:00:00Z</issued>
    <content type="text/html" mode="base64">PHA+SWNlLjwvcD4=</content></entry></feed>
    """)
  #expect(atom[0].text == "Ice." && atom[0].published?.description == "2031-03-06T10:00:00Z")
}

@Test(arguments: [
  "<rss><channel><item><title>AT&T & Sons &eacute;&nosuch;</title></item></channel></rss>",
  "junk<rss><channel><item><title>AT&T & Sons é&nosuch;</item></channel>",
  "<rss><channel><item><title><![CDATA[AT&T & Sons é&nosuch;",
  "<!DOCTYPE rss [<!ENTITY nosuch \"boom\">]><rss><item><title>AT&T & Sons é&nosuch;</title></rss>",
])
func brokenFeedsAreRead(feed: String) {
  #expect(articles(feed).map(\.title) == ["AT&T & Sons é&nosuch;"])
}

@Test func noEntityIsExpanded() {
  let bomb = """
    <!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
    <rss><item><title>&b; &f;</title></item></rss>
    """
  #expect(articles(bomb).first?.title == "&b; &f;")
}

@Test(arguments: [
  "", "<", "<rss", "<rss><item", "<rss><item a='", "</x>", "<!--", "<![CDATA[", "<!DOCTYPE", "<?xml", "&",
  "<a b=c",
])
func fragmentsDoNotCrash(feed: String) {
  #expect(articles(feed).count <= 1)
}

@Test func deepFeedsDoNotCrash() {
  #expect(articles(String(repeating: "<item>", count: 100_000)).count == 1)
}

@Test(arguments: [
  ("b", "http://a.example/x/y?q", "http://a.example/x/b"),
  ("../b", "http://a.example/x/y/z", "http://a.example/x/b"),
  ("/b?c", "http://a.example/x", "http://a.example/b?c"),
  ("//h.example/b", "https://a.example", "https://h.example/b"),
  ("?q=1", "http://a.example/x/y", "http://a.example/x/y?q=1"),
  ("b", "http://a.example", "http://a.example/b"),
  ("mailto:a@b", "http://a.example", "mailto:a@b"), ("b", "", "b"),
  ("", "http://a.example/x", "http://a.example/x"),
])
func addressesAreResolved(reference: String, base: String, expected: String) {
  #expect(Address.resolve(reference, against: base) == expected)
}

private func read(_ text: String, _ format: InputFormat? = nil) throws -> [Article] {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try Data(text.utf8).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }  // a temporary file that is gone is as good
  var reader = try ArticleReader(InputFile(file.path), format: format, rules: PageRules())
  var found: [Article] = []
  while let outcome = reader.next() { found.append(try outcome.get()) }
  return found
}

@Test func jsonFeedGivesItsItems() throws {
  let found = try read(
    """
    {"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "home_page_url": "https://courier.example/",
     "authors": [{"name": "The desk"}], "items": [
      {"id": 7, "url": "/ice", "title": "Ice", "content_html": "<p>Ice on <i>roads</i>.</p>", "date_published": "2031-03-06T10:00:00Z"},
      {"id": "8", "content_text": "Snow.", "author": {"name": "Ilse Marrow"}}]}
    """)
  #expect(found.map(\.key) == ["7", "8"] && found.map(\.text) == ["Ice on roads.", "Snow."])
  #expect(found[0].uri == "https://courier.example/ice" && found[0].outlet == "Courier")
  #expect(found.map(\.authors) == [["The desk"], ["Ilse Marrow"]])
}

@Test func aFeedIsToldFromItsContent() throws {
  #expect(
    try read("\n<?xml version='1.0'?>\n<!-- c --><rss><item><title>Ice</title></item></rss>").map(\.title)
      == ["Ice"])
  #expect(
    try read("\u{FEFF}<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Ice</title></entry></feed>")
      .count == 1)
  #expect(throws: IngestError.self) { try read("<rss><channel></channel></rss>") }
}
