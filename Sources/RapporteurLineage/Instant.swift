public import RapporteurCore

/// A point in time as news give it: a day, or a day with its hour.
public struct Instant: Sendable, Hashable {
  /// The day, as written (without regard to the time zone).
  public let day: CalendarDate
  /// Seconds since 1970-01-01T00:00:00Z; nil where only the day is known.
  public let seconds: Int?

  /// A whole day.
  public init(day: CalendarDate) {
    self.day = day
    seconds = nil
  }

  /// Reads `YYYY-MM-DD`, or that with `Thh:mm`, seconds, fraction and zone; nil for anything else.
  ///
  /// A time without a zone is taken as UTC.
  public init?(iso text: String) {
    guard let day = CalendarDate(iso: text) else { return nil }
    self.day = day
    let rest = Array(text.utf8.dropFirst(10))
    guard let clock = Instant.clock(rest) else {
      seconds = nil
      return
    }
    seconds = day.daysSinceEpoch * 86_400 + clock
  }

  /// How many seconds `self` is later than `other`; nil where the days are the same and an hour is missing.
  func seconds(after other: Instant) -> Int? {
    if let seconds, let earlier = other.seconds { return seconds - earlier }
    return day == other.day ? nil : (day.daysSinceEpoch - other.day.daysSinceEpoch) * 86_400
  }

  /// Seconds of `Thh:mm[:ss[.fff]][Z|±hh[:]mm]` since midnight UTC.
  private static func clock(_ bytes: [UInt8]) -> Int? {
    func number(_ at: Int) -> Int? {
      guard at + 1 < bytes.count, (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1])
      else {
        return nil
      }
      return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
    }
    guard bytes.count >= 6, bytes[3] == 0x3A, let hour = number(1), let minute = number(4) else { return nil }
    var seconds = hour * 3600 + minute * 60
    if bytes.count > 6, bytes[6] == 0x3A, let second = number(7) { seconds += second }
    guard let sign = bytes.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }), let hours = number(sign + 1) else {
      return seconds
    }
    let minutes = bytes.count > sign + 3 ? number(bytes[sign + 3] == 0x3A ? sign + 4 : sign + 3) ?? 0 : 0
    let offset = hours * 3600 + minutes * 60
    return bytes[sign] == 0x2B ? seconds - offset : seconds + offset
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601: the day, or the day and time in UTC.
  public var description: String {
    guard let seconds else { return day.description }
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let clock = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    return "\(CalendarDate(daysSinceEpoch: days))T\(clock)Z"
  }
}
