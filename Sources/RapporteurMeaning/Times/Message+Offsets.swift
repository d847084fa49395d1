import RapporteurCore

/// Offsets in messages: `in 2 weeks`, `3 days from Tuesday`, `two days after today`, `half an hour later`.
extension TimeMatcher {
  func messageOffset(_ i: Int) -> Found<String>? {
    if let weekday = messageWeekday(i), let offset = plainOffset(skipComma(weekday.end)),
      let day = CalendarDate(iso: offset.value)
    {
      return Found(day.adding(days: weekday.value - day.weekday).description, offset.end)
    }
    guard let offset = plainOffset(i) else { return nil }
    let next = skip(offset.end, .on)
    if next > offset.end, let weekday = messageWeekday(next), let day = CalendarDate(iso: offset.value),
      offset.value.utf8.count == 10
    {
      return Found(day.adding(days: weekday.value - day.weekday).description, weekday.end)
    }
    return offset
  }

  private func plainOffset(_ i: Int) -> Found<String>? {
    guard let reference else { return nil }
    if isKeyword(i, .more, .less), isKeyword(i + 1, .than) { return looseOffset(i) }
    if isKeyword(i, .in), let length = length(i + 1) {
      if let base = baseAfter(length.end, .since) {
        return shift(base.value, by: length.value, 1).map { Found($0.description, base.end) }
      }
      if baseAfter(length.end, .from, .after, .before) != nil { return nil }
      return later(reference, length.value, 1).map { Found($0, length.end) }
    }
    guard let length = length(i) else { return nil }
    if isKeyword(length.end, .ago) {
      return later(reference, length.value, -1).map { Found($0, length.end + 1) }
    }
    if isKeyword(length.end, .later), !isKeyword(length.end + 1, .this, .in, .today) {
      return later(reference, length.value, 1).map { Found($0, length.end + 1) }
    }
    if isKeyword(length.end, .from), isKeyword(length.end + 1, .now) {
      return later(reference, length.value, 1).map { Found($0, length.end + 2) }
    }
    for (word, sign) in [(TimeKeyword.from, 1), (.after, 1), (.before, -1)] {
      if let base = baseAfter(length.end, word) {
        return shift(base.value, by: length.value, sign).map { Found($0.description, base.end) }
      }
    }
    return nil
  }

  /// `more than 2 weeks before today`: the bound; `less than 3 days after tomorrow`: the days between.
  private func looseOffset(_ i: Int) -> Found<String>? {
    guard let length = length(i + 2), let word = keyword(length.end),
      [.before, .after, .from].contains(word),
      let base = baseAfter(length.end, word),
      let other = shift(base.value, by: length.value, word == .before ? -1 : 1)
    else { return nil }
    if isKeyword(i, .more) { return Found(other.description, base.end) }
    return Found("(\(min(base.value, other)),\(max(base.value, other)),\(length.value.text))", base.end)
  }

  /// The day after one of the words at `i`.
  private func baseAfter(_ i: Int, _ words: TimeKeyword...) -> Found<CalendarDate>? {
    guard let keyword = keyword(i), words.contains(keyword), let reference,
      let date = messageDate(skip(i + 1, .the))
    else { return nil }
    if let day = coming(date.value) { return Found(day == reference ? day.adding(days: 7) : day, date.end) }
    switch date.value {
    case .partial(nil, let month?, let day?):
      let candidates = [0, 1].compactMap { CalendarDate(year: reference.year + $0, month: month, day: day) }
      return candidates.first { $0 >= reference }.map { Found($0, date.end) }
    case .partial(let year?, let month, let day):
      return CalendarDate(year: year, month: month ?? 1, day: day ?? 1).map { Found($0, date.end) }
    case .stretch(let text) where text.hasPrefix("XXXX-"):
      guard let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2)) else { return nil }
      return [0, 1].compactMap { CalendarDate(year: reference.year + $0, month: month, day: day) }.first {
        $0 >= reference
      }
      .map { Found($0, date.end) }
    default: return nil
    }
  }

  /// The day, or the clock time, a length away.
  private func later(_ from: CalendarDate, _ length: TimeLength, _ sign: Int) -> String? {
    guard length.hasClock else { return shift(from, by: length, sign)?.description }
    var seconds = 0
    var days = 0
    for part in length.parts {
      guard let value = part.amount.counted.value else { return nil }
      switch part.unit {
      case .hour: seconds += Int(value * 3600)
      case .minute: seconds += Int(value * 60)
      case .second: seconds += Int(value)
      case .day: days += Int(value)
      default: return nil
      }
    }
    let total = sign * (days * 86_400 + seconds)
    let day = (total % 86_400 + 86_400) % 86_400
    let date = from.adding(days: (total - day) / 86_400)
    return "\(date)T\(padded(day / 3600, 2)):\(padded(day / 60 % 60, 2)):\(padded(day % 60, 2))"
  }
}
