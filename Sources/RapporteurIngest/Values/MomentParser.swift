import RapporteurCore

/// Reads the dates that pages, feeds and wires write: ISO 8601 and its short forms, RFC 822, and English words.
package enum MomentParser {
  /// The first date in `text`; nil where it holds none.
  ///
  /// `2031-03-06T10:00:00.5+0200`, `20310306T100000Z`, `2031-03`, `2031-065`, `Thu, 06 Mar 2031 10:00:00 GMT`,
  /// `March 6, 2031 at 10:00 a.m. EST`, `6 March 2031`, `06/03/2031` (day first where the month can't be 1…12).
  package static func moment(_ text: String) -> Moment? {
    let words = MomentWords(text)
    return numericDate(words) ?? wordDate(words)
  }

  // MARK: dates in digits

  private static func numericDate(_ words: MomentWords) -> Moment? {
    for (index, word) in words.list.enumerated() {
      guard case .number(let value, let digits) = word else { continue }
      if digits == 8, let day = CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      {
        return moment(day, words, index + 1)
      }
      if digits == 10 || digits == 13, words.list.count == 1 {
        return epoch(digits == 13 ? value / 1000 : value)
      }
      guard index == 0 || !words.isSign(index - 1, ":") else { continue }
      if let found = signedDate(words, index, value, digits) { return found }
    }
    return nil
  }

  private static func epoch(_ seconds: Int) -> Moment {
    Moment(day: CalendarDate(daysSinceEpoch: seconds / 86_400), second: seconds % 86_400, offset: 0)
  }

  /// Three numbers with `-`, `/` or `.` between, or a year and a month.
  private static func signedDate(_ words: MomentWords, _ index: Int, _ first: Int, _ digits: Int) -> Moment? {
    guard words.isSign(index + 1, "-") || words.isSign(index + 1, "/") || words.isSign(index + 1, "."),
      let (second, secondDigits) = words.number(index + 2)
    else { return nil }
    guard words.sign(index + 3) == words.sign(index + 1), let (third, thirdDigits) = words.number(index + 4)
    else {
      guard digits == 4, words.isSign(index + 1, "-") else { return nil }
      return yearAndPart(words, index, first, second, secondDigits)
    }
    if digits == 4, let day = CalendarDate(year: first, month: second, day: third) {
      return moment(day, words, index + 5)
    }
    if digits == 2, words.isSign(index + 1, "-"), thirdDigits == 2, second <= 12,
      let day = CalendarDate(year: century(first), month: second, day: third)
    {
      return moment(day, words, index + 5)
    }
    guard thirdDigits == 4 || thirdDigits == 2 else { return nil }
    let year = thirdDigits == 4 ? third : century(third)
    let isDayFirst = first > 12 || words.isSign(index + 1, ".")
    let day = CalendarDate(year: year, month: isDayFirst ? second : first, day: isDayFirst ? first : second)
    return day.flatMap { moment($0, words, index + 5) }
  }

  /// `2031-03` or the day of a year, `2031-065`.
  private static func yearAndPart(
    _ words: MomentWords, _ index: Int, _ year: Int, _ part: Int, _ digits: Int
  ) -> Moment? {
    if digits == 3, let start = CalendarDate(year: year, month: 1, day: 1), (1...366).contains(part) {
      return moment(start.adding(days: part - 1), words, index + 3)
    }
    guard digits == 2, year > 1000 else { return nil }
    return CalendarDate(year: year, month: part, day: 1).map { Moment(day: $0) }
  }

  static func century(_ year: Int) -> Int { year >= 100 ? year : year < 69 ? 2000 + year : 1900 + year }

  // MARK: dates in words

  private static func wordDate(_ words: MomentWords) -> Moment? {
    for index in words.list.indices {
      guard let month = words.month(index) else { continue }
      if let found = dayBefore(words, index, month) ?? dayAfter(words, index, month) { return found }
    }
    return nil
  }

  /// `6 March 2031`, `6-Mar-31`, `6th of March, 2031`.
  private static func dayBefore(_ words: MomentWords, _ index: Int, _ month: Int) -> Moment? {
    var before = index - 1
    while before >= 0, words.isFiller(before) { before -= 1 }
    var after = index + 1
    while words.isFiller(after) { after += 1 }
    guard let (day, dayDigits) = words.number(before), dayDigits <= 2,
      let (year, yearDigits) = words.number(after)
    else { return nil }
    guard yearDigits == 4 || (yearDigits == 2 && !words.isSign(after + 1, ":")) else { return nil }
    return CalendarDate(year: century(year), month: month, day: day).flatMap { moment($0, words, after + 1) }
  }

  /// `March 6, 2031`, and `Mar 6 10:00:00 2031`.
  private static func dayAfter(_ words: MomentWords, _ index: Int, _ month: Int) -> Moment? {
    var place = index + 1
    while words.isFiller(place) { place += 1 }
    guard let (day, digits) = words.number(place), digits <= 2 else { return nil }
    place += 1
    while words.isFiller(place) { place += 1 }
    if let (year, yearDigits) = words.number(place), yearDigits == 4 {
      return CalendarDate(year: year, month: month, day: day).flatMap { moment($0, words, place + 1) }
    }
    let year = words.list[min(place, words.list.count)...].lazy.compactMap { word -> Int? in
      if case .number(let value, 4) = word, (1900...2199).contains(value) { return value }
      return nil
    }.first
    guard let year, words.isSign(place + 1, ":") else { return nil }
    return CalendarDate(year: year, month: month, day: day).flatMap { moment($0, words, place) }
  }

  // MARK: the time of day

  private static func moment(_ day: CalendarDate, _ words: MomentWords, _ start: Int) -> Moment {
    var place = start
    let limit = min(words.list.count, start + 8)
    while place < limit {
      if let found = MomentClock(words, place) {
        let next = found.second >= 86_400 ? day.adding(days: 1) : day
        return Moment(day: next, second: found.second % 86_400, offset: found.offset)
      }
      place += 1
    }
    return Moment(day: day)
  }
}
