import Foundation
import RapporteurExport
import Testing

@Test func theSameSeedDrawsTheSame() throws {
  func draw(_ seed: UInt64) -> [Int] {
    var reservoir = Reservoir<Int>(size: 10, seed: seed)
    (0..<1000).forEach { reservoir.offer($0) }
    return reservoir.inOrder
  }
  #expect(draw(7) == draw(7) && draw(7) != draw(8))
  #expect(draw(7) == draw(7).sorted() && Set(draw(7)).count == 10)
}

/// Each item is drawn about as often as any other: 2,000 draws of 10 of 100 give each 200 ± 5 standard deviations.
@Test func theDrawIsFair() {
  var counts = [Int](repeating: 0, count: 100)
  for seed in 0..<2000 {
    var reservoir = Reservoir<Int>(size: 10, seed: UInt64(seed))
    (0..<100).forEach { reservoir.offer($0) }
    reservoir.inOrder.forEach { counts[$0] += 1 }
  }
  let furthest = counts.map { abs($0 - 200) }.max() ?? 0
  #expect(furthest < 68, "\(counts)")
}

@Test func aSheetGoesRound() throws {
  var sheet = CodingSheet(size: 200, seed: 1)
  sheet.offer(try ExportFixture.record())
  let rows = try CSVText.rows(sheet.csv)
  #expect(rows.count == 4 && rows[0].cells == CodingSheet.columns)
  #expect(rows[2].cells[4] == "Rebels [REB]" && rows[2].cells[11] == "Rebels shelled Moundou and killed 12.")
}

@Test func wilsonAgreesWithThePublishedFigures() throws {
  // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
  let share = try #require(Share(hits: 81, of: 263).interval)
  #expect(abs(share.low - 0.2553) < 5e-5 && abs(share.high - 0.3662) < 5e-5)
  let none = try #require(Share(hits: 0, of: 20).interval)
  #expect(none.low == 0 && abs(none.high - 0.1611) < 5e-5)
  #expect(Share(hits: 0, of: 0).interval == nil)
}

@Test func assessmentCountsByType() throws {
  let sheet = """
    type;event_ok;type_ok;actor_ok
    CONSULT;y;y;n
    CONSULT;y;n;
    ASSAULT;n;;
    ASSAULT;;;

    """
  let assessment = try Assessment(sheet: sheet, file: "s.csv")
  #expect(assessment.types.map(\.type) == ["ASSAULT", "CONSULT"])
  #expect(assessment.types.map(\.share) == [Share(hits: 0, of: 1), Share(hits: 1, of: 2)])
  #expect(assessment.judgements.map(\.name) == ["event_ok", "type_ok", "actor_ok"] && assessment.blank == 1)
}

@Test func aWrongAnswerIsNamedWithItsLine() {
  #expect(
    throws: Assessment.Fault(file: "s.csv", line: 2, reason: "'maybe' in 'event_ok'; write y, n or nothing")
  ) {
    try Assessment(sheet: "type,event_ok\nCONSULT,maybe\n", file: "s.csv")
  }
}

@Test(arguments: ["a,b\n1,\"x\ny\"\n", "\u{FEFF}a,b\r\n1,\"x\ny\"\r\n"])
func csvTakesLineEndsAsTheyCome(text: String) throws {
  let rows = try CSVText.rows(text)
  #expect(rows.map(\.cells) == [["a", "b"], ["1", "x\ny"]] && rows[1].line == 2)
}

@Test func whyTellsTheRuleAndTheVoice() throws {
  let rules = try RuleBook(files: ["frames.tsv"]) { _ in
    "id\tlemma\tpos\tprepositions\tnote\nmeet.v.3\tmeet\tv\twith:ACTOR\t\n"
  }
  let narration = EventNarration(rules: rules)
  let words = try #require(narration.explain("e1", in: try ExportFixture.record()))
  #expect(words.contains("the verb 'meet' with 'with' and someone who can act – frames.tsv, line 2"))
  #expect(words.contains("CONCEDE: frame:meet.v.1 conditions not met"))
  #expect(words.contains("2031-03-03, to the day; weekday, from 'Monday'"))
  #expect(words.contains("an aide (c1, by 'said', a neutral cue)"))
  let missing = narration.explain("e9", in: try ExportFixture.record())
  #expect(missing == nil)
}
