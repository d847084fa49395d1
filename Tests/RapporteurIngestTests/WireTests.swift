import Foundation
import RapporteurIngest
import Testing

/// Reads an input from a temporary file.
func articles(in bytes: Data, _ format: InputFormat? = nil) throws -> [Result<Article, IngestError>] {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try bytes.write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }  // a temporary file that is gone is as good
  var reader = try ArticleReader(InputFile(file.path), format: format, rules: PageRules())
  var found: [Result<Article, IngestError>] = []
  while let outcome = reader.next() { found.append(outcome) }
  return found
}

private func article(_ text: String) throws -> Article {
  try #require(try articles(in: Data(text.utf8)).first).get()
}

@Test func nitfIsRead() throws {
  let read = try article(
    """
    <?xml version="1.0"?><nitf><head><title>Slug</title><docdata management-status="usable"><doc-id id-string="dc-1"/>
    <date.issue norm="20310306T100000Z"/><du-key version="3"/><doc.copyright holder="Dunmere Courier"/></docdata></head>
    <body><body.head><hedline><hl1>Ferry late again</hl1></hedline><byline>By <person>Orla Tennick</person></byline>
    <distributor>Sollen Wire</distributor></body.head><body.content><block><p>The ferry was <em>late</em>.</p>
    <media media-type="image"><media-caption>A ferry.</media-caption></media><p>Again.</p></block></body.content></body></nitf>
    """)
  #expect(read.key == "dc-1" && read.title == "Ferry late again" && read.authors == ["Orla Tennick"])
  #expect(read.published?.description == "2031-03-06T10:00:00Z" && read.outlet == "Dunmere Courier")
  #expect(read.text == "The ferry was late.\n\nAgain.")
  #expect(read.life.version == "3" && read.life.status == "usable" && read.life.sources == ["Sollen Wire"])
}

@Test func newsMLIsRead() throws {
  let read = try article(
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:sollen.example:1" version="2" xml:lang="en-GB">
    <itemMeta><provider literal="Sollen Wire"/><firstCreated>2031-03-06T10:00:00Z</firstCreated>
    <versionCreated>2031-03-06T12:00:00+01:00</versionCreated><embargoed>2031-03-06T14:00:00Z</embargoed>
    <pubStatus qcode="stat:canceled"/></itemMeta>
    <contentMeta><creator><name>Ilse Marrow</name></creator><headline>Ferry late &amp; full</headline></contentMeta>
    <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
    <body><p>The ferry was late.</p><p>And full.</p></body></html></inlineXML></contentSet></newsItem>
    """)
  #expect(
    read.key == "urn:newsml:sollen.example:1" && read.title == "Ferry late & full"
      && read.outlet == "Sollen Wire")
  #expect(
    read.authors == ["Ilse Marrow"] && read.text == "The ferry was late.\n\nAnd full."
      && read.language == "en-GB")
  #expect(read.published?.description == "2031-03-06T10:00:00Z")
  #expect(read.modified?.description == "2031-03-06T12:00:00+01:00")
  #expect(read.life.status == "canceled" && read.life.version == "2")
  #expect(read.life.embargo?.description == "2031-03-06T14:00:00Z")
}

@Test func aWireWithoutNewsSaysSo() throws {
  let outcome = try articles(
    in: Data("<conceptItem xmlns='http://iptc.org/std/nar/2006-10-01/'></conceptItem>".utf8))
  #expect(throws: IngestError.self) { try outcome[0].get() }
}

@Test func ninjsOfAllVersionsIsRead() throws {
  let old = try article(
    """
    {"uri": "http://sollen.example/1", "version": "1", "pubstatus": "usable", "versioncreated": "2031-03-06T10:00:00Z",
     "byline": "By Ilse Marrow", "headline": "Ferry late", "body_xhtml": "<p>The ferry was late.</p><p>Again.</p>",
     "infosource": [{"name": "Sollen Wire"}]}
    """)
  #expect(
    old.title == "Ferry late" && old.text == "The ferry was late.\n\nAgain." && old.authors == ["Ilse Marrow"]
  )
  #expect(old.life.sources == ["Sollen Wire"] && old.life.status == "usable")
  let new = try article(
    """
    {"uri": "urn:sollen:2", "version": "2", "pubStatus": "canceled", "firstCreated": "2031-03-06T10:00:00Z",
     "versionCreated": "2031-03-07T10:00:00Z", "language": "en", "embargoed": "2031-03-08T10:00:00Z",
     "headlines": [{"role": "sub", "value": "Again"}, {"role": "main", "value": "Ferry late"}],
     "bodies": [{"contentType": "text/html", "value": "<p>Late.</p>"}, {"contentType": "text/plain", "value": "The ferry was late."}]}
    """)
  #expect(
    new.key == "urn:sollen:2" && new.uri == nil && new.title == "Ferry late"
      && new.text == "The ferry was late.")
  #expect(
    new.published?.description == "2031-03-06T10:00:00Z"
      && new.modified?.description == "2031-03-07T10:00:00Z")
  #expect(new.life.version == "2" && new.life.status == "canceled" && new.life.embargo != nil)
}

@Test func crawlersJSONIsRead() throws {
  let please = try article(
    """
    {"maintext": "The ferry was late.", "title": "Ferry late", "authors": ["Ilse Marrow"], "date_publish": "2031-03-06 10:00:00",
     "date_modify": "None", "source_domain": "sollen.example", "url": "https://sollen.example/1", "language": "en"}
    """)
  #expect(
    please.text == "The ferry was late." && please.published?.description == "2031-03-06T10:00:00"
      && please.modified == nil)
  #expect(
    please.outlet == "sollen.example" && please.uri == "https://sollen.example/1" && please.language == "en")
  let list = try articles(
    in: Data(
      """
      [{"text": "Late.", "publish_date": "2031-03-06", "url": "https://sollen.example/1", "top_image": ""},
       {"text": "Full.", "id": "own", "published": "2031-03-07"}]
      """.utf8))
  #expect(try list.map { try $0.get().text } == ["Late.", "Full."])
  #expect(try list[1].get().key == "own")
}

@Test func tablesAreRead() throws {
  let csv = try articles(
    in: Data(
      #"""
      id,headline,body,date,author
      1,"Ferry ""late""","The ferry was late,
      again.",2031-03-06,By Ilse Marrow and Tom Quay
      2,Short row
      3,Full,The ferry was full.,someday,
      4,Gone,The ferry is gone.,,
      """#.utf8))
  #expect(csv.count == 4)
  let first = try csv[0].get()
  #expect(first.key == "1" && first.title == "Ferry \"late\"" && first.text == "The ferry was late,\nagain.")
  #expect(first.authors == ["Ilse Marrow", "Tom Quay"] && first.published?.description == "2031-03-06")
  #expect(throws: IngestError.self) { try csv[1].get() }
  #expect(throws: IngestError.self) { try csv[2].get() }
  #expect(try csv[3].get().published == nil)
  let tsv = try articles(in: Data("text\ttitle\nThe ferry, late.\tFerry\n".utf8))
  #expect(try tsv[0].get().text == "The ferry, late." && tsv.count == 1)
}

/// A quotation mark that is never closed makes one row of all that follows; that must not take quadratic time.
@Test(.timeLimit(.minutes(1)))
func anOpenQuoteTakesNoAge() throws {
  let table = "text,id\n\"" + String(repeating: "a,b\n", count: 300_000)
  #expect(throws: IngestError.self) { try articles(in: Data(table.utf8))[0].get() }
}
