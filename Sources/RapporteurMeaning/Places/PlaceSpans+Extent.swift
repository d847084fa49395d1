import RapporteurCore

/// How far a place's name reaches, and which place stands inside a longer name.
extension PlaceSpans {
  /// With the generic words that stand beside it: "Mercer" County, Lake "Placid", "Interstate" 80, "Elm St" .
  func extended(_ tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return tokens }
    var range = tokens
    if let next = follower(of: range), nameOfToken[next] < 0, lexicon.has(form(next), .joinedSuffix) {
      range = range.lowerBound..<(next + 1)
    }
    if let next = follower(of: range), lexicon.has(form(range.upperBound - 1), .road), isNumber(next) {
      range = range.lowerBound..<(next + 1)
    }
    if let next = follower(of: range), form(next) == ".", lexicon.has(form(range.upperBound - 1), .dotted),
      annotated.tokens[next].span.start == annotated.tokens[next - 1].span.end
    {
      range = range.lowerBound..<(next + 1)
    }
    let previous = range.lowerBound - 1
    if previous >= 0, nameOfToken[previous] < 0, sameSentence(previous, range.lowerBound),
      lexicon.has(form(previous), .joinedPrefix)
    {
      range = previous..<range.upperBound
    }
    return range
  }

  private func form(_ token: Int) -> String { annotated.tokens[token].form }

  private func follower(of tokens: Range<Int>) -> Int? {
    let next = tokens.upperBound
    return next < annotated.tokens.count && sameSentence(next, tokens.lowerBound) ? next : nil
  }

  private func isNumber(_ token: Int) -> Bool {
    form(token).unicodeScalars.first?.properties.numericType != nil
  }

  /// What of a tagged location is the place: all of it, or what an institution is named after, or what a
  /// direction stands before.
  func located(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 1, !gazetteer.contains(annotated.words(tokens)) else { return tokens }
    let last = form(tokens.upperBound - 1)
    if lexicon.has(last, .institution), !lexicon.has(last, .joinedSuffix),
      let place = embeddedPlace(in: tokens)
    {
      return place
    }
    if lexicon.has(form(tokens.lowerBound), .direction), isKnownHere(tokens.dropFirst()) {
      return tokens.dropFirst()
    }
    if tokens.count > 2, form(tokens.lowerBound + 1) == "of",
      lexicon.has(form(tokens.lowerBound), .joinedSuffix),
      gazetteer.contains(annotated.words(tokens.dropFirst(2)))
    {
      return tokens.dropFirst(2)
    }
    return tokens
  }

  /// Whether it is a state or division, or a place that the report names by itself.
  private func isKnownHere(_ tokens: Range<Int>) -> Bool {
    isDivision(tokens)
      || locationMajority[annotated.words(tokens).lowercased(), default: 0] > 0
        && gazetteer.contains(annotated.words(tokens))
  }

  /// The place that opens or ends a longer name: the "Mercer County" of its sheriff's office, the "Ohio" of
  /// "University of Ohio".
  func embeddedPlace(in tokens: Range<Int>) -> Range<Int>? {
    if let place = openingPlace(in: tokens) { return place }
    if lexicon.has(form(tokens.lowerBound), .direction), let place = openingPlace(in: tokens.dropFirst()) {
      return isKnownHere(place) ? place : nil
    }
    guard let of = tokens.first(where: { form($0) == "of" }), of + 1 < tokens.upperBound else { return nil }
    let after = (of + 1)..<tokens.upperBound
    let isHolder = of > tokens.lowerBound && lexicon.has(form(of - 1), .institution)
    return isHolder && (isKnownHere(after) || isLargeCity(after)) ? after : nil
  }

  private func isLargeCity(_ tokens: Range<Int>) -> Bool {
    gazetteer.matches(annotated.words(tokens)).contains { match in
      !match.isOtherName && gazetteer.entry(at: match.index).population >= 50_000
    }
  }

  /// The place that opens a longer name: the "Mercer County" of its sheriff's office.
  ///
  /// Only a county, a place that the report names elsewhere, a state, or a large city before a word of local
  /// government counts; else "Columbia University" would be a place.
  private func openingPlace(in tokens: Range<Int>) -> Range<Int>? {
    guard tokens.count > 1 else { return nil }
    for end in stride(from: tokens.upperBound - 1, to: tokens.lowerBound, by: -1) {
      let range = tokens.lowerBound..<end
      let words = annotated.words(range)
      if range.count > 1, lexicon.has(form(end - 1), .institution), !lexicon.has(form(end - 1), .countyWord) {
        continue
      }
      guard words.unicodeScalars.first?.properties.isUppercase ?? false, gazetteer.contains(words) else {
        continue
      }
      guard !lexicon.has(words, .direction), !lexicon.has(words, .notAPlace) else { return nil }
      return isNamedAfter(range, next: form(end)) ? range : nil
    }
    return nil
  }

  private func isNamedAfter(_ range: Range<Int>, next: String) -> Bool {
    if lexicon.has(form(range.upperBound - 1), .countyWord), range.count > 1 { return true }
    return isKnownHere(range) || lexicon.has(next, .localWord) && isLargeCity(range)
  }

  /// The places that the outlet is named after: the "Ohio" of an Ohio paper. They have no tokens.
  func outletPlaces() -> [PlaceMention] {
    let words = (annotated.report.outlet ?? "").split(separator: " ")
    var found: [PlaceMention] = []
    var start = 0
    while start < words.count {
      var length = 1
      for count in stride(from: min(3, words.count - start), to: 0, by: -1) {
        let name = words[start..<(start + count)].joined(separator: " ")
        guard !lexicon.has(name, .direction), !lexicon.has(name, .notAPlace), isOutletPlace(name) else {
          continue
        }
        found.append(PlaceMention(tokens: 0..<0, form: .toponym, name: name))
        length = count
        break
      }
      start += length
    }
    return found
  }

  private func isOutletPlace(_ name: String) -> Bool {
    gazetteer.matches(name).contains { match in
      let entry = gazetteer.entry(at: match.index)
      return !match.isOtherName
        && (divisions.contains(match.index) || entry.kind == .country || entry.population >= 50_000)
    }
  }

  /// Whether it is the name of a state, or of a division of one whose short forms the lexicon has.
  func isDivision(_ tokens: Range<Int>) -> Bool {
    let words = annotated.words(tokens)
    if lexicon.shortNames.contains(words) { return true }
    return gazetteer.matches(words).contains { match in
      !match.isOtherName
        && (divisions.contains(match.index) || gazetteer.entry(at: match.index).kind == .country)
    }
  }

  /// Whether a name that the model holds for another thing is a place: known, and a county or state, or named
  /// as a place more often, or after "in", or before ", Ohio".
  func isPlaceInDisguise(_ name: NameMention) -> Bool {
    let words = annotated.words(name.tokens)
    guard name.tokens.count <= 4, gazetteer.contains(words) || isDottedState(words),
      !lexicon.has(words, .notAPlace)
    else { return false }
    if name.kind != .person, isDivision(name.tokens) || isDottedState(words) { return true }
    if name.tokens.count > 1, lexicon.has(form(name.tokens.upperBound - 1), .countyWord) { return true }
    if locationMajority[words.lowercased(), default: 0] > 0 || beforeState(name.tokens.upperBound) {
      return true
    }
    let previous = name.tokens.lowerBound - 1
    return previous >= 0 && lexicon.has(form(previous), .strongLocative)
      && !isNamePart(name.tokens.upperBound)
  }

  private func isDottedState(_ words: String) -> Bool {
    words.utf8.last == 0x2E && lexicon.abbreviations[words]?.utf8.contains(0x2D) == true
  }

  /// Whether the token goes on the name before it: a proper noun.
  private func isNamePart(_ token: Int) -> Bool {
    token < annotated.tokens.count && annotated.tokens[token].upos == .propn
  }

  /// Whether a tagged location is a name at all: not a bare direction, a generic word, a seat of government, or
  /// the first part of a disease's name.
  func isName(_ mention: PlaceMention) -> Bool {
    let words = mention.name
    if lexicon.has(words, .direction) || lexicon.has(words, .notAPlace) || lexicon.seats.contains(words) {
      return false
    }
    if mention.form == .toponym, words.unicodeScalars.count < 2 { return false }
    let isLower = !words.unicodeScalars.contains { $0.properties.isUppercase || !$0.properties.isCased }
    if isLower, !gazetteer.contains(words) { return false }
    guard let next = follower(of: mention.tokens) else { return true }
    return !lexicon.has(form(next), .diseaseWord)
  }
}
