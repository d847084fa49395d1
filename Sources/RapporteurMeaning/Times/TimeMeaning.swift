import RapporteurCore

/// Which one of a recurring stretch of time the words point at.
enum Pointing: String, Sendable {
  case bare, this, that, last, next, past, coming, previous, following, current, same, definite, upcoming

  /// Whole units from the present: -1, 0 or 1; nil where the words do not say.
  var step: Int? {
    switch self {
    case .last, .past, .previous: -1
    case .next, .coming, .following, .upcoming: 1
    case .this, .current: 0
    case .bare, .that, .same, .definite: nil
    }
  }
}

/// Which year a part of a year belongs to.
indirect enum YearPointing: Sendable {
  case bare
  case explicit(Int)
  case relative(Pointing)
  /// The year before the one that the text speaks of.
  case yearEarlier

  /// Whether a period of that year is only there to be compared with.
  var isComparison: Bool {
    switch self {
    case .yearEarlier, .relative(.last): true
    default: false
    }
  }
}

/// A clock time.
struct Clock: Hashable, Sendable {
  var hour: Int
  var minute: Int?
  var second: Int?
  /// Whether the words say that it is the time of Greenwich.
  var isUniversal = false
  /// Whether the words leave open which half of the day they mean.
  var isAmbiguous = false

  /// TIMEX3's time of day, without `T`: `17`, `17:30`.
  var text: String {
    var text = padded(hour, 2)
    if let minute { text += ":" + padded(minute, 2) }
    if let second { text += ":" + padded(second, 2) }
    return isUniversal ? text + "Z" : text
  }
}

/// From where an offset is counted.
indirect enum OffsetBase: Sendable {
  case present
  case narrative
  case meaning(TimeMeaning)
}

/// What the words of a time expression say, before a calendar is put to them.
indirect enum TimeMeaning: Sendable {
  /// A calendar date with what is stated of it.
  case calendar(year: Int?, month: Int?, day: Int?)
  /// A month, or a day of it, of a year that is counted from the publication: `March 7 last year`.
  case dated(Int, Int?, Pointing)
  /// A day counted from the publication: today 0, tomorrow 1.
  case dayFromPresent(Int)
  case weekday(Int, Pointing)
  case month(Int, Pointing)
  case unit(TimeUnit, Pointing)
  case season(Season, YearPointing)
  case quarter(Int?, YearPointing, fiscal: Bool)
  case half(Int, YearPointing)
  case fiscalYear(YearPointing)
  case decade(Int)
  case century(Int)
  case holiday(Int, YearPointing)
  /// `length` before (sign -1) or after (sign 1) the base.
  case offset(TimeLength, sign: Int, OffsetBase)
  case part(DayPart, on: TimeMeaning?)
  case clock(Clock, on: TimeMeaning?)
  case length(TimeLength)
  case weekOf(TimeMeaning)
  /// The `index`-th week (-1 the last) of a month or year.
  case weekInside(TimeMeaning, index: Int)
  /// A recurring time with its TIMEX3 value.
  case recurring(String)
  /// A generic reference: `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
  case generic(String)
  /// A value that stands for itself.
  case fixed(Timex.Kind, String)
}

/// A stretch of atoms that speaks of time.
struct TimeExpression: Sendable {
  /// The atoms.
  var atoms: Range<Int>
  /// What they say.
  var meaning: TimeMeaning
  /// The TIMEX3 modifier.
  var modifier: String?
}
