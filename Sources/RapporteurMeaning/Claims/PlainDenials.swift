import RapporteurCore

/// Finds denials that are only said: "The rebels said they had no fighters there" after another's claim that they had.
struct PlainDenials {
  let annotated: AnnotatedReport
  let resolver: SourceResolver
  let marks: QuotationMarks

  /// The drafts, in text order, with the denials marked.
  func marked(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    drafts.indices.map { index in
      var draft = drafts[index]
      if isDenial(draft, after: drafts[..<index]) { draft.response = .denied }
      return draft
    }
  }

  private func isDenial(_ draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>) -> Bool {
    guard draft.response == nil, !draft.content.contains(where: { marks.isQuoted[$0.lowerBound] }),
      let head = draft.head, saying.contains(annotated.tokens[head].lemma),
      let root = root(of: draft, under: head)
    else { return false }
    if opposites.contains(annotated.lower(root)) { return true }
    guard annotated.isNegated(root) || hasNegatedCopula(root), !isFuture(root) else { return false }
    let speakers = Set(resolver.actors(of: draft.source))
    return earlier.reversed().prefix(6).contains { claim in
      claim.response == nil && isNear(claim, draft)
        && speakers.isDisjoint(with: resolver.actors(of: claim.source)) && concerns(claim, speakers, draft)
    }
  }

  /// The word that heads what is said.
  private func root(of draft: ClaimDraft, under head: Int) -> Int? {
    guard let range = draft.content.first else { return nil }
    let top = annotated.topToken(of: range)
    return annotated.tokens[top].upos == .punct ? nil : top
  }

  /// "had no fighters", "was not there".
  private func hasNegatedCopula(_ root: Int) -> Bool {
    annotated.children(of: root, .advmod, .det).contains {
      ["not", "n't", "never", "no"].contains(annotated.lower($0))
    }
  }

  private func isFuture(_ root: Int) -> Bool {
    annotated.children(of: root, .aux).contains {
      ["will", "would", "could", "can", "wo", "should"].contains(annotated.lower($0))
    }
  }

  private func isNear(_ claim: ClaimDraft, _ draft: ClaimDraft) -> Bool {
    annotated.sentenceIndex(of: draft.start) - annotated.sentenceIndex(of: claim.start) <= 2
  }

  /// Whether the earlier claim is about the speakers, and the two share a noun or verb.
  private func concerns(_ claim: ClaimDraft, _ speakers: Set<Actor.ID>, _ draft: ClaimDraft) -> Bool {
    let named = claim.content.joined().contains { token in
      !speakers.isDisjoint(with: resolver.actors.actors(headedBy: token))
    }
    let shared = words(of: claim).intersection(words(of: draft))
    return named || !shared.isEmpty
  }

  private func words(of draft: ClaimDraft) -> Set<String> {
    var found: Set<String> = []
    for token in draft.content.joined() where [.noun, .verb].contains(annotated.tokens[token].upos) {
      found.insert(annotated.tokens[token].lemma)
    }
    return found.subtracting(["have", "be", "say", "do", "year", "day", "people"])
  }
}

private let saying: Set<String> = ["say", "tell", "add", "insist", "maintain", "reply", "state", "respond"]
private let opposites: Set<String> = ["otherwise", "opposite", "contrary"]
