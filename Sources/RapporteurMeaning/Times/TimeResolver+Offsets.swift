import RapporteurCore

/// Offsets, parts of days and clock times.
extension TimeResolver {
  /// `two years ago`, `a month later`.
  func offset(_ length: TimeLength, _ sign: Int, _ base: OffsetBase) -> ResolvedTime {
    guard let part = length.parts.first else { return ResolvedTime(.date, nil, "no length") }
    guard let value = part.amount.value else {
      return ResolvedTime(
        .date, sign < 0 ? "PAST_REF" : "FUTURE_REF", "an unknown number of \(part.unit.rawValue)s")
    }
    if part.unit == .year, value == 1, sign < 0, let spoken = context.accounting {
      return ResolvedTime(spoken.adding(years: -1), "a year before the period spoken of")
    }
    guard let anchor = context.anchor else {
      return ResolvedTime(.date, nil, "no publication date and no full date in the text")
    }
    if part.unit.code.isClock {
      return ResolvedTime(.date, sign < 0 ? "PAST_REF" : "FUTURE_REF", "a clock time away")
    }
    let count = sign * Int(value)
    if case .narrative = base, let spoken = context.narrative, let point = shifted(spoken, part.unit, count) {
      return ResolvedTime(point, "counted from the date before it")
    }
    guard let point = anchor.stretch(part.unit, count) else {
      return ResolvedTime(.date, nil, "no such stretch")
    }
    return ResolvedTime(point, "counted from \(context.anchorName)")
  }

  private func shifted(_ point: CalendarPoint, _ unit: TimeUnit, _ count: Int) -> CalendarPoint? {
    if unit == .decade { return .year(point.year + 10 * count) }
    return around(point, unit, count)
  }

  /// `Friday night`, `this morning`, `the evening`.
  func part(_ part: DayPart, _ day: TimeMeaning?) -> ResolvedTime {
    guard let day else {
      guard let anchor = context.anchor else {
        return ResolvedTime(.time, "T" + part.rawValue, "part of an unknown day")
      }
      let base: CalendarDate = if case .day(let day)? = context.narrative { day } else { anchor }
      return ResolvedTime(.time, "\(base)T\(part.rawValue)", "part of the day spoken of")
    }
    let inner = resolve(day)
    guard let value = inner.value, value.utf8.count >= 10 else {
      return ResolvedTime(.time, nil, inner.basis)
    }
    var found = ResolvedTime(.time, value + "T" + part.rawValue, inner.basis)
    found.point = inner.point
    return found
  }

  /// `10 p.m. Friday`, `noon`.
  func clock(_ clock: Clock, _ day: TimeMeaning?) -> ResolvedTime {
    var clock = clock
    if clock.minute == nil, clock.hour < 24 { clock.minute = 0 }
    guard let day else {
      guard let anchor = context.anchor else {
        return ResolvedTime(.time, "T" + clock.text, "clock time of an unknown day")
      }
      let base: CalendarDate = if case .day(let day)? = context.narrative { day } else { anchor }
      return ResolvedTime(.time, "\(base)T\(clock.text)", "clock time on the day spoken of")
    }
    let inner = resolve(day)
    guard let value = inner.value else { return ResolvedTime(.time, nil, inner.basis) }
    let dayText = value.utf8.prefix(10)
    var found = ResolvedTime(.time, String(Substring(dayText)) + "T" + clock.text, inner.basis)
    found.point = inner.point
    return found
  }
}
