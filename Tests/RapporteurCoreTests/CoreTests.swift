import RapporteurCore
import RapporteurTesting
import Testing

@Test(arguments: [
  "", "plain", "Élysée said “no”.", String(repeating: "é", count: 200),
  String(repeating: "a", count: 63) + "ñ",
])
func codePointsAgreeWithUnicodeScalars(text: String) {
  let offsets = CodePointOffsets(text)
  var bytes = 0
  for (index, scalar) in text.unicodeScalars.enumerated() {
    #expect(offsets.codePoint(atByte: bytes) == index)
    bytes += String(scalar).utf8.count
  }
  #expect(offsets.codePoint(atByte: bytes) == text.unicodeScalars.count)
}

@Test(arguments: [("2031-03-06", 4), ("2000-02-29", 2), ("1970-01-01", 4), ("2026-11-22", 7)])
func weekdaysAreRight(iso: String, weekday: Int) throws {
  let date = try #require(CalendarDate(iso: iso))
  #expect(date.weekday == weekday)
  #expect(CalendarDate(daysSinceEpoch: date.daysSinceEpoch) == date)
}

@Test(arguments: ["2031-02-29", "2031-13-01", "31-01-01", "2031-01-01x", ""])
func whatIsNoDateIsNil(iso: String) { #expect(CalendarDate(iso: iso) == nil) }

@Test func aHandmadeTreeCanBeWalked() throws {
  let annotated = try handmade(
    """
    1  Kyiv      PROPN  2  nsubj
    2  denied    VERB   0  root   deny
    3  striking  VERB   2  xcomp
    4  bridges   NOUN   3  obj
    """)
  #expect(annotated.children(of: 1, .nsubj) == [0])
  #expect(annotated.subtree(of: 2) == [2, 3])
  #expect(annotated.text(of: annotated.span(of: 2..<4)) == "striking bridges")
}

@Test func aLexiconFaultNamesItsLine() {
  #expect(
    throws: LexiconError(file: "x.tsv", line: 3, column: "", reason: .wrongCellCount(found: 1, expected: 2))
  ) {
    try LexiconTable("a\tb\n# note\nonly\n", file: "x.tsv")
  }
}
