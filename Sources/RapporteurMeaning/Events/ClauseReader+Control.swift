import RapporteurCore

/// Who is understood as the subject of a verb that has none of its own, and what clause a verb governs.
extension ClauseReader {
  /// The surface subjects: the verb's own, or those that conjunction, control or modification lends it.
  func surfaceSubjects(of token: Int, depth: Int = 0) -> [Int] {
    let own = annotated.children(of: token, .nsubj).filter {
      (tokens[$0].deprel.subtype != "outer" || isYetToCome(token)) && !isSpeakerBehind($0, of: token)
    }
    if let first = own.first {
      if isRelative(first), let antecedent = antecedent(ofClause: token) { return [antecedent] }
      // Of two subjects the one behind the verb belongs to a speech verb that the parser missed.
      let before = own.filter { $0 < token }
      return own.count > 1 && !before.isEmpty ? before : own
    }
    guard depth < 8, !isImperative(token), let head = tokens[token].head else { return [] }
    switch tokens[token].relation {
    case .conj: return conjunctSubjects(of: token, head: head, depth: depth)
    case .xcomp: return controllers(of: token, head: head, depth: depth)
    case .advcl: return adverbialSubjects(of: token, head: head, depth: depth)
    case .acl: return adnominalSubjects(of: token, head: head, depth: depth)
    case .amod: return [head]
    case .ccomp where mark(of: token) == nil && tokens[token].features.verbForm != "Fin":
      return surfaceSubjects(of: head, depth: depth + 1)
    case .parataxis where tokens[token].features.verbForm != "Fin":
      return surfaceSubjects(of: head, depth: depth + 1)
    default: return []
    }
  }

  /// "Stop the raids!", "let's go": a bare verb without a subject, of which whoever says it is not the subject.
  func isImperative(_ token: Int) -> Bool {
    let word = tokens[token]
    guard word.upos == .verb, [.root, .ccomp, .parataxis].contains(word.relation), isBare(token) else {
      return false
    }
    let helpers = annotated.children(of: token, .aux).filter { lemma($0) != "do" }
    return helpers.isEmpty && mark(of: token) == nil && annotated.child(of: token, .nsubj) == nil
  }

  private func isBare(_ token: Int) -> Bool {
    let features = tokens[token].features
    if features.mood == "Imp" || features.verbForm == "Inf" { return true }
    return features.verbForm == nil && features.tense == nil
      && tokens[token].form.lowercased() == lemma(token)
  }

  /// "…, arresting 12, sources said": a subject behind the object of a dependent verb is a speaker that the
  /// parser hung
  /// too low.
  private func isSpeakerBehind(_ subject: Int, of token: Int) -> Bool {
    guard subject > token, tokens[token].relation == .conj || tokens[token].relation == .advcl else {
      return false
    }
    return annotated.children(of: token, .obj).contains { $0 < subject }
  }

  /// Whether a token is a relative pronoun.
  func isRelative(_ token: Int) -> Bool {
    if tokens[token].features.pronType == "Rel" { return true }
    guard tokens[token].upos == .pron || tokens[token].upos == .det else { return false }
    return ["who", "which", "that", "whom"].contains(tokens[token].form.lowercased())
  }

  private func antecedent(ofClause token: Int) -> Int? {
    var current = token
    for _ in 0..<6 {
      if tokens[current].relation == .acl { return tokens[current].head }
      guard tokens[current].relation == .conj || tokens[current].relation == .xcomp,
        let head = tokens[current].head
      else { return nil }
      current = head
    }
    return nil
  }

  private func conjunctSubjects(of token: Int, head: Int, depth: Int) -> [Int] {
    guard tokens[head].upos == .verb || tokens[head].upos == .adj || tokens[head].upos == .aux else {
      return []
    }
    if let speech = speech(resumedBy: token, after: head) {
      return surfaceSubjects(of: speech, depth: depth + 1)
    }
    let isActiveAfterPassive = isPassive(head) && !isPassiveForm(token)
    let shared = surfaceSubjects(of: head, depth: depth + 1)
    return isActiveAfterPassive && tokens[head].relation == .acl ? [] : shared
  }

  /// "said they would be tried and rejected the demand": a plain past verb after a modal content clause
  /// goes with the
  /// verb of saying.
  private func speech(resumedBy token: Int, after head: Int) -> Int? {
    guard tokens[head].relation == .ccomp, let speech = tokens[head].head,
      classes.contains(lemma(speech), in: "SAYING"),
      tokens[token].features.verbForm == "Fin", tokens[token].features.tense == "Past",
      annotated.child(of: token, .aux) == nil,
      annotated.children(of: head, .aux).contains(where: {
        ["will", "would", "shall", "should", "could", "might", "must", "'d", "'ll"].contains(
          tokens[$0].form.lowercased())
      })
    else { return nil }
    return speech
  }

  private func isPassiveForm(_ token: Int) -> Bool { tokens[token].features.voice == "Pass" }

  private func controllers(of token: Int, head: Int, depth: Int) -> [Int] {
    let objects = annotated.children(of: head, .obj) + annotated.children(of: head, .iobj)
    if let object = objects.first, !classes.contains(lemma(head), in: "SUBJECT_CONTROL") { return [object] }
    if classes.contains(lemma(head), in: "APPEAL") {
      let addressees = annotated.children(of: head, .obl).filter {
        ["on", "upon", "to", "with", "for"].contains(preposition(of: $0) ?? "")
      }
      if let addressee = addressees.first { return [addressee] }
    }
    return surfaceSubjects(of: head, depth: depth + 1)
  }

  private func adverbialSubjects(of token: Int, head: Int, depth: Int) -> [Int] {
    if mark(of: token) == "of" || (mark(of: token) == "for" && classes.contains(lemma(head), in: "BLAMING")) {
      let blamed = annotated.children(of: head, .obj)
      if !blamed.isEmpty { return blamed }
    }
    if mark(of: token) == "to", classes.contains(lemma(head), in: "APPEAL") {
      return controllers(of: token, head: head, depth: depth)
    }
    guard tokens[head].upos == .verb || tokens[head].upos == .adj || tokens[head].upos == .aux else {
      return []
    }
    // In a passive main clause a participle of result goes with the unnamed agent, unless it is passive too.
    return surfaceSubjects(of: head, depth: depth + 1)
  }

  private func adnominalSubjects(of token: Int, head: Int, depth: Int) -> [Int] {
    guard mark(of: token) == "to" || classes.contains(lemma(head), in: "STATEMENT") else { return [head] }
    let possessors = annotated.children(of: head, .nmod).filter { tokens[$0].deprel.subtype == "poss" }
    if !possessors.isEmpty { return possessors }
    if classes.contains(lemma(head), in: "PERSON") || tokens[head].upos == .propn { return [head] }
    guard let verb = tokens[head].head, tokens[verb].upos == .verb, tokens[head].relation == .obj else {
      return []
    }
    return surfaceSubjects(of: verb, depth: depth + 1)
  }

  /// The clause that a verb or adjective governs: its complement, or what follows as infinitive or
  /// `of`-gerund.
  func complement(of token: Int, objects: [Int]) -> Int? {
    if let open = annotated.children(of: token, .xcomp).first(where: isClausal) { return open }
    if let closed = annotated.children(of: token, .ccomp).first(where: { $0 > token }) { return closed }
    let adverbial = annotated.children(of: token, .advcl).first { child in
      child > token && ["to", "of", "from", "against", "into"].contains(mark(of: child) ?? "")
    }
    if let adverbial { return adverbial }
    for object in objects {
      let clause = annotated.children(of: object, .acl).first {
        tokens[$0].deprel.subtype != "relcl" && mark(of: $0) == "to"
      }
      if let clause { return clause }
    }
    return annotated.children(of: token, .ccomp).first ?? annotated.children(of: token, .xcomp).first
  }

  private func isClausal(_ token: Int) -> Bool {
    let word = tokens[token]
    return word.upos == .verb || word.upos == .aux || mark(of: token) == "to"
      || annotated.child(of: token, .cop) != nil
  }
}
