import RapporteurCore
import RapporteurMeaning
import Testing

/// Messages about appointments, written on Thursday 2031-03-06.
@Suite struct TimesMessageTests {
  let times: TimesFixture
  init() throws { times = try TimesFixture() }

  @Test(arguments: [
    ("I am away from May 3 to May 9", "from May 3 to May 9 = (XXXX-05-03,XXXX-05-09,P6D)"),
    ("I am away from 3 to 9 June", "from 3 to 9 June = (XXXX-06-03,XXXX-06-09,P6D)"),
    ("I am away between April and June 2032", "between April and June 2032 = (2032-04-01,2032-06-01,P2M)"),
    ("I am away next 4 days", "next 4 days = (2031-03-07,2031-03-11,P4D)"),
    ("Can we talk from 2 to 3pm tomorrow", "from 2 to 3pm tomorrow = (2031-03-07T14,2031-03-07T15,PT1H)"),
    ("Can we talk Monday 10-11:30am", "Monday 10-11:30am = (XXXX-WXX-1T10,XXXX-WXX-1T11:30,PT1H30M)"),
    ("I leave in 3 weeks", "in 3 weeks = 2031-03-27"),
    ("I leave next Tuesday", "next Tuesday = 2031-03-11"),
    ("I leave on Tuesday", "Tuesday = XXXX-WXX-2"),
    ("I leave 3 days from Monday", "3 days from Monday = 2031-03-13"),
    ("I leave before April 9", "before April 9 = XXXX-04-09"),
    ("I leave 5/12", "5/12 = XXXX-05-12"),
    ("I leave tomorrow at 8:45 am", "tomorrow at 8:45 am = 2031-03-07T08:45"),
    ("I leave at half past seven in the evening", "half past seven in the evening = T19:30"),
    ("I work every Monday at 4pm", "every Monday at 4pm = XXXX-WXX-1T16"),
    ("I need one and a half hours", "one and a half hours = PT1.5H"),
    ("How was Q2 2030?", "Q2 2030 = (2030-04-01,2030-07-01,P3M)"),
  ])
  func aRangeIsOneExpressionAndOpenStaysOpen(text: String, expected: String) {
    #expect(times.found(text) == [expected])
  }

  /// The same words in a report are put on the calendar, each alone.
  @Test func aReportIsNoMessage() {
    let found = times.found("Rebel commander Ilse Marran left the town of Osley on Tuesday, a witness said.")
    #expect(found == ["Tuesday = 2031-03-04"])
  }

  @Test func aQuotedSpeakerMakesNoMessage() {
    let found = times.found("\"I will leave on Tuesday,\" the envoy of Osley told reporters.")
    #expect(found == ["Tuesday = 2031-03-11"])
  }
}
