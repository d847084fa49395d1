/// Lengths of time and offsets: `two and a half years`, `the past three months`, `six weeks ago`.
extension TimeMatcher {
  /// A length of time at `i`, without what stands around it: `two years`, `16-hour`, `a year and a half`.
  func length(_ i: Int) -> Found<TimeLength>? {
    guard let first = lengthPart(i) else { return nil }
    var parts = register == .report ? TimeMatcher.wholeUnits(first.value) : [first.value]
    var end = first.end
    if let half = andAHalf(end) {
      let value = first.value.amount.value ?? 1
      parts =
        register == .message
        ? [(Amount(value: value + half.value), first.value.unit)]
        : TimeMatcher.adding(half.value, to: first.value)
      return Found(TimeLength(parts: parts), half.end)
    }
    while parts.count < 6 {
      let next = skip(skipComma(end), .and)
      guard
        atom(next)?.kind == .number || word(next).cardinal != nil || next > end && isKeyword(next, .a, .an),
        let more = lengthPart(next), more.value.unit.isSmaller(than: parts[parts.count - 1].unit)
      else { break }
      parts.append(more.value)
      end = more.end
    }
    return Found(TimeLength(parts: parts), end)
  }

  /// `value` and a half, in units that TIMEX3 knows: a year and a half is 1 year and 6 months.
  static func adding(_ fraction: Double, to part: (amount: Amount, unit: TimeUnit)) -> [(
    amount: Amount, unit: TimeUnit
  )] {
    var whole = part
    guard let value = part.amount.value else { return [part] }
    if let smaller = part.unit.subunit, part.unit != .day {
      return [whole, (Amount(value: fraction * Double(smaller.count)), smaller.unit)]
    }
    whole.amount.value = value + fraction
    return [whole]
  }

  /// Two and a half years are two years and six months.
  private static func wholeUnits(_ part: (amount: Amount, unit: TimeUnit)) -> [(
    amount: Amount, unit: TimeUnit
  )] {
    guard let value = part.amount.value, value > 1, value - value.rounded(.down) == 0.5 else { return [part] }
    return adding(0.5, to: (Amount(value: value.rounded(.down)), part.unit))
  }

  private func lengthPart(_ i: Int) -> Found<(amount: Amount, unit: TimeUnit)>? {
    if isKeyword(i, .a, .an, .another), let unit = unitName(skip(i + 1, .full, .whole, .good)),
      !unit.value.isPlural, !isFraction(unit.end - 1)
    {
      return Found((Amount(value: 1), unit.value.unit), unit.end)
    }
    guard let amount = amount(i) else { return nil }
    var at = amount.end
    let hyphen = skipHyphen(at)
    if hyphen > at, isKeyword(hyphen, .or, .to) { return nil }
    at = hyphen
    at = skip(
      at, .more, .full, .whole, .trading, .business, .working, .other, .long, .additional, .consecutive,
      .straight)
    if register == .message, isJoined(at), let letter = word(at).unitLetter, at == amount.end,
      atom(i)?.kind == .number
    {
      return Found((amount.value, letter), at + 1)
    }
    guard let unit = unitName(at), !isFraction(at) else { return nil }
    let value = register == .message ? amount.value.counted : amount.value
    if isKeyword(at - 1, .business, .trading, .working), unit.value.unit == .day, register == .message {
      return Found((value, .businessday), unit.end)
    }
    return Found((value, unit.value.unit), unit.end)
  }

  /// Whether `quarter` at `i` is a fourth part: `three-quarters`, `a quarter of the votes`.
  func isFraction(_ i: Int) -> Bool {
    guard word(i).unit == .quarter else { return false }
    return isKeyword(i + 1, .of) || isSign(i - 1, "-") && word(i).unitIsPlural
  }

  /// A unit's name at `i`.
  func unitName(_ i: Int) -> Found<(unit: TimeUnit, isPlural: Bool)>? {
    let word = word(i)
    guard let unit = word.unit else { return nil }
    if unit == .second, !word.unitIsPlural, word.ordinal != nil, isKeyword(i - 1, .a) { return nil }
    return Found((unit, word.unitIsPlural), i + 1)
  }

  /// Lengths and offsets as expressions, at `i`.
  func lengthExpression(_ i: Int) -> TimeExpression? {
    longest(plainLength(i), pointedLength(i), rangeOfLengths(i), pointedUnits(i))
  }

  /// `two years`, `two years ago`, `two-year`, `two years old`.
  private func plainLength(_ i: Int) -> TimeExpression? {
    guard let length = length(i), isLooseLength(i), !isYear(i, before: length) else { return nil }
    if let offset = offset(i, length) { return offset }
    if length.value.parts.count == 1, isKeyword(i, .a, .an), isJoinedWithMore(length.end) { return nil }
    let end = length.end
    if isAge(end), register == .report { return nil }
    if let sum = orSo(end) { return expression(i, sum, .length(length.value), "APPROX") }
    let rate = rate(i, length)
    if rate != nil, register == .report, !isKeyword(i - 1, .times, .once, .twice) { return nil }
    return expression(i, end, rate ?? .length(length.value))
  }

  /// Whether the number of the length is a year: `the 1988 quarter`.
  private func isYear(_ i: Int, before length: Found<TimeLength>) -> Bool {
    guard let atom = atom(i), atom.kind == .number, atom.length == 4 else { return false }
    return !word(length.end - 1).unitIsPlural && (1800...2100).contains(atom.number)
  }

  /// `a year` after a price or a count is a rate: `$3 a year`, `twice a week`.
  private func rate(_ i: Int, _ length: Found<TimeLength>) -> TimeMeaning? {
    guard isKeyword(i, .a, .an), length.end == i + 2 else { return nil }
    let before = atom(i - 1)
    let isRate =
      isKeyword(i - 1, .times, .once, .twice) || before?.kind == .number || word(i - 1).multiplier != nil
    return isRate ? .recurring(length.value.text) : nil
  }

  /// Whether `old` follows: an age is no time of an event.
  private func isAge(_ i: Int) -> Bool { isKeyword(skipHyphen(i), .old) }

  private func isJoinedWithMore(_ end: Int) -> Bool { isSign(end, "-") && isJoined(end) && isJoined(end + 1) }

  private func isLooseLength(_ i: Int) -> Bool {
    guard isJoined(i), let before = atom(i - 1) else { return true }
    return before.kind == .sign && before.sign != UInt8(ascii: "$") && before.sign != UInt8(ascii: ".")
  }

  /// `or so`, `or more` at `i`.
  func orSo(_ i: Int) -> Int? { isKeyword(i, .or) && isKeyword(i + 1, .so) ? i + 2 : nil }

  /// `ago`, `earlier`, `later`, `from now` after a length.
  private func offset(_ i: Int, _ length: Found<TimeLength>) -> TimeExpression? {
    var at = length.end
    var modifier: String?
    if let sum = orSo(at) { (at, modifier) = (sum, "APPROX") }
    switch keyword(at) {
    case .ago: return expression(i, at + 1, .offset(length.value, sign: -1, .present), modifier)
    case .earlier: return expression(i, at + 1, .offset(length.value, sign: -1, .narrative), modifier)
    case .before where register == .report && !startsDate(at + 1):
      return isClauseEnd(at + 1)
        ? expression(i, at + 1, .offset(length.value, sign: -1, .narrative), modifier) : nil
    case .later where register == .message:
      return expression(i, at + 1, .offset(length.value, sign: 1, .narrative), modifier)
    case .hence: return expression(i, at + 1, .offset(length.value, sign: 1, .present), modifier)
    case .from where isKeyword(at + 1, .now):
      return expression(i, at + 2, .offset(length.value, sign: 1, .present), modifier)
    default: return nil
    }
  }

  private func isClauseEnd(_ i: Int) -> Bool {
    guard let atom = atom(i) else { return true }
    return atom.kind == .sign
  }

  private func startsDate(_ i: Int) -> Bool {
    word(i).weekday != nil || word(i).month != nil || atom(i)?.kind == .number
  }

  /// `the past three months`, `the next few days`, `the first nine months`, `the two weeks`.
  private func pointedLength(_ i: Int) -> TimeExpression? {
    let at = skip(i, .the, .this, .these, .those, .that, .its, .their, .his, .her)
    let step = skip(
      at, .last, .past, .next, .coming, .previous, .preceding, .following, .latest, .prior, .additional)
    let first = step == at && word(at).ordinal == 1 ? at + 1 : step
    guard first > i, let length = yearEarlier(first).flatMap({ self.length($0) }) ?? length(first) else {
      return nil
    }
    if isKeyword(i, .this, .that), first == i + 1 { return nil }
    if isKeyword(first, .a, .an, .another) || isAge(length.end) { return nil }
    if first == i + 1, isSign(length.end - 2, "-") { return nil }
    if isYear(first, before: length) || first == i + 1 && isKeyword(i, .its, .their, .his, .her) {
      return nil
    }
    let meaning = TimeMeaning.length(length.value)
    if let sum = orSo(length.end) { return expression(i, sum, meaning, "APPROX") }
    return expression(i, length.end, meaning)
  }

  /// `two to three weeks`, `12 to 18 months`, `a year or two`, `10-15 minutes`.
  private func rangeOfLengths(_ i: Int) -> TimeExpression? {
    let start = skip(i, .the)
    let step = start > i ? skip(start, .last, .past, .next) : start
    guard let low = amount(step) else { return nil }
    let isDashed = isSign(low.end, "-") && isJoined(low.end)
    guard isDashed || isKeyword(low.end, .to, .or), let length = length(low.end + 1),
      length.value.parts.count == 1, low.value.value != nil,
      atom(low.end + 1)?.kind == .number || word(low.end + 1).cardinal != nil
    else { return nil }
    let part = (amount: low.value, unit: length.value.parts[0].unit)
    if isKeyword(length.end, .ago) {
      return expression(i, length.end + 1, .offset(TimeLength(parts: [part]), sign: -1, .present), "APPROX")
    }
    return expression(i, length.end, .length(TimeLength(parts: [part])), "EQUAL_OR_MORE")
  }

  /// `weeks` after `for`: an unknown number of units.
  private func openUnits(_ i: Int) -> TimeExpression? {
    guard isKeyword(i - 1, .`for`), let unit = unitName(i), unit.value.isPlural else { return nil }
    return expression(i, unit.end, .length(TimeLength(parts: [(Amount(value: nil), unit.value.unit)])))
  }

  /// `recent weeks`, `coming months`, `the years`, `past years`: an unknown number of units.
  private func pointedUnits(_ i: Int) -> TimeExpression? {
    if let open = openUnits(i) { return open }
    let at = skip(i, .the)
    guard let unit = unitName(skip(at, .recent, .coming, .past, .future, .last, .next)), unit.value.isPlural,
      unit.end > at + 1
    else { return nil }
    switch keyword(at) {
    case .recent, .past, .last: return expression(i, unit.end, .generic("PAST_REF"))
    case .coming, .future, .next: return expression(i, unit.end, .generic("FUTURE_REF"))
    default: return nil
    }
  }
}

extension TimeUnit {
  /// The next smaller unit, and how many of it make one.
  var subunit: (unit: TimeUnit, count: Int)? {
    switch self {
    case .year: (.month, 12)
    case .decade: (.year, 10)
    case .hour: (.minute, 60)
    case .minute: (.second, 60)
    case .day: (.hour, 24)
    default: nil
    }
  }

  /// Whether the unit is shorter than `other`.
  func isSmaller(than other: TimeUnit) -> Bool {
    let order = TimeUnit.allCases
    return (order.firstIndex(of: self) ?? 0) < (order.firstIndex(of: other) ?? 0)
  }
}

extension Amount {
  /// What people mean by a vague amount where they must count.
  var counted: Amount { Amount(value: value ?? usual) }
}
