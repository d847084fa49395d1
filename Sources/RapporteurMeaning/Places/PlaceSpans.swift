import RapporteurCore

/// A stretch of tokens that names a place, before anything is known of where it lies.
struct PlaceMention: Hashable {
  /// The tokens; never empty.
  var tokens: Range<Int>
  let form: Place.Form
  /// The words as written.
  let name: String
  /// Whether the words beside it say that a first-level division is meant.
  var isState = false
}

/// Finds where a report names places: the model's locations, corrected and completed by context.
struct PlaceSpans {
  let annotated: AnnotatedReport
  let gazetteer: Gazetteer
  let lexicon: PlaceLexicon
  let nameOfToken: [Int32]

  init(_ annotated: AnnotatedReport, gazetteer: Gazetteer, lexicon: PlaceLexicon) {
    self.annotated = annotated
    self.gazetteer = gazetteer
    self.lexicon = lexicon
    var owner = [Int32](repeating: -1, count: annotated.tokens.count)
    for (index, name) in annotated.names.enumerated() {
      for token in name.tokens { owner[token] = Int32(index) }
    }
    nameOfToken = owner
  }

  /// All mentions, in text order, without overlap.
  func mentions() -> [PlaceMention] {
    var taken = [Bool](repeating: false, count: annotated.tokens.count)
    var found: [PlaceMention] = []
    func add(_ mention: PlaceMention) {
      guard !mention.tokens.isEmpty, !mention.tokens.contains(where: { taken[$0] }) else { return }
      for token in mention.tokens { taken[token] = true }
      found.append(mention)
    }
    for name in annotated.names where name.kind == .location {
      for part in parts(of: name.tokens) { add(mention(over: part)) }
    }
    for name in annotated.names where name.kind != .location && isPlaceInDisguise(name) {
      add(mention(over: name.tokens))
    }
    for token in datelineTokens() { add(mention(over: token)) }
    for range in untagged(taken) { add(mention(over: range)) }
    for range in abbreviations(after: found, taken) { add(mention(over: range)) }
    for mention in demonyms(taken) { add(mention) }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  // MARK: - Tagged names

  /// The places that one tagged location names: "Lima, Ohio" are two.
  func parts(of tokens: Range<Int>) -> [Range<Int>] {
    if gazetteer.contains(text(tokens)) { return [extended(trimmed(tokens))] }
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for token in tokens where isSeparator(token) {
      parts.append(start..<token)
      start = token + 1
    }
    parts.append(start..<tokens.upperBound)
    return parts.map(trimmed).filter { !$0.isEmpty }.map(extended)
  }

  private func isSeparator(_ token: Int) -> Bool {
    switch annotated.tokens[token].form {
    case ",", "and", "or", ";", "/": true
    default: false
    }
  }

  /// Without articles, possessive endings, and lower-case words at either end.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var range = tokens
    while let first = range.first, isLeadingTrim(first, range) { range = range.dropFirst() }
    while let last = range.last, isTrailingTrim(last) { range = range.dropLast() }
    return range
  }

  private func isLeadingTrim(_ token: Int, _ range: Range<Int>) -> Bool {
    let form = annotated.tokens[token].form
    guard let first = form.unicodeScalars.first else { return true }
    if lexicon.has(form, .article) { return form != "The" || gazetteer.contains(text(range.dropFirst())) }
    return range.count > 1
      && (first.properties.isLowercase
        || !(first.properties.isAlphabetic || first.properties.numericType != nil))
  }

  private func isTrailingTrim(_ token: Int) -> Bool {
    switch annotated.tokens[token].form {
    case "'s", "’s", "'", "’", ",", ";", ")", "-", "–": true
    default: false
    }
  }

  /// With the generic words that stand beside it: "Mercer" County, Lake "Placid".
  private func extended(_ tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return tokens }
    var range = tokens
    let next = range.upperBound
    if next < annotated.tokens.count, nameOfToken[next] < 0, sameSentence(next, range.lowerBound),
      lexicon.has(annotated.tokens[next].form, .joinedSuffix)
    {
      range = range.lowerBound..<(next + 1)
    }
    let previous = range.lowerBound - 1
    if previous >= 0, nameOfToken[previous] < 0, sameSentence(previous, range.lowerBound),
      lexicon.has(annotated.tokens[previous].form, .joinedPrefix)
    {
      range = previous..<range.upperBound
    }
    return range
  }

  func sameSentence(_ a: Int, _ b: Int) -> Bool {
    annotated.sentenceIndex(of: a) == annotated.sentenceIndex(of: b)
  }

  /// Whether a name that the model holds for another thing is a place: known, and after "in" or before ", Ohio".
  private func isPlaceInDisguise(_ name: NameMention) -> Bool {
    guard name.tokens.count <= 3, gazetteer.contains(text(name.tokens)) else { return false }
    if beforeState(name.tokens.upperBound) { return true }
    let previous = name.tokens.lowerBound - 1
    return previous >= 0 && lexicon.has(annotated.tokens[previous].form, .strongLocative)
      && !isNamePart(name.tokens.upperBound)
  }

  /// Whether the token goes on the name before it: capitalised, no punctuation.
  private func isNamePart(_ token: Int) -> Bool {
    token < annotated.tokens.count && annotated.tokens[token].upos == .propn
  }

  /// Whether ", Ohio" or ", Ky." stands at `token`.
  func beforeState(_ token: Int) -> Bool {
    guard token + 1 < annotated.tokens.count, annotated.tokens[token].form == "," else { return false }
    let form = annotated.tokens[token + 1].form
    return lexicon.abbreviations[form] != nil && form.utf8.last == 0x2E
  }

  // MARK: - Making a mention

  func mention(over tokens: Range<Int>) -> PlaceMention {
    let name = text(tokens)
    let isDemonym = lexicon.demonyms[name] != nil
    let next = tokens.upperBound
    let isState = next < annotated.tokens.count && lexicon.has(annotated.tokens[next].form, .stateWord)
    return PlaceMention(tokens: tokens, form: isDemonym ? .demonym : .toponym, name: name, isState: isState)
  }

  /// The words of a token range as they stand in the text; "" for an empty one.
  func text(_ tokens: Range<Int>) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    return annotated.report.text(
      of: TextSpan(annotated.tokens[first].span.start, annotated.tokens[last].span.end))
  }
}
