import RapporteurCore

/// An expression with a calendar put to it.
struct ResolvedTime {
  var kind: Timex.Kind
  var value: String?
  var modifier: String?
  var basis: String
  /// The stretch of the calendar, where it is one.
  var point: CalendarPoint?

  init(_ kind: Timex.Kind, _ value: String?, _ basis: String, modifier: String? = nil) {
    self.kind = kind
    self.value = value
    self.basis = basis
    self.modifier = modifier
  }

  init(_ point: CalendarPoint, _ basis: String) {
    kind = .date
    value = point.text
    self.basis = basis
    self.point = point
  }
}

/// Puts a calendar to what the words say, by the rules of TimeBank.
struct TimeResolver {
  let context: TimeContext

  /// The value of an expression.
  func resolve(_ meaning: TimeMeaning) -> ResolvedTime {
    switch meaning {
    case .calendar(let year, let month, let day): calendar(year, month, day)
    case .dated(let month, let day, let pointing): dated(month, day, pointing)
    case .dayFromPresent(let days): fromAnchor("day word against") { .day($0.adding(days: days)) }
    case .weekday(let weekday, let pointing): self.weekday(weekday, pointing)
    case .month(let month, let pointing): self.month(month, pointing)
    case .unit(let unit, let pointing): self.unit(unit, pointing)
    case .season(let season, let year): self.season(season, year)
    case .quarter(let quarter, let year, _): self.quarter(quarter, year)
    case .half(let half, let year): self.half(half, year)
    case .fiscalYear(let year): fiscalYear(year)
    case .decade(let decade): ResolvedTime(.decade(decade), "decade")
    case .century(let century): ResolvedTime(.century(century), "century")
    case .holiday(let holiday, let year): self.holiday(context.holidays[holiday], year)
    case .offset(let length, let sign, let base): offset(length, sign, base)
    case .part(let part, let day): self.part(part, day)
    case .clock(let clock, let day): self.clock(clock, day)
    case .length(let length): ResolvedTime(.duration, length.text, "length of time")
    case .weekOf(let day): weekOf(day)
    case .weekInside(let stretch, let index): weekInside(stretch, index)
    case .recurring(let value): ResolvedTime(.set, value, "recurring time")
    case .generic(let value): ResolvedTime(.date, value, "general reference")
    case .fixed(let kind, let value): ResolvedTime(kind, value, "fixed phrase")
    }
  }

  /// The point that `make` finds from the anchor, or an unresolved date.
  private func fromAnchor(_ why: String, _ make: (CalendarDate) -> CalendarPoint?) -> ResolvedTime {
    guard let anchor = context.anchor, let point = make(anchor) else {
      return ResolvedTime(.date, nil, "no publication date and no full date in the text")
    }
    return ResolvedTime(point, "\(why) \(context.anchorName)")
  }

  private func calendar(_ year: Int?, _ month: Int?, _ day: Int?) -> ResolvedTime {
    guard let year else { return yearless(month ?? 1, day) }
    guard let month else { return ResolvedTime(.year(year), "year") }
    guard let day else { return ResolvedTime(.month(year: year, month: month), "month and year") }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      return ResolvedTime(.date, nil, "the calendar has no such day")
    }
    return ResolvedTime(.day(date), "full date")
  }

  /// A day without a year: the year that puts it nearest to the anchor, on the side that the sentence looks to.
  private func yearless(_ month: Int, _ day: Int?) -> ResolvedTime {
    guard let day else { return self.month(month, .bare) }
    guard let anchor = context.anchor else {
      return ResolvedTime(
        .date, "XXXX-\(padded(month, 2))-\(padded(day, 2))", "day without a year, and no anchor")
    }
    let candidates = [-1, 0, 1].compactMap { CalendarDate(year: anchor.year + $0, month: month, day: day) }
    let best = candidates.min { cost($0, anchor) < cost($1, anchor) }
    guard let best else { return ResolvedTime(.date, nil, "the calendar has no such day") }
    return ResolvedTime(.day(best), "day and month against \(context.anchorName)")
  }

  private func cost(_ date: CalendarDate, _ anchor: CalendarDate) -> Int {
    let distance = date.daysSinceEpoch - anchor.daysSinceEpoch
    switch context.direction {
    case .past: return distance > 0 ? distance * 3 : -distance
    case .future: return distance < 0 ? -distance * 3 : distance
    case .unknown: return distance > 0 ? distance * 3 / 2 : -distance
    }
  }

  private func dated(_ month: Int, _ day: Int?, _ pointing: Pointing) -> ResolvedTime {
    fromAnchor("month of a relative year against") { anchor in
      let year = anchor.year + (pointing.step ?? 0)
      guard let day else { return .month(year: year, month: month) }
      return CalendarDate(year: year, month: month, day: day).map(CalendarPoint.day)
    }
  }

  private func fiscalYear(_ year: YearPointing) -> ResolvedTime {
    guard case .explicit(let number) = year else {
      return fromAnchor("fiscal year against") { .year(self.year(year, from: $0)) }
    }
    return ResolvedTime(.year(number), "fiscal year")
  }

  private func holiday(_ holiday: Holiday, _ year: YearPointing) -> ResolvedTime {
    if case .explicit(let number) = year, let date = holiday.day(in: number) {
      return ResolvedTime(.day(date), "holiday and year")
    }
    guard let anchor = context.anchor else {
      return ResolvedTime(.date, holiday.yearless, "holiday without a year")
    }
    let days = [-1, 0, 1].compactMap { holiday.day(in: anchor.year + $0) }
    let chosen: CalendarDate?
    if case .relative(let pointing) = year, let step = pointing.step, step != 0 {
      chosen = step < 0 ? days.last { $0 < anchor } : days.first { $0 > anchor }
    } else {
      chosen = days.min { cost($0, anchor) < cost($1, anchor) }
    }
    guard let chosen else { return ResolvedTime(.date, nil, "no such holiday") }
    return ResolvedTime(.day(chosen), "holiday against \(context.anchorName)")
  }

  private func weekOf(_ day: TimeMeaning) -> ResolvedTime {
    let inner = resolve(day)
    guard case .day(let date)? = inner.point else { return inner }
    let week = date.isoWeek
    return ResolvedTime(.week(year: week.year, week: week.week), "week of a date")
  }

  /// A week of a month or year, counted from its first day or, for -1, from its last.
  private func weekInside(_ stretch: TimeMeaning, _ index: Int) -> ResolvedTime {
    let inner = resolve(stretch)
    let first: CalendarDate?
    let months: Int
    switch inner.point {
    case .month(let year, let month)?: (first, months) = (CalendarDate(year: year, month: month, day: 1), 1)
    case .year(let year)?: (first, months) = (CalendarDate(year: year, month: 1, day: 1), 12)
    default: return ResolvedTime(.date, nil, inner.basis)
    }
    guard let first, let next = first.adding(months: months) else {
      return ResolvedTime(.date, nil, inner.basis)
    }
    let day = index < 0 ? next.adding(days: -1) : first.adding(days: 7 * (index - 1))
    let week = day.isoWeek
    return ResolvedTime(.week(year: week.year, week: week.week), "week of a month or year")
  }

  /// The year that `pointing` means.
  func year(_ pointing: YearPointing, from anchor: CalendarDate) -> Int {
    switch pointing {
    case .bare: anchor.year
    case .explicit(let year): year
    case .relative(let relative): anchor.year + (relative.step ?? 0)
    case .yearEarlier: (context.accounting?.year ?? anchor.year) - 1
    }
  }
}
