import RapporteurLedger
import Testing

import RapporteurDesk

/// What both say is shared, what one says is marked; the pieces are the texts.
@Test func wordsAreComparedInOrder() {
  let difference = WordDifference(
    "Two boats left Bergen on Monday.", "Two old boats left Bergen on Sunday, it said.")
  #expect(difference.left.filter { !$0.isShared }.map(\.text) == ["Monday."])
  #expect(difference.right.filter { !$0.isShared }.map(\.text) == ["old ", "Sunday, it said."])
  #expect(difference.shared == 5)
  #expect(difference.words == (6, 9))
  #expect(!difference.isCut)
}

/// No word is lost, whatever the texts are.
@Test(arguments: [
  ("", ""), ("a", ""), ("", "b c"), ("a b\n\nc", "a\tb c d"), ("x y z", "z y x"), ("é́ a", "é́ b"),
])
func piecesAreTheText(left: String, right: String) {
  let difference = WordDifference(left, right)
  #expect(difference.left.map(\.text).joined() == left)
  #expect(difference.right.map(\.text).joined() == right)
}

/// A middle that is too long is not compared, and the page can say so.
@Test func longMiddlesAreCut() {
  let words = (0...WordDifference.mostWords).map { "w\($0)" }
  let difference = WordDifference(
    "start " + words.joined(separator: " ") + " end",
    "start " + words.reversed().joined(separator: " ") + " end")
  #expect(difference.isCut)
  #expect(difference.shared == 2)
}

/// An outlet that quotes an unnamed voice on either side does not deny what it asserts.
@Test func voicesOfOneOutletAreToldApart() {
  #expect(Words.apart("A; B", "C") == ("A; B", "C"))
  #expect(Words.apart("A; B", "B; C") == ("A; a voice in B", "another voice in B; C"))
}

@Test(arguments: [
  (0, "0"), (12, "12"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-4_000, "−4,000"),
])
func numbersAreGrouped(number: Int, words: String) { #expect(Words.grouped(number) == words) }

/// The same state has one address.
@Test func addressesAreInOneOrder() {
  #expect(
    Address.of("/search", ["type": "AID", "q": "a b&c", "place": ""]) == "/search?q=a%20b%26c&type=AID")
  #expect(Address.query("q=a%20b%26c&type=AID") == ["q": "a b&c", "type": "AID"])
  #expect(Address.query("a=1&a=2&=3&b&c=%zz") == ["a": "2", "b": "", "c": "%zz"])
  #expect(Address.report("../x\"y") == "/report/..%2Fx%22y")
}

/// The map's corners are where its outlines have them.
@Test func degreesBecomePoints() {
  let middle = WorldMap.point(longitude: 0, latitude: 0)
  #expect(abs(middle.x - WorldMap.size.width / 2) < 0.1)
  #expect(abs(middle.y - WorldMap.size.height / 2) < 0.6)
  let east = WorldMap.point(longitude: 180, latitude: 0)
  #expect(abs(east.x - 994) < 0.1)
}

/// A cursor is read as it was written; what is none is refused.
@Test func cursorsAreRead() {
  #expect(Cursor("2031-03-09.41", parts: 2)?.parts == ["2031-03-09", "41"])
  #expect(Cursor(".41", parts: 2)?.description == ".41")
  for bad in ["", "41.x", "2031-03-09", "x"] { #expect(Cursor(bad, parts: 2) == nil, "\(bad)") }
}
