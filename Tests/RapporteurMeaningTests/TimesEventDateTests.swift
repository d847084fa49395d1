import RapporteurCore
import RapporteurMeaning
import Testing

/// What date an event takes from the expression that governs it.
@Suite struct TimesEventDateTests {
  let reader: TimeReader
  init() throws { reader = try TimesFixture().reader }

  private func date(_ value: String?, _ kind: Timex.Kind = .date) -> Event.Date? {
    let timex = Timex(spans: [TextSpan(0, 1)], kind: kind, value: value, basis: "test")
    return reader.date(of: timex, published: CalendarDate(iso: "2031-03-06"))
  }

  @Test(arguments: [
    ("2031-03-03", "2031-03-03", nil, Event.Date.Grain.day),
    ("2031-W10", "2031-03-03", "2031-03-09", .week),
    ("2031-W10-WE", "2031-03-08", "2031-03-09", .day),
    ("2031-02", "2031-02-01", "2031-02-28", .month),
    ("2030-Q4", "2030-10-01", "2030-12-31", .quarter),
    ("2030-SU", "2030-06-01", "2030-08-31", .quarter),
    ("2030", "2030-01-01", "2030-12-31", .year),
    ("199", "1990-01-01", "1999-12-31", .decade),
    ("2031-03-03TNI", "2031-03-03", nil, .day),
    ("XXXX-WXX-1", "2031-03-03", nil, .day),
    ("XXXX-12-30", "2030-12-30", nil, .day),
    ("(2031-03-01,2031-03-04,P3D)", "2031-03-01", "2031-03-04", .day),
  ])
  func aValueIsAStretchOfDays(value: String, first: String, last: String?, grain: Event.Date.Grain) throws {
    let found = try #require(date(value))
    #expect(found.value == first)
    #expect(found.end == last)
    #expect(found.grain == grain)
  }

  @Test func aClockTimeKeepsItsMinute() throws {
    let found = try #require(date("2031-03-03T09:30", .time))
    #expect(found.value == "2031-03-03T09:30")
    #expect(found.grain == .minute)
  }

  @Test(arguments: ["PAST_REF", "PRESENT_REF", "FUTURE_REF", "XXXX-XX", "2031-02-30", "TNI", "", "2031-Q"])
  func whatIsNoDateGivesNone(value: String) { #expect(date(value) == nil) }

  @Test func lengthsAndSetsGiveNone() {
    #expect(date("P3D", .duration) == nil)
    #expect(date("P1W", .set) == nil)
    #expect(date(nil) == nil)
  }
}

/// A list that is not understood says where.
@Suite struct TimesLexiconTests {
  private func lexicon(words: String) throws -> TimeLexicon {
    func table(_ text: String, _ file: String) throws -> LexiconTable { try LexiconTable(text, file: file) }
    return try TimeLexicon(
      words: table(words, "words.tsv"),
      phrases: table("phrase\ttype\tvalue\tmodifier\tregister", "phrases.tsv"),
      holidays: table("name\trule", "holidays.tsv"), tense: table("form\tgroup", "tense.tsv"),
      registers: table("form\tcue", "registers.tsv"))
  }

  @Test func anUnknownRoleIsReportedByLine() {
    #expect(throws: LexiconError.self) { try lexicon(words: "form\trole\tvalue\nmonday\tweekdy\t1\n") }
    do {
      _ = try lexicon(words: "form\trole\tvalue\nmonday\tweekday\t9\n")
      Issue.record("a ninth weekday was accepted")
    } catch {
      #expect("\(error)".hasPrefix("words.tsv:2: column 'value'"))
    }
  }

  @Test func aReaderWithoutWordsFindsDigitsOnly() throws {
    let reader = TimeReader(lexicon: try lexicon(words: "form\trole\tvalue\n"), register: .report)
    let found = reader.read(TimesFixture.tokenized("On Monday, 2031-03-03, he left.", published: nil))
    #expect(found.map(\.value) == ["2031-03-03"])
  }
}
