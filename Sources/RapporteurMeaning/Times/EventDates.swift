public import RapporteurCore

/// Turns time expressions into the dates of events.
extension TimeReader {
  /// The date that an event has where `timex` governs it; nil for lengths, recurring times, general references
  /// and values that the text leaves open.
  ///
  /// `2031-W10` is the week from 2031-03-03 to 2031-03-09. A value without a year (`XXXX-03-07`, `XXXX-WXX-5`) is
  /// put at the day nearest to `published`, a weekday at or before it.
  public func date(of timex: Timex, published: CalendarDate?) -> Event.Date? {
    guard timex.kind == .date || timex.kind == .time, let value = timex.value else { return nil }
    guard let stretch = DateStretch(value: value, published: published) else { return nil }
    return Event.Date(
      value: stretch.first, end: stretch.last, grain: stretch.grain, spans: timex.spans, basis: timex.basis)
  }
}

/// The stretch of the calendar that a TIMEX3 value names, from its first to its last day.
private struct DateStretch {
  var first: String
  var last: String?
  var grain: Event.Date.Grain

  init?(value: String, published: CalendarDate?) {
    let parts = value.split(separator: "T", maxSplits: 1)
    guard let day = parts.first, value.utf8.first != 0x54 else { return nil }
    if value.hasPrefix("(") {
      self.init(range: value)
    } else if value.hasPrefix("XXXX") {
      self.init(yearless: day, published: published)
    } else {
      self.init(day: day)
    }
    if grain == .day, parts.count == 2, let first = parts[1].utf8.first, (0x30...0x39).contains(first) {
      grain = parts[1].utf8.count > 2 ? .minute : .hour
      self.first = value
      last = nil
    }
  }

  private init(_ first: CalendarDate, _ last: CalendarDate, _ grain: Event.Date.Grain) {
    self.first = first.description
    self.last = first == last ? nil : last.description
    self.grain = grain
  }

  /// `(2031-03-03,2031-03-08,P5D)`.
  private init?(range: String) {
    let parts = range.dropFirst().split(separator: ",")
    guard parts.count == 3, let first = CalendarDate(iso: String(parts[0])),
      let last = CalendarDate(iso: String(parts[1]))
    else { return nil }
    self.init(first, last, .day)
  }

  private init?(yearless value: Substring, published: CalendarDate?) {
    guard let published else { return nil }
    let parts = value.split(separator: "-")
    if parts.count == 3, parts[1] == "WXX", let weekday = Int(parts[2]), (1...7).contains(weekday) {
      let day = published.adding(days: -((published.weekday - weekday + 7) % 7))
      self.init(day, day, .day)
      return
    }
    guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
    let candidates = [-1, 0, 1].compactMap { CalendarDate(year: published.year + $0, month: month, day: day) }
    let nearest = candidates.min {
      abs($0.daysSinceEpoch - published.daysSinceEpoch) < abs($1.daysSinceEpoch - published.daysSinceEpoch)
    }
    guard let nearest else { return nil }
    self.init(nearest, nearest, .day)
  }

  private init?(day value: Substring) {
    let parts = value.split(separator: "-")
    guard let head = parts.first, let number = Int(head) else { return nil }
    switch (parts.count, head.utf8.count) {
    case (1, 2): self.init(months: number * 100, 1, 100 * 12, .decade)
    case (1, 3): self.init(months: number * 10, 1, 10 * 12, .decade)
    case (1, 4): self.init(months: number, 1, 12, .year)
    case (2..., 4): self.init(year: number, parts.dropFirst())
    default: return nil
    }
  }

  /// What follows the year: `03`, `03-07`, `W10`, `W10-WE`, `Q1`, `H2`, `SU`.
  private init?(year: Int, _ rest: ArraySlice<Substring>) {
    guard let next = rest.first else { return nil }
    if let month = Int(next) {
      if rest.count == 1 {
        self.init(months: year, month, 1, .month)
        return
      }
      guard let day = rest.last.flatMap({ Int($0) }),
        let date = CalendarDate(year: year, month: month, day: day)
      else { return nil }
      self.init(date, date, .day)
      return
    }
    let number = Int(next.dropFirst())
    switch (next.first, number) {
    case ("W", let week?):
      guard let monday = CalendarDate.monday(ofWeek: week, year: year) else { return nil }
      let isWeekend = rest.last == "WE"
      self.init(monday.adding(days: isWeekend ? 5 : 0), monday.adding(days: 6), isWeekend ? .day : .week)
    case ("Q", let quarter?): self.init(months: year, quarter * 3 - 2, 3, .quarter)
    case ("H", let half?): self.init(months: year, half * 6 - 5, 6, .quarter)
    default:
      guard let season = Season(rawValue: String(next)) else { return nil }
      self.init(season: season, year)
    }
  }

  /// The meteorological season of the northern hemisphere, whole months.
  private init?(season: Season, _ year: Int) {
    switch season {
    case .spring: self.init(months: year, 3, 3, .quarter)
    case .summer: self.init(months: year, 6, 3, .quarter)
    case .fall: self.init(months: year, 9, 3, .quarter)
    case .winter: self.init(months: year - 1, 12, 3, .quarter)
    }
  }

  /// `count` months from a month on.
  private init?(months year: Int, _ month: Int, _ count: Int, _ grain: Event.Date.Grain) {
    guard let first = CalendarDate(year: year, month: month, day: 1), let next = first.adding(months: count)
    else {
      return nil
    }
    self.init(first, next.adding(days: -1), grain)
  }
}
