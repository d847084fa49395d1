import RapporteurCore

/// Reads from a parse which way the clause around an expression looks.
struct ParsedTense {
  let annotated: AnnotatedReport
  let words: TenseWords

  /// The direction that the nearest predicate above the expression gives; nil where none tells.
  func direction(of tokens: Range<Int>) -> TimeDirection? {
    let top = tokens.first { index in annotated.tokens[index].head.map { !tokens.contains($0) } ?? true }
    guard var current = top.flatMap({ annotated.tokens[$0].head }) else { return nil }
    for _ in 0..<12 {
      if let found = direction(ofPredicate: current, expression: tokens.lowerBound) { return found }
      guard let head = annotated.tokens[current].head else { return nil }
      current = head
    }
    return nil
  }

  private func direction(ofPredicate index: Int, expression: Int) -> TimeDirection? {
    let token = annotated.tokens[index]
    let copula = annotated.child(of: index, .cop)
    guard token.upos == .verb || token.upos == .aux || copula != nil else { return nil }
    let helpers = annotated.children(of: index, .aux, .cop).map { annotated.tokens[$0] }
    if helpers.contains(where: { words.modals.contains($0.form.lowercased()) }) {
      return isMissed(index, helpers) ? .past : .future
    }
    let isPast =
      token.features.tense == "Past" && copula == nil
      || helpers.contains { $0.features.tense == "Past" || $0.lemma == "have" }
    if isPlan(index), token.features.verbForm != "Inf" {
      return expression > index || !isPast ? .future : .past
    }
    if helpers.contains(where: { $0.features.tense == "Past" || $0.lemma == "have" }) { return .past }
    if let copula { return present(index, annotated.tokens[copula]) }
    switch token.features.verbForm {
    case "Inf" where helpers.isEmpty && isFinitePast(index): return .past
    case "Inf": return isPlanned(index) ? .future : nil
    case "Fin": return isPast ? .past : present(index, token)
    case "Part": return isPast ? .past : nil
    default: return nil
    }
  }

  /// "Deplored" is no infinitive, whatever the tagger takes a rare verb for.
  private func isFinitePast(_ index: Int) -> Bool {
    let form = annotated.tokens[index].form.lowercased()
    return form.hasSuffix("ed") && !form.hasSuffix("eed") && annotated.child(of: index, .nsubj) != nil
      && annotated.child(of: index, .mark) == nil
  }

  /// "Could not reach the village on Friday", "neither could be found": what someone was unable to do lies behind us.
  private func isMissed(_ index: Int, _ helpers: [Token]) -> Bool {
    helpers.contains { $0.form.lowercased() == "could" }
      && (isNegative(annotated.children(of: index))
        || annotated.children(of: index, .nsubj).contains { subject in
          isNegative([subject])
            || annotated.conjuncts(of: subject).contains { isNegative(annotated.children(of: $0)) }
        })
  }

  private func isNegative(_ tokens: some Sequence<Int>) -> Bool {
    tokens.contains {
      ["not", "n't", "n’t", "neither", "nor", "no", "none", "nobody"]
        .contains(annotated.tokens[$0].form.lowercased())
    }
  }

  /// A finite present in prose announces: "the committee meets Friday". A heading tells what has happened.
  private func present(_ index: Int, _ verb: Token) -> TimeDirection? {
    guard verb.features.tense == "Pres", verb.features.verbForm == "Fin" else { return nil }
    guard annotated.sentence(of: index).kind == .prose else { return .past }
    return words.tellers.contains(annotated.tokens[index].lemma) ? nil : .future
  }

  /// Whether the infinitive at `index` says what is planned rather than what was begun or managed.
  private func isPlanned(_ index: Int) -> Bool {
    guard let head = annotated.tokens[index].head else { return true }
    if isPlan(head) || isCommitment(head) || annotated.tokens[head].lemma == "be" { return true }
    switch annotated.tokens[index].relation {
    case .xcomp, .acl, .advcl, .conj: return false
    default: return true
    }
  }

  /// Whether the verb at `index` binds someone to what its infinitive says: the promise is made, the act is to come.
  private func isCommitment(_ index: Int) -> Bool {
    words.commitments.contains(annotated.tokens[index].lemma)
  }

  /// Whether the word at `index` speaks of a plan, by lemma or form.
  private func isPlan(_ index: Int) -> Bool {
    let token = annotated.tokens[index]
    return words.plans.contains(token.lemma) || words.plans.contains(token.form.lowercased())
  }
}
