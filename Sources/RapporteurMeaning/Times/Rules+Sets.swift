/// Recurring times: `every day`, `each Thursday`, `Tuesday nights`, `twice a week`.
extension TimeMatcher {
  /// A recurring time at `i`.
  func recurring(_ i: Int) -> TimeExpression? { longest(every(i), plural(i)) }

  private func every(_ i: Int) -> TimeExpression? {
    guard isKeyword(i, .every, .each) || register == .message && isKeyword(i, .any) else { return nil }
    let isOther = isKeyword(i + 1, .other)
    let at = isOther ? i + 2 : i + 1
    if let weekday = weekdayName(at) {
      let part = word(weekday.end).part
      let end = part == nil ? weekday.end : weekday.end + 1
      return expression(
        i, end, .recurring("XXXX-WXX-\(weekday.value)" + (part.map { "T" + $0.rawValue } ?? "")))
    }
    if let month = monthName(at) {
      return expression(i, at + 1, .recurring("XXXX-\(padded(month.value, 2))"))
    }
    if let season = word(at).season { return expression(i, at + 1, .recurring("XXXX-\(season.rawValue)")) }
    if let part = word(at).part, part != .night || register == .message {
      return expression(i, at + 1, .recurring("T" + part.rawValue))
    }
    if isKeyword(at, .weekday) { return expression(i, at + 1, .recurring("P1WD")) }
    if register == .message, word(at).unit == .weekend, !word(at).unitIsPlural, isKeyword(i, .every),
      i == bounds.lowerBound || isKeyword(i - 1, .that)
    {
      return expression(i, at + 1, .recurring("XXXX-WXX-WE"))
    }
    if let unit = unitName(at), !unit.value.isPlural {
      return expression(i, unit.end, .recurring(TimeMatcher.period(isOther ? 2 : 1, unit.value.unit)))
    }
    if let length = length(at) { return expression(i, length.end, .recurring(length.value.text)) }
    return nil
  }

  /// One period of `count` units: a quarter is three months in TIMEX3.
  private static func period(_ count: Double, _ unit: TimeUnit) -> String {
    TimeLength(parts: [(Amount(value: count), unit)]).text
  }

  /// `Tuesday nights`, `Tuesdays`, `weekends`.
  private func plural(_ i: Int) -> TimeExpression? {
    let word = word(i)
    if let weekday = word.weekday, word.isPlural, atom(i)?.isCapital == true || register == .message {
      return expression(i, i + 1, .recurring("XXXX-WXX-\(weekday)"))
    }
    if let weekday = weekdayName(i), self.word(weekday.end).partIsPlural,
      let part = self.word(weekday.end).part
    {
      return expression(i, weekday.end + 1, .recurring("XXXX-WXX-\(weekday.value)T\(part.rawValue)"))
    }
    return nil
  }
}
