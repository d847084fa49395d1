public import RapporteurCore

/// A point of time as a source writes it: a day, perhaps with the time of day, perhaps with its distance from UTC.
public struct Moment: Sendable, Hashable, CustomStringConvertible {
  /// The day, where the source's clock stands.
  public let day: CalendarDate
  /// Seconds since midnight, 0…86,399; nil where only the day is told.
  public let second: Int?
  /// Minutes ahead of UTC, -1,439…1,439; nil where the source tells none.
  public let offset: Int?

  /// Makes a moment.
  public init(day: CalendarDate, second: Int? = nil, offset: Int? = nil) {
    self.day = day
    self.second = second
    self.offset = second == nil ? nil : offset
  }

  /// ISO 8601: `2031-03-06`, `2031-03-06T10:00:00` or `2031-03-06T10:00:00+02:00`.
  public var description: String {
    guard let second else { return day.description }
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let time = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    guard let offset else { return "\(day)T\(time)" }
    if offset == 0 { return "\(day)T\(time)Z" }
    let distance = abs(offset)
    return "\(day)T\(time)\(offset < 0 ? "-" : "+")\(two(distance / 60)):\(two(distance % 60))"
  }

  /// The same moment on a clock of UTC; without an offset the clock is taken as UTC already.
  public var utc: Moment {
    guard let second else { return self }
    let total = second - (offset ?? 0) * 60
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    return Moment(day: day.adding(days: days), second: total - days * 86_400, offset: 0)
  }
}
