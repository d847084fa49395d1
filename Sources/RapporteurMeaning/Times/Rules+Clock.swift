/// Clock times and parts of the day: `10:30 a.m. EST`, `noon`, `4 in the morning`, `Friday night`.
extension TimeMatcher {
  /// `a.m.`, `pm`, `p . m .` at `i`; the value is whether it is the afternoon.
  func halfOfDay(_ i: Int) -> Found<Bool>? {
    switch keyword(i) {
    case .am: return Found(false, i + 1)
    case .pm: return Found(true, i + 1)
    case .a, .p:
      let isAfternoon = keyword(i) == .p
      let next = isSign(i + 1, ".") ? i + 2 : i + 1
      guard isKeyword(next, .m) else {
        return register == .message && isJoined(i) && isKeyword(i, .a, .p) ? Found(isAfternoon, i + 1) : nil
      }
      let isDotted = next == i + 2
      return Found(isAfternoon, isDotted && isSign(next + 1, ".") ? next + 2 : next + 1)
    default: return nil
    }
  }

  /// A clock time at `i`, with its time zone.
  func clockTime(_ i: Int) -> Found<Clock>? {
    guard var found = numericClock(i) ?? namedClock(i) else { return nil }
    if let zone = timeZone(found.end) {
      found.value.isUniversal =
        register == .report && isKeyword(isSign(found.end, "(") ? found.end + 1 : found.end, .utc, .gmt)
      found.end = zone
    }
    return found
  }

  private func numericClock(_ i: Int) -> Found<Clock>? {
    guard let atom = atom(i), atom.kind == .number, atom.length <= 2, atom.number <= 24,
      isFreeBefore(i) || isSign(i - 1, "-")
    else { return nil }
    var clock = Clock(hour: atom.number)
    var end = i + 1
    if isSign(end, ":"), isJoined(end), let minute = self.atom(end + 1), minute.kind == .number,
      !minute.isSpaced,
      minute.length == 2, minute.number < 60
    {
      clock.minute = minute.number
      end += 2
      if isSign(end, ":"), isJoined(end), let second = self.atom(end + 1), second.kind == .number,
        second.number < 60
      {
        clock.second = second.number
        end += 2
      }
    }
    let halfStart = isSign(end, ".") && isJoined(end) && register == .message ? end + 1 : end
    if let half = halfOfDay(halfStart), atom.number <= 12, atom.number > 0 {
      clock.hour = clock.hour % 12 + (half.value ? 12 : 0)
      return Found(clock, half.end)
    }
    if isKeyword(end, .o), isSign(end + 1, "'"), isKeyword(end + 2, .clock) {
      return withPart(clock, end + 3)
    }
    if isKeyword(end, .oclock) { return withPart(clock, end + 1) }
    if let part = partPhrase(end) { return Found(clock.inside(part.value), part.end) }
    guard clock.minute != nil else { return nil }
    clock.isAmbiguous = clock.hour <= 12
    let isStated =
      isAfterNumericDate(i)
      || isKeyword(i - 1, .at, .around, .about, .by, .until, .from, .to, .before, .after)
    return register == .message || isStated || timeZone(end) != nil ? Found(clock, end) : nil
  }

  /// Whether a date in digits stands right before `i`: `23.04.2031 14:55`.
  private func isAfterNumericDate(_ i: Int) -> Bool {
    guard let year = atom(i - 1), year.kind == .number, let sign = atom(i - 2), sign.kind == .sign,
      !year.isSpaced
    else { return false }
    return atom(i - 3)?.kind == .number && atom(i)?.isSpaced == true
  }

  private func withPart(_ clock: Clock, _ end: Int) -> Found<Clock> {
    if let part = partPhrase(end) { return Found(clock.inside(part.value), part.end) }
    var open = clock
    open.isAmbiguous = true
    return Found(open, end)
  }

  /// `in the morning`, `at night` at `i`.
  private func partPhrase(_ i: Int) -> Found<DayPart>? {
    if isKeyword(i, .in), isKeyword(i + 1, .the), let part = word(i + 2).part, part != .night {
      return Found(part, i + 3)
    }
    if isKeyword(i, .at), word(i + 1).part == .night { return Found(.night, i + 2) }
    return nil
  }

  private func namedClock(_ i: Int) -> Found<Clock>? {
    switch keyword(i) {
    case .noon: return Found(Clock(hour: 12, minute: register == .report ? 0 : nil), i + 1)
    case .midnight: return Found(Clock(hour: register == .report ? 24 : 0), i + 1)
    default: break
    }
    guard let hour = word(i).cardinal, (1...12).contains(hour) else { return nil }
    if let half = halfOfDay(i + 1), !isKeyword(i + 1, .a) || half.end > i + 2 {
      return Found(Clock(hour: hour % 12 + (half.value ? 12 : 0)), half.end)
    }
    if isKeyword(i + 1, .oclock) { return withPart(Clock(hour: hour), i + 2) }
    if isKeyword(i + 1, .o), isSign(i + 2, "'"), isKeyword(i + 3, .clock) {
      return withPart(Clock(hour: hour), i + 4)
    }
    if let part = partPhrase(i + 1), isKeyword(i - 1, .at, .about, .around, .by, .until, .before, .after) {
      return Found(Clock(hour: hour).inside(part.value), part.end)
    }
    return nil
  }

  /// The index after a time zone at `i`, or nil.
  func timeZone(_ i: Int) -> Int? {
    let start = isSign(i, "(") ? i + 1 : i
    guard let zone = keyword(start), atom(start)?.isAllCapital == true else { return nil }
    switch zone {
    case .est, .edt, .cst, .cdt, .mst, .mdt, .pst, .pdt, .gmt, .utc, .bst, .cet, .cest, .ist, .et, .pt, .ct,
      .mt:
      return start > i ? (isSign(start + 1, ")") ? start + 2 : nil) : start + 1
    default: return nil
    }
  }

  /// A clock time, with the day that belongs to it, at `i`: `10 p.m. Friday`, `9 a.m. on March 7`.
  func clockExpression(_ i: Int) -> TimeExpression? {
    guard let clock = clockTime(i) else { return nil }
    let dayStart = skip(skipComma(clock.end), .on)
    if let day = dayExpression(dayStart), day.isDay {
      return expression(i, day.atoms.upperBound, .clock(clock.value, on: day.meaning))
    }
    return expression(i, clock.end, .clock(clock.value, on: nil))
  }

  /// A day and what follows of it at `i`: `Friday night`, `tomorrow at 9 a.m.`, `March 7 at noon`.
  func dayWithTime(_ i: Int) -> TimeExpression? {
    guard let day = dayExpression(i), day.isDay else { return nil }
    let end = day.atoms.upperBound
    if let part = word(end).part, !word(end).partIsPlural, isPartOfDay(part) {
      return expression(i, end + 1, .part(part, on: day.meaning), day.modifier)
    }
    let next = skip(skipComma(end), .at)
    if let clock = clockTime(next),
      register == .message || isKeyword(end, .at) || isSign(end, ",") || next == end
    {
      return expression(i, clock.end, .clock(clock.value, on: day.meaning), day.modifier)
    }
    return day
  }

  private func isPartOfDay(_ part: DayPart) -> Bool {
    switch part {
    case .morning, .afternoon, .evening, .night: true
    case .midday, .daytime, .nighttime, .breakfast, .lunch, .dinner: false
    }
  }
}

extension Clock {
  /// The time that the words mean inside a part of the day: 4 in the afternoon is 16.
  func inside(_ part: DayPart) -> Clock {
    var clock = self
    clock.isAmbiguous = false
    switch part {
    case .afternoon, .evening, .dinner: if hour < 12 { clock.hour += 12 }
    case .night, .nighttime: if hour < 12, hour > 5 { clock.hour += 12 }
    case .morning, .midday, .daytime, .breakfast, .lunch: break
    }
    return clock
  }
}

extension TimeExpression {
  /// Whether the words name one day.
  var isDay: Bool {
    switch meaning {
    case .calendar(_, _, let day): day != nil
    case .dated(_, let day, _): day != nil
    case .dayFromPresent, .weekday, .holiday: true
    case .unit(let unit, _): unit == .day
    default: false
    }
  }
}
