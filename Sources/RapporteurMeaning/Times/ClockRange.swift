import RapporteurCore

/// From one clock time to another, on one day.
struct ClockRange: Sendable {
  var begin: Clock
  var end: Clock
  /// The length as the words give it; nil where it follows from the ends.
  var stated: String?

  /// Settles the halves of the day: an open begin takes the end's half where it stays before it.
  init(_ first: Clock, _ second: Clock) {
    begin = first
    end = second
    if first.isAmbiguous, !second.isAmbiguous, second.hour >= 12 {
      let afternoon = first.hour % 12 + 12
      if afternoon * 60 + (first.minute ?? 0) < second.minutes { begin.hour = afternoon }
    } else if second.isAmbiguous, first.minutes >= second.minutes {
      end.hour = second.hour % 12 + 12
    }
    begin.isAmbiguous = false
    end.isAmbiguous = false
  }

  /// From a clock time on for some hours and minutes.
  init(_ begin: Clock, lasting length: TimeLength) {
    var total = 0.0
    for part in length.parts {
      let value = part.amount.counted.value ?? 0
      switch part.unit {
      case .hour: total += value * 3600
      case .minute: total += value * 60
      default: total += value
      }
    }
    let seconds = begin.minutes * 60 + (begin.second ?? 0) + Int(total)
    self.begin = begin
    end = Clock(hour: seconds / 3600 % 24, minute: seconds / 60 % 60, second: seconds % 60)
    stated = ClockRange.length(Int(total) / 60)
  }

  /// The range as part of a day's part: 7 to 9 in the evening.
  func inside(_ part: DayPart?) -> ClockRange {
    guard let part else { return self }
    var range = self
    range.begin = begin.inside(part)
    range.end = end.inside(part)
    return range.begin.minutes <= range.end.minutes ? range : self
  }

  /// `(T17,T18,PT1H)`, with the date before each `T`.
  func text(on date: String) -> String {
    let minutes = end.minutes - begin.minutes
    let length = stated ?? ClockRange.length(minutes < 0 ? minutes + 1440 : minutes)
    return "(\(date)T\(begin.text),\(date)T\(end.text),\(length))"
  }

  /// `PT1H30M`.
  static func length(_ minutes: Int) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60)
    return "PT" + (hours > 0 ? "\(hours)H" : "") + (rest > 0 ? "\(rest)M" : "")
  }
}

extension Clock {
  /// Minutes after midnight.
  var minutes: Int { hour * 60 + (minute ?? 0) }
}

/// A range as it is written down.
struct Ranged: Sendable {
  let text: String
  let kind: Timex.Kind

  init(text: String, kind: Timex.Kind) {
    self.text = text
    self.kind = kind
  }

  /// A range of clock times, with the day that it lies in.
  init(_ clocks: ClockRange, _ date: MessageDate? = nil) {
    text = clocks.text(on: date?.text ?? "")
    kind = .duration
  }
}
