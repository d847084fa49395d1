import RapporteurCore

extension PlaceSpans {
  // MARK: - What the model missed

  func datelineTokens() -> [Range<Int>] {
    guard let span = annotated.dateline?.place else { return [] }
    let inside = annotated.tokens.indices.filter { span.contains(annotated.tokens[$0].span) }
    guard let first = inside.first, let last = inside.last else { return [] }
    return parts(of: first..<(last + 1))
  }

  /// Runs of capitalised words that no name covers, after "in" or "near" or before ", Ky.", and in the gazetteer.
  func untagged(_ taken: [Bool]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var token = 0
    while token < annotated.tokens.count {
      guard isFree(token, taken) else { token += 1; continue }
      var end = token + 1
      while end < annotated.tokens.count, isFree(end, taken), sameSentence(end, token) { end += 1 }
      let range = token..<end
      let led = token > 0 && lexicon.has(annotated.tokens[token - 1].form, .strongLocative)
      if led || beforeState(end), range.count <= 4, gazetteer.contains(annotated.words(range)),
        !lexicon.has(annotated.words(range), .notAPlace)
      {
        found.append(range)
      }
      token = end
    }
    return found
  }

  private func isFree(_ token: Int, _ taken: [Bool]) -> Bool {
    guard !taken[token], nameOfToken[token] < 0, annotated.tokens[token].upos == .propn else { return false }
    return annotated.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
  }

  /// Short forms of states after a place and a comma: the "Ky." of "London, Ky.".
  func abbreviations(after places: [PlaceMention], _ taken: [Bool]) -> [Range<Int>] {
    places.compactMap { place in
      let comma = place.tokens.upperBound
      guard beforeState(comma), !taken[comma + 1] else { return nil }
      return (comma + 1)..<(comma + 2)
    }
  }

  /// Words for the people of a state, outside names of persons and organisations.
  func demonyms(_ taken: [Bool]) -> [PlaceMention] {
    var found: [PlaceMention] = []
    var token = 0
    while token < annotated.tokens.count {
      let length = taken[token] || isInsideLongerName(token) ? 0 : demonymLength(at: token, taken)
      if length > 0 {
        let range = token..<(token + length)
        found.append(PlaceMention(tokens: range, form: .demonym, name: annotated.words(range)))
      }
      token += max(1, length)
    }
    return found
  }

  private func demonymLength(at token: Int, _ taken: [Bool]) -> Int {
    guard annotated.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false else { return 0 }
    if token + 1 < annotated.tokens.count, !taken[token + 1],
      lexicon.demonyms[annotated.words(token..<(token + 2))] != nil
    {
      return 2
    }
    return lexicon.demonyms[annotated.tokens[token].form] != nil ? 1 : 0
  }

  private func isInsideLongerName(_ token: Int) -> Bool {
    guard nameOfToken[token] >= 0 else { return false }
    let name = annotated.names[Int(nameOfToken[token])]
    return (name.kind == .person || name.kind == .organisation) && name.tokens.count > 1
  }

  // MARK: - Hints

  /// Divisions and states named inside other names or without a tag, which tell where the report plays:
  /// the "Ohio" of an Ohio university, the "Mercer County" of a sheriff's office. They are no mentions.
  func hints(beside mentions: [PlaceMention]) -> [PlaceMention] {
    var taken = [Bool](repeating: false, count: annotated.tokens.count)
    for mention in mentions { for token in mention.tokens { taken[token] = true } }
    var found: [PlaceMention] = []
    for token in annotated.tokens.indices where isHintStart(token, taken) {
      if let range = hint(at: token, taken) { found.append(mention(over: range)) }
    }
    return found
  }

  private func isHintStart(_ token: Int, _ taken: [Bool]) -> Bool {
    guard !taken[token], annotated.tokens[token].upos == .propn else { return false }
    return nameOfToken[token] < 0 || annotated.names[Int(nameOfToken[token])].kind != .person
  }

  private func hint(at token: Int, _ taken: [Bool]) -> Range<Int>? {
    for length in [2, 1] where token + length <= annotated.tokens.count {
      let range = token..<(token + length)
      if range.contains(where: { taken[$0] }) { continue }
      if length == 2, lexicon.has(annotated.tokens[token + 1].form, .countyWord),
        gazetteer.contains(annotated.words(range))
      {
        return range
      }
      let divisions = gazetteer.matches(annotated.words(range)).filter { match in
        !match.isOtherName && [.country, .admin1].contains(gazetteer.entry(at: match.index).kind)
      }
      if !divisions.isEmpty, annotated.tokens[token].form.utf8.count > 3 { return range }
    }
    return nil
  }
}
