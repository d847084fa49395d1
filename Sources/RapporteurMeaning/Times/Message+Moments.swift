import RapporteurCore

/// Clock times in messages, and dates with clock times.
extension TimeMatcher {
  /// A clock time at `i`; a bare hour only where `allowsBare`.
  func messageClock(_ i: Int, allowsBare: Bool = false) -> Found<Clock>? {
    let start = skip(i, .around, .about)
    for found in [
      namedHour(start), pastHour(start), digitalClock(start, allowsBare), spelledClock(start, allowsBare),
    ] {
      if let found { return found }
    }
    return nil
  }

  /// `noon`, `12 noon`, `noonish`, `midnight`, `11ish`.
  private func namedHour(_ i: Int) -> Found<Clock>? {
    let at = atom(i)?.number == 12 && isKeyword(i + 1, .noon) ? i + 1 : i
    if isKeyword(at, .noon) { return Found(Clock(hour: 12), at + 1) }
    if isKeyword(i, .midnight) { return Found(Clock(hour: 0), i + 1) }
    if isKeyword(i, .mid), word(i + 1).part == .night { return Found(Clock(hour: 0), i + 2) }
    if let atom = atom(i), atom.kind == .number, (1...12).contains(atom.number), isKeyword(i + 1, .ish),
      isJoined(i + 1)
    {
      return Found(Clock(hour: atom.number, isAmbiguous: true), i + 2)
    }
    return nil
  }

  /// `half past seven`, `20 min past eight`, `ten past 9`, `quarter to six`.
  private func pastHour(_ i: Int) -> Found<Clock>? {
    let minutes: Int
    var at = i
    if isKeyword(i, .half) {
      (minutes, at) = (30, i + 1)
    } else if word(i).unit == .quarter {
      (minutes, at) = (15, i + 1)
    } else if let number = spelled(i) ?? smallNumber(i), (1...59).contains(number.value) {
      minutes = number.value
      at = word(skipHyphen(number.end)).unit == .minute ? skipHyphen(number.end) + 1 : number.end
    } else {
      return nil
    }
    guard isKeyword(at, .past), let hour = spelled(at + 1) ?? smallNumber(at + 1),
      (1...12).contains(hour.value)
    else { return nil }
    return withHalf(Clock(hour: hour.value, minute: minutes, isAmbiguous: true), oclock(hour.end) ?? hour.end)
  }

  private func smallNumber(_ i: Int) -> Found<Int>? {
    guard let atom = atom(i), atom.kind == .number, atom.length <= 2 else { return nil }
    return Found(atom.number, i + 1)
  }

  private func oclock(_ i: Int) -> Int? {
    if isKeyword(i, .oclock) { return i + 1 }
    return isKeyword(i, .o) && isSign(i + 1, "'") && isKeyword(i + 2, .clock) ? i + 3 : nil
  }

  /// `8:00:31am`, `9a`, `8.30pm`, `1140 a.m.`, `17:49`, `0730`.
  private func digitalClock(_ i: Int, _ allowsBare: Bool) -> Found<Clock>? {
    guard let atom = atom(i), atom.kind == .number, atom.number >= 0, isFreeBefore(i) || isKeyword(i - 1, .at)
    else { return nil }
    if atom.length == 4 || atom.length == 3, atom.number % 100 < 60, atom.number / 100 <= 24 {
      let clock = Clock(hour: atom.number / 100, minute: atom.number % 100)
      if halfOfDay(i + 1) != nil { return withHalf(clock, i + 1) }
      guard allowsBare, atom.length == 4, atom.number < 1300 else { return nil }
      var open = clock
      open.isAmbiguous = true
      return Found(open, i + 1)
    }
    guard atom.length <= 2, atom.number <= 24 else { return nil }
    var clock = Clock(hour: atom.number)
    var end = i + 1
    for _ in 0..<2 {
      let isColon = isSign(end, ":")
      guard isColon || isSign(end, ".") && clock.minute == nil, isJoined(end), let more = self.atom(end + 1),
        more.kind == .number,
        !more.isSpaced, more.length == 2, more.number < 60
      else { break }
      if !isColon,
        !(allowsBare || isKeyword(i - 1, .at) || halfOfDay(end + 2) != nil
          || isKeyword(i - 1, .before, .after))
      {
        break
      }
      if clock.minute == nil { clock.minute = more.number } else { clock.second = more.number }
      end += 2
    }
    let half = isSign(end, ".") && isJoined(end) && halfOfDay(end + 1) != nil ? end + 1 : end
    if atom.number <= 12, halfOfDay(half) != nil { return withHalf(clock, half) }
    if clock.minute == nil, isKeyword(end, .a), isJoined(end) { return nil }
    clock.isAmbiguous = (1...12).contains(atom.number)
    if let clocked = oclock(end) { return withHalf(clock, clocked) }
    if let part = inPart(end), part.value != .night || isKeyword(end, .at) {
      return Found(clock.inside(part.value), part.end)
    }
    if let part = earlyPart(end), clock.minute != nil { return Found(clock.inside(part.value), part.end) }
    guard clock.minute != nil || allowsBare && isLoose(i) && word(end).unit == nil && !isSign(end, "/") else {
      return nil
    }
    return Found(clock, end)
  }

  /// `seven p.m.`, `nine thirty`, `six`.
  private func spelledClock(_ i: Int, _ allowsBare: Bool) -> Found<Clock>? {
    guard let hour = word(i).cardinal, (1...12).contains(hour) else { return nil }
    var clock = Clock(hour: hour, isAmbiguous: true)
    var end = i + 1
    let joint = skipHyphen(end)
    if let minutes = spelled(joint), (10...59).contains(minutes.value),
      word(minutes.end).unit == nil || word(minutes.end).unit == .minute && allowsBare
    {
      clock.minute = minutes.value
      end = word(minutes.end).unit == .minute ? minutes.end + 1 : minutes.end
    }
    if let clocked = oclock(end) { return withHalf(clock, clocked) }
    if halfOfDay(end) != nil { return withHalf(clock, end) }
    if let part = inPart(end) { return Found(clock.inside(part.value), part.end) }
    let isAfterDay = clock.minute != nil && (word(i - 1).ordinal != nil || word(i - 1).isOrdinalSuffix)
    guard allowsBare || isAfterDay, word(end).unit == nil, word(end).multiplier == nil else { return nil }
    return Found(clock, end)
  }

  private func withHalf(_ clock: Clock, _ i: Int) -> Found<Clock> {
    var clock = clock
    if let half = halfOfDay(i) {
      clock.hour = clock.hour % 12 + (half.value ? 12 : 0)
      clock.isAmbiguous = false
      if isKeyword(half.end, .pm), isJoined(half.end) { return Found(clock, half.end + 1) }
      return Found(clock, half.end)
    }
    if let part = inPart(i) { return Found(clock.inside(part.value), part.end) }
    clock.isAmbiguous = clock.hour <= 12
    return Found(clock, i)
  }

  /// `in the morning`, `at night` at `i`.
  private func inPart(_ i: Int) -> Found<DayPart>? {
    if isKeyword(i, .in), isKeyword(i + 1, .the), let part = word(i + 2).part { return Found(part, i + 3) }
    if isKeyword(i, .at), word(i + 1).part == .night { return Found(.night, i + 2) }
    return nil
  }

  /// `early morning`, `late evening`, `morning` at `i`.
  private func earlyPart(_ i: Int) -> Found<DayPart>? {
    let at = skip(i, .early, .late, .mid, .later, .earlier)
    guard let part = word(at).part, !word(at).partIsPlural else { return nil }
    return Found(part, at + 1)
  }

  /// A part of the day that stands alone: `in the morning`, `late afternoon`, `at lunch`.
  func messagePart(_ i: Int) -> Found<DayPart>? {
    let stage = skip(i, .early, .late, .later, .earlier)
    if isKeyword(stage, .in) {
      let at = skip(stage + 1, .the)
      if let part = word(at).part {
        return isSign(at + 1, "-") && isKeyword(at + 2, .time)
          ? Found(.nighttime, at + 3) : Found(part, at + 1)
      }
      return nil
    }
    if isKeyword(i, .before, .after, .around, .at), let part = word(i + 1).part,
      [.lunch, .dinner, .breakfast].contains(part)
    {
      return Found(part, i + 2)
    }
    guard let part = word(stage).part, !word(stage).partIsPlural else { return nil }
    let isMeal = [.lunch, .dinner, .breakfast].contains(part)
    return isMeal && (atom(stage)?.length ?? 0) < 9 ? nil : Found(part, stage + 1)
  }

  /// A date with or without a time, or a time, at `i`.
  func moment(_ i: Int) -> Found<Moment>? {
    var best: Found<Moment>?
    for found in [dateFirst(i), clockFirst(i), partWithDay(i)] {
      if let found, found.end > best?.end ?? -1 { best = found }
    }
    return best
  }

  private func dateFirst(_ i: Int) -> Found<Moment>? {
    guard let date = messageDate(i) else { return nil }
    guard date.value.isDay else { return Found(Moment(date: date.value), date.end) }
    let joint = skipHyphen(skipComma(date.end))
    let stage = skip(joint, .early, .late)
    if let part = partAfterDate(stage) {
      if let week = weekAfter(part.end, of: date.value) {
        return Found(Moment(date: week.value, part: part.value), week.end)
      }
      let next = skip(part.end, .at, .around)
      if let clock = messageClock(next, allowsBare: next > part.end) {
        return Found(Moment(date: date.value, clock: clock.value.inside(part.value)), clock.end)
      }
      return Found(Moment(date: date.value, part: part.value), part.end)
    }
    let at = skipSign(skip(skipBrackets(joint), .at, .around, .for, .by), "@")
    if let clock = messageClock(at, allowsBare: at > joint && !isKeyword(at - 1, .for)), !isDateAgain(at) {
      return Found(Moment(date: date.value, clock: clock.value), clock.end)
    }
    return Found(Moment(date: date.value), date.end)
  }

  /// `Wednesday evening next week`.
  private func weekAfter(_ i: Int, of date: MessageDate) -> Found<MessageDate>? {
    guard case .weekday(let weekday) = date, let pointing = messagePointing(i),
      word(pointing.end).unit == .week,
      let day = day(ofWeekday: weekday, pointing.value)
    else { return nil }
    return Found(day, pointing.end + 1)
  }

  /// Whether what looks like a clock time at `i` is another date: `4.5`, `5/7`.
  private func isDateAgain(_ i: Int) -> Bool {
    isSign(i + 1, "/")
      || isSign(i + 1, "-") && isJoined(i + 1) && isJoined(i + 2) && atom(i + 2)?.kind == .number
  }

  private func skipSign(_ i: Int, _ sign: Character) -> Int { isSign(i, sign) ? i + 1 : i }

  /// The index after `(Tue)-`, a weekday that repeats the date.
  private func skipBrackets(_ i: Int) -> Int {
    guard isSign(i, "("), word(i + 1).weekday != nil, isSign(i + 2, ")") else { return i }
    return skipHyphen(i + 3)
  }

  private func partAfterDate(_ i: Int) -> Found<DayPart>? {
    if isKeyword(i, .in, .on), isKeyword(i + 1, .the), let part = word(i + 2).part {
      return Found(part, i + 3)
    }
    if isKeyword(i, .am) { return Found(.morning, i + 1) }
    if isKeyword(i, .pm) { return Found(.afternoon, i + 1) }
    guard let part = word(i).part, !word(i).partIsPlural, ![.lunch, .dinner, .breakfast].contains(part) else {
      return nil
    }
    return Found(part, i + 1)
  }

  private func clockFirst(_ i: Int) -> Found<Moment>? {
    guard let clock = messageClock(i) else {
      guard let bare = messageClock(i, allowsBare: true) else { return nil }
      if bare.value.minute != nil, let day = messageDate(skip(skipComma(bare.end), .on)), day.value.isDay {
        let part = partAfterDate(day.end)
        let clock = part.map { bare.value.inside($0.value) } ?? bare.value
        return Found(Moment(date: day.value, clock: clock), part?.end ?? day.end)
      }
      guard let night = tonight(skipComma(bare.end)) else { return nil }
      return Found(Moment(date: night.value, clock: bare.value.inside(.night)), night.end)
    }
    var joint = skip(skip(skipComma(clock.end), .on, .of, .in), .the)
    if let part = partWithDay(skip(skipComma(clock.end), .on)), part.value.clock == nil,
      let dayPart = part.value.part, part.value.date != nil
    {
      return Found(Moment(date: part.value.date, clock: clock.value.inside(dayPart)), part.end)
    }
    if isKeyword(joint, .this), word(joint + 1).part != nil, let reference {
      return Found(Moment(date: MessageDate(reference), clock: clock.value), joint + 2)
    }
    if joint == clock.end + 1, isKeyword(joint - 1, .in) { joint = clock.end }
    if let date = messageDate(joint), date.value.isDay {
      if let part = partAfterDate(date.end), part.end == date.end + 1 {
        return Found(Moment(date: date.value, clock: clock.value.inside(part.value)), part.end)
      }
      return Found(Moment(date: date.value, clock: clock.value), date.end)
    }
    return Found(Moment(clock: clock.value), clock.end)
  }

  private func tonight(_ i: Int) -> Found<MessageDate>? {
    guard isKeyword(i, .tonight), let reference else { return nil }
    return Found(MessageDate(reference), i + 1)
  }

  /// `tonight at 8`, `this evening`, `last night`, `later this afternoon`, `in the morning at 7`.
  private func partWithDay(_ i: Int) -> Found<Moment>? {
    guard let reference else { return nil }
    let stage = skip(skipHyphen(skip(i, .early, .late, .later, .mid, .earlier)), .in)
    if let night = tonight(stage) { return withClock(Moment(date: night.value, part: .night), night.end) }
    if let pointing = messagePointing(stage), let part = word(pointing.end).part,
      !word(pointing.end).partIsPlural,
      ![.lunch, .dinner, .breakfast].contains(part)
    {
      let date = MessageDate(reference.adding(days: pointing.value.step ?? 0))
      return withClock(Moment(date: date, part: part), pointing.end + 1)
    }
    guard let part = messagePart(i) else { return nil }
    return withClock(Moment(part: part.value), part.end)
  }

  private func withClock(_ moment: Moment, _ i: Int) -> Found<Moment> {
    let at = skip(i, .at, .around)
    guard let part = moment.part, let clock = messageClock(at, allowsBare: at > i) else {
      return Found(moment, i)
    }
    return Found(Moment(date: moment.date, clock: clock.value.inside(part)), clock.end)
  }
}
