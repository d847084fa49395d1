import RapporteurCore

/// Ranges in messages: `from 5 to 6pm of April 22`, `between Jan and March 2017`, `Monday 8-9am`.
extension TimeMatcher {
  /// A range at `i`, with its prepositions; the value is `(begin,end,length)`.
  func range(_ i: Int) -> Found<Ranged>? {
    var best: Found<Ranged>?
    for found in [
      clockRangeWithDate(i), dateThenClocks(i), dateRange(i),
      clockRange(i).map { Found(Ranged($0.value), $0.end) }, mixedRange(i),
      startWithLength(i),
    ] {
      if let found, found.end > best?.end ?? -1 { best = found }
    }
    return best
  }

  /// The index after a word that joins the ends of a range at `i`.
  private func joint(_ i: Int, afterBetween: Bool) -> Int? {
    if isKeyword(i, .to, .till, .until, .through, .thru) { return i + 1 }
    if isSign(i, "-") || isSign(i, "~") { return i + 1 }
    return afterBetween && isKeyword(i, .and) ? i + 1 : nil
  }

  /// `from`, `between`, `in`, `on` before a range.
  private func opening(_ i: Int) -> (start: Int, isBetween: Bool) {
    if isKeyword(i, .between) { return (i + 1, true) }
    if isKeyword(i, .from) { return (i + 1, false) }
    return (i, false)
  }

  // MARK: Clock times

  /// `3-8pm`, `from 9 to 10:30`, `between 0730-0930`; both ends bare only after `from` or `between`.
  func clockRange(_ i: Int, allowsBare: Bool = false) -> Found<ClockRange>? {
    let open = opening(i)
    let isOpen = open.start > i || allowsBare
    guard let first = messageClock(open.start, allowsBare: true),
      let next = joint(first.end, afterBetween: open.isBetween),
      let second = messageClock(next, allowsBare: true)
    else { return nil }
    let isMarked = isClockLike(open.start, first.end) || isClockLike(next, second.end)
    guard isMarked || isOpen else { return nil }
    if !isMarked, word(second.end).unit != nil || word(second.end).month != nil || ordinal(next) != nil {
      return nil
    }
    return Found(ClockRange(first.value, second.value), second.end)
  }

  private func isClockLike(_ start: Int, _ end: Int) -> Bool {
    end > start + 1 || isKeyword(start, .noon, .midnight)
  }

  /// `from 5 to 6pm of April 22`, `five to seven today`, `10am to 12pm Monday morning`, `between 7 and 9 last night`.
  private func clockRangeWithDate(_ i: Int) -> Found<Ranged>? {
    guard let clocks = clockRange(i, allowsBare: true) else { return nil }
    let joint = skip(skip(skipComma(clocks.end), .on, .of), .the)
    if let part = moment(joint) ?? moment(clocks.end), part.value.clock == nil, let date = part.value.date,
      date.isDay
    {
      return Found(Ranged(clocks.value.inside(part.value.part), date), part.end)
    }
    return nil
  }

  /// `Monday 8-9am`, `tomorrow from 10am-12pm`, `tonight from 7 to 7:30`.
  private func dateThenClocks(_ i: Int) -> Found<Ranged>? {
    guard let day = dateBefore(i) else { return nil }
    let isNewPhrase = isSign(day.end, ",") && isKeyword(day.end + 1, .between, .from)
    let at = isNewPhrase ? day.end : skip(skipComma(day.end), .at)
    if let length = lengthWithClock(at) { return Found(Ranged(length.value, day.value.date), length.end) }
    guard let clocks = clockRange(at, allowsBare: true) else { return nil }
    return Found(Ranged(clocks.value.inside(day.value.part), day.value.date), clocks.end)
  }

  private func dateBefore(_ i: Int) -> Found<Moment>? {
    guard let date = messageDate(i), date.value.isDay else {
      guard let part = moment(i), part.value.clock == nil, part.value.part != nil, part.value.date != nil
      else { return nil }
      return part
    }
    let part = skip(date.end, .in)
    if let found = word(part).part { return Found(Moment(date: date.value, part: found), part + 1) }
    return Found(Moment(date: date.value), date.end)
  }

  /// `from 2pm till tomorrow 4:30pm`, `between 2:00 tomorrow and 4:00`.
  private func mixedRange(_ i: Int) -> Found<Ranged>? {
    let open = opening(i)
    guard open.start > i, let reference, let first = moment(open.start),
      let next = joint(first.end, afterBetween: open.isBetween)
    else { return nil }
    guard let start = first.value.clock else { return nil }
    if let second = moment(next), let end = second.value.clock, let date = second.value.date,
      first.value.date == nil
    {
      let today = MessageDate(reference)
      guard let day = date.firstDay(reference.year) else { return nil }
      let days = day.daysSinceEpoch - reference.daysSinceEpoch
      let minutes = days * 1440 + end.minutes - start.minutes
      return Found(
        Ranged(
          text: "(\(today.text)T\(start.text),\(date.text)T\(end.text),\(ClockRange.length(minutes)))",
          kind: .duration), second.end)
    }
    guard let date = first.value.date, let second = messageClock(next, allowsBare: true) else { return nil }
    return Found(Ranged(ClockRange(start, second.value), date), second.end)
  }

  // MARK: A start and a length

  /// `from 9 for 2.5 hrs`, `for 3 hours from 10 am`.
  private func lengthWithClock(_ i: Int) -> Found<ClockRange>? {
    if isKeyword(i, .from), let clock = messageClock(i + 1, allowsBare: true), isKeyword(clock.end, .`for`),
      let length = length(clock.end + 1),
      length.value.hasClock
    {
      return Found(ClockRange(clock.value, lasting: length.value), length.end)
    }
    if isKeyword(i, .`for`), let length = length(i + 1), length.value.hasClock, isKeyword(length.end, .from),
      let clock = messageClock(length.end + 1, allowsBare: true)
    {
      return Found(ClockRange(clock.value, lasting: length.value), clock.end)
    }
    return nil
  }

  /// `3 days starting from next Monday`, `for 1 week, from 20th dec`, `for 2 hours from 2pm`.
  private func startWithLength(_ i: Int) -> Found<Ranged>? {
    if let clocks = lengthWithClock(i) { return Found(Ranged(clocks.value), clocks.end) }
    guard let reference, let length = length(skip(i, .`for`)) else { return nil }
    if isKeyword(i, .`for`), isKeyword(skipComma(length.end), .starting) { return nil }
    let comma = skipComma(length.end)
    let at =
      isKeyword(comma, .starting)
      ? skip(comma + 1, .from, .on) : isKeyword(comma, .from) && isKeyword(i, .`for`) ? comma + 1 : comma
    guard at > comma, let start = moment(at), let date = start.value.date, date.isDay else { return nil }
    let first = date.firstDay(reference.year) ?? coming(date)
    guard let first, let end = shift(first, by: length.value, 1) else { return nil }
    if let clock = start.value.clock {
      let time = "T\(padded(clock.hour, 2)):\(padded(clock.minute ?? 0, 2)):00"
      return Found(
        Ranged(text: "(\(first)\(time),\(end)\(time),\(length.value.text))", kind: .duration), start.end)
    }
    return Found(Ranged(text: "(\(first),\(end),\(length.value.text))", kind: .duration), start.end)
  }

  /// The next day that an open weekday means.
  func coming(_ date: MessageDate) -> CalendarDate? {
    guard case .weekday(let weekday) = date, let reference else { return nil }
    return reference.adding(days: (weekday - reference.weekday + 7) % 7)
  }
}
