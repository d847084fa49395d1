/// Stretches that are pointed at: `last week`, `the following month`, `this past spring`, `next Friday`.
extension TimeMatcher {
  /// A pointing word at `i`: `last`, `the next`, `this past`, `that same`.
  func pointing(_ i: Int) -> Found<Pointing>? {
    switch keyword(i) {
    case .this:
      if isKeyword(i + 1, .past) { return Found(.past, i + 2) }
      if isKeyword(i + 1, .coming, .upcoming) { return Found(.coming, i + 2) }
      if isKeyword(i + 1, .same, .current) { return Found(.this, i + 2) }
      return Found(.this, i + 1)
    case .that: return Found(.that, isKeyword(i + 1, .same) ? i + 2 : i + 1)
    case .the, .its, .their, .his, .her, .our:
      if isKeyword(i, .the), let step = step(i + 1) { return Found(step, i + 2) }
      if isKeyword(i, .the), isKeyword(i + 1, .same) { return Found(.same, i + 2) }
      return isKeyword(i, .the) ? Found(.definite, i + 1) : nil
    default: return step(i).map { Found($0, i + 1) }
    }
  }

  private func step(_ i: Int) -> Pointing? {
    switch keyword(i) {
    case .last: .last
    case .next: .next
    case .past: .past
    case .coming: .coming
    case .upcoming: .upcoming
    case .previous, .prior, .preceding: .previous
    case .following: .following
    case .current: .current
    default: nil
    }
  }

  /// A pointed stretch at `i`.
  func pointed(_ i: Int) -> TimeExpression? {
    guard let pointing = pointing(i) else { return nil }
    let at = pointing.end
    if let weekday = weekdayName(at), ![.definite, .that, .same].contains(pointing.value) {
      if let date = bareDateAfter(weekday.end), case .calendar = date.meaning {
        return expression(i, date.atoms.upperBound, date.meaning)
      }
      return expression(i, weekday.end, .weekday(weekday.value, pointing.value))
    }
    if pointing.value != .definite, let month = monthName(at) {
      if let full = calendarDate(at) {
        return at > i + 1 ? expression(i, full.atoms.upperBound, full.meaning) : nil
      }
      return expression(i, at + 1, .month(month.value, pointing.value))
    }
    if let season = word(at).season, !word(at).isPlural, pointing.value != .definite || isSeason(at) {
      return expression(i, at + 1, .season(season, .relative(pointing.value)))
    }
    if let holiday = holiday(at), pointing.value.step != nil {
      return expression(i, holiday.end, .holiday(holiday.value, .relative(pointing.value)))
    }
    return longest(pointedPart(i, pointing), pointedUnit(i, pointing))
  }

  private func bareDateAfter(_ i: Int) -> TimeExpression? {
    let next = skipComma(i)
    return monthName(next) == nil ? nil : calendarDate(next)
  }

  /// `this morning`, `last night`, `the next evening`, `the same day`.
  private func pointedPart(_ i: Int, _ pointing: Found<Pointing>) -> TimeExpression? {
    guard let part = word(pointing.end).part, !word(pointing.end).partIsPlural else { return nil }
    switch pointing.value {
    case .definite:
      return isKeyword(i - 1, .in, .during) ? expression(i, pointing.end + 1, .part(part, on: nil)) : nil
    case .this, .current: return expression(i, pointing.end + 1, .part(part, on: .dayFromPresent(0)))
    case .last, .past: return expression(i, pointing.end + 1, .part(part, on: .dayFromPresent(-1)))
    case .next, .following, .coming, .upcoming:
      return expression(i, pointing.end + 1, .part(part, on: .unit(.day, pointing.value)))
    case .that, .same, .previous:
      return expression(i, pointing.end + 1, .part(part, on: .unit(.day, pointing.value)))
    case .bare: return nil
    }
  }

  /// `last week`, `the current fiscal year`, `that month`, `the day`.
  private func pointedUnit(_ i: Int, _ pointing: Found<Pointing>) -> TimeExpression? {
    var at = pointing.end
    let isFiscal = isKeyword(at, .fiscal, .financial)
    if isFiscal || isKeyword(at, .calendar) { at += 1 }
    guard let unit = word(at).unit, !word(at).unitIsPlural, unit != .second, unit != .minute, unit != .hour
    else { return nil }
    if isSign(at + 1, "-"), isJoined(at + 1) { return nil }
    if unit == .quarter, register == .report { return nil }
    if unit == .decade || unit == .century, pointing.value == .past {
      return expression(i, at + 1, .length(TimeLength(parts: [(Amount(value: 1), unit)])))
    }
    if unit == .year, pointing.value == .definite, isKeyword(at + 1, .ended, .ending) {
      return expression(i, at + 1, .length(TimeLength(parts: [(Amount(value: 1), .year)])))
    }
    if isFiscal, unit == .year { return expression(i, at + 1, .fiscalYear(.relative(pointing.value))) }
    guard pointing.value != .definite || isDefiniteStretch(i, at, unit) else { return nil }
    if let sum = orSo(at + 1) { return expression(i, sum, .unit(unit, pointing.value), "APPROX") }
    return expression(i, at + 1, .unit(unit, pointing.value))
  }

  /// Whether `the year`, `the week`, … at `i` points at a stretch of the calendar.
  private func isDefiniteStretch(_ i: Int, _ at: Int, _ unit: TimeUnit) -> Bool {
    switch unit {
    case .weekend, .week, .month, .year: !isKeyword(at + 1, .of, .before, .after) && possessive(at + 1) == nil
    case .day: register == .message && !isKeyword(at + 1, .of)
    default: false
    }
  }

  /// Whether the season's name at `i` is meant as a season.
  func isSeason(_ i: Int) -> Bool {
    guard let season = word(i).season else { return false }
    switch season {
    case .summer, .winter: return true
    case .spring, .fall:
      return isKeyword(i - 2, .in, .during, .by, .until, .since, .before, .after) || isKeyword(i + 1, .of)
    }
  }

  /// A holiday's name at `i`.
  func holiday(_ i: Int) -> Found<Int>? {
    guard let atom = atom(i), atom.kind == .word, let candidates = lexicon.holidayNames[atom.key] else {
      return nil
    }
    if register == .report, !atom.isCapital { return nil }
    for candidate in candidates {
      if let end = matches(candidate.words, i) { return Found(candidate.holiday, end) }
    }
    return nil
  }

  /// The index after the words of a phrase at `i`; apostrophes and hyphens between them are passed over.
  func matches(_ words: [PackedWord], _ i: Int) -> Int? {
    var at = i
    for (index, word) in words.enumerated() {
      if index > 0, let sign = atom(at), sign.kind == .sign,
        isSign(at, "'") || isSign(at, "-") || isSign(at, ".")
      {
        at += 1
      }
      guard let atom = atom(at), atom.key == word, atom.kind == .word else { return nil }
      at += 1
    }
    return at
  }

  /// A fixed phrase at `i`.
  func phrase(_ i: Int) -> TimeExpression? {
    guard let atom = atom(i), atom.kind == .word, let candidates = lexicon.phrases[atom.key] else {
      return nil
    }
    for phrase in candidates where phrase.register == .both || phrase.register.rawValue == register.rawValue {
      guard let end = matches(phrase.words, i) else { continue }
      let meaning: TimeMeaning =
        switch phrase.kind {
        case .set: .recurring(phrase.value)
        case .date where phrase.value.hasSuffix("_REF"): .generic(phrase.value)
        default: .fixed(phrase.kind, phrase.value)
        }
      return expression(i, end, meaning, phrase.modifier)
    }
    return nil
  }
}
