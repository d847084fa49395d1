/// Numbers, in digits and in words.
extension TimeMatcher {
  /// A number in digits at `i`: `12`, `1,250`, `3.5`, `2 1/2`.
  func digits(_ i: Int) -> Found<Double>? {
    guard let atom = atom(i), atom.kind == .number, atom.number >= 0 else { return nil }
    var value = Double(atom.number)
    var end = i + 1
    while isSign(end, ","), isJoined(end), let next = self.atom(end + 1), next.kind == .number,
      next.length == 3,
      !next.isSpaced
    {
      value = value * 1000 + Double(next.number)
      end += 2
    }
    if isSign(end, "."), isJoined(end), let next = self.atom(end + 1), next.kind == .number, !next.isSpaced {
      var scale = 1.0
      for _ in 0..<next.length { scale *= 10 }
      return Found((value * scale + Double(next.number)) / scale, end + 2)
    }
    if let fraction = fraction(end) { return Found(value + fraction.value, fraction.end) }
    return Found(value, end)
  }

  /// A fraction at `i`, after a whole number: `1/2`, `-1/2`, `½`.
  func fraction(_ i: Int) -> Found<Double>? {
    if isSign(i, "H") { return Found(0.5, i + 1) }
    let start = skipHyphen(i)
    guard let top = atom(start), top.kind == .number, top.number > 0, isSign(start + 1, "/"),
      isJoined(start + 1),
      let bottom = atom(start + 2), bottom.kind == .number, !bottom.isSpaced, bottom.number > top.number,
      bottom.number <= 8
    else { return nil }
    return Found(Double(top.number) / Double(bottom.number), start + 3)
  }

  /// A cardinal in words at `i`: `twenty-four`, `a hundred thirty`, `two thousand`.
  func spelled(_ i: Int) -> Found<Int>? {
    var end = i
    var total = 0
    var group = 0
    if isKeyword(i, .a), word(i + 1).multiplier != nil {
      group = 1
      end = i + 1
    }
    while true {
      if let value = word(end).cardinal {
        if end > i, !canFollow(value, after: end - 1, group: group) { break }
        group += value
        end += 1
      } else if let multiplier = word(end).multiplier, end > i {
        if multiplier == 1000 {
          total += group * 1000
          group = 0
        } else {
          group *= multiplier
        }
        end += 1
      } else {
        break
      }
      let bridge = isSign(end, "-") && isJoined(end) ? end + 1 : end
      let and = isKeyword(end, .and) && word(end - 1).multiplier != nil ? end + 1 : bridge
      if word(and).cardinal != nil, canFollow(word(and).cardinal ?? 0, after: end - 1, group: group) {
        end = and
      } else if word(bridge).multiplier != nil {
        end = bridge
      } else {
        break
      }
    }
    return end > i ? Found(total + group, end) : nil
  }

  /// Whether `value` may be added to a spelled number whose last word stands at `last`.
  private func canFollow(_ value: Int, after last: Int, group: Int) -> Bool {
    if word(last).multiplier != nil { return true }
    guard let previous = word(last).cardinal else { return isKeyword(last, .and, .a) || isSign(last, "-") }
    return previous >= 20 && value >= 1 && value <= 9 && group % 10 == 0
  }

  /// An ordinal at `i`: `3rd`, `third`, `twenty-first`.
  func ordinal(_ i: Int) -> Found<Int>? {
    if let atom = atom(i), atom.kind == .number, atom.number > 0, word(i + 1).isOrdinalSuffix, isJoined(i + 1)
    {
      return Found(atom.number, i + 2)
    }
    if let value = word(i).ordinal { return Found(value, i + 1) }
    if let tens = word(i).cardinal, tens >= 20 {
      let next = skipHyphen(i + 1)
      if let ones = word(next).ordinal, ones < 10 { return Found(tens + ones, next + 1) }
    }
    return nil
  }

  /// How many, at `i`: a number, `a few`, `several`, `half a`; not a bare article.
  func amount(_ i: Int) -> Found<Amount>? {
    if isSign(i, "H") { return Found(Amount(value: 0.5), i + 1) }
    if let number = digits(i) { return Found(Amount(value: number.value), number.end) }
    if isKeyword(i, .half) {
      return isKeyword(i + 1, .a, .an) ? Found(Amount(value: 0.5), i + 2) : nil
    }
    if let number = spelled(i) {
      if let half = andAHalf(number.end) {
        return Found(Amount(value: Double(number.value) + half.value), half.end)
      }
      return Found(Amount(value: Double(number.value)), number.end)
    }
    return vague(i)
  }

  /// `and a half`, `and a quarter` at `i`.
  func andAHalf(_ i: Int) -> Found<Double>? {
    let start = skipHyphen(i)
    guard isKeyword(start, .and) else { return nil }
    let next = skip(skipHyphen(start + 1), .a)
    let end = skipHyphen(next)
    if isKeyword(end, .half) { return Found(0.5, end + 1) }
    if word(end).unit == .quarter, word(end).unitIsPlural == false { return Found(0.25, end + 1) }
    return nil
  }

  /// A number that the words leave open, at `i`.
  private func vague(_ i: Int) -> Found<Amount>? {
    let start = skip(i, .a)
    switch keyword(start) {
    case .couple:
      return Found(Amount(value: 2, usual: 2), skip(start + 1, .of))
    case .few: return Found(Amount(value: nil, usual: 3), start + 1)
    case .several, .many, .someAmount:
      return start == i ? Found(Amount(value: nil, usual: 3), start + 1) : nil
    default: break
    }
    if word(start).multiplier == 12 { return Found(Amount(value: 12), start + 1) }
    return nil
  }

  /// A year at `i`: `1998`, `nineteen ninety-eight`, `two thousand and five`, `'98`.
  func year(_ i: Int) -> Found<Int>? {
    guard let atom = atom(i) else { return nil }
    if atom.kind == .number { return atom.length == 4 && isLoose(i) ? Found(atom.number, i + 1) : nil }
    if isSign(i, "'"), let next = self.atom(i + 1), next.kind == .number, next.length == 2, !next.isSpaced {
      return Found(next.number + (next.number < 40 ? 2000 : 1900), i + 2)
    }
    return spelledYear(i)
  }

  private func spelledYear(_ i: Int) -> Found<Int>? {
    guard let first = word(i).cardinal else { return nil }
    if first == 2, word(i + 1).multiplier == 1000 {
      let next = skip(i + 2, .and)
      if let rest = spelled(next), rest.value < 100, word(next).multiplier == nil {
        return Found(2000 + rest.value, rest.end)
      }
      return Found(2000, i + 2)
    }
    guard (11...20).contains(first) else { return nil }
    var next = skipHyphen(i + 1)
    var tail = 0
    if word(next).multiplier == 100 {
      next += 1
      guard let rest = spelled(skip(next, .and)), rest.value < 100 else { return Found(first * 100, next) }
      return Found(first * 100 + rest.value, rest.end)
    }
    guard let tens = word(next).cardinal, tens >= 10 else { return nil }
    tail = tens
    var end = next + 1
    let ones = skipHyphen(end)
    if tens >= 20, let one = word(ones).cardinal, (1...9).contains(one) {
      tail += one
      end = ones + 1
    }
    return Found(first * 100 + tail, end)
  }

  /// Whether the number at `i` is no part of a sum, a score, a code or a longer number.
  func isLoose(_ i: Int) -> Bool {
    if isJoined(i), let before = atom(i - 1) {
      if before.kind != .sign { return false }
      switch before.sign {
      case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "_"), 0:
        return false
      case UInt8(ascii: ","): if let more = atom(i - 2), more.kind == .number { return false }
      default: break
      }
    }
    guard let after = atom(i + 1), !after.isSpaced else { return true }
    switch after.kind {
    case .number: return false
    case .word: return isKeyword(i + 1, .s)
    case .sign:
      if after.sign == UInt8(ascii: "%") || after.sign == UInt8(ascii: "_") { return false }
      let isBridge =
        after.sign == UInt8(ascii: ",") || after.sign == UInt8(ascii: ".") || after.sign == UInt8(ascii: ":")
      if isBridge, let more = atom(i + 2), more.kind == .number, !more.isSpaced { return false }
      return true
    }
  }
}
