import RapporteurCore

/// The order of the rules: what a time expression of a report may be.
extension TimeMatcher {
  /// The time expressions of the paragraph, in text order, without overlap.
  func expressions() -> [TimeExpression] {
    var found: [TimeExpression] = []
    var i = bounds.lowerBound
    while i < bounds.upperBound {
      if mayStart(i), let expression = expression(at: i) {
        found.append(expression)
        i = expression.atoms.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  /// Whether the atom can begin a time expression at all; most words end here.
  private func mayStart(_ i: Int) -> Bool {
    let atom = atoms[i]
    switch atom.kind {
    case .number: return true
    case .sign: return atom.sign == UInt8(ascii: "'") || atom.sign == UInt8(ascii: "H")
    case .word:
      return atom.entry > 0 || lexicon.phrases[atom.key] != nil || lexicon.holidayNames[atom.key] != nil
    }
  }

  /// The longest time expression at `i`.
  func expression(at i: Int) -> TimeExpression? {
    longest(approximate(i), staged(i), edge(i), core(i))
  }

  /// An expression without a modifier before it.
  func core(_ i: Int) -> TimeExpression? {
    let found = longest(
      clockExpression(i), dayWithTime(i), lengthExpression(i), recurring(i), period(i), pointed(i),
      calendarDate(i),
      bareMonth(i), bareYear(i), dashedRange(i), bareSeason(i), bareHoliday(i), phrase(i))
    return found.map(withTail)
  }

  /// A day at `i`, without a time of day.
  func dayExpression(_ i: Int) -> TimeExpression? {
    longest(calendarDate(i), dayWord(i), bareWeekday(i), pointed(i), bareHoliday(i))
  }

  private func dayWord(_ i: Int) -> TimeExpression? {
    switch keyword(i) {
    case .today: return expression(i, i + 1, .dayFromPresent(0))
    case .tomorrow: return expression(i, i + 1, .dayFromPresent(1))
    case .yesterday: return expression(i, i + 1, .dayFromPresent(-1))
    case .tonight: return expression(i, i + 1, .part(.night, on: .dayFromPresent(0)))
    default: return nil
    }
  }

  private func bareWeekday(_ i: Int) -> TimeExpression? {
    guard let weekday = weekdayName(i) else { return nil }
    return expression(i, i + 1, .weekday(weekday.value, .bare))
  }

  /// A month's name alone; `May`, `March` and short forms need a word before them that asks for a time.
  private func bareMonth(_ i: Int) -> TimeExpression? {
    let word = word(i)
    guard let month = word.month, let atom = atom(i), !word.needsCapital || atom.isCapital else { return nil }
    if word.needsCapital {
      let before = skipBack(i)
      let asks =
        (atom.length > 3 || word.month == 5)
        && isKeyword(
          before, .in, .since, .until, .till, .by, .from, .of, .during, .early, .late, .mid, .before, .after,
          .through,
          .to, .and, .between, .last, .next, .this, .end)
      let isAbbreviated = isSign(i + 1, ".") && isJoined(i + 1) && atom.length <= 4
      guard asks || isAbbreviated else { return nil }
    }
    return expression(i, i + 1, .month(month, .bare))
  }

  private func skipBack(_ i: Int) -> Int { isSign(i - 1, "-") ? i - 2 : i - 1 }

  private func bareSeason(_ i: Int) -> TimeExpression? {
    guard let season = word(i).season, !word(i).isPlural,
      isKeyword(i - 1, .in, .by, .during, .until, .since, .late, .early, .mid)
    else { return nil }
    if season == .fall || season == .spring, isKeyword(i + 1, .in, .by, .to, .from) { return nil }
    return expression(i, i + 1, .season(season, .bare))
  }

  private func bareHoliday(_ i: Int) -> TimeExpression? {
    guard let holiday = holiday(i) else { return nil }
    if let year = year(skip(skipComma(holiday.end), .of)), isPlausible(year.value) {
      return expression(i, year.end, .holiday(holiday.value, .explicit(year.value)))
    }
    return expression(i, holiday.end, .holiday(holiday.value, .bare))
  }

  /// `or later`, `and beyond` after a date.
  private func withTail(_ found: TimeExpression) -> TimeExpression {
    let end = found.atoms.upperBound
    if case .calendar = found.meaning, isKeyword(end, .and), isKeyword(end + 1, .beyond) {
      return expression(found.atoms.lowerBound, end + 2, found.meaning, "ON_OR_AFTER")
    }
    guard case .calendar = found.meaning, isKeyword(end, .or), isKeyword(end + 1, .later, .earlier) else {
      return found
    }
    return expression(
      found.atoms.lowerBound, end + 2, found.meaning,
      isKeyword(end + 1, .later) ? "ON_OR_AFTER" : "ON_OR_BEFORE")
  }
}
