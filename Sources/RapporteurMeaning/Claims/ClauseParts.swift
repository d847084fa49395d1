import RapporteurCore

/// What the parse says about a cue verb: who, and what.
extension AnnotatedReport {
  /// The token that heads the subject of a verb: its own, or the one that it shares or is controlled by.
  func speaker(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<4 {
      if let subject = children(of: current).first(where: { isActiveSubject($0) }) { return subject }
      guard let head = tokens[current].head else { return nil }
      if let stray = strayedSubject(of: current) { return stray }
      switch tokens[current].relation {
      case .conj where sharesOuterSubject(current, head): current = tokens[head].head ?? head
      case .conj where tokens[head].upos == .verb || tokens[head].upos == .aux: current = head
      case .xcomp: current = head
      case .advcl where child(of: current, .mark) == nil: current = head
      case .acl where tokens[current].deprel.subtype.isEmpty: return tokens[head].upos == .verb ? nil : head
      default: return nil
      }
    }
    return nil
  }

  /// "a captain said an adviser had told him": the subject of a clause without "that", which the parse hung on the verb
  /// above.
  func strayedSubject(of clause: Int) -> Int? {
    guard tokens[clause].relation == .ccomp, let verb = tokens[clause].head, verb < clause,
      child(of: clause, .nsubj, .mark, .expl) == nil
    else { return nil }
    let subjects = children(of: verb).filter { isActiveSubject($0) }
    guard subjects.count > 1, let last = subjects.last, verb < last, last < clause else { return nil }
    return last
  }

  /// "said they had been sold and denied that …": a verb with a clause of its own goes on from the verb that says, where
  /// the verb beside it needs an auxiliary that it doesn't share.
  private func sharesOuterSubject(_ verb: Int, _ first: Int) -> Bool {
    tokens[first].relation == .ccomp && child(of: first, .aux) != nil && child(of: verb, .aux) == nil
      && child(of: verb, .ccomp) != nil && child(of: verb, .mark) == nil
      && (isPassive(first) || child(of: first, .cop) != nil)
  }

  /// The noun that "who", "which" or "that" stands for.
  func relativeHead(of pronoun: Int) -> Int? {
    guard tokens[pronoun].features.pronType == "Rel" || relatives.contains(lower(pronoun)) else { return nil }
    for verb in ancestors(of: pronoun).prefix(3) where tokens[verb].deprel == Deprel(.acl, "relcl") {
      return tokens[verb].head
    }
    return nil
  }

  private func isActiveSubject(_ token: Int) -> Bool {
    tokens[token].relation == .nsubj && tokens[token].deprel.subtype != "pass"
  }

  /// Whether the verb has a passive subject or auxiliary.
  func isPassive(_ verb: Int) -> Bool {
    tokens[verb].features.voice == "Pass"
      || children(of: verb).contains { tokens[$0].deprel.subtype == "pass" }
  }

  /// The noun behind "by" in a passive.
  func agent(of verb: Int) -> Int? {
    children(of: verb).first { child in
      tokens[child].relation == .obl
        && (tokens[child].deprel.subtype == "agent" || caseWord(of: child) == "by")
    }
  }

  /// The lower-cased first case marker of a noun.
  func caseWord(of noun: Int) -> String? { child(of: noun, .caseMarker).map(lower) }

  /// A noun phrase without its case marker, edge punctuation and relative clauses that follow a comma.
  func sourcePhrase(_ head: Int) -> [Range<Int>] {
    let left: Set<Relation> = [.caseMarker, .parataxis, .advmod, .ccomp, .mark, .cop, .nsubj, .advcl]
    let words = subtree(of: head) {
      tokens[$0].head == head && (left.contains(tokens[$0].relation) || lower($0).hasSuffix("self"))
    }
    return ranges(of: trimmed((words + (nameBehind(head).map { subtree(of: $0) } ?? [])).sorted()))
  }

  /// "The newspaper **Mirador** reported": a name behind its noun that the parse made a second subject.
  func nameBehind(_ noun: Int) -> Int? {
    let name = noun + 1
    guard name < tokens.count, tokens[noun].upos == .noun, tokens[name].upos == .propn,
      tokens[noun].relation == .nsubj, tokens[name].relation == .nsubj,
      tokens[name].head == tokens[noun].head,
      tokens[name].head != nil
    else { return nil }
    return name
  }

  /// Tokens without punctuation at either end.
  func trimmed(_ words: [Int]) -> [Int] {
    var slice = words[...]
    while let first = slice.first, isTrimmable(first) { slice = slice.dropFirst() }
    while let last = slice.last, isTrimmable(last) { slice = slice.dropLast() }
    return Array(slice)
  }

  private func isTrimmable(_ token: Int) -> Bool {
    tokens[token].upos == .punct && !isQuotationMark(token) && ![")", "]"].contains(tokens[token].form)
  }

  /// Whether the token is a double quotation mark.
  func isQuotationMark(_ token: Int) -> Bool {
    ["\"", "\u{201C}", "\u{201D}", "\u{00AB}", "\u{00BB}", "\u{201E}", "``", "''"].contains(
      tokens[token].form)
  }

  /// Whether a verb, noun or adjective is negated: not, never, no, neither … nor.
  func isNegated(_ token: Int) -> Bool {
    for child in children(of: token) {
      if tokens[child].features.isNegative || negations.contains(lower(child)) { return true }
      if [.obj, .nsubj].contains(tokens[child].relation),
        children(of: child).contains(where: { tokens[$0].relation == .det && lower($0) == "no" })
      {
        return true
      }
    }
    return tokens[token].relation == .conj && lower(token) == "nor"
  }

  /// A verb with its auxiliaries, negation and particle, in text order.
  func verbGroup(_ verb: Int) -> [Int] {
    let parts = children(of: verb).filter { child in
      tokens[child].relation == .aux || tokens[child].relation == .cop
        || tokens[child].deprel.subtype == "prt"
        || (tokens[child].relation == .advmod && child < verb && verb - child <= 4)
    }
    return (parts + [verb]).sorted()
  }
}

private let negations: Set<String> = ["not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none"]
private let relatives: Set<String> = ["who", "which", "that", "whom", "whose"]
