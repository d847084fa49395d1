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
  /// The first-level divisions that news names by themselves: those that have a short form.
  let divisions: Set<Gazetteer.Index>
  let nameOfToken: [Int32]
  /// How often each name is tagged as a location, less how often as something else, by folded name.
  let locationMajority: [String: Int]

  init(
    _ annotated: AnnotatedReport, gazetteer: Gazetteer, lexicon: PlaceLexicon, divisions: Set<Gazetteer.Index>
  ) {
    self.divisions = divisions
    self.annotated = annotated
    self.gazetteer = gazetteer
    self.lexicon = lexicon
    var owner = [Int32](repeating: -1, count: annotated.tokens.count)
    for (index, name) in annotated.names.enumerated() {
      for token in name.tokens { owner[token] = Int32(index) }
    }
    nameOfToken = owner
    var majority: [String: Int] = [:]
    for name in annotated.names {
      majority[annotated.words(name.tokens).lowercased(), default: 0] += name.kind == .location ? 1 : -1
    }
    locationMajority = majority
  }

  /// All mentions, in text order, without overlap.
  func mentions() -> [PlaceMention] {
    var taken = [Bool](repeating: false, count: annotated.tokens.count)
    var found: [PlaceMention] = []
    func add(_ mention: PlaceMention) {
      guard !mention.tokens.isEmpty, isName(mention), !mention.tokens.contains(where: { taken[$0] }) else {
        return
      }
      for token in mention.tokens { taken[token] = true }
      found.append(mention)
    }
    for name in annotated.names where name.kind == .location {
      for part in parts(of: name.tokens) { add(mention(over: located(part))) }
    }
    for name in annotated.names where name.kind != .location {
      if isPlaceInDisguise(name) {
        add(mention(over: name.tokens))
      } else if name.kind != .person, let prefix = embeddedPlace(in: name.tokens) {
        add(mention(over: prefix))
      }
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
    if gazetteer.contains(annotated.words(tokens)) { return [extended(trimmed(tokens))] }
    var parts: [Range<Int>] = []
    var start = tokens.lowerBound
    for token in tokens where isSeparator(token) {
      parts.append(start..<token)
      start = token + 1
    }
    parts.append(start..<tokens.upperBound)
    return parts.map(trimmed).filter { !$0.isEmpty }.flatMap(withoutState).map(extended)
  }

  /// A city and its state written without a comma are two places: "Miramar Florida", "Reno NV".
  private func withoutState(_ tokens: Range<Int>) -> [Range<Int>] {
    guard tokens.count > 1, !gazetteer.contains(annotated.words(tokens)) else { return [tokens] }
    let city = tokens.dropLast()
    let state = (tokens.upperBound - 1)..<tokens.upperBound
    let form = annotated.words(state)
    guard isDivision(state) || lexicon.abbreviations[form] != nil, gazetteer.contains(annotated.words(city)),
      !lexicon.has(annotated.words(city), .direction)
    else { return [tokens] }
    return [city, state]
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
    while let last = range.last, isTrailingTrim(last, range) { range = range.dropLast() }
    return range
  }

  private func isLeadingTrim(_ token: Int, _ range: Range<Int>) -> Bool {
    let form = annotated.tokens[token].form
    guard let first = form.unicodeScalars.first else { return true }
    if lexicon.has(form, .article) {
      return form != "The" || gazetteer.contains(annotated.words(range.dropFirst()))
    }
    return range.count > 1
      && (first.properties.isLowercase
        || !(first.properties.isAlphabetic || first.properties.numericType != nil))
  }

  private func isTrailingTrim(_ token: Int, _ range: Range<Int>) -> Bool {
    switch annotated.tokens[token].form {
    case "'s", "’s", "'", "’", ",", ";", ")", "-", "–": return true
    default:
      let opensHigh =
        annotated.tokens[range.lowerBound].form.unicodeScalars.first?.properties.isUppercase ?? false
      return range.count > 1 && opensHigh && lexicon.has(annotated.tokens[token].form, .genericTail)
    }
  }

  func sameSentence(_ a: Int, _ b: Int) -> Bool {
    annotated.sentenceIndex(of: a) == annotated.sentenceIndex(of: b)
  }

  /// Whether ", Ohio" or ", Ky." stands at `token`.
  func beforeState(_ token: Int) -> Bool {
    guard token + 1 < annotated.tokens.count, annotated.tokens[token].form == "," else { return false }
    let form = annotated.tokens[token + 1].form
    return lexicon.abbreviations[form] != nil && form.utf8.last == 0x2E
  }

  // MARK: - Making a mention

  func mention(over tokens: Range<Int>) -> PlaceMention {
    let name = annotated.words(tokens)
    let isDemonym = lexicon.demonyms[name] != nil
    let next = tokens.upperBound
    let isState = next < annotated.tokens.count && lexicon.has(annotated.tokens[next].form, .stateWord)
    return PlaceMention(tokens: tokens, form: isDemonym ? .demonym : .toponym, name: name, isState: isState)
  }
}
