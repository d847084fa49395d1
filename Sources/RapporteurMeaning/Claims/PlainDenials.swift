import RapporteurCore

/// Finds denials that are only said: "The rebels said they had no fighters there" after another's claim that they had.
struct PlainDenials {
  /// How many claims a denial looks back at.
  static let reach = 100

  let annotated: AnnotatedReport
  let resolver: SourceResolver
  let marks: QuotationMarks

  /// The drafts, in text order, with the denials marked.
  func marked(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    drafts.indices.map { index in
      var draft = drafts[index]
      if isDenial(draft, after: drafts[..<index].suffix(PlainDenials.reach)) { draft.response = .denied }
      return draft
    }
  }

  private func isDenial(_ draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>) -> Bool {
    if callsItLies(draft) { return true }
    guard draft.response == nil, let head = draft.head, saying.contains(annotated.tokens[head].lemma),
      let root = root(of: draft, under: head)
    else { return false }
    if opposites.contains(annotated.lower(root)) { return true }
    let speakers = Set(resolver.actors(of: draft.source))
    let others = earlier.filter { claim in
      claim.response == nil && speakers.isDisjoint(with: resolver.actors(of: claim.source))
    }
    if isQuoted(draft) { return deniesExistence(draft, of: others) }
    guard annotated.isNegated(root) || hasNegatedCopula(root), !isFuture(root) else { return false }
    if isOfSelf(root), !knowing.contains(annotated.tokens[root].lemma),
      others.contains(where: { isNear($0, draft, within: 4) })
    {
      return true
    }
    return others.contains { isNear($0, draft) && concerns($0, speakers, draft) }
  }

  /// "called the report a forgery".
  private func callsItLies(_ draft: ClaimDraft) -> Bool {
    guard draft.response == nil, !draft.source.isEmpty, draft.contentSize < 16, let head = draft.head,
      calling.contains(annotated.tokens[head].lemma)
    else { return false }
    return draft.content.joined().contains { token in
      annotated.tokens[token].upos == .noun && lies.contains(annotated.tokens[token].lemma)
        || lies.contains(annotated.lower(token))
    }
  }

  private func isQuoted(_ draft: ClaimDraft) -> Bool {
    draft.content.contains { marks.isQuoted[$0.lowerBound] }
  }

  /// "There was no meeting", after somebody spoke of a meeting.
  private func deniesExistence(_ draft: ClaimDraft, of claims: [ClaimDraft]) -> Bool {
    let denied = draft.content.joined().filter { token in
      annotated.children(of: token, .det).contains { annotated.lower($0) == "no" }
    }.map { annotated.tokens[$0].lemma }
    return claims.contains { claim in !words(of: claim).isDisjoint(with: denied) }
  }

  /// "it had no fighters", "he was not": the speaker of himself.
  private func isOfSelf(_ root: Int) -> Bool {
    annotated.child(of: root, .nsubj).map {
      ["he", "she", "it", "they", "i", "we"].contains(annotated.lower($0))
    } ?? false
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

  private func isNear(_ claim: ClaimDraft, _ draft: ClaimDraft, within sentences: Int = 2) -> Bool {
    annotated.sentenceIndex(of: draft.start) - annotated.sentenceIndex(of: claim.start) <= sentences
  }

  /// Whether the earlier claim is about the speakers, or the two share a noun or verb.
  private func concerns(_ claim: ClaimDraft, _ speakers: Set<Actor.ID>, _ draft: ClaimDraft) -> Bool {
    names(speakers, in: claim) || !words(of: claim).isDisjoint(with: words(of: draft))
  }

  private func names(_ speakers: Set<Actor.ID>, in claim: ClaimDraft) -> Bool {
    claim.content.joined().contains { token in
      !speakers.isDisjoint(with: resolver.actors.actors(headedBy: token))
    }
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
/// Verbs of knowing and wanting: who says that he does not know denies nothing.
private let knowing: Set<String> = [
  "know", "see", "hear", "expect", "want", "understand", "remember", "think", "believe", "plan", "wish",
  "like", "need",
]
private let calling: Set<String> = [
  "call", "name", "brand", "describe", "label", "dismiss", "say", "term", "denounce",
]
private let lies: Set<String> = [
  "lie", "lies", "fabrication", "forgery", "fairy", "nonsense", "slander", "invention", "fiction", "smear",
  "hoax", "fake",
  "falsehood", "untrue", "baseless", "unfounded", "joke", "rubbish", "gossip",
]
