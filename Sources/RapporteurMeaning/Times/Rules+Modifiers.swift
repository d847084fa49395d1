/// Words before an expression that bend it: `about`, `more than`, `early`, `the end of`.
extension TimeMatcher {
  /// `nearly two years`, `at least 72 hours`, `around 7:15 p.m.`.
  func approximate(_ i: Int) -> TimeExpression? {
    guard let bend = bend(i), !(bend.value == .above && isKeyword(i, .over) && !isExactAmount(bend.end)),
      let found = core(bend.end)
    else { return nil }
    switch found.meaning {
    case .length, .recurring:
      return expression(i, found.atoms.upperBound, found.meaning, bend.value.forLength)
    case .offset: return expression(i, found.atoms.upperBound, found.meaning, bend.value.forPoint)
    case .clock, .calendar, .month:
      guard bend.value == .about else { return nil }
      return expression(i, found.atoms.upperBound, found.meaning, "APPROX")
    default: return nil
    }
  }

  /// Whether a counted number stands at `i`: `over two years`, not `over the past years`.
  private func isExactAmount(_ i: Int) -> Bool { isKeyword(i, .a, .an) || amount(i)?.value.value != nil }

  private func bend(_ i: Int) -> Found<Bend>? {
    switch keyword(i) {
    case .about, .around, .approximately, .roughly: return Found(.about, i + 1)
    case .someAmount where atom(i + 1)?.kind == .number || word(i + 1).cardinal != nil:
      return Found(.about, i + 1)
    case .nearly, .almost: return Found(.below, i + 1)
    case .over: return Found(.above, i + 1)
    case .up where isKeyword(i + 1, .to): return Found(.atMost, i + 2)
    case .more where isKeyword(i + 1, .than): return Found(.above, i + 2)
    case .less where isKeyword(i + 1, .than): return Found(.below, i + 2)
    case .no where isKeyword(i + 1, .more) && isKeyword(i + 2, .than): return Found(.atMost, i + 3)
    case .no where isKeyword(i + 1, .less) && isKeyword(i + 2, .than): return Found(.atLeast, i + 3)
    case .at where isKeyword(i + 1, .least): return Found(.atLeast, i + 2)
    case .at where isKeyword(i + 1, .most): return Found(.atMost, i + 2)
    default: return nil
    }
  }

  /// How the word bends an amount.
  private enum Bend {
    case about, above, below, atLeast, atMost

    var forLength: String {
      switch self {
      case .about: "APPROX"
      case .above: "MORE_THAN"
      case .below: "LESS_THAN"
      case .atLeast: "EQUAL_OR_MORE"
      case .atMost: "EQUAL_OR_LESS"
      }
    }

    var forPoint: String {
      switch self {
      case .about: "APPROX"
      case .above, .atLeast: "BEFORE"
      case .below, .atMost: "APPROX"
      }
    }
  }

  /// `early March`, `late last year`, `mid-1998`, `earlier this week`, `later in the day`.
  func staged(_ i: Int) -> TimeExpression? {
    let start = skip(i, .the)
    if let stage = stage(start) {
      let at = skip(skipHyphen(stage.end), .in, .on)
      let inner = isKeyword(at - 1, .in, .on) ? core(skip(at, .the)) : core(at)
      guard let found = inner ?? stagedPart(at), found.isStageable else { return nil }
      return expression(i, found.atoms.upperBound, found.meaning, stage.value)
    }
    guard start == i, isKeyword(i, .earlier, .later) else { return nil }
    let modifier = isKeyword(i, .earlier) ? "START" : "END"
    let at = skip(i + 1, .in, .on)
    if isKeyword(at, .the), at > i + 1, let unit = unitName(at + 1), !unit.value.isPlural,
      !unit.value.unit.code.isClock
    {
      return expression(i, unit.end, .unit(unit.value.unit, .definite), modifier)
    }
    guard let found = longest(pointed(at), dayWithTime(at), calendarDate(at), bareMonthAfterStage(at)),
      found.isStageable
    else { return nil }
    return expression(i, found.atoms.upperBound, found.meaning, modifier)
  }

  private func bareMonthAfterStage(_ i: Int) -> TimeExpression? {
    monthName(i).map { expression(i, i + 1, .month($0.value, .bare)) }
  }

  private func stagedPart(_ i: Int) -> TimeExpression? {
    if let part = word(i).part, !word(i).partIsPlural { return expression(i, i + 1, .part(part, on: nil)) }
    if let season = word(i).season, !word(i).isPlural { return expression(i, i + 1, .season(season, .bare)) }
    return bareMonthAfterStage(i)
  }

  /// `the end of the year`, `the beginning of March`, `year-end`.
  func edge(_ i: Int) -> TimeExpression? {
    if word(i).unit == .year, isKeyword(skipHyphen(i + 1), .end), !isKeyword(i - 1, .the) {
      let end = skipHyphen(i + 1) + 1
      if let year = year(end), isPlausible(year.value) {
        return expression(i, year.end, .calendar(year: year.value, month: nil, day: nil), "END")
      }
      if isSign(i + 1, "-") { return expression(i, end, .calendar(year: nil, month: 12, day: 31)) }
      return expression(i, end, .unit(.year, .this), "END")
    }
    let at = skip(i, .the)
    guard let modifier = edgeModifier(at), at > i || register == .message, isKeyword(at + 1, .of) else {
      return nil
    }
    let inner = at + 2
    if let found = longest(
      period(inner), pointed(inner), dayWithTime(inner), calendarDate(inner), bareYear(inner),
      bareMonthAfterStage(inner)),
      found.isStageable
    {
      return expression(i, found.atoms.upperBound, found.meaning, modifier)
    }
    let the = skip(inner, .the)
    if let unit = unitName(the), !unit.value.isPlural, !unit.value.unit.code.isClock {
      return expression(i, unit.end, .unit(unit.value.unit, .definite), modifier)
    }
    return nil
  }

  private func edgeModifier(_ i: Int) -> String? {
    switch keyword(i) {
    case .end, .close: "END"
    case .beginning, .start: "START"
    case .middle: "MID"
    default: nil
    }
  }
}

extension TimeExpression {
  /// Whether `early` or `the end of` can stand before the expression.
  var isStageable: Bool {
    switch meaning {
    case .length, .recurring, .generic, .fixed, .offset, .clock: false
    default: modifier == nil
    }
  }
}
