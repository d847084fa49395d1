import RapporteurCore

/// A stretch of the calendar that TIMEX3 can name: a day, a week, a month, a quarter, a year, …
enum CalendarPoint: Hashable, Sendable {
  case day(CalendarDate)
  case week(year: Int, week: Int)
  case weekend(year: Int, week: Int)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  case half(year: Int, half: Int)
  case season(year: Int, Season)
  case year(Int)
  case decade(Int)
  case century(Int)

  /// The TIMEX3 value.
  var text: String {
    switch self {
    case .day(let date): date.description
    case .week(let year, let week): "\(padded(year, 4))-W\(padded(week, 2))"
    case .weekend(let year, let week): "\(padded(year, 4))-W\(padded(week, 2))-WE"
    case .month(let year, let month): "\(padded(year, 4))-\(padded(month, 2))"
    case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
    case .half(let year, let half): "\(padded(year, 4))-H\(half)"
    case .season(let year, let season): "\(padded(year, 4))-\(season.rawValue)"
    case .year(let year): padded(year, 4)
    case .decade(let decade): padded(decade, 3)
    case .century(let century): padded(century, 2)
    }
  }

  /// The year it begins in.
  var year: Int {
    switch self {
    case .day(let date): date.year
    case .week(let year, _), .weekend(let year, _), .month(let year, _), .quarter(let year, _),
      .half(let year, _),
      .season(let year, _), .year(let year):
      year
    case .decade(let decade): decade * 10
    case .century(let century): century * 100
    }
  }

  /// The same stretch `years` later.
  func adding(years: Int) -> CalendarPoint {
    switch self {
    case .day(let date): date.adding(months: 12 * years).map(CalendarPoint.day) ?? self
    case .week(let year, let week): .week(year: year + years, week: week)
    case .weekend(let year, let week): .weekend(year: year + years, week: week)
    case .month(let year, let month): .month(year: year + years, month: month)
    case .quarter(let year, let quarter): .quarter(year: year + years, quarter: quarter)
    case .half(let year, let half): .half(year: year + years, half: half)
    case .season(let year, let season): .season(year: year + years, season)
    case .year(let year): .year(year + years)
    case .decade, .century: self
    }
  }
}

/// `number` with leading zeros up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension CalendarDate {
  /// The ISO 8601 week that holds the day.
  var isoWeek: (year: Int, week: Int) {
    let thursday = adding(days: 4 - weekday)
    guard let first = CalendarDate(year: thursday.year, month: 1, day: 1) else { return (thursday.year, 1) }
    return (thursday.year, (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1)
  }

  /// The Monday of an ISO 8601 week.
  static func monday(ofWeek week: Int, year: Int) -> CalendarDate? {
    guard let fourth = CalendarDate(year: year, month: 1, day: 4) else { return nil }
    return fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
  }

  /// The quarter, 1…4.
  var quarter: Int { (month - 1) / 3 + 1 }

  /// The stretch of the calendar around the day that has the length of `unit`, `count` units later.
  func stretch(_ unit: TimeUnit, _ count: Int) -> CalendarPoint? {
    switch unit {
    case .second, .minute, .hour: nil
    case .day, .night, .businessday: .day(adding(days: count))
    case .week:
      { (iso: (year: Int, week: Int)) in .week(year: iso.year, week: iso.week) }(
        adding(days: 7 * count).isoWeek)
    case .fortnight:
      { (iso: (year: Int, week: Int)) in .week(year: iso.year, week: iso.week) }(
        adding(days: 14 * count).isoWeek)
    case .weekend:
      { (iso: (year: Int, week: Int)) in .weekend(year: iso.year, week: iso.week) }(
        adding(days: 7 * count).isoWeek)
    case .month: adding(months: count).map { .month(year: $0.year, month: $0.month) }
    case .quarter:
      { (index: Int) in .quarter(year: index / 4, quarter: index % 4 + 1) }(year * 4 + quarter - 1 + count)
    case .year: .year(year + count)
    case .decade: .decade(year / 10 + count)
    case .century: .century(year / 100 + count)
    case .millennium: nil
    }
  }
}
