import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Each family of expressions of a report, published on Thursday 2031-03-06.
@Suite struct TimesReportTests {
  let times: TimesFixture
  init() throws { times = try TimesFixture(register: .report) }

  @Test(arguments: [
    ("The pact was signed on March 3, 2031.", "March 3, 2031 = 2031-03-03"),
    ("The pact was signed on 3 March 2031.", "3 March 2031 = 2031-03-03"),
    ("The pact was signed on 2031-03-03.", "2031-03-03 = 2031-03-03"),
    ("The pact was signed in March 2029.", "March 2029 = 2029-03"),
    ("The pact was signed in 1998.", "1998 = 1998"),
    ("The pact was signed in nineteen ninety-six.", "nineteen ninety-six = 1996"),
    ("The pact was signed on Monday, March 3.", "Monday, March 3 = 2031-03-03"),
    ("The pact was signed in July last year.", "July last year = 2030-07"),
  ])
  func calendarDates(text: String, expected: String) { #expect(times.found(text) == [expected]) }

  @Test(arguments: [
    ("The minister resigned on Monday.", "Monday = 2031-03-03"),
    ("The minister resigned on Thursday.", "Thursday = 2031-03-06"),
    ("The minister will resign on Monday.", "Monday = 2031-03-10"),
    ("They are expected to meet on Saturday.", "Saturday = 2031-03-08"),
    ("Monday's vote was close.", "Monday = 2031-03-03"),
    ("The talks last Friday failed.", "last Friday = 2031-02-28"),
    ("The talks next Friday matter.", "next Friday = 2031-03-07"),
    ("The shelling began Friday night.", "Friday night = 2031-02-28TNI"),
    ("The envoy left at 9 a.m. Monday.", "9 a.m. Monday = 2031-03-03T09:00"),
  ])
  func weekdays(text: String, expected: String) { #expect(times.found(text) == [expected]) }

  @Test(arguments: [
    ("Troops arrived last week.", "last week = 2031-W09"),
    ("Troops arrive next month.", "next month = 2031-04"),
    ("Troops arrived six weeks ago.", "six weeks ago = 2031-W04"),
    ("Troops arrived two years ago.", "two years ago = 2029"),
    ("Troops arrived yesterday.", "yesterday = 2031-03-05"),
    ("Troops arrived over the weekend.", "the weekend = 2031-W09-WE"),
    ("Troops arrived last summer.", "last summer = 2030-SU"),
    ("Troops arrived in the winter of 1994.", "the winter of 1994 = 1994-WI"),
    ("Troops arrived last Thanksgiving.", "last Thanksgiving = 2030-11-28"),
    ("Troops arrived in the late 1970s.", "the late 1970s = 197"),
    ("Troops arrived in the third quarter of 2030.", "the third quarter of 2030 = 2030-Q3"),
    ("Troops arrived in fiscal 2029.", "fiscal 2029 = 2029"),
    ("Troops are recently arrived.", "recently = PAST_REF"),
    ("Troops stay there now.", "now = PRESENT_REF"),
  ])
  func relativeTimes(text: String, expected: String) { #expect(times.found(text) == [expected]) }

  @Test(arguments: [
    ("The siege lasted three months.", "three months = P3M"),
    ("The siege lasted two and a half years.", "two and a half years = P2Y6M"),
    ("After a 16-hour flight he slept.", "16-hour = PT16H"),
    ("The siege lasted more than four hours.", "more than four hours = PT4H"),
    ("It rained for the past few weeks.", "the past few weeks = PXW"),
    ("He prays every Friday.", "every Friday = XXXX-WXX-5"),
    ("The court sits daily.", "daily = P1D"),
    ("The war of 1990-92 ended.", "1990-92 = (1990-01-01,1992-01-01,P2Y)"),
  ])
  func lengthsAndSets(text: String, expected: String) { #expect(times.found(text) == [expected]) }

  /// What looks like a time and is none.
  @Test(arguments: [
    "He may march on.", "The 37-year-old pilot left.", "It cost $1,995.", "Second, he fell.",
    "Mr. Jan Kavran spoke.",
    "Flight 2031-A was late.", "2000 people fled.",
  ])
  func noTimes(text: String) { #expect(times.found(text).isEmpty) }

  @Test func modifiersSayHowExactAValueIs() {
    let found = times.read(
      "It began early this year, lasted nearly two weeks and cost at least 72 hours of talks.")
    #expect(found.map(\.modifier) == ["START", "LESS_THAN", "EQUAL_OR_MORE"])
  }

  @Test func aYearEarlierMeansTheQuarterSpokenOf() {
    let found = times.found("Profit rose in the fourth quarter of 2030 from a year earlier.")
    #expect(found == ["the fourth quarter of 2030 = 2030-Q4", "a year earlier = 2029-Q4"])
  }

  @Test func thatDayIsTheDayBeforeIt() {
    let found = times.found("He fled on March 3. That day the palace burned.")
    #expect(found == ["March 3 = 2031-03-03", "That day = 2031-03-03"])
  }

  @Test func withoutADateAWeekdayStaysOpen() throws {
    let found = try #require(times.read("He fled on Monday.", published: nil).first)
    #expect(found.value == "XXXX-WXX-1")
    #expect(found.basis == "no publication date and no full date in the text")
  }

  @Test func aFullDateOfTheTextStandsInForThePublicationDate() throws {
    let found = times.read("OSLEY, March 6, 2031 (Harbour Wire) - He fled on Monday.", published: nil)
    #expect(found.map(\.value) == ["2031-03-06", "2031-03-03"])
    #expect(found[1].basis == "weekday against the first full date of the text")
  }

  @Test func anEmptyReportHasNoTimes() { #expect(times.read("").isEmpty) }
}

/// The tense of the governing verb decides where a parse is there.
@Suite struct TimesTenseTests {
  private func weekday(_ parse: String) throws -> String? {
    let annotated = try handmade(parse, published: "2031-03-06")
    return try TimesFixture(register: .report).reader.read(annotated).first?.value
  }

  @Test func whatCouldNotBeDoneLooksBack() throws {
    let value = try weekday(
      """
      1  He      PRON   4  nsubj
      2  could   AUX    4  aux
      3  not     PART   4  advmod
      4  vote    VERB   0  root  vote  VerbForm=Inf
      5  Friday  PROPN  4  obl
      """)
    #expect(value == "2031-02-28")
  }

  @Test func whatNeitherCouldDoLiesBehindUs() throws {
    let value = try weekday(
      """
      1  Neither  CCONJ  2  cc:preconj
      2  envoy    NOUN   5  nsubj:pass
      3  could    AUX    5  aux
      4  be       AUX    5  aux:pass
      5  found    VERB   0  root        find    VerbForm=Part
      6  Friday   PROPN  5  obl
      """)
    #expect(value == "2031-02-28")
  }

  @Test func aFiniteVerbTakenForAnInfinitiveLooksBack() throws {
    let value = try weekday(
      """
      1  Malta     PROPN  2  nsubj
      2  deplored  VERB   0  root   deplored  VerbForm=Inf
      3  Friday    PROPN  2  obl
      4  raids     NOUN   2  obj
      """)
    #expect(value == "2031-02-28")
  }

  @Test func aPastVerbLooksBack() throws {
    let value = try weekday(
      """
      1  Envoys  NOUN   2  nsubj
      2  met     VERB   0  root   meet    Mood=Ind|Tense=Past|VerbForm=Fin
      3  Friday  PROPN  2  obl
      """)
    #expect(value == "2031-02-28")
  }

  @Test func aModalLooksAhead() throws {
    let value = try weekday(
      """
      1  Envoys  NOUN   3  nsubj
      2  will    AUX    3  aux    will    VerbForm=Fin
      3  meet    VERB   0  root   meet    VerbForm=Inf
      4  Friday  PROPN  3  obl
      """)
    #expect(value == "2031-03-07")
  }

  @Test func aPlanLooksAheadThoughItWasMade() throws {
    let value = try weekday(
      """
      1  Envoys   NOUN   2  nsubj
      2  planned  VERB   0  root   plan  Mood=Ind|Tense=Past|VerbForm=Fin
      3  to       PART   4  mark
      4  meet     VERB   2  xcomp  meet  VerbForm=Inf
      5  Friday   PROPN  4  obl
      """)
    #expect(value == "2031-03-07")
  }

  @Test func aPresentInProseAnnounces() throws {
    let value = try weekday(
      """
      1  Envoys  NOUN   2  nsubj
      2  meet    VERB   0  root   meet    Mood=Ind|Tense=Pres|VerbForm=Fin
      3  Friday  PROPN  2  obl
      """)
    #expect(value == "2031-03-07")
  }

  @Test func anInfinitiveBelowAPastVerbLooksBack() throws {
    let value = try weekday(
      """
      1  Troops    NOUN   2  nsubj
      2  began     VERB   0  root   begin  Mood=Ind|Tense=Past|VerbForm=Fin
      3  to        PART   4  mark
      4  withdraw  VERB   2  xcomp  withdraw  VerbForm=Inf
      5  Friday    PROPN  4  obl
      """)
    #expect(value == "2031-02-28")
  }

  @Test func aPlanToldOfADayIsOfThatDay() throws {
    let value = try weekday(
      """
      1  On       ADP    2  case
      2  Friday   PROPN  4  obl
      3  envoys   NOUN   4  nsubj
      4  planned  VERB   0  root   plan  Mood=Ind|Tense=Past|VerbForm=Fin
      5  talks    NOUN   4  obj
      """)
    #expect(value == "2031-02-28")
  }
}
