/// Calendar dates: `Friday, March 7, 2031`, `7 March`, `2031-03-07`, `March 2031`, `2031`.
extension TimeMatcher {
  /// A month's name at `i`, with the full stop of an abbreviation where more of the date follows it.
  func monthName(_ i: Int) -> Found<Int>? {
    let word = word(i)
    guard let month = word.month, let atom = atom(i) else { return nil }
    if word.needsCapital, !atom.isCapital, register == .report || !hasNumberBeside(i) { return nil }
    return Found(month, skipAbbreviationStop(i + 1, letters: atom.length))
  }

  /// A weekday's name at `i`.
  func weekdayName(_ i: Int) -> Found<Int>? {
    let word = word(i)
    guard let weekday = word.weekday, !word.isPlural, let atom = atom(i) else { return nil }
    if word.needsCapital, !atom.isCapital { return nil }
    if word.needsCapital, register == .report, !isDateAbbreviation(i) { return nil }
    return Found(weekday, skipAbbreviationStop(i + 1, letters: atom.length))
  }

  /// Whether a short form such as `Sat` stands where a date can stand.
  private func isDateAbbreviation(_ i: Int) -> Bool {
    if isSign(i + 1, "."), isJoined(i + 1) { return true }
    let next = skipComma(i + 1)
    return word(next).month != nil || (atom(next)?.kind == .number && isKeyword(i - 1, .on))
  }

  private func hasNumberBeside(_ i: Int) -> Bool {
    let after = atom(skipHyphen(i + 1))
    let before = atom(isSign(i - 1, "-") || isKeyword(i - 1, .of) ? i - 2 : i - 1)
    return after?.kind == .number || before?.kind == .number || ordinal(skip(i + 1, .the)) != nil
      || word(i - 1).ordinal != nil || spelled(i + 1) != nil || word(i - 1).isOrdinalSuffix
      || isKeyword(i - 1, .of)
  }

  /// After an abbreviation of up to four letters, the index after its full stop, where more follows.
  private func skipAbbreviationStop(_ i: Int, letters: Int) -> Int {
    guard letters <= 4, isSign(i, "."), isJoined(i) else { return i }
    guard let next = atom(i + 1) else { return i }
    let goesOn =
      next.kind == .number || !next.isCapital && next.kind == .word || next.sign == UInt8(ascii: ",")
    return goesOn ? i + 1 : i
  }

  /// A day of the month at `i`: 1…31 in digits, with or without suffix, or an ordinal in words.
  func dayOfMonth(_ i: Int) -> Found<Int>? {
    if let ordinal = ordinal(i), (1...31).contains(ordinal.value) { return ordinal }
    if let atom = atom(i), atom.kind == .number, atom.length <= 2, (1...31).contains(atom.number), isLoose(i)
    {
      return Found(atom.number, i + 1)
    }
    if register == .message, let number = spelled(i), (1...31).contains(number.value) { return number }
    return nil
  }

  /// A calendar date at `i`, with the weekday before it.
  func calendarDate(_ i: Int) -> TimeExpression? {
    if let weekday = weekdayName(i) {
      let next = skip(skipComma(weekday.end), .the)
      if let date = bareDate(next), case .calendar(_, let month?, .some) = date.meaning, month > 0 {
        return expression(i, date.atoms.upperBound, date.meaning)
      }
      return nil
    }
    return bareDate(i)
  }

  private func bareDate(_ i: Int) -> TimeExpression? {
    longest(numericDate(i), monthFirst(i), dayFirst(i))
  }

  /// `March 7, 2031`, `March 7`, `March 2031`, `March 7 last year`.
  private func monthFirst(_ i: Int) -> TimeExpression? {
    guard let month = monthName(i) else { return nil }
    let hyphen = register == .message ? skipHyphen(month.end) : month.end
    let dayStart = skip(skipComma(hyphen), .the)
    if let day = dayOfMonth(dayStart), !isClockStart(dayStart), !isUnitAmount(day.end) {
      if let year = year(skip(skipComma(day.end), .of)), isPlausible(year.value) {
        return expression(i, year.end, .calendar(year: year.value, month: month.value, day: day.value))
      }
      if let year = relativeYear(skipComma(day.end)) {
        return expression(i, year.end, .dated(month.value, day.value, year.value))
      }
      return expression(i, day.end, .calendar(year: nil, month: month.value, day: day.value))
    }
    let yearStart = skip(skipComma(hyphen), .of)
    if let year = year(yearStart), isPlausible(year.value) {
      return expression(i, year.end, .calendar(year: year.value, month: month.value, day: nil))
    }
    if let year = relativeYear(skip(skipComma(month.end), .of)) {
      return expression(i, year.end, .dated(month.value, nil, year.value))
    }
    return nil
  }

  /// `7 March 2031`, `the 7th of March`.
  private func dayFirst(_ i: Int) -> TimeExpression? {
    guard let day = dayOfMonth(i) ?? spelledDayOfYear(i), isLooseDay(i) else { return nil }
    let monthStart = word(day.end).unit == .day && register == .message ? day.end + 1 : day.end
    guard let month = monthName(skip(monthStart, .of)) else { return nil }
    if day.end == i + 1, word(i).ordinal != nil, !isKeyword(day.end, .of), register == .report { return nil }
    if let year = year(skip(skipComma(month.end), .of)), isPlausible(year.value) {
      return expression(i, year.end, .calendar(year: year.value, month: month.value, day: day.value))
    }
    return expression(i, month.end, .calendar(year: nil, month: month.value, day: day.value))
  }

  /// A spelled day where month and year follow: `fifteen August nineteen ninety-three`.
  private func spelledDayOfYear(_ i: Int) -> Found<Int>? {
    guard let day = spelled(i), (1...31).contains(day.value), let month = monthName(day.end),
      let year = year(month.end), isPlausible(year.value)
    else { return nil }
    return day
  }

  private func isLooseDay(_ i: Int) -> Bool {
    guard isJoined(i), let before = atom(i - 1) else { return true }
    return before.kind == .sign && before.sign != UInt8(ascii: "$") && before.sign != UInt8(ascii: ".")
  }

  /// `last year`, `this year`, `next year` at `i`.
  func relativeYear(_ i: Int) -> Found<Pointing>? {
    guard word(i + 1).unit == .year, !word(i + 1).unitIsPlural, possessive(i + 2) == nil else { return nil }
    switch keyword(i) {
    case .last: return Found(.last, i + 2)
    case .this: return Found(.this, i + 2)
    case .next: return Found(.next, i + 2)
    default: return nil
    }
  }

  /// `2031-03-07`, `3/7/2031`, `3/7/31`, `7.3.2031`, `20310307`.
  private func numericDate(_ i: Int) -> TimeExpression? {
    guard let first = atom(i), first.kind == .number, isFreeBefore(i) else { return nil }
    if first.length == 8, let date = compact(first.number) { return expression(i, i + 1, date) }
    guard let separator = atom(i + 1), separator.kind == .sign, !separator.isSpaced,
      [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(separator.sign),
      let second = atom(i + 2), second.kind == .number, !second.isSpaced, second.length <= 2
    else { return nil }
    guard let next = atom(i + 3), next.kind == .sign, next.sign == separator.sign, !next.isSpaced,
      let third = atom(i + 4), third.kind == .number, !third.isSpaced, isFreeAfter(i + 4)
    else { return nil }
    if first.length == 4 {
      guard third.length <= 2 else { return nil }
      return dated(i, i + 5, year: first.number, month: second.number, day: third.number)
    }
    guard first.length <= 2, third.length == 4 || (third.length == 2 && separator.sign != UInt8(ascii: "."))
    else {
      return nil
    }
    let year = third.length == 4 ? third.number : third.number + (third.number < 40 ? 2000 : 1900)
    let isDayFirst = separator.sign == UInt8(ascii: ".") && second.number <= 12
    return isDayFirst
      ? dated(i, i + 5, year: year, month: second.number, day: first.number)
      : dated(i, i + 5, year: year, month: first.number, day: second.number)
        ?? dated(i, i + 5, year: year, month: second.number, day: first.number)
  }

  private func dated(_ start: Int, _ end: Int, year: Int, month: Int, day: Int) -> TimeExpression? {
    guard (1...12).contains(month), (1...31).contains(day), isPlausible(year) else { return nil }
    return expression(start, end, .calendar(year: year, month: month, day: day))
  }

  private func compact(_ number: Int) -> TimeMeaning? {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return .calendar(year: year, month: month, day: day)
  }

  /// Whether no sign that could make the number a part of something longer stands before `i`.
  func isFreeBefore(_ i: Int) -> Bool {
    guard isJoined(i), let before = atom(i - 1) else { return true }
    return before.kind == .sign
      && ![UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "$")].contains(before.sign)
  }

  /// Whether nothing that could make the number a part of something longer stands after `i`.
  func isFreeAfter(_ i: Int) -> Bool {
    guard let after = atom(i + 1), !after.isSpaced else { return true }
    guard after.kind == .sign, let more = atom(i + 2), !more.isSpaced, more.kind == .number else {
      return after.kind == .sign
    }
    return after.sign != UInt8(ascii: "/") && after.sign != UInt8(ascii: ".")
  }

  func isPlausible(_ year: Int) -> Bool { (1000...2200).contains(year) }

  /// Whether a clock time begins at `i`, so that the number there is no day.
  func isClockStart(_ i: Int) -> Bool {
    isSign(i + 1, ":") && isJoined(i + 1) && atom(i + 2)?.kind == .number && isJoined(i + 2)
      || halfOfDay(i + 1) != nil
  }

  /// Whether a unit stands at `i`, so that the number before it is an amount.
  func isUnitAmount(_ i: Int) -> Bool {
    let unit = word(skipHyphen(i))
    return unit.unit != nil && unit.unitIsPlural || unit.multiplier != nil
  }

  /// A bare year at `i`.
  func bareYear(_ i: Int) -> TimeExpression? {
    if isKeyword(i, .the), word(i + 1).unit == .year, let year = year(i + 2), isPlausible(year.value) {
      return expression(i, year.end, .calendar(year: year.value, month: nil, day: nil))
    }
    guard let year = year(i), isPlausible(year.value) else { return nil }
    let isSpelled = atom(i)?.kind == .word
    if isSpelled, isUnitAmount(year.end) || word(year.end).multiplier != nil { return nil }
    if isSign(i, "'") {
      return isKeyword(i - 1, .in, .of, .since, .by, .until)
        ? expression(i, year.end, .calendar(year: year.value, month: nil, day: nil)) : nil
    }
    guard isSpelled || isYearPlace(i, year.value) else { return nil }
    if isSpelled,
      !(1700...2100).contains(year.value)
        || (year.value < 2000 && year.end == i + 2 && word(i + 1).multiplier != nil)
    {
      return nil
    }
    if isSpelled, year.value % 1000 == 0, !isKeyword(i - 1, .in, .since, .of, .by, .until, .after, .before),
      word(i - 1).unit != .year
    {
      return nil
    }
    return expression(i, year.end, .calendar(year: year.value, month: nil, day: nil))
  }

  /// Whether a number of four digits stands where a year can stand.
  private func isYearPlace(_ i: Int, _ year: Int) -> Bool {
    if word(i + 1).unit != nil, word(i + 1).unitIsPlural || isSign(i + 1, "-") { return false }
    if isSign(i + 1, "-"), isJoined(i + 1), word(i + 2).unit != nil || atom(i + 2)?.length == 1 {
      return false
    }
    if (1900...2050).contains(year) { return !isCounted(i) }
    return isKeyword(i - 1, .in, .since, .by, .until, .before, .after, .from) && !isCounted(i)
  }

  /// Whether the number at `i` counts or names something: `2000 people`, `No. 1999`.
  private func isCounted(_ i: Int) -> Bool {
    isSign(i - 1, "$") || isSign(i + 1, "%") || isSign(i - 1, "#")
      || isKeyword(i - 1, .about, .nearly, .almost, .over, .roughly, .approximately) && !isKeyword(i - 2, .in)
      || word(i + 1).isCounted || isKeyword(i - 1, .than) || isKeyword(i - 1, .someAmount)
      || word(i + 1).multiplier != nil
  }
}
