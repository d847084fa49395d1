import RapporteurIngest
import Testing

@Test(arguments: [
  ("2031-03-06", "2031-03-06"), ("2031-03-06T10:00:00.250+0200", "2031-03-06T10:00:00+02:00"),
  ("20310306T100000Z", "2031-03-06T10:00:00Z"), ("Thu, 06 Mar 2031 10:00:05 GMT", "2031-03-06T10:00:05Z"),
  ("March 6, 2031 at 4:30 p.m. EST", "2031-03-06T16:30:00-05:00"), ("6th of March, 2031", "2031-03-06"),
  ("Updated: 12:05 AM, Mar. 6, 2031", "2031-03-06"), ("06.03.2031", "2031-03-06"),
  ("25/12/2031", "2031-12-25"),
  ("2031-065", "2031-03-06"), ("1930557600", "2031-03-06T10:00:00Z"),
  ("Thu Mar  6 10:00:00 2031", "2031-03-06T10:00:00"),
  ("2031-03-06 24:00", "2031-03-07T00:00:00"), ("6-Mar-31 10:00 UTC", "2031-03-06T10:00:00Z"),
])
func datesAreRead(text: String, expected: String) {
  #expect(MomentParser.moment(text)?.description == expected)
}

@Test(arguments: ["", "yesterday", "2031-13-01", "March", "99/99/9999", "12:30"])
func whatIsNoDateIsNone(text: String) {
  #expect(MomentParser.moment(text) == nil)
}

@Test func aMomentMovesToUTC() {
  #expect(MomentParser.moment("2031-03-01T01:30:00+02:00")?.utc.description == "2031-02-28T23:30:00Z")
}

@Test func entitiesAreResolvedOnce() {
  #expect(
    Entities.resolved("&amp;lt; &eacute;&#233;&#xE9; &#150; &nosuch; &#0; AT&T &apos;")
      == "&lt; ééé – &nosuch; \u{FFFD} AT&T '")
}

@Test func jsonIsReadAsWritten() throws {
  let value = try JSONParser.parse(
    #"{"a": [1.50, true, null, "\ud83d\ude00\u00e9\n"], "a": {"b": -2e3}}"#.utf8)
  #expect(value["a"]?["b"] == .number("-2e3"))
  #expect(value.members.first?.value.elements.last == .string("😀é\n"))
}

@Test(arguments: [
  "{\"a\": 1,}", "[01]", "\"\n\"", "[1] 2", "{a: 1}", "\"\\x\"", "[1", "+1", ".5", "tru", "",
  String(repeating: "[", count: 5000),
])
func faultyJSONIsRefused(text: String) {
  #expect(throws: JSONFault.self) { try JSONParser.parse(text.utf8) }
}

@Test func lenientJSONTakesWhatPagesWrite() throws {
  let value = try JSONParser.parse("{\"a\": \"x\ny\", \"b\": [1,],} // end".utf8, isLenient: true)
  #expect(value["a"] == .string("x\ny") && value["b"] == .array([.number("1")]))
}

@Test func anArticleIsOneLineOfJSON() {
  let line = ArticleJSON.line(Article(key: "k", title: "A \"b\"\n\u{1}", authors: ["C"], text: "é\\"))
  let expected =
    #"{"key": "k", "uri": null, "title": "A \"b\"\n\u0001", "authors": ["C"], "published": null, "modified": null, "#
    + #""outlet": null, "language": null, "text": "é\\"}"#
  #expect(String(decoding: line, as: UTF8.self) == expected)
}
