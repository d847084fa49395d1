import RapporteurCore

/// PLOVER contexts, from the words of the trigger's clause and from its frame.
struct ContextReader: Sendable {
  let lexicon: EventLexicon
  let clauses: ClauseReader

  /// The contexts of a candidate, in the manual's order.
  func contexts(of candidate: EventCandidate) -> [String] {
    var found = Set(candidate.contexts)
    for token in clauseWords(candidate) {
      let lemma = clauses.lemma(token)
      for context in lexicon.contexts[lemma] ?? [] { found.insert(context) }
    }
    return ContextOrder.all.filter(found.contains)
  }

  /// The words under the trigger, without the contents of further clauses.
  private func clauseWords(_ candidate: EventCandidate) -> [Int] {
    let annotated = clauses.annotated
    let top = candidate.clause.light ?? candidate.head
    return annotated.subtree(of: top) { token in
      let word = annotated.tokens[token]
      return word.deprel.subtype == "relcl" || word.relation == .parataxis
        || (word.relation == .advcl && clauses.mark(of: token) != "to")
    }
  }
}
