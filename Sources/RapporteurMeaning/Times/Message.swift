import RapporteurCore

/// A time expression of a message, already with its value.
struct MessageExpression: Sendable {
  var atoms: Range<Int>
  var kind: Timex.Kind
  var value: String
  var basis: String
}

/// The order of the rules: what a time expression of a message may be.
extension TimeMatcher {
  /// The time expressions of the paragraph, in text order, without overlap.
  func messageExpressions() -> [MessageExpression] {
    var found: [MessageExpression] = []
    var i = bounds.lowerBound
    while i < bounds.upperBound {
      if let expression = messageExpression(at: i) {
        found.append(expression)
        i = expression.atoms.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  /// The longest time expression at `i`.
  private func messageExpression(at i: Int) -> MessageExpression? {
    guard
      atoms[i].kind != .word || atoms[i].entry > 0 || lexicon.phrases[atoms[i].key] != nil
        || lexicon.holidayNames[atoms[i].key] != nil
    else { return nil }
    var best: MessageExpression?
    for found in [
      range(i).map { made(i, $0.end, $0.value.kind, $0.value.text, "range") },
      messageSet(i).map { made(i, $0.end, .set, $0.value, "recurring time") },
      bounded(i), endOfDay(i),
      messageOffset(i).map { made(i, $0.end, .date, $0.value, "counted from the day of writing") },
      minutesAhead(i).map { made(i, $0.end, .duration, $0.value, "range from the day of writing") },
      momentExpression(i), messageLength(i), messagePhrase(i),
    ] {
      if let found, found.atoms.upperBound > best?.atoms.upperBound ?? -1 { best = found }
    }
    return best
  }

  private func made(_ start: Int, _ end: Int, _ kind: Timex.Kind, _ value: String, _ basis: String)
    -> MessageExpression
  {
    MessageExpression(atoms: start..<end, kind: kind, value: value, basis: basis)
  }

  /// A date or a time, alone.
  private func momentExpression(_ i: Int) -> MessageExpression? {
    let at = skip(i, .around, .about)
    if let found = moment(at) ?? moment(i), !found.value.text.isEmpty,
      at == i || !isKeyword(i - 1, .how, .what, .but),
      at == i || found.value.clock != nil || isKeyword(i, .around)
    {
      return made(i, withTail(found.end), found.value.kind, found.value.text, "date or time as written")
    }
    if isKeyword(i - 1, .at), let clock = messageClock(i, allowsBare: true) {
      return made(i, clock.end, .time, Moment(clock: clock.value).text, "clock time as written")
    }
    return nil
  }

  /// The index after `or later`, `and after`, `and greater` at `i`.
  private func withTail(_ i: Int) -> Int {
    isKeyword(i, .or, .and) && isKeyword(i + 1, .later, .after, .greater, .earlier)
      && (isKeyword(i + 1, .later, .greater) || isSentenceEnd(i + 2))
      ? i + 2 : i
  }

  private func isSentenceEnd(_ i: Int) -> Bool { atom(i).map { $0.kind == .sign } ?? true }

  /// `before 2018`, `since tomorrow`, `no later than January 1`, `Thursday before 5pm`: the bound itself.
  private func bounded(_ i: Int) -> MessageExpression? {
    if let bound = bound(i) {
      guard let found = boundMoment(bound) else { return nil }
      return made(i, found.end, found.value.kind, found.value.text, "bound as written")
    }
    guard let date = messageDate(i), date.value.isDay, let bound = bound(date.end),
      let clock = messageClock(bound, allowsBare: true)
    else { return nil }
    return made(i, clock.end, .time, Moment(date: date.value, clock: clock.value).text, "bound as written")
  }

  private func boundMoment(_ i: Int) -> Found<Moment>? {
    if let found = moment(skip(i, .the)) ?? moment(i) { return found }
    return messageClock(i, allowsBare: false).map { Found(Moment(clock: $0.value), $0.end) }
  }

  /// The index after words that open a bound at `i`.
  private func bound(_ i: Int) -> Int? {
    switch keyword(i) {
    case .before, .after, .since, .until, .till: return skip(i + 1, .around, .about)
    case .by: return i + 1
    case .starting, .beginning: return skip(i + 1, .on, .from)
    case .later where isKeyword(i + 1, .than): return i + 2
    case .greater where isKeyword(i + 1, .than): return i + 2
    case .no where isKeyword(i + 1, .later) && isKeyword(i + 2, .than): return i + 3
    case .`as` where isKeyword(i + 1, .late, .early) && isKeyword(i + 2, .`as`): return i + 3
    default: return nil
    }
  }

  /// `end of the day`, `end of tomorrow`, `eod`.
  private func endOfDay(_ i: Int) -> MessageExpression? {
    let the = skip(i, .the)
    guard let reference else { return nil }
    if isKeyword(the, .eod) {
      return made(i, the + 1, .time, "\(reference)T23:59:59", "end of the day of writing")
    }
    guard isKeyword(the, .end), isKeyword(the + 1, .of) else { return nil }
    let inner = skip(the + 2, .the)
    if word(inner).unit == .day {
      return made(i, inner + 1, .time, "\(reference)T23:59:59", "end of the day of writing")
    }
    guard let date = messageDate(inner), date.value.isDay else { return nil }
    return made(i, date.end, .time, date.value.text + "T23:59:59", "end of a day")
  }

  /// `within 5 minutes`, `next hour`, `the last 13 minutes`.
  private func minutesAhead(_ i: Int) -> Found<String>? {
    guard let reference else { return nil }
    let at = isKeyword(i, .within) ? skip(i + 1, .the) : i
    let sign: Int
    var length: Found<TimeLength>?
    if isKeyword(at, .last), isKeyword(at - 1, .will, .would, .should) || isSign(at - 2, "'") { return nil }
    if isKeyword(at, .last, .past, .previous) || isKeyword(at, .next, .coming) {
      sign = isKeyword(at, .next, .coming) ? 1 : -1
      length =
        self.length(at + 1)
        ?? unitName(at + 1).map { Found(TimeLength(parts: [(Amount(value: 1), $0.value.unit)]), $0.end) }
    } else if isKeyword(i, .within) {
      (sign, length) = (1, self.length(at))
    } else {
      guard let amount = amount(i), isKeyword(amount.end, .last, .past, .next, .coming),
        let unit = unitName(amount.end + 1), unit.value.isPlural
      else { return nil }
      sign = isKeyword(amount.end, .next, .coming) ? 1 : -1
      length = Found(TimeLength(parts: [(amount.value.counted, unit.value.unit)]), unit.end)
    }
    guard let length, length.value.hasClock, let other = away(length.value, sign) else { return nil }
    let now = "\(reference)T00:00:00"
    return Found(
      sign > 0 ? "(\(now),\(other),\(length.value.text))" : "(\(other),\(now),\(length.value.text))",
      length.end)
  }

  private func away(_ length: TimeLength, _ sign: Int) -> String? {
    guard let reference else { return nil }
    var minutes = 0
    for part in length.parts {
      guard let value = part.amount.counted.value else { return nil }
      minutes += Int(
        value * (part.unit == .hour ? 60 : part.unit == .minute ? 1 : part.unit == .day ? 1440 : 0))
    }
    let total = sign * minutes
    let inDay = (total % 1440 + 1440) % 1440
    return
      "\(reference.adding(days: (total - inDay) / 1440))T\(padded(inDay / 60, 2)):\(padded(inDay % 60, 2)):00"
  }

  /// `every monday at 4pm`, `3pm each day`, `once a week`.
  private func messageSet(_ i: Int) -> Found<String>? {
    if let clock = messageClock(i), let set = recurring(clock.end) ?? phrase(clock.end),
      case .recurring(let value) = set.meaning, value.hasPrefix("P")
    {
      return Found("T" + clock.value.text, set.atoms.upperBound)
    }
    let once = isKeyword(i, .once) || word(i).cardinal == 1 ? i + 1 : i
    if once > i, isKeyword(once, .a), let unit = unitName(once + 1), !unit.value.isPlural {
      return Found(TimeLength(parts: [(Amount(value: 1), unit.value.unit)]).text, unit.end)
    }
    if isKeyword(i, .all), word(i + 1).unit == .weekend, word(i + 1).unitIsPlural {
      return Found("P1WE", i + 2)
    }
    if let part = word(i).part, word(i).partIsPlural, !isKeyword(i - 1, .the) {
      return Found("T" + part.rawValue, i + 1)
    }
    guard let set = recurring(i) ?? phrase(i), case .recurring(let value) = set.meaning else { return nil }
    let next = skip(set.atoms.upperBound, .at)
    if let clock = messageClock(next, allowsBare: next > set.atoms.upperBound) {
      return Found(
        (value.hasPrefix("P") || value.hasPrefix("T") ? "" : value) + "T" + clock.value.text, clock.end)
    }
    return Found(value, set.atoms.upperBound)
  }

  /// `more than 4 days`, `all day`, `3h`.
  private func messageLength(_ i: Int) -> MessageExpression? {
    if isKeyword(i, .all), let unit = unitName(i + 1), !unit.value.isPlural {
      return made(
        i, unit.end, .duration, TimeLength(parts: [(Amount(value: 1), unit.value.unit)]).text,
        "length of time")
    }
    if isKeyword(i, .the), word(i + 1).unit == .hour, !word(i + 1).unitIsPlural {
      return made(i, i + 2, .duration, "PT1H", "length of time")
    }
    let at = isKeyword(i, .more, .less) && isKeyword(i + 1, .than) ? i + 2 : i
    guard let length = length(at), !(atom(i - 1)?.sign == UInt8(ascii: "$") && isJoined(i)),
      !isKeyword(length.end, .old)
    else { return nil }
    return made(i, length.end, .duration, length.value.text, "length of time")
  }

  private func messagePhrase(_ i: Int) -> MessageExpression? {
    guard let found = phrase(i) else { return nil }
    switch found.meaning {
    case .generic(let value): return made(i, found.atoms.upperBound, .date, value, "general reference")
    case .fixed(let kind, let value): return made(i, found.atoms.upperBound, kind, value, "fixed phrase")
    default: return nil
    }
  }
}
