import RapporteurCore

/// Weekdays, months, weeks, quarters and seasons that need an anchor.
extension TimeResolver {
  private var unanchored: String { "no publication date and no full date in the text" }

  /// A weekday: the day itself, else the one before or after it, as tense and pointing say.
  func weekday(_ weekday: Int, _ pointing: Pointing) -> ResolvedTime {
    guard let anchor = context.anchor else { return ResolvedTime(.date, "XXXX-WXX-\(weekday)", unanchored) }
    let back = (anchor.weekday - weekday + 7) % 7
    let ahead = (weekday - anchor.weekday + 7) % 7
    let days: Int
    switch pointing {
    case .last, .past, .previous: days = back == 0 ? -7 : -back
    case .next, .coming, .following, .upcoming: days = ahead == 0 ? 7 : ahead
    case .this, .current: days = context.direction == .past ? -back : ahead
    case .bare, .that, .same, .definite: days = context.direction == .future ? ahead : -back
    }
    return ResolvedTime(.day(anchor.adding(days: days)), "weekday against \(context.anchorName)")
  }

  /// A month without a year.
  func month(_ month: Int, _ pointing: Pointing) -> ResolvedTime {
    guard let anchor = context.anchor else {
      return ResolvedTime(.date, "XXXX-\(padded(month, 2))", unanchored)
    }
    let year: Int
    switch pointing {
    case .last, .past, .previous: year = month >= anchor.month ? anchor.year - 1 : anchor.year
    case .next, .coming, .following, .upcoming: year = month <= anchor.month ? anchor.year + 1 : anchor.year
    case .this, .current: year = anchor.year
    case .bare, .that, .same, .definite: year = nearestYear(month, anchor)
    }
    return ResolvedTime(.month(year: year, month: month), "month against \(context.anchorName)")
  }

  private func nearestYear(_ month: Int, _ anchor: CalendarDate) -> Int {
    switch context.direction {
    // Of eleven months ago one says "last November"; a bare month is then the coming one, even in the past tense.
    case .past: month > anchor.month + 1 ? anchor.year - 1 : anchor.year
    case .future: month < anchor.month ? anchor.year + 1 : anchor.year
    case .unknown: month > anchor.month + 1 ? anchor.year - 1 : anchor.year
    }
  }

  /// `last week`, `this year`, `that month`.
  func unit(_ unit: TimeUnit, _ pointing: Pointing) -> ResolvedTime {
    switch pointing {
    case .that, .same, .following, .previous:
      let step = pointing == .following ? 1 : pointing == .previous ? -1 : 0
      if let point = context.narrative.flatMap({ around($0, unit, step) }) {
        return ResolvedTime(point, "counted from the date before it")
      }
    default: break
    }
    guard let anchor = context.anchor else { return ResolvedTime(.date, nil, unanchored) }
    let step =
      pointing.step ?? (unit == .weekend && anchor.weekday < 6 && context.direction != .future ? -1 : 0)
    guard let point = anchor.stretch(unit, step) else { return ResolvedTime(.date, nil, "no such stretch") }
    return ResolvedTime(point, "\(unit.rawValue) against \(context.anchorName)")
  }

  /// The stretch of the length `unit` around or beside `point`.
  func around(_ point: CalendarPoint, _ unit: TimeUnit, _ step: Int) -> CalendarPoint? {
    switch (point, unit) {
    case (.day(let day), _): return day.stretch(unit, step)
    case (.week(let year, let week), .week), (.weekend(let year, let week), .week):
      return CalendarDate.monday(ofWeek: week, year: year)?.stretch(.week, step)
    case (.month(let year, let month), .month), (.month(let year, let month), .quarter):
      return CalendarDate(year: year, month: month, day: 1)?.stretch(unit, step)
    case (.quarter(let year, let quarter), .quarter):
      return CalendarDate(year: year, month: quarter * 3 - 2, day: 1)?.stretch(.quarter, step)
    case (_, .year): return .year(point.year + step)
    default: return nil
    }
  }

  /// `summer`, `last fall`, `the winter of 1994`.
  func season(_ season: Season, _ pointing: YearPointing) -> ResolvedTime {
    if case .explicit(let year) = pointing {
      return ResolvedTime(.season(year: year, season), "season and year")
    }
    guard let anchor = context.anchor else { return ResolvedTime(.date, season.rawValue, unanchored) }
    let middle = season.middleMonth
    var year = anchor.year
    switch pointing {
    case .relative(let relative):
      switch relative.step {
      case -1: if middle >= anchor.month - 1 { year -= 1 }
      case 1: if middle <= anchor.month { year += 1 }
      default: break
      }
    case .bare, .explicit, .yearEarlier:
      if context.direction == .past, middle > anchor.month + 1 { year -= 1 }
      if context.direction == .future, middle < anchor.month - 1 { year += 1 }
    }
    return ResolvedTime(.season(year: year, season), "season against \(context.anchorName)")
  }

  /// `the third quarter`, `the year-ago quarter`, `this quarter`.
  func quarter(_ quarter: Int?, _ pointing: YearPointing) -> ResolvedTime {
    if case .explicit(let year) = pointing, let quarter {
      return ResolvedTime(.quarter(year: year, quarter: quarter), "quarter and year")
    }
    guard let anchor = context.anchor else {
      return ResolvedTime(.date, quarter.map { "XXXX-Q\($0)" }, unanchored)
    }
    let current = anchor.quarter
    guard let quarter else { return unnamedQuarter(pointing, anchor) }
    switch pointing {
    case .bare:
      let year = quarter > current && context.direction != .future ? anchor.year - 1 : anchor.year
      return ResolvedTime(.quarter(year: year, quarter: quarter), "quarter against \(context.anchorName)")
    case .explicit, .relative, .yearEarlier:
      let year = self.year(pointing, from: anchor)
      return ResolvedTime(.quarter(year: year, quarter: quarter), "quarter against \(context.anchorName)")
    }
  }

  /// A quarter that is named by what the text spoke of before.
  private func unnamedQuarter(_ pointing: YearPointing, _ anchor: CalendarDate) -> ResolvedTime {
    let spoken: (year: Int, quarter: Int)? =
      if case .quarter(let year, let quarter)? = context.accounting { (year, quarter) } else { nil }
    switch pointing {
    case .explicit(let year):
      guard let spoken else { return ResolvedTime(.year(year), "year of a period") }
      return ResolvedTime(.quarter(year: year, quarter: spoken.quarter), "the quarter spoken of")
    case .yearEarlier:
      let base = spoken ?? lastFinished(anchor)
      return ResolvedTime(
        .quarter(year: base.year - 1, quarter: base.quarter), "a year before the quarter spoken of")
    case .relative(let relative):
      switch relative {
      case .this, .current, .next, .coming:
        guard let point = anchor.stretch(.quarter, relative.step ?? 0) else { break }
        return ResolvedTime(point, "quarter against \(context.anchorName)")
      default: break
      }
      let base = spoken ?? lastFinished(anchor)
      return ResolvedTime(.quarter(year: base.year, quarter: base.quarter), "the quarter spoken of")
    case .bare:
      let base = spoken ?? lastFinished(anchor)
      return ResolvedTime(.quarter(year: base.year, quarter: base.quarter), "the quarter spoken of")
    }
  }

  private func lastFinished(_ anchor: CalendarDate) -> (year: Int, quarter: Int) {
    let index = anchor.year * 4 + anchor.quarter - 2
    return (index / 4, index % 4 + 1)
  }

  /// `the first half`, `the second half of 1998`.
  func half(_ half: Int, _ pointing: YearPointing) -> ResolvedTime {
    if case .explicit(let year) = pointing {
      return ResolvedTime(.half(year: year, half: half), "half and year")
    }
    guard let anchor = context.anchor else { return ResolvedTime(.date, "XXXX-H\(half)", unanchored) }
    return ResolvedTime(
      .half(year: year(pointing, from: anchor), half: half), "half against \(context.anchorName)")
  }
}

extension Season {
  /// The month in the season's middle.
  var middleMonth: Int {
    switch self {
    case .winter: 1
    case .spring: 4
    case .summer: 7
    case .fall: 10
    }
  }
}
