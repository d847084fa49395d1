import RapporteurCore

/// Dates in messages.
extension TimeMatcher {
  /// A date at `i`, without a time of day.
  func messageDate(_ i: Int) -> Found<MessageDate>? {
    var best: Found<MessageDate>?
    for found in [
      datedWeekday(i), weekOfMonth(i), weekdayInWeek(i), numberedDate(i), mixedDate(i), writtenDate(i),
      relativeDay(i),
      pointedStretch(i), quarterDate(i), specialYear(i), messageHoliday(i), messageMonth(i), messageYear(i),
      oldStretch(i),
      weekNumber(i), dayAlone(i), pointedDate(i), weekFrom(i),
    ] {
      if let found, found.end > best?.end ?? -1 { best = found }
    }
    return best
  }

  /// `Friday, March 7`, `Friday 7/3`, `monday the twenty seventh`, `Friday`, `next Friday`.
  private func datedWeekday(_ i: Int) -> Found<MessageDate>? {
    let pointing = messagePointing(i)
    guard let weekday = messageWeekday(pointing?.end ?? i) else { return nil }
    let bracket = isSign(weekday.end, "(") ? weekday.end + 1 : skipHyphen(skipComma(weekday.end))
    let next = skip(bracket, .on, .the)
    if let date = writtenDate(next) ?? mixedDate(next) ?? numberedDate(next), date.value.isDay,
      fits(date.value, weekday.value, next)
    {
      return Found(date.value, isSign(date.end, ")") && bracket > weekday.end ? date.end + 1 : date.end)
    }
    if let pointing, let date = day(ofWeekday: weekday.value, pointing.value) {
      return Found(date, weekday.end)
    }
    if pointing != nil { return nil }
    if isKeyword(weekday.end, .the), let day = ordinal(weekday.end + 1),
      let date = next31(day.value, on: weekday.value)
    {
      return Found(MessageDate(date), day.end)
    }
    if let number = ordinal(weekday.end) ?? looseDay(weekday.end), !isClockStart(weekday.end),
      !isSign(number.end, "-"), !isSign(number.end, ":"),
      !isSign(number.end, ".") || !isJoined(number.end + 1)
    {
      if let reference, reference.day == number.value, reference.weekday == weekday.value {
        return Found(MessageDate(reference), number.end)
      }
      return Found(.weekday(weekday.value), number.end)
    }
    return Found(.weekday(weekday.value), weekday.end)
  }

  /// Whether `7-6` after a weekday is a date at all: the date must fall on that weekday, or be written with `/`.
  private func fits(_ date: MessageDate, _ weekday: Int, _ i: Int) -> Bool {
    guard isSign(i + 1, "-"), atom(i)?.kind == .number, atom(i + 2)?.kind == .number, !isSign(i + 3, "-"),
      let reference
    else { return true }
    return date.firstDay(reference.year)?.weekday == weekday
  }

  private func looseDay(_ i: Int) -> Found<Int>? {
    guard let atom = atom(i), atom.kind == .number, atom.length == 2, (13...31).contains(atom.number) else {
      return nil
    }
    return Found(atom.number, i + 1)
  }

  /// A weekday's name, full or short, at `i`.
  func messageWeekday(_ i: Int) -> Found<Int>? {
    let word = word(i)
    guard let weekday = word.weekday, !word.isPlural, let atom = atom(i) else { return nil }
    if word.needsCapital, !atom.isCapital, messageWeekdayNeedsCompany(i) { return nil }
    if let part = self.word(i + 1).part, self.word(i + 1).partIsPlural,
      part == .morning || part == .afternoon || part == .night
    {
      return nil
    }
    return Found(
      weekday,
      isSign(i + 1, ".") && isJoined(i + 1) && atom.length <= 4 && self.atom(i + 2)?.kind == .number
        ? i + 2 : i + 1)
  }

  private func messageWeekdayNeedsCompany(_ i: Int) -> Bool {
    !isKeyword(i - 1, .on, .next, .last, .this) && !isKeyword(i + 1, .the)
  }

  /// The first day with that number, from this month on, that falls on the weekday.
  private func next31(_ day: Int, on weekday: Int) -> CalendarDate? {
    guard let reference else { return nil }
    for month in 0..<36 {
      guard
        let first = CalendarDate(year: reference.year, month: reference.month, day: 1)?.adding(months: month),
        let date = CalendarDate(year: first.year, month: first.month, day: day)
      else { continue }
      if date.weekday == weekday { return date }
    }
    return nil
  }

  /// The weekday of the week that the word points at; `coming` and `past` are the nearest.
  func day(ofWeekday weekday: Int, _ pointing: Pointing) -> MessageDate? {
    guard let reference else { return nil }
    let inWeek = reference.adding(days: weekday - reference.weekday)
    switch pointing {
    case .this, .current: return MessageDate(inWeek)
    case .next, .following: return MessageDate(inWeek.adding(days: 7))
    case .last, .previous: return MessageDate(inWeek.adding(days: -7))
    case .coming, .upcoming:
      let ahead = (weekday - reference.weekday + 7) % 7
      return MessageDate(reference.adding(days: ahead == 0 ? 7 : ahead))
    case .past:
      let back = (reference.weekday - weekday + 7) % 7
      return MessageDate(reference.adding(days: back == 0 ? -7 : -back))
    case .bare, .that, .same, .definite: return .weekday(weekday)
    }
  }

  /// A pointing word at `i`.
  func messagePointing(_ i: Int) -> Found<Pointing>? {
    if isKeyword(i, .this), isKeyword(i + 1, .past) { return Found(.past, i + 2) }
    guard !isKeyword(i, .the), let found = pointing(i), found.value != .definite, found.value != .that,
      found.value != .same
    else { return nil }
    return found
  }

  /// `next week Monday`, `tuesday of next week`, `next week on Tuesday`.
  private func weekdayInWeek(_ i: Int) -> Found<MessageDate>? {
    if let weekday = messageWeekday(i), let week = pointedWeek(skip(skip(weekday.end, .of), .the)),
      week.end > weekday.end,
      let date = day(ofWeekday: weekday.value, week.value)
    {
      return Found(date, week.end)
    }
    guard let week = pointedWeek(i) else { return nil }
    let next = skip(skipHyphen(week.end), .on)
    guard let weekday = messageWeekday(next), let date = day(ofWeekday: weekday.value, week.value) else {
      return nil
    }
    return Found(date, weekday.end)
  }

  private func pointedWeek(_ i: Int) -> Found<Pointing>? {
    guard let pointing = messagePointing(i), word(pointing.end).unit == .week,
      !word(pointing.end).unitIsPlural
    else { return nil }
    return Found(pointing.value, pointing.end + 1)
  }

  /// `March 7, 2031`, `the 7th of March`, `March 2031`, in any order of day and month.
  private func writtenDate(_ i: Int) -> Found<MessageDate>? {
    if let month = anyMonth(i) { return monthThenDay(i, month) }
    if let year = year(i), isPlausible(year.value), let month = anyMonth(year.end),
      !word(year.end).needsCapital || atom(year.end)?.isCapital == true
    {
      return Found(.partial(year: year.value, month: month.value, day: nil), month.end)
    }
    let start = skip(i, .the)
    guard !isSign(start - 1, "$"), let day = dayOfMonth(start) ?? spelledDay(start) else { return nil }
    let joint = skip(word(day.end).unit == .day ? day.end + 1 : day.end, .of)
    if isKeyword(joint, .this), word(joint + 1).unit == .month || isKeyword(day.end, .of) { return nil }
    guard let month = anyMonth(skip(joint, .the)) else { return nil }
    if let year = messageYearNumber(skip(skip(skipComma(month.end), .of, .in), .the)) {
      return Found(.partial(year: year.value, month: month.value, day: day.value), year.end)
    }
    return Found(.partial(year: nil, month: month.value, day: day.value), month.end)
  }

  private func monthThenDay(_ i: Int, _ month: Found<Int>) -> Found<MessageDate>? {
    let dayStart = skip(skipComma(month.end), .the)
    if let day = dayOfMonth(dayStart) ?? spelledDay(dayStart), !isClockStart(dayStart),
      !isRangeOfClocks(day.end)
    {
      if let year = messageYearNumber(skip(skipComma(day.end), .of, .in)), !isClockStart(skipComma(day.end)) {
        return Found(.partial(year: year.value, month: month.value, day: day.value), year.end)
      }
      if let atom = atom(day.end), atom.kind == .number, atom.length == 2, atom.number >= 12,
        isKeyword(day.end + 1, .was)
      {
        return Found(.partial(year: 2000 + atom.number, month: month.value, day: day.value), day.end + 1)
      }
      return Found(.partial(year: nil, month: month.value, day: day.value), day.end)
    }
    if let year = messageYearNumber(skip(skipSlash(skipComma(month.end)), .of, .in)) {
      return Found(.partial(year: year.value, month: month.value, day: nil), year.end)
    }
    return nil
  }

  private func isRangeOfClocks(_ i: Int) -> Bool {
    isSign(i, ":") && isJoined(i) && atom(i + 1)?.kind == .number
  }

  private func skipSlash(_ i: Int) -> Int { isSign(i, "/") || isSign(i, "-") ? i + 1 : i }

  private func spelledDay(_ i: Int) -> Found<Int>? {
    guard atom(i)?.kind == .word, let number = spelled(i), (1...31).contains(number.value) else { return nil }
    return number
  }

  /// A month's name in any case, with its full stop.
  func anyMonth(_ i: Int) -> Found<Int>? {
    guard let month = word(i).month, let atom = atom(i) else { return nil }
    let isShort = atom.length <= 4 && month != 5
    return Found(
      month,
      isShort && isSign(i + 1, ".") && isJoined(i + 1) && self.atom(i + 2)?.kind != nil
        && !isSign(i + 2, "\"") && nextGoesOn(i + 2) ? i + 2 : i + 1)
  }

  private func nextGoesOn(_ i: Int) -> Bool {
    atom(i)?.kind == .number || ordinal(i) != nil || isKeyword(i, .on)
  }

  /// A year at `i`: four digits, two digits after `of`, or words.
  func messageYearNumber(_ i: Int) -> Found<Int>? {
    if let year = year(i), isPlausible(year.value) { return year }
    guard isKeyword(i - 1, .of), let atom = atom(i), atom.kind == .number, atom.length == 2 else {
      return nil
    }
    return Found(atom.number + (atom.number < 40 ? 2000 : 1900), i + 1)
  }

  /// `today`, `tomorrow`, `the day after tomorrow`, `the day before`.
  private func relativeDay(_ i: Int) -> Found<MessageDate>? {
    guard let reference else { return nil }
    switch keyword(i) {
    case .today: return Found(MessageDate(reference), i + 1)
    case .tomorrow: return Found(MessageDate(reference.adding(days: 1)), i + 1)
    case .yesterday: return Found(MessageDate(reference.adding(days: -1)), i + 1)
    default: break
    }
    guard isKeyword(i, .the), word(i + 1).unit == .day else { return nil }
    if isKeyword(i + 2, .before) || isKeyword(i + 2, .after) {
      let sign = isKeyword(i + 2, .before) ? -1 : 1
      if let inner = relativeDay(i + 3), let date = inner.value.firstDay(reference.year) {
        return Found(MessageDate(date.adding(days: sign)), inner.end)
      }
      return atom(i + 3)?.kind == .word ? nil : Found(MessageDate(reference.adding(days: sign)), i + 3)
    }
    return isKeyword(i + 2, .of) ? nil : Found(MessageDate(reference), i + 2)
  }

  /// `this September`, `next 5/12`, `next 6th of April`.
  private func pointedDate(_ i: Int) -> Found<MessageDate>? {
    guard let pointing = messagePointing(i), let step = pointing.value.step, let reference else { return nil }
    if let date = numberedDate(pointing.end) ?? writtenDate(pointing.end), date.value.isDay { return date }
    guard let month = anyMonth(pointing.end) else { return nil }
    var year = reference.year
    if step > 0, month.value <= reference.month { year += 1 }
    if step < 0, month.value >= reference.month { year -= 1 }
    return Found(.partial(year: year, month: month.value, day: nil), month.end)
  }

  /// `the week of March 7`, `the week starting on March 7`, `w/c March 7`: the week by its first day.
  private func weekFrom(_ i: Int) -> Found<MessageDate>? {
    var at = skip(i, .the)
    if word(at).unit == .week, !word(at).unitIsPlural,
      isKeyword(at + 1, .of, .beginning, .starting, .commencing)
    {
      at = skip(at + 2, .on)
    } else if isKeyword(i, .w), isSign(i + 1, "/"), isKeyword(i + 2, .c) {
      at = i + 3
    } else {
      return nil
    }
    guard let date = writtenDate(at) ?? numberedDate(at) ?? dayAlone(at), date.value.isDay else { return nil }
    return date
  }

  /// `the 18th`, `the 18th of next month`, `29th`.
  private func dayAlone(_ i: Int) -> Found<MessageDate>? {
    let start = skip(i, .the)
    guard let day = ordinal(start), (1...31).contains(day.value) else { return nil }
    var end = word(day.end).unit == .day ? day.end + 1 : day.end
    let isNumeric = atom(start)?.kind == .number
    let month = skip(end, .of)
    if let reference, isKeyword(month, .the), word(month + 1).unit == .month, end > day.end {
      return Found(
        .partial(
          year: reference.day <= day.value ? reference.year : reference.adding(months: 1)?.year,
          month: reference.day <= day.value ? reference.month : reference.adding(months: 1)?.month,
          day: day.value), month + 2)
    }
    if let reference, let pointing = messagePointing(month), word(pointing.end).unit == .month,
      let at = reference.adding(months: pointing.value.step ?? 0)
    {
      return Found(.partial(year: at.year, month: at.month, day: day.value), pointing.end + 1)
    }
    end = day.end
    guard isNumeric, start > i || isKeyword(i - 1, .on), word(end).unit == nil else { return nil }
    return Found(.partial(year: nil, month: nil, day: day.value), end)
  }

  private func messageHoliday(_ i: Int) -> Found<MessageDate>? {
    let pointing = messagePointing(i)
    guard let holiday = holiday(pointing?.end ?? i), let reference else { return nil }
    let rule = lexicon.holidays[holiday.value]
    let joint = skip(skip(skipComma(holiday.end), .of, .in), .the)
    if let year = messageYearNumber(joint), let date = rule.day(in: year.value) {
      return Found(MessageDate(date), year.end)
    }
    if let year = relativeYear(joint), let date = rule.day(in: reference.year + (year.value.step ?? 0)) {
      return Found(MessageDate(date), year.end)
    }
    if let pointing {
      let days = [-1, 0, 1].compactMap { rule.day(in: reference.year + $0) }
      let date = pointing.value.step ?? 0 < 0 ? days.last { $0 < reference } : days.first { $0 > reference }
      return date.map { Found(MessageDate($0), holiday.end) }
    }
    if let open = rule.yearless { return Found(.stretch(open), holiday.end) }
    let days = [0, 1].compactMap { rule.day(in: reference.year + $0) }
    guard let date = days.first(where: { $0 >= reference }) else { return nil }
    return Found(.partial(year: nil, month: date.month, day: date.day), holiday.end)
  }

  private func messageMonth(_ i: Int) -> Found<MessageDate>? {
    guard let month = anyMonth(i),
      !word(i).needsCapital || atom(i)?.isCapital == true || isKeyword(i - 1, .in, .the, .of)
        || word(i).month == 8
    else { return nil }
    if word(i).month == 5 || word(i).month == 3, word(i).needsCapital, atom(i)?.length ?? 0 <= 5,
      !isKeyword(
        i - 1, .in, .from, .to, .until, .between, .and, .of, .since, .mid, .through, .this, .next, .last),
      !isKeyword(i + 1, .to)
    {
      return nil
    }
    return Found(.partial(year: nil, month: month.value, day: nil), i + 1)
  }

  private func messageYear(_ i: Int) -> Found<MessageDate>? {
    let at = word(i).unit == .year ? i + 1 : i
    guard let year = year(at), isPlausible(year.value), atom(at)?.kind == .word || year.value >= 1500 else {
      return nil
    }
    if isUnitAmount(year.end) || isSign(at, "'") || isSign(at - 1, "$") { return nil }
    if isSign(at - 1, "-"), isJoined(at), atom(at - 2)?.length != 4 { return nil }
    if atom(at)?.kind == .word, year.value < 1500 { return nil }
    return Found(.partial(year: year.value, month: nil, day: nil), year.end)
  }

  /// `the 1990s`, `nineties`, `21st century`.
  private func oldStretch(_ i: Int) -> Found<MessageDate>? {
    let at = skip(i, .the)
    if let tens = word(at).decade {
      return Found(.stretch("(XX\(tens)-01-01,XX\(padded((tens + 10) % 100, 2))-01-01,P10Y)"), at + 1)
    }
    if let ordinal = ordinal(at), word(skipHyphen(ordinal.end)).unit == .century {
      return span(year: (ordinal.value - 1) * 100, years: 100).map { Found($0, skipHyphen(ordinal.end) + 1) }
    }
    guard let atom = atom(at), atom.kind == .number, atom.number % 10 == 0, isKeyword(at + 1, .s) else {
      return nil
    }
    if atom.length == 4 { return span(year: atom.number, years: 10).map { Found($0, at + 2) } }
    guard atom.length == 2 else { return nil }
    return Found(
      .stretch("(XX\(padded(atom.number, 2))-01-01,XX\(padded((atom.number + 10) % 100, 2))-01-01,P10Y)"),
      at + 2)
  }

  private func span(year: Int, years: Int) -> MessageDate? {
    guard let first = CalendarDate(year: max(1, year), month: 1, day: 1),
      let end = CalendarDate(year: year + years, month: 1, day: 1)
    else { return nil }
    return .span(first: first, end: end, length: "P\(years)Y")
  }

  /// `week 31`, `week 3 of 2027`.
  private func weekNumber(_ i: Int) -> Found<MessageDate>? {
    let at = i
    guard word(at).unit == .week, !word(at).unitIsPlural, let number = atom(at + 1), number.kind == .number,
      (1...53).contains(number.number),
      let reference
    else { return nil }
    let joint = skip(at + 2, .of)
    if joint > at + 2, let year = year(joint) {
      return Found(.stretch("\(year.value)-W\(padded(number.number, 2))"), year.end)
    }
    if let relative = relativeYear(joint), joint > at + 2 {
      return Found(
        .stretch("\(reference.year + (relative.value.step ?? 0))-W\(padded(number.number, 2))"), relative.end)
    }
    return Found(.stretch("\(reference.year)-W\(padded(number.number, 2))"), at + 2)
  }

  /// `the first week of March`, `last week of 2016`, `the third month of 2021`.
  private func weekOfMonth(_ i: Int) -> Found<MessageDate>? {
    let at = skip(i, .the)
    let isLast = isKeyword(at, .last)
    guard let index = isLast ? Found(0, at + 1) : ordinal(at), let reference else { return nil }
    let unit = word(index.end)
    guard let kind = unit.unit, !unit.unitIsPlural, kind == .week || kind == .month,
      isKeyword(index.end + 1, .of)
    else { return nil }
    let inner = index.end + 2
    if let owner = relativeYear(inner) ?? year(inner).map({ Found(Pointing.bare, $0.end) }) {
      let year = self.year(inner)?.value ?? reference.year + (owner.value.step ?? 0)
      if kind == .month {
        return Found(.partial(year: year, month: isLast ? 12 : index.value, day: nil), owner.end)
      }
      let week = isLast ? CalendarDate(year: year, month: 12, day: 28)?.isoWeek.week ?? 52 : index.value
      return Found(.stretch("\(padded(year, 4))-W\(padded(week, 2))"), owner.end)
    }
    guard kind == .week else { return nil }
    let suffix = "-W\(padded(isLast ? 5 : index.value, 2))"
    if let pointing = messagePointing(inner), word(pointing.end).unit == .month,
      let month = reference.adding(months: pointing.value.step ?? 0)
    {
      return Found(.stretch("\(month.year)-\(padded(month.month, 2))" + suffix), pointing.end + 1)
    }
    guard
      let month = writtenDate(inner)
        ?? anyMonth(inner).map({ Found(.partial(year: nil, month: $0.value, day: nil), $0.end) }),
      !month.value.isDay
    else { return nil }
    return Found(.stretch(month.value.text + suffix), month.end)
  }

  /// `Q1 2019`, `2017-q1`, `the first quarter of the year`, `2019 H2`.
  private func quarterDate(_ i: Int) -> Found<MessageDate>? {
    var at = skip(i, .the)
    var year: Int?
    if let explicit = self.year(at), isPlausible(explicit.value) {
      year = explicit.value
      at = skipHyphen(explicit.end)
    }
    let number: Int
    if isKeyword(at, .q, .h), let digit = atom(at + 1), digit.kind == .number, !digit.isSpaced,
      (1...(isKeyword(at, .q) ? 4 : 2)).contains(digit.number)
    {
      number = digit.number
      let isHalf = isKeyword(at, .h)
      at += 2
      let next = skipHyphen(skip(at, .of))
      if year == nil, let explicit = self.year(next), isPlausible(explicit.value) {
        (year, at) = (explicit.value, explicit.end)
      }
      return Found(stretch(of: isHalf ? 6 : 3, number, year), at)
    }
    guard year == nil, let ordinal = ordinal(at), (1...4).contains(ordinal.value),
      word(ordinal.end).unit == .quarter, !word(ordinal.end).unitIsPlural
    else { return nil }
    at = ordinal.end + 1
    if isKeyword(at, .of) {
      if let explicit = self.year(at + 1) {
        return Found(stretch(of: 3, ordinal.value, explicit.value), explicit.end)
      }
      if isKeyword(at + 1, .the), word(at + 2).unit == .year {
        return Found(stretch(of: 3, ordinal.value, nil), at + 3)
      }
    }
    return Found(stretch(of: 3, ordinal.value, nil), at)
  }

  /// The `number`-th stretch of so many months in a year that may be open.
  func stretch(of months: Int, _ number: Int, _ year: Int?) -> MessageDate {
    let first = (number - 1) * months + 1
    let end = first + months
    let yearText = year.map { padded($0, 4) } ?? "XXXX"
    let endYear = year.map { padded(end > 12 ? $0 + 1 : $0, 4) } ?? "XXXX"
    return .stretch(
      "(\(yearText)-\(padded(first, 2))-01,\(endYear)-\(padded(end > 12 ? end - 12 : end, 2))-01,P\(months)M)"
    )
  }

  /// `fiscal year 2008`, `this school year`, `sy18`.
  private func specialYear(_ i: Int) -> Found<MessageDate>? {
    let pointing = messagePointing(i)
    let at = pointing?.end ?? i
    let prefix: String
    var next = at + 1
    switch keyword(at) {
    case .fiscal, .financial: prefix = "FY"
    case .school: prefix = "SY"
    case .calendar: prefix = ""
    case .fy: prefix = "FY"
    case .sy: prefix = "SY"
    case .cy: prefix = ""
    default: return nil
    }
    let isShort = isKeyword(at, .fy, .sy, .cy)
    if !isShort {
      guard word(next).unit == .year else { return nil }
      next += 1
    }
    if let pointing, let reference {
      return Found(.stretch(prefix + String(reference.year + (pointing.value.step ?? 0))), next)
    }
    if let year = year(next) { return Found(.stretch(prefix + String(year.value)), year.end) }
    if isShort, let atom = atom(next), atom.kind == .number, atom.length == 2, !atom.isSpaced {
      return Found(.stretch(prefix + "20" + padded(atom.number, 2)), next + 1)
    }
    return isShort || prefix.isEmpty ? nil : Found(.stretch(prefix + "XXXX"), next)
  }
}
