import RapporteurCore

/// Dates in digits as messages write them: `5/12`, `2018-7-6`, `05-Aug-2016`, `Oct/2`, `5.12`.
extension TimeMatcher {
  /// Two or three numbers with one kind of sign between them.
  func numberedDate(_ i: Int) -> Found<MessageDate>? {
    guard let first = atom(i), first.kind == .number, isFreeBefore(i) || isSign(i - 1, "-") else {
      return nil
    }
    if first.length == 8, let date = compactDay(first.number) { return Found(date, i + 1) }
    if first.length == 4, let spaced = spacedDate(i) { return spaced }
    guard let sign = separator(i + 1), let second = atom(i + 2), second.kind == .number, !second.isSpaced
    else { return nil }
    if separator(i + 3) == sign, let third = atom(i + 4), third.kind == .number, !third.isSpaced,
      !(sign == UInt8(ascii: "-") && isJoined(i + 5) && atom(i + 5)?.kind == .number)
    {
      if let date = threeNumbers(first, second, third) { return Found(date, i + 5) }
    }
    if first.length == 4 || second.length == 4 { return yearAndMonth(i, first, second, sign) }
    guard first.length <= 2, second.length <= 2, !isSign(i + 3, "%"),
      !(sign == UInt8(ascii: ".") && halfOfDay(i + 3) != nil)
    else { return nil }
    if sign != UInt8(ascii: "/"), !isNumericPlace(i) { return nil }
    guard let (month, day) = monthAndDay(first.number, second.number) else { return nil }
    return Found(.partial(year: nil, month: month, day: day), i + 3)
  }

  /// Whether `5.12` or `5-12` at `i` stands where a date can stand.
  private func isNumericPlace(_ i: Int) -> Bool {
    isKeyword(i - 1, .on, .this, .next) || word(i - 1).weekday != nil || isSign(i - 1, "(")
  }

  private func separator(_ i: Int) -> UInt8? {
    guard let atom = atom(i), atom.kind == .sign, !atom.isSpaced else { return nil }
    return [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(atom.sign) ? atom.sign : nil
  }

  private func threeNumbers(_ first: TimeAtom, _ second: TimeAtom, _ third: TimeAtom) -> MessageDate? {
    if first.length == 4, third.length <= 2, (1...12).contains(second.number), (1...31).contains(third.number)
    {
      return .partial(year: first.number, month: second.number, day: third.number)
    }
    guard first.length <= 2, second.length <= 2, let (month, day) = monthAndDay(first.number, second.number)
    else { return nil }
    if third.length == 4, isPlausible(third.number) {
      return .partial(year: third.number, month: month, day: day)
    }
    guard third.length == 2 else { return nil }
    switch third.number {
    case 0..<30: return .partial(year: 2000 + third.number, month: month, day: day)
    case 30..<40: return .stretch("XX\(third.number)-\(padded(month, 2))-\(padded(day, 2))")
    default: return .partial(year: 1900 + third.number, month: month, day: day)
    }
  }

  /// Month first where both orders are possible.
  private func monthAndDay(_ a: Int, _ b: Int) -> (Int, Int)? {
    if (1...12).contains(a), (1...31).contains(b) { return (a, b) }
    if (1...12).contains(b), (1...31).contains(a) { return (b, a) }
    return nil
  }

  /// `2015-3`, `12-2015`.
  private func yearAndMonth(_ i: Int, _ first: TimeAtom, _ second: TimeAtom, _ sign: UInt8) -> Found<
    MessageDate
  >? {
    let (year, month) = first.length == 4 ? (first.number, second.number) : (second.number, first.number)
    guard isPlausible(year), (1...12).contains(month), (first.length == 4 ? second : first).length <= 2,
      !isJoined(i) || !isSign(i - 1, "-"),
      sign != UInt8(ascii: "."), !(isSign(i + 3, "-") && isJoined(i + 3) && atom(i + 4)?.kind == .number)
    else { return nil }
    return Found(.partial(year: year, month: month, day: nil), i + 3)
  }

  private func spacedDate(_ i: Int) -> Found<MessageDate>? {
    guard let year = atom(i), let month = atom(i + 1), month.kind == .number, month.isSpaced,
      let day = atom(i + 2), day.kind == .number,
      day.isSpaced, isPlausible(year.number), (1...12).contains(month.number), (1...31).contains(day.number),
      month.length == 2
    else { return nil }
    return Found(.partial(year: year.number, month: month.number, day: day.number), i + 3)
  }

  private func compactDay(_ number: Int) -> MessageDate? {
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
    guard (1900...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return .partial(year: year, month: month, day: day)
  }

  /// Numbers and a month's name with signs between them, in any order: `05-Aug-2016`, `2019/aug/01`, `Oct/2`, `mar3`.
  func mixedDate(_ i: Int) -> Found<MessageDate>? {
    var year: Int?
    var month: Int?
    var day: Int?
    var at = i
    var count = 0
    while count < 3 {
      if let atom = atom(at), atom.kind == .number, count == 0 || isJoined(at) {
        if atom.length == 4, year == nil {
          year = atom.number
        } else if atom.length <= 2, day == nil, (1...31).contains(atom.number) {
          day = atom.number
        } else {
          break
        }
        at += 1
      } else if month == nil, let found = word(at).month, count == 0 || isJoined(at) {
        month = found
        at += 1
      } else {
        break
      }
      count += 1
      if count < 3, isJoined(at), isSign(at, "/") || isSign(at, "-"), isJoined(at + 1),
        goesOn(at + 1, hasMonth: month != nil, count)
      {
        at += 1
      }
    }
    guard count >= 2, let month, day != nil || year.map(isPlausible) == true, at > i + 1 else { return nil }
    if let year, !isPlausible(year) { return nil }
    if day != nil, word(at).isOrdinalSuffix, isJoined(at) { at += 1 }
    let isGlued = !(atom(i + 1)?.isSpaced ?? true)
    guard isGlued else { return nil }
    if year == nil, let later = self.year(skipComma(at)), isPlausible(later.value), isSign(at, ",") {
      return Found(.partial(year: later.value, month: month, day: day), later.end)
    }
    return Found(.partial(year: year, month: month, day: day), at)
  }

  private func goesOn(_ i: Int, hasMonth: Bool, _ count: Int) -> Bool {
    atom(i)?.kind == .number || !hasMonth && word(i).month != nil
  }
}
