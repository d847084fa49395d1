import RapporteurCore

/// Stretches that messages point at: `this week`, `next 3 days`, `the weekend`, `5 past years`.
extension TimeMatcher {
  /// A pointed stretch at `i`.
  func pointedStretch(_ i: Int) -> Found<MessageDate>? {
    var best: Found<MessageDate>?
    for found in [singleStretch(i), countedStretch(i), weekend(i), season(i), restOf(i), edgeOfStretch(i)] {
      if let found, found.end > best?.end ?? -1 { best = found }
    }
    return best
  }

  /// `this week`, `last month`, `the year`, `next quarter`, `next decade`.
  private func singleStretch(_ i: Int) -> Found<MessageDate>? {
    guard let reference else { return nil }
    if isKeyword(i, .same) { return openStretch(i + 1) }
    if isKeyword(i, .that) { return openStretch(i + 1) }
    let the = skip(i, .the)
    if word(the).unit == .week, isKeyword(the + 1, .after), isKeyword(the + 2, .next) {
      return reference.stretch(.week, 2).map { Found(.stretch($0.text), the + 3) }
    }
    let pointing =
      messagePointing(i) ?? ([.decade, .day].contains(word(the + 1).unit) ? messagePointing(the) : nil)
    let at = skip(pointing?.end ?? the, .calendar, .working, .business)
    guard pointing != nil || the > i, let unit = word(at).unit, !word(at).unitIsPlural, !unit.code.isClock
    else { return nil }
    let step = pointing?.value.step ?? 0
    switch unit {
    case .week, .month, .year:
      if pointing == nil, isKeyword(at + 1, .of) || atom(at + 1)?.kind == .number || year(at + 1) != nil {
        return nil
      }
      return reference.stretch(unit, step).map { Found(.stretch($0.text), at + 1) }
    case .quarter: return quarters(step < 0 ? -1 : step, 1).map { Found($0, at + 1) }
    case .decade:
      let first = (reference.year / 10 + step) * 10
      guard let start = CalendarDate(year: first, month: 1, day: 1),
        let end = CalendarDate(year: first + 10, month: 1, day: 1)
      else { return nil }
      return Found(.span(first: start, end: end, length: "P10Y"), at + 1)
    case .fortnight:
      let start = reference.adding(days: 1 - reference.weekday + 14 * step)
      return Found(.span(first: start, end: start.adding(days: 14), length: "P2W"), at + 1)
    case .day where pointing != nil && pointing?.value != .this:
      return Found(MessageDate(reference.adding(days: step)), at + 1)
    default: return nil
    }
  }

  /// `the same week`: a stretch that only the context would tell.
  private func openStretch(_ i: Int) -> Found<MessageDate>? {
    switch word(i).unit {
    case .week: Found(.stretch("XXXX-WXX"), i + 1)
    case .month: Found(.stretch("XXXX-XX"), i + 1)
    case .year: Found(.stretch("XXXX"), i + 1)
    case .weekend: Found(.stretch("XXXX-WXX-WE"), i + 1)
    default: nil
    }
  }

  /// Whole quarters: `count` of them, beginning `step` quarters from the present one.
  private func quarters(_ step: Int, _ count: Int) -> MessageDate? {
    guard let reference,
      let now = CalendarDate(year: reference.year, month: reference.quarter * 3 - 2, day: 1),
      let first = now.adding(months: 3 * step), let end = first.adding(months: 3 * count)
    else { return nil }
    return .span(first: first, end: end, length: "P\(3 * count)M")
  }

  /// `next 3 days`, `last 2 quarters`, `5 past years`, `the next two decades`, `within 9 months`.
  private func countedStretch(_ i: Int) -> Found<MessageDate>? {
    if isKeyword(i, .within) {
      let inner = skip(skip(i + 1, .the), .next)
      guard let length = length(inner), !length.value.hasClock else { return nil }
      return stretch(of: length.value, 1, startsToday: true).map { Found($0, length.end) }
    }
    if let amount = amount(i), amount.value.value != nil, let pointing = step(at: amount.end),
      word(pointing.end).unitIsPlural,
      let unit = word(pointing.end).unit
    {
      let length = TimeLength(parts: [(amount.value.counted, unit)])
      return stretch(of: length, pointing.value, startsToday: false).map { Found($0, pointing.end + 1) }
    }
    let the = word(skip(i, .the) + 2).unit == .decade ? skip(i, .the) : i
    guard let pointing = step(at: the), let length = stretchLength(pointing.end), !length.value.hasClock
    else { return nil }
    if let first = length.value.parts.first, length.value.parts.count == 1,
      let count = first.amount.value.map({ Int($0) })
    {
      if first.unit == .quarter {
        return quarters(pointing.value < 0 ? -count : 1, count).map { Found($0, length.end) }
      }
      if first.unit == .decade, let reference, pointing.value > 0 {
        let year = (reference.year / 10 + 1) * 10
        guard let start = CalendarDate(year: year, month: 1, day: 1),
          let end = CalendarDate(year: year + 10 * count, month: 1, day: 1)
        else { return nil }
        return Found(.span(first: start, end: end, length: "P\(10 * count)Y"), length.end)
      }
      if first.unit == .businessday {
        return businessDays(count, pointing.value).map { Found($0, length.end) }
      }
    }
    return stretch(of: length.value, pointing.value, startsToday: false).map { Found($0, length.end) }
  }

  /// A length at `i` that is not the first part of an offset: `3 months` in `3 months and 2 days ago`.
  private func stretchLength(_ i: Int) -> Found<TimeLength>? {
    guard let whole = length(i), isKeyword(whole.end, .ago) else { return length(i) }
    guard whole.value.parts.count > 1, let and = (i..<whole.end).first(where: { isKeyword($0, .and) }) else {
      return nil
    }
    return Found(TimeLength(parts: [whole.value.parts[0]]), and)
  }

  private func step(at i: Int) -> Found<Int>? {
    switch keyword(i) {
    case .next, .coming, .upcoming, .following: Found(1, i + 1)
    case .last where isVerb(last: i): nil
    case .last, .past, .previous: Found(-1, i + 1)
    default: nil
    }
  }

  /// Whether `last` is the verb: `will last three days`.
  private func isVerb(last i: Int) -> Bool {
    isKeyword(i - 1, .will, .would, .should, .might, .must, .can) || isSign(i - 2, "'")
  }

  /// The days that a length covers from the present on, or back from it.
  private func stretch(of length: TimeLength, _ sign: Int, startsToday: Bool) -> MessageDate? {
    guard let reference else { return nil }
    if sign < 0 {
      return shift(reference, by: length, -1).map { .span(first: $0, end: reference, length: length.text) }
    }
    let first = startsToday ? reference : reference.adding(days: 1)
    return shift(first, by: length, 1).map { .span(first: first, end: $0, length: length.text) }
  }

  private func businessDays(_ count: Int, _ sign: Int) -> MessageDate? {
    guard let reference else { return nil }
    var day = reference
    var first: CalendarDate?
    var left = count
    while left > 0 {
      day = day.adding(days: sign)
      guard day.weekday <= 5 else { continue }
      if first == nil { first = day }
      left -= 1
    }
    guard let first else { return nil }
    return sign > 0
      ? .span(first: first, end: day.adding(days: 1), length: "P\(count)BD")
      : .span(first: day, end: reference, length: "P\(count)BD")
  }

  /// `date` moved by a length without clock units; nil for an open amount.
  func shift(_ date: CalendarDate, by length: TimeLength, _ sign: Int) -> CalendarDate? {
    var moved = date
    for part in length.parts {
      guard let value = part.amount.counted.value, !part.unit.code.isClock else { return nil }
      let count = Int(value) * sign
      switch part.unit {
      case .day, .night, .businessday: moved = moved.adding(days: count)
      case .week, .weekend: moved = moved.adding(days: 7 * count)
      case .fortnight: moved = moved.adding(days: 14 * count)
      default:
        let months =
          part.unit == .month ? 1 : Int(part.unit.code.factor) * (part.unit.code.letter == "Y" ? 12 : 1)
        guard let next = moved.adding(months: months * count) else { return nil }
        moved = next
      }
    }
    return moved
  }

  /// `this weekend`, `the weekend`, `next weekend`.
  private func weekend(_ i: Int) -> Found<MessageDate>? {
    guard let reference else { return nil }
    let pointing = messagePointing(i)
    let at = pointing?.end ?? skip(i, .the)
    guard word(at).unit == .weekend, !word(at).unitIsPlural else { return nil }
    let joint = skip(at + 1, .of)
    if joint > at + 1, let holiday = messageDate(joint), let day = holiday.value.firstDay(reference.year) {
      let week = day.isoWeek
      return Found(.stretch(CalendarPoint.weekend(year: week.year, week: week.week).text), holiday.end)
    }
    guard at > i || !isKeyword(i - 1, .every, .any, .each) else { return nil }
    return reference.stretch(.weekend, pointing?.value.step ?? 0).map { Found(.stretch($0.text), at + 1) }
  }

  private func season(_ i: Int) -> Found<MessageDate>? {
    let pointing = messagePointing(i)
    let at = pointing?.end ?? i
    guard let season = word(at).season, !word(at).isPlural else { return nil }
    if season == .fall || season == .spring, pointing == nil, atom(at)?.isCapital != true { return nil }
    if let year = messageYearNumber(skip(skipComma(at + 1), .of)) {
      return Found(.stretch("\(year.value)-\(season.rawValue)"), year.end)
    }
    if let pointing, let reference {
      return Found(.stretch("\(reference.year + (pointing.value.step ?? 0))-\(season.rawValue)"), at + 1)
    }
    return Found(.stretch(season.rawValue), at + 1)
  }

  /// `the rest of the week`, `remaining of the week`.
  private func restOf(_ i: Int) -> Found<MessageDate>? {
    let at = isKeyword(i + 1, .rest) ? skip(i, .the) : i
    guard isKeyword(at, .rest, .remaining), isKeyword(at + 1, .of), let reference else { return nil }
    let unit = skip(at + 2, .the, .this)
    guard word(unit).unit == .week else { return nil }
    let days = 7 - reference.weekday
    return Found(.span(first: reference, end: reference.adding(days: days), length: "P\(days)D"), unit + 1)
  }

  /// `end of 2000`, `early March`, `mid-November`, `later this week`, `end of month`: the stretch itself.
  private func edgeOfStretch(_ i: Int) -> Found<MessageDate>? {
    guard let reference else { return nil }
    switch keyword(i) {
    case .eoy: return Found(.stretch(String(reference.year)), i + 1)
    case .eom: return reference.stretch(.month, 0).map { Found(.stretch($0.text), i + 1) }
    default: break
    }
    let the = i
    if isKeyword(the, .end, .beginning, .start, .middle), isKeyword(the + 1, .of) { return edgeOf(the + 2) }
    guard isKeyword(i, .early, .late, .mid, .earlier, .later) else { return nil }
    let at = skip(skipHyphen(i + 1), .in, .on)
    if isKeyword(i, .later, .earlier), let unit = word(skip(at, .the)).unit, skip(at, .the) > at {
      return reference.stretch(unit, 0).map { Found(.stretch($0.text), skip(at, .the) + 1) }
    }
    if isKeyword(at, .today) { return Found(MessageDate(reference), at + 1) }
    if isKeyword(at, .the), word(at + 1).unit == .day, let day = messageDate(at + 2), day.value.isDay {
      return day
    }
    guard let inner = messageDate(at), !inner.value.isDay else { return nil }
    return inner
  }

  private func edgeOf(_ i: Int) -> Found<MessageDate>? {
    if let inner = messageDate(i), !inner.value.isDay { return inner }
    guard let reference, let unit = word(skip(i, .the)).unit, [.week, .month, .year].contains(unit) else {
      return nil
    }
    return reference.stretch(unit, 0).map { Found(.stretch($0.text), skip(i, .the) + 1) }
  }
}

extension TimeLength {
  /// Whether hours, minutes or seconds are in it.
  var hasClock: Bool { parts.contains { $0.unit.code.isClock } }
}
