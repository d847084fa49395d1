import RapporteurCore

/// A date as a message gives it: what is open stays open.
enum MessageDate: Sendable {
  /// Year, month and day as far as stated; a day that no calendar has is kept as written.
  case partial(year: Int?, month: Int?, day: Int?)
  case weekday(Int)
  /// A week, a weekend, a season: a stretch with a value of its own.
  case stretch(String)
  /// The stretch of three or more months that TIMEX3 has no name for here.
  case span(first: CalendarDate, end: CalendarDate, length: String)

  /// A day that is known.
  init(_ date: CalendarDate) { self = .partial(year: date.year, month: date.month, day: date.day) }

  /// The TIMEX3 value.
  var text: String {
    switch self {
    case .partial(let year, let month, let day):
      let yearText = year.map { padded($0, 4) } ?? "XXXX"
      guard month != nil || day != nil else { return yearText }
      let monthText = yearText + "-" + (month.map { padded($0, 2) } ?? "XX")
      return day.map { monthText + "-" + padded($0, 2) } ?? monthText
    case .weekday(let weekday): return "XXXX-WXX-\(weekday)"
    case .stretch(let text): return text
    case .span(let first, let end, let length): return "(\(first),\(end),\(length))"
    }
  }

  /// Whether it is one day.
  var isDay: Bool {
    switch self {
    case .partial(_, _, let day): day != nil
    case .weekday: true
    case .stretch, .span: false
    }
  }

  /// The first day, where the calendar has it.
  func firstDay(_ yearWhenOpen: Int) -> CalendarDate? {
    guard case .partial(let year, let month, let day) = self else { return nil }
    return CalendarDate(year: year ?? yearWhenOpen, month: month ?? 1, day: day ?? 1)
  }
}

/// A date, a clock time, or both, as a message gives them.
struct Moment: Sendable {
  var date: MessageDate?
  var clock: Clock?
  var part: DayPart?

  /// The TIMEX3 value.
  var text: String {
    let date = date?.text ?? ""
    if let clock { return date + "T" + clock.text }
    if let part { return date + "T" + part.rawValue }
    return date
  }

  /// The TIMEX3 type.
  var kind: Timex.Kind { clock == nil && part == nil ? .date : .time }
}
