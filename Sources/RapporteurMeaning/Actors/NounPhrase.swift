import RapporteurCore

/// The shape of noun phrases.
extension AnnotatedReport {
  /// The token's form in lower case.
  func lower(_ token: Int) -> String { tokens[token].form.lowercased() }

  /// The token of a non-empty range that governs the range from outside: the last one where the parse gives several.
  func topToken(of range: Range<Int>) -> Int {
    let tops = range.filter { index in
      guard let head = tokens[index].head else { return true }
      return !range.contains(head)
    }
    let best = tops.max { spread($0, in: range) < spread($1, in: range) }
    return best ?? range.lowerBound
  }

  private func spread(_ token: Int, in range: Range<Int>) -> Int {
    children(of: token).count { range.contains($0) } * 1000 + token
  }

  /// What governs the token, or the first of the conjuncts that it belongs to.
  func conjunctionHead(of token: Int) -> Int? {
    var current = token
    while tokens[current].relation == .conj, let first = tokens[current].head { current = first }
    return tokens[current].head
  }

  /// How the phrase headed by `head` is determined.
  func definiteness(of head: Int) -> Definiteness {
    var found = Definiteness.bare
    for child in children(of: head) where child < head {
      switch tokens[child].relation {
      case .det:
        switch lower(child) {
        case "the": if found == .bare { found = .definite }
        case "this", "these", "that", "those", "both": found = .demonstrative
        case "another": return .different
        case "a", "an", "some", "any", "no", "several", "many", "every", "each":
          if found == .bare { found = .indefinite }
        default: break
        }
      case .nmod where tokens[child].deprel.subtype == "poss": if found == .bare { found = .definite }
      case .amod:
        let word = lower(child)
        if differing.contains(word) { return .different }
        if counting.contains(word) && found == .bare { found = .indefinite }
      case .nummod: if found == .bare { found = .indefinite }
      default: break
      }
    }
    return found
  }

  /// The tokens that describe the one whom `head` names: the phrase without clauses about it, appositions, conjuncts
  /// and the punctuation around them.
  func description(of head: Int) -> [Int] {
    var found = subtree(of: head) { token in
      switch tokens[token].relation {
      case .appos, .conj, .cc, .parataxis, .cop, .nsubj, .csubj, .aux, .mark, .advcl, .discourse: true
      case .acl: tokens[token].deprel.subtype == "relcl" || token > head + 12
      case .caseMarker, .punct: tokens[token].head == head
      case .advmod: tokens[token].head == head && token > head
      default: false
      }
    }
    if let gap = found.firstIndex(where: { $0 > head + 14 }) { found.removeSubrange(gap...) }
    while let last = found.last, last > head, tokens[last].upos == .punct { found.removeLast() }
    while let first = found.first, first < head, opensNoPhrase(first), !isBound(first) { found.removeFirst() }
    return found.isEmpty ? [head] : found
  }

  /// "At least", "up to": part of the count.
  private func isBound(_ token: Int) -> Bool {
    token + 1 < tokens.count && ["least", "most", "to", "than"].contains(lower(token + 1))
  }

  private func opensNoPhrase(_ token: Int) -> Bool {
    switch tokens[token].upos {
    case .punct, .adp, .cconj, .sconj, .part, .aux: true
    case .adv: ["not", "only", "also", "even", "including", "then", "just"].contains(lower(token))
    default: false
    }
  }

  /// The preposition or possessive marker of a phrase, lower-case.
  func caseMarker(of head: Int) -> String? { child(of: head, .caseMarker).map(lower) }

  /// Whether the phrase is plural by its features, or by the word itself where the parse gives none.
  func isPlural(_ token: Int) -> Bool { tokens[token].features.number == "Plur" }

  private var differing: Set<String> {
    ["second", "third", "fourth", "another", "other", "different", "separate", "additional", "further"]
  }

  private var counting: Set<String> { ["several", "many", "few", "some", "numerous"] }
}
