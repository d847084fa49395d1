import RapporteurCore

/// Ranges of dates in messages: `from March to May`, `Nov 18-19`, `between 3 and 12 of Sept`, `2014-2018`.
extension TimeMatcher {
  func dateRange(_ i: Int) -> Found<Ranged>? {
    var start = i
    var isBetween = false
    if isKeyword(i, .between) {
      (start, isBetween) = (i + 1, true)
    } else if isKeyword(i, .from, .in, .on) {
      start = i + 1
    }
    start = isKeyword(start, .the) && ordinal(start + 1) != nil ? start + 1 : start
    var best: Found<Ranged>?
    for first in [dateEnd(start), bareDay(start)] {
      guard let first, let next = dateJoint(first.end, isBetween),
        isKeyword(i, .on, .in) == false || opensRange(i, first, next)
      else { continue }
      for second in [dateEnd(skipThe(next)), bareDay(skipThe(next))] {
        guard let second, let found = ranged(first.value, second), found.end > best?.end ?? -1 else {
          continue
        }
        best = found
      }
    }
    return best
  }

  /// `in 2014 through 2018`, `on November 18-19`: where the preposition belongs to the range.
  private func opensRange(_ i: Int, _ first: Found<RangeEnd>, _ next: Int) -> Bool {
    if isKeyword(i, .on) { return isSign(next - 1, "-") && isJoined(next) }
    guard case .date(.partial(_, nil, nil)) = first.value else { return false }
    return atom(next)?.kind == .number
  }

  /// In a report: dates with a dash between them are one expression, `Nov. 18-19`, `1990-92`, `Jan-Feb 2017`.
  func dashedRange(_ i: Int) -> TimeExpression? {
    guard let reference, word(i).month != nil || atom(i)?.kind == .number && atom(i)?.length == 4,
      isFreeBefore(i),
      isLoose(i) || word(i).month != nil
    else { return nil }
    if let years = shortYears(i) { return years }
    guard let dash = (i + 1..<i + 8).first(where: { isSign($0, "-") }), isJoined(dash), isJoined(dash + 1)
    else { return nil }
    if word(i).month != nil, word(i).needsCapital, atom(i)?.isCapital != true { return nil }
    guard let found = dateRange(i), found.end > dash + 1, !isUnitAmount(found.end), !isSign(found.end, "-")
    else { return nil }
    let text = found.value.text.replacingOpenYear(with: reference.year)
    return expression(i, found.end, .fixed(.duration, text))
  }

  /// `1990-92`.
  private func shortYears(_ i: Int) -> TimeExpression? {
    guard let first = atom(i), first.kind == .number, first.length == 4, (1500...2100).contains(first.number),
      isSign(i + 1, "-"), isJoined(i + 1),
      let second = atom(i + 2), second.kind == .number, !second.isSpaced, second.length == 2,
      second.number > first.number % 100,
      second.number > 12 || first.number > 2012, isFreeAfter(i + 2)
    else { return nil }
    let last = first.number / 100 * 100 + second.number
    return expression(
      i, i + 3, .fixed(.duration, "(\(first.number)-01-01,\(last)-01-01,P\(last - first.number)Y)"))
  }

  private func skipThe(_ i: Int) -> Int { isKeyword(i, .the) && ordinal(i + 1) != nil ? i + 1 : i }

  private func dateJoint(_ i: Int, _ isBetween: Bool) -> Int? {
    if isKeyword(i, .to, .till, .until, .through, .thru) { return i + 1 }
    if isSign(i, "-") || isSign(i, "~") { return i + 1 }
    return isBetween && isKeyword(i, .and) ? i + 1 : nil
  }

  /// One end of a range: a date, the present, or the edge of a stretch.
  private func dateEnd(_ i: Int) -> Found<RangeEnd>? {
    if isKeyword(i, .now) || isKeyword(i, .date) { return Found(.present, i + 1) }
    if isKeyword(i, .current), isKeyword(i + 1, .date) { return Found(.present, i + 2) }
    if let edge = edgeEnd(i) { return edge }
    if let start = periodStart(i) { return start }
    if let date = messageDate(i) {
      if let weekday = plainWeekday(date) { return weekday }
      return Found(.date(date.value), date.end)
    }
    return nil
  }

  /// A quarter with its year counts from its first day.
  private func periodStart(_ i: Int) -> Found<RangeEnd>? {
    guard let date = messageDate(i), case .stretch(let text) = date.value, text.hasPrefix("("),
      let year = Int(text.dropFirst().prefix(4)),
      let month = Int(text.dropFirst(6).prefix(2))
    else { return nil }
    return Found(.edge(0, year, month), date.end)
  }

  private func plainWeekday(_ date: Found<MessageDate>) -> Found<RangeEnd>? {
    guard case .weekday = date.value else { return nil }
    return Found(.date(date.value), date.end)
  }

  /// `the end of 2008`, `the middle of March`.
  private func edgeEnd(_ i: Int) -> Found<RangeEnd>? {
    let the = skip(i, .the)
    guard isKeyword(the + 1, .of), let edge = keyword(the),
      [.end, .start, .beginning, .middle].contains(edge),
      let date = messageDate(the + 2), case .partial(let year, let month, nil) = date.value
    else { return nil }
    return Found(.edge(edge == .end ? 1 : edge == .middle ? 0.5 : 0, year, month), date.end)
  }

  /// A number that may be a day: `the third`, `3`.
  private func bareDay(_ i: Int) -> Found<RangeEnd>? {
    guard let day = dayOfMonth(i) else { return nil }
    return Found(.day(day.value), day.end)
  }

  /// The range between two ends, with what one of them says for both.
  private func ranged(_ first: RangeEnd, _ second: Found<RangeEnd>) -> Found<Ranged>? {
    guard let reference else { return nil }
    var end = second.end
    var a = first
    var b = second.value
    if case .day = a, case .day = b { return nil }
    if case .date(.partial(_?, nil, nil)) = a, case .day = b { return nil }
    if case .day(let day) = b {
      guard case .date(.partial(let year, let month?, .some(let from))) = a else { return nil }
      let later = skipComma(end)
      if let known = self.year(later), isPlausible(known.value), year == nil {
        (a, b, end) = (
          .date(.partial(year: known.value, month: month, day: from)),
          .date(.partial(year: known.value, month: month, day: day)), known.end
        )
      } else {
        let isNext = day < from
        b = .date(.partial(year: year, month: isNext ? month % 12 + 1 : month, day: day))
      }
    } else if case .day(let day) = a {
      guard case .date(.partial(let year, let month?, .some)) = b else { return nil }
      a = .date(.partial(year: year, month: month, day: day))
    } else if case .date(.partial(nil, let month, let day)) = a,
      case .date(.partial(let year?, let month2, let day2)) = b, month != nil
    {
      let isWrapped = (month ?? 1, day ?? 1) > (month2 ?? 1, day2 ?? 1)
      a = .date(.partial(year: isWrapped ? year - 1 : year, month: month, day: day))
    } else if case .date(.partial(let year, .some, nil)) = b, year == nil,
      case .date(.partial(_, nil, nil)) = a
    {
      return nil
    }
    if case .date(.weekday(let weekday)) = b, case .date(let date) = a,
      let start = date.firstDay(reference.year)
    {
      b = .date(MessageDate(start.adding(days: (weekday - start.weekday + 7) % 7)))
    }
    if case .date(.partial(_, .some, _)) = a, case .date(.partial(nil, .some, _)) = b,
      let known = self.year(skipComma(end)), isPlausible(known.value)
    {
      end = known.end
      if case .date(.partial(nil, let month, let day)) = a {
        a = .date(.partial(year: known.value, month: month, day: day))
      }
      if case .date(.partial(nil, let month, let day)) = b {
        b = .date(.partial(year: known.value, month: month, day: day))
      }
    }
    guard let text = RangeText(reference: reference).text(a, b) else { return nil }
    return Found(Ranged(text: text, kind: .duration), end)
  }
}

/// One end of a range of dates.
enum RangeEnd: Sendable {
  case date(MessageDate)
  case day(Int)
  case present
  /// A place inside a year or month: 0 its beginning, 0.5 its middle, 1 its end.
  case edge(Double, Int?, Int?)
}

/// Writes `(begin,end,length)`.
struct RangeText {
  let reference: CalendarDate

  /// The text of the range; nil where the ends do not fit.
  func text(_ first: RangeEnd, _ second: RangeEnd) -> String? {
    guard let a = resolved(first), let b = resolved(second) else { return nil }
    let yearA = a.year ?? openYear(a, b)
    guard var yearB = b.year ?? Optional(openYear(b, a)) else { return nil }
    guard
      let from = CalendarDate(
        year: yearA, month: a.month, day: min(a.day, CalendarDate.daysInMonth(a.month, of: yearA)))
    else { return nil }
    if b.year == nil, (b.month, b.day) < (a.month, a.day), yearB <= yearA { yearB = yearA + 1 }
    guard
      let to = CalendarDate(
        year: yearB, month: b.month, day: min(b.day, CalendarDate.daysInMonth(b.month, of: yearB))),
      to >= from
    else { return nil }
    return "(\(written(a)),\(written(b)),\(length(from, to, a, b)))"
  }

  private typealias End = (year: Int?, month: Int, day: Int, grain: Int)

  /// The year for an end that leaves it open.
  private func openYear(_ end: End, _ other: End) -> Int { other.year ?? reference.year }

  private func written(_ end: End) -> String {
    "\(end.year.map { padded($0, 4) } ?? "XXXX")-\(padded(end.month, 2))-\(padded(end.day, 2))"
  }

  /// Years where both ends are years, months where none has a day, days elsewhere.
  private func length(_ from: CalendarDate, _ to: CalendarDate, _ a: End, _ b: End) -> String {
    let months = (to.year - from.year) * 12 + to.month - from.month
    switch max(a.grain, b.grain) {
    case 0: return "P\(to.year - from.year)Y"
    case 1: return "P\(months)M"
    default: return "P\(to.daysSinceEpoch - from.daysSinceEpoch)D"
    }
  }

  private func resolved(_ end: RangeEnd) -> End? {
    switch end {
    case .present: return (reference.year, reference.month, reference.day, 2)
    case .day: return nil
    case .date(.partial(let year, let month, let day)):
      guard year != nil || month != nil else { return nil }
      return (year, month ?? 1, day ?? 1, day != nil ? 2 : month != nil ? 1 : 0)
    case .date: return nil
    case .edge(let place, let year, let month): return edge(place, year, month)
    }
  }

  private func edge(_ place: Double, _ year: Int?, _ month: Int?) -> End? {
    if let month {
      if place == 0.5 { return (year, month, 16, 1) }
      if place == 0 { return (year, month, 1, 1) }
      return (month == 12 ? year.map { $0 + 1 } : year, month % 12 + 1, 1, 1)
    }
    guard let year else { return nil }
    if place == 0.5 { return (year, 7, 2, 1) }
    return (place == 1 ? year + 1 : year, 1, 1, 1)
  }
}

extension String {
  /// The text with a year for each `XXXX`.
  fileprivate func replacingOpenYear(with year: Int) -> String {
    var pieces: [Substring] = []
    var rest = self[...]
    while let open = rest.utf8.firstIndex(of: 0x58), rest[open...].hasPrefix("XXXX") {
      pieces.append(rest[..<open])
      pieces.append(Substring(padded(year, 4)))
      rest = rest[rest.utf8.index(open, offsetBy: 4)...]
    }
    return (pieces + [rest]).joined()
  }
}
