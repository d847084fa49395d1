import RapporteurCore

/// Finds responses: denials, confirmations, silence, retractions.
struct ResponseReader {
  let annotated: AnnotatedReport
  let lexicon: ResponseLexicon
  let marks: QuotationMarks

  /// A response at its head word.
  struct Found {
    let response: Claim.Response
    /// The verb that carries it: "declined" of "declined to comment".
    let verb: Int
    /// The word that the pattern names: "comment" of "declined to comment".
    let head: Int
  }

  /// The response that a word carries; nil for a word that carries none.
  func response(at token: Int) -> Found? {
    if isCaveat(token) { return nil }
    for pattern in lexicon.patterns(of: annotated.tokens[token].lemma) {
      guard !isSupposed(token) || unaffected.contains(pattern.response) else { continue }
      if let verb = carrier(of: token, pattern) {
        return Found(response: pattern.response, verb: verb, head: token)
      }
    }
    return nil
  }

  /// "could not be independently confirmed": the reporter's care.
  private func isCaveat(_ token: Int) -> Bool {
    annotated.children(of: token, .advmod).contains { annotated.lower($0) == "independently" }
  }

  /// A draft for a response that stands on its own; nil without a source.
  func draft(_ found: Found) -> ClaimDraft? {
    guard let subject = subject(of: found) else { return nil }
    let cue = cue(of: found)
    let words = Set(cue.joined())
    let content = annotated.children(of: found.head, .obj, .ccomp, .obl).first { child in
      child > found.head && !words.contains(child)
        && !["comment", "request"].contains(annotated.tokens[child].lemma)
    }
    return ClaimDraft(
      source: annotated.sourcePhrase(subject), cue: cue,
      content: content.map { annotated.ranges(of: annotated.trimmed(annotated.subtree(of: $0))) } ?? [],
      head: found.head, rule: "response:\(found.response.rawValue)", standsAlone: true,
      response: found.response)
  }

  /// The words that carry a response.
  func words(of found: Found) -> [Int] { Array(cue(of: found).joined()) }

  /// The words from "declined" to "comment"; for "neither confirmed nor denied" to the second verb.
  private func cue(of found: Found) -> [Range<Int>] {
    var words = annotated.verbGroup(found.verb) + annotated.verbGroup(found.head)
    if found.response == .neitherConfirmedNorDenied {
      words += annotated.conjuncts(of: found.head)
      words += annotated.children(of: found.head, .cc)
    }
    if let open = annotated.child(of: found.head, .xcomp),
      !lexicon.patterns(of: annotated.tokens[open].lemma).isEmpty
    {
      words += annotated.verbGroup(open)
    }
    if let comment = comment(of: found) { words += annotated.subtree(of: comment).filter { $0 <= comment } }
    guard let first = words.min(), let last = words.max(), last - first < 9 else {
      return annotated.ranges(of: Array(Set(words)).sorted())
    }
    return [first..<(last + 1)]
  }

  private func subject(of found: Found) -> Int? {
    if found.response == .couldNotBeReached {
      return annotated.child(of: found.verb, .nsubj) ?? annotated.speaker(of: found.verb)
    }
    return annotated.isPassive(found.verb)
      ? annotated.agent(of: found.verb) : annotated.speaker(of: found.verb)
  }

  /// The verb that carries the response where all demands of the pattern are met.
  private func carrier(of token: Int, _ pattern: ResponseLexicon.Pattern) -> Int? {
    if pattern.isPassive && !annotated.isPassive(token) { return nil }
    if !pattern.without.isEmpty && dependents(of: token, contain: pattern.without) { return nil }
    if !pattern.with.isEmpty && !dependents(of: token, contain: pattern.with) { return nil }
    guard pattern.under.isEmpty else { return governor(of: token, pattern.under) }
    return isNegated(token) == pattern.isNegated ? token : nil
  }

  /// "had no comment": the noun belongs to the cue.
  func comment(of found: Found) -> Int? {
    guard found.response == .declinedToComment,
      ["have", "offer", "make"].contains(annotated.tokens[found.verb].lemma)
    else { return nil }
    return annotated.children(of: found.verb, .obj).first { annotated.tokens[$0].lemma == "comment" }
  }

  /// Whether the response is only possible: "may deny".
  private func isSupposed(_ token: Int) -> Bool {
    annotated.children(of: token, .aux).contains { supposing.contains(annotated.lower($0)) }
  }

  private func isNegated(_ token: Int) -> Bool {
    if annotated.isNegated(token) { return true }
    guard annotated.tokens[token].relation == .conj, let head = annotated.tokens[token].head else {
      return false
    }
    return annotated.children(of: token, .cc).contains { annotated.lower($0) == "nor" }
      || (annotated.child(of: token, .nsubj, .aux) == nil && annotated.isNegated(head))
  }

  private func governor(of token: Int, _ lemmas: Set<String>) -> Int? {
    var current = token
    while annotated.tokens[current].relation == .conj, let head = annotated.tokens[current].head {
      current = head
    }
    guard annotated.tokens[current].relation == .xcomp, let head = annotated.tokens[current].head,
      lemmas.contains(annotated.tokens[head].lemma)
    else { return nil }
    return head
  }

  /// "rejected that as gossip".
  private func introducesAs(_ child: Int) -> Bool {
    annotated.children(of: child, .caseMarker, .mark).contains { annotated.lower($0) == "as" }
  }

  /// "how", "whether he would", "on what grounds": a clause that asks.
  private func asksSomething(_ clause: Int) -> Bool {
    guard [.ccomp, .xcomp, .obj, .obl, .advcl].contains(annotated.tokens[clause].relation) else {
      return false
    }
    return annotated.subtree(of: clause).prefix(3).contains { asking.contains(annotated.lower($0)) }
  }

  private func dependents(of token: Int, contain words: Set<String>) -> Bool {
    annotated.children(of: token).contains { child in
      guard annotated.tokens[child].relation != .nsubj || annotated.tokens[child].deprel.subtype == "pass"
      else {
        return false
      }
      return words.contains(annotated.tokens[child].lemma) || words.contains(annotated.lower(child))
        || words.contains("WH") && asksSomething(child) || words.contains("AS") && introducesAs(child)
    }
  }
}

private let supposing: Set<String> = ["could", "can", "may", "might", "should", "must", "ca"]
private let unaffected: Set<Claim.Response> = [
  .couldNotBeReached, .neitherConfirmedNorDenied, .declinedToComment,
]
private let asking: Set<String> = [
  "how", "why", "what", "who", "whom", "when", "where", "whether", "which", "if",
]
