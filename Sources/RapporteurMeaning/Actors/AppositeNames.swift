import RapporteurCore

/// Names that the model left untagged but the sentence gives to somebody: "a village elder, Tsimivily, said".
struct AppositeNames {
  let scene: ActorScene
  private var annotated: AnnotatedReport { scene.annotated }

  /// The names of the model with these, in text order.
  func added(to names: [NameMention]) -> [NameMention] {
    var covered: [Int: Int] = [:]
    for (index, name) in names.enumerated() { for token in name.tokens { covered[token] = index } }
    var found = names
    for token in annotated.tokens.indices where isApposed(token) {
      guard let kind = kind(of: token), let range = range(of: token) else { continue }
      let tagged = Set(range.compactMap { covered[$0] })
      if tagged.isEmpty {
        found.append(NameMention(tokens: range, kind: kind))
      } else if let index = tagged.first, tagged.count == 1, names[index].tokens == range,
        names[index].kind != kind, names[index].kind != .person,
        range.allSatisfy({ scene.placeCountry[$0] == nil })
      {
        found[index] = NameMention(tokens: range, kind: kind)
      }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether the token stands in apposition, or is given as a conjunct without "and".
  private func isApposed(_ token: Int) -> Bool {
    switch annotated.tokens[token].relation {
    case .appos: true
    case .conj: annotated.standsBehindComma(token)
    default: false
    }
  }

  /// What the noun tells to which the name stands in apposition, behind a comma; also across "in Betroka".
  private func kind(of token: Int) -> NameMention.Kind? {
    guard annotated.tokens[token].upos == .propn else { return nil }
    var noun = annotated.tokens[token].head
    var found: NameMention.Kind?
    for _ in 0..<4 {
      guard let current = noun, current < token else { return found }
      if annotated.tokens[current].upos == .noun, let role = scene.role(endingIn: current)?.role {
        if annotated.isPlural(current) { return nil }
        switch role.denotation {
        case .person: return .person
        case .organisation, .media: found = found ?? .organisation
        case .group, .state: break
        }
      }
      guard annotated.tokens[current].relation == .nmod else { return found }
      noun = annotated.tokens[current].head
    }
    return found
  }

  /// The run of capitalised words behind the comma, up to four.
  private func range(of token: Int) -> Range<Int>? {
    let sentence = annotated.sentence(of: token).tokens
    guard token > sentence.lowerBound, annotated.tokens[token - 1].form == "," else { return nil }
    var end = token
    while end < sentence.upperBound, end - token < 4, isName(end) { end += 1 }
    return end > token ? token..<end : nil
  }

  private func isName(_ token: Int) -> Bool {
    annotated.tokens[token].upos == .propn
      && annotated.tokens[token].form.unicodeScalars.first?.properties.isUppercase == true
  }
}

extension AnnotatedReport {
  /// Whether a comma stands before the token and no "and" joins it to what it hangs on.
  func standsBehindComma(_ token: Int) -> Bool {
    guard token > 0, tokens[token - 1].form == "," else { return false }
    return child(of: token, .cc) == nil
  }
}
