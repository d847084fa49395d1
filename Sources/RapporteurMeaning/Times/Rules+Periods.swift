/// Quarters, halves, fiscal years, seasons, decades and centuries.
extension TimeMatcher {
  /// `the third quarter of 1998`, `last year's second half`, `the year-ago quarter`, `fiscal 1999` at `i`.
  func period(_ i: Int) -> TimeExpression? {
    longest(
      quarter(i), fiscalYear(i), seasonPhrase(i), decade(i), century(i), weekOf(i), weekInside(i),
      halfInside(i))
  }

  private func quarter(_ i: Int) -> TimeExpression? {
    var at = i
    var year = YearPointing.bare
    if let owner = ownedYear(at) {
      (year, at) = (.relative(owner.value), owner.end)
    } else {
      at = skip(at, .the)
      if at == i { at = skip(at, .this, .last, .next, .that) }
      at = skip(at, .comparable, .corresponding)
      if let explicit = self.year(at), isPlausible(explicit.value) {
        (year, at) = (.explicit(explicit.value), explicit.end)
        if let end = possessive(at) { at = end }
      } else if let earlier = yearEarlier(at) {
        (year, at) = (.yearEarlier, earlier)
      }
    }
    var pointing = Pointing.definite
    if at == i + 1 || at == i { pointing = self.pointing(i)?.value ?? .bare }
    let latest = at
    at = skip(at, .latest, .current, .previous, .next, .following, .coming)
    if at > latest, let word = keyword(latest) { pointing = Pointing(rawValue: word.rawValue) ?? .last }
    let fiscal = isKeyword(at, .fiscal)
    at = skipHyphen(skip(at, .fiscal))
    var number: Int?
    if let ordinal = ordinal(at), (1...4).contains(ordinal.value) {
      number = ordinal.value
      at = skipHyphen(ordinal.end)
    }
    if let number, isKeyword(at, .half), number <= 2 {
      return withYear(i, at + 1, year) { .half(number, $0) }
    }
    if case .yearEarlier = year, number == nil, !isKeyword(at, .period), word(at).unit == nil {
      return isSign(at - 2, "-") ? expression(at - 3, at, .quarter(nil, .yearEarlier, fiscal: false)) : nil
    }
    if number == nil, isKeyword(at, .period), case .bare = year {
      if let owner = relativeYear(at + 1) {
        return expression(
          i, owner.end, .quarter(nil, owner.value == .last ? .yearEarlier : .bare, fiscal: false))
      }
      return at > latest ? expression(i, at + 1, .quarter(nil, .relative(pointing), fiscal: fiscal)) : nil
    }
    let isPeriod = number == nil && isKeyword(at, .period)
    guard isPeriod || word(at).unit == .quarter && !word(at).unitIsPlural else { return nil }
    if number != nil, isKeyword(i, .the, .that), isSign(at - 1, "-"), case .bare = year { return nil }
    if number == nil, case .bare = year {
      guard at > i, pointing != .bare else { return nil }
      return expression(i, at + 1, .quarter(nil, .relative(pointing), fiscal: fiscal))
    }
    if isKeyword(at + 1, .of), isKeyword(at + 2, .a), word(at + 3).unit != nil { return nil }
    return withYear(i, at + 1, year) { .quarter(number, $0, fiscal: fiscal) }
  }

  /// Adds the year that follows a quarter or half: `of 1998`, `last year`, `a year ago`.
  private func withYear(
    _ start: Int, _ end: Int, _ year: YearPointing, _ meaning: (YearPointing) -> TimeMeaning
  ) -> TimeExpression {
    guard case .bare = year else { return expression(start, end, meaning(year)) }
    let next = skip(end, .of)
    let fiscal = skip(next, .fiscal)
    if let explicit = self.year(fiscal), isPlausible(explicit.value),
      next > end || atom(fiscal)?.kind == .number
    {
      return expression(start, explicit.end, meaning(.explicit(explicit.value)))
    }
    if let relative = relativeYear(next) {
      return expression(start, relative.end, meaning(.relative(relative.value)))
    }
    return expression(start, end, meaning(.bare))
  }

  /// `last year's` at `i`.
  private func ownedYear(_ i: Int) -> Found<Pointing>? {
    guard let pointing = pointing(i), pointing.value != .definite, word(pointing.end).unit == .year,
      !word(pointing.end).unitIsPlural, let end = possessive(pointing.end + 1)
    else { return nil }
    return Found(pointing.value, end)
  }

  /// `year-ago`, `year-earlier` at `i`.
  func yearEarlier(_ i: Int) -> Int? {
    guard word(i).unit == .year, isSign(i + 1, "-"), isKeyword(i + 2, .ago, .earlier) else { return nil }
    return i + 3
  }

  private func fiscalYear(_ i: Int) -> TimeExpression? {
    guard isKeyword(i, .fiscal) || isKeyword(i, .fy) else { return nil }
    let at = word(i + 1).unit == .year ? i + 2 : i + 1
    guard let year = year(at), isPlausible(year.value) else { return nil }
    return expression(i, year.end, .fiscalYear(.explicit(year.value)))
  }

  private func seasonPhrase(_ i: Int) -> TimeExpression? {
    let at = skip(i, .the)
    guard let season = word(at).season, !word(at).isPlural else { return nil }
    if let year = year(skip(at + 1, .of)), isPlausible(year.value) {
      return expression(i, year.end, .season(season, .explicit(year.value)))
    }
    if let year = relativeYear(at + 1) {
      return expression(i, year.end, .season(season, .relative(year.value)))
    }
    return nil
  }

  /// `the 1990s`, `the '80s`, `the nineties` at `i`, with `early`, `mid-`, `late`.
  private func decade(_ i: Int) -> TimeExpression? {
    var at = skip(i, .the)
    let stage = stage(at)
    if let stage { at = stage.end }
    guard let decade = decadeName(at, hasArticle: isKeyword(i, .the)) else { return nil }
    return expression(i, decade.end, .decade(decade.value), stage?.value)
  }

  private func decadeName(_ i: Int, hasArticle: Bool) -> Found<Int>? {
    if let tens = word(i).decade, hasArticle { return Found(190 + tens / 10, i + 1) }
    let quote = isSign(i, "'") ? i + 1 : i
    guard let atom = atom(quote), atom.kind == .number, atom.number % 10 == 0 else { return nil }
    let end = isSign(quote + 1, "'") ? quote + 2 : quote + 1
    guard isKeyword(end, .s), isJoined(end) else { return nil }
    if atom.length == 4, isPlausible(atom.number) { return Found(atom.number / 10, end + 1) }
    let isSecond = isKeyword(i - 1, .and) && isKeyword(i - 2, .s)
    if atom.length == 2, quote > i || (hasArticle || isSecond) && atom.number >= 50 {
      return Found(190 + atom.number / 10, end + 1)
    }
    return nil
  }

  private func century(_ i: Int) -> TimeExpression? {
    var at = skip(i, .the)
    let stage = stage(at)
    if let stage { at = stage.end }
    guard let ordinal = ordinal(at), ordinal.value >= 1 else { return nil }
    let unit = skipHyphen(ordinal.end)
    guard word(unit).unit == .century, !word(unit).unitIsPlural else { return nil }
    return expression(i, unit + 1, .century(ordinal.value - 1), stage?.value)
  }

  /// `the week of March 7` at `i`.
  private func weekOf(_ i: Int) -> TimeExpression? {
    guard isKeyword(i, .the), word(i + 1).unit == .week, isKeyword(i + 2, .of) else { return nil }
    guard let day = calendarDate(skip(i + 3, .the)), day.isDay else { return nil }
    return expression(i, day.atoms.upperBound, .weekOf(day.meaning))
  }

  /// `the last week of March`, `the first week of 2031` at `i`.
  private func weekInside(_ i: Int) -> TimeExpression? {
    let at = skip(i, .the)
    guard let index = isKeyword(at, .last) ? Found(-1, at + 1) : ordinal(at), word(index.end).unit == .week,
      isKeyword(index.end + 1, .of),
      (-1...5).contains(index.value), let inner = stretchName(index.end + 2)
    else { return nil }
    return expression(i, inner.atoms.upperBound, .weekInside(inner.meaning, index: index.value))
  }

  /// `the last half of 1989` at `i`.
  private func halfInside(_ i: Int) -> TimeExpression? {
    let at = skip(i, .the)
    guard isKeyword(at, .last), isKeyword(at + 1, .half), isKeyword(at + 2, .of), let year = year(at + 3),
      isPlausible(year.value)
    else { return nil }
    return expression(i, year.end, .half(2, .explicit(year.value)))
  }

  /// A month or a year at `i`.
  private func stretchName(_ i: Int) -> TimeExpression? {
    if let month = monthName(i) {
      return calendarDate(i) ?? pointed(i) ?? expression(i, month.end, .month(month.value, .bare))
    }
    return longest(bareYear(i), pointed(i))
  }

  /// `early`, `mid-`, `late` at `i`, as a TIMEX3 modifier.
  func stage(_ i: Int) -> Found<String>? {
    switch keyword(i) {
    case .early: Found("START", skipHyphen(i + 1))
    case .late: Found("END", skipHyphen(i + 1))
    case .mid, .middle: Found("MID", skipHyphen(i + 1))
    default: nil
    }
  }
}
