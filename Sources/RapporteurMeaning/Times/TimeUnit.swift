/// A unit of time.
enum TimeUnit: String, Sendable, CaseIterable {
  case second, minute, hour, day, businessday, night, weekend, week, fortnight, month, quarter, year, decade,
    century, millennium

  /// The letter of an ISO 8601 duration, with how many of it one unit has; `P3D`, `PT3H`.
  var code: (letter: String, factor: Double, isClock: Bool) {
    switch self {
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour: ("H", 1, true)
    case .day, .night: ("D", 1, false)
    case .businessday: ("BD", 1, false)
    case .weekend: ("WE", 1, false)
    case .week: ("W", 1, false)
    case .fortnight: ("W", 2, false)
    case .month: ("M", 1, false)
    case .quarter: ("M", 3, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    case .millennium: ("Y", 1000, false)
    }
  }
}

/// A part of the day, as TIMEX3 writes it after `T`.
enum DayPart: String, Sendable, CaseIterable {
  case morning = "MO", midday = "MI", afternoon = "AF", evening = "EV", night = "NI", daytime = "DT",
    nighttime = "NT"
  case breakfast = "MEB", lunch = "MEL", dinner = "MED"
}

/// A season, as TIMEX3 writes it after the year.
enum Season: String, Sendable, CaseIterable {
  case spring = "SP", summer = "SU", fall = "FA", winter = "WI"
}

/// How many units: 3, 2.5, or some.
struct Amount: Hashable, Sendable {
  /// The number; nil for an unknown number, which TIMEX3 writes `X`.
  var value: Double?
  /// What people mean by it where they must count: `a few` is 3, `a couple` 2.
  var usual: Double? = nil

  /// The number without a needless `.0`; `X` for an unknown one.
  var text: String {
    guard let value else { return "X" }
    let whole = Int(value)
    return Double(whole) == value ? String(whole) : String(value)
  }
}

/// A length of time: amounts of units, the largest first.
struct TimeLength: Hashable, Sendable {
  var parts: [(amount: Amount, unit: TimeUnit)]

  static func == (a: TimeLength, b: TimeLength) -> Bool { a.text == b.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The ISO 8601 duration: `P2Y6M`, `PT3H`, `PXD`.
  var text: String {
    var date = ""
    var clock = ""
    for part in parts {
      let code = part.unit.code
      var amount = part.amount
      if let value = amount.value { amount.value = value * code.factor }
      if code.isClock { clock += amount.text + code.letter } else { date += amount.text + code.letter }
    }
    return "P" + date + (clock.isEmpty ? "" : "T" + clock)
  }
}
