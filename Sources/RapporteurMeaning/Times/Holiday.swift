import RapporteurCore

/// A holiday, as a rule that gives its day in a year.
enum Holiday: Hashable, Sendable {
  case fixed(month: Int, day: Int)
  /// The `index`-th `weekday` (1 Monday) of the month, or the last where `index` is -1.
  case weekday(Int, index: Int, month: Int)
  /// Days from Western Easter Sunday.
  case easter(Int)
  case dayAfterThanksgiving
  case electionDay

  /// Reads `MM-DD`, `MM-wN#K`, `E+N`, `BF` or `GE`.
  init?(rule: String) {
    switch rule {
    case "BF": self = .dayAfterThanksgiving
    case "GE": self = .electionDay
    default:
      if rule.hasPrefix("E"), let days = Int(rule.dropFirst()) {
        self = .easter(days)
        return
      }
      let parts = rule.split(separator: "-", maxSplits: 1)
      guard parts.count == 2, let month = Int(parts[0]) else { return nil }
      if parts[1].hasPrefix("w") {
        let pieces = parts[1].dropFirst().split(separator: "#")
        guard pieces.count == 2, let weekday = Int(pieces[0]), let index = Int(pieces[1]) else { return nil }
        self = .weekday(weekday, index: index, month: month)
      } else {
        guard let day = Int(parts[1]) else { return nil }
        self = .fixed(month: month, day: day)
      }
    }
  }

  /// The day in `year`.
  func day(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
    case .weekday(let weekday, let index, let month):
      Holiday.weekday(weekday, index: index, month: month, year: year)
    case .easter(let days): Holiday.easter(in: year)?.adding(days: days)
    case .dayAfterThanksgiving: Holiday.weekday(4, index: 4, month: 11, year: year)?.adding(days: 1)
    case .electionDay: Holiday.weekday(1, index: 1, month: 11, year: year)?.adding(days: 1)
    }
  }

  /// The month and day that never change, as TIMEX3 writes them without a year; nil for a movable day.
  var yearless: String? {
    guard case .fixed(let month, let day) = self else { return nil }
    return "XXXX-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The `index`-th weekday of a month; the last where `index` is -1.
  static func weekday(_ weekday: Int, index: Int, month: Int, year: Int) -> CalendarDate? {
    if index < 0 {
      guard let last = CalendarDate(year: year, month: month, day: CalendarDate.daysInMonth(month, of: year))
      else { return nil }
      return last.adding(days: -((last.weekday - weekday + 7) % 7))
    }
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    let day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (index - 1))
    return day.month == month ? day : nil
  }

  /// Western Easter Sunday.
  ///
  /// Source: the anonymous Gregorian algorithm, Meeus 1991, "Astronomical Algorithms", chapter 8.
  static func easter(in year: Int) -> CalendarDate? {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
