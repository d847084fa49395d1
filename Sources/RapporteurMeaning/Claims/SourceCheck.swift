import RapporteurCore

/// Nouns that are no persons: whether what they name is read, heard or seen as saying something (`things.tsv`).
struct Things: Sendable {
  private let speaking: [String: Bool]

  init(_ table: LexiconTable) throws(LexiconError) {
    var found: [String: Bool] = [:]
    for row in table.rows { found[String(try row.cell("noun"))] = try row.cell("speaks") == "yes" }
    speaking = found
  }

  /// Whether a noun names something that says things; nil for nouns that aren't listed.
  func speaks(_ noun: String) -> Bool? { speaking[noun] }
}

/// Tells sources from subjects that say nothing: "it means that", "the system determines who".
struct SourceCheck {
  let annotated: AnnotatedReport
  let things: Things
  let cues: CueLexicon
  let actors: ActorTable

  /// Whether a source can hold what stands behind a cue; true where no source is stated.
  func canHold(_ source: [Range<Int>], cue head: Int?) -> Bool {
    guard let head, let range = source.first, source.count == 1 else { return true }
    let top = annotated.topToken(of: range)
    if !actors.actors(headedBy: top).isEmpty { return true }
    if impersonal.contains(annotated.lower(top)) { return tells(head) }
    guard annotated.tokens[top].upos == .noun, things.speaks(annotated.tokens[top].lemma) == false else {
      return true
    }
    return showing.contains(annotated.tokens[head].lemma)
  }

  /// Whether a cue is one of speech or of showing: the rest needs somebody who thinks or wants.
  private func tells(_ head: Int) -> Bool {
    let lemma = annotated.tokens[head].lemma
    if showing.contains(lemma) { return true }
    return cues.senses(of: lemma, .verb).contains { $0.medium == .speech || $0.medium == .writing }
  }

  /// Whether a word names an actor or a document, and no reason: nobody is quoted who cites the sensitivity of a matter.
  func isSpeaking(_ token: Int) -> Bool {
    if !actors.actors(headedBy: token).isEmpty { return true }
    let lemma = annotated.tokens[token].lemma
    if let speaks = things.speaks(lemma) { return speaks }
    return !abstract.contains { lemma.hasSuffix($0) && lemma.count > $0.count + 3 }
  }

  /// Rumours have no source: "according to reports", "according to unconfirmed accounts".
  func isHearsay(_ source: [Range<Int>]) -> Bool {
    guard source.count == 1 else { return false }
    let top = annotated.topToken(of: source[0])
    let lemma = annotated.tokens[top].lemma
    guard hearsay.contains(lemma), annotated.isPlural(top) || lemma == "speculation" else { return false }
    return annotated.children(of: top).allSatisfy { child in
      let word = annotated.tokens[child]
      return word.relation == .caseMarker || word.relation == .punct || word.relation == .fixed
        || word.relation == .amod && vague.contains(annotated.lower(child))
        || word.relation == .det && word.form.lowercased() == "some"
    }
  }

  /// "The Ledger could not verify the report": the reporter's care, and nobody's words.
  func isCaveat(_ head: Int) -> Bool {
    guard ["verify", "confirm", "corroborate", "authenticate"].contains(annotated.tokens[head].lemma) else {
      return false
    }
    let isAble = annotated.children(of: head, .aux).contains {
      ["could", "can"].contains(annotated.lower($0))
    }
    return annotated.isNegated(head) && isAble
  }

  /// Whether a verb asks that somebody is not named; that clause tells how the source speaks and is no claim.
  func grantsAnonymity(_ head: Int) -> Bool {
    annotated.children(of: head).contains { child in
      let word = annotated.tokens[child]
      if word.relation == .xcomp || word.relation == .ccomp {
        return naming.contains(word.lemma)
          && annotated.children(of: child).contains { annotated.tokens[$0].deprel.subtype == "pass" }
      }
      guard word.relation == .obl || word.relation == .obj else { return false }
      return word.lemma == "anonymity"
        || word.lemma == "condition"
          && annotated.children(of: child).contains { annotated.lower($0) == "anonymity" }
    }
  }
}

private let impersonal: Set<String> = ["it", "this", "that", "these", "those", "there"]
private let showing: Set<String> = ["show", "suggest", "indicate", "reveal", "confirm", "prove", "point"]
private let hearsay: Set<String> = [
  "report", "rumour", "rumor", "account", "speculation", "allegation", "claim",
]
private let vague: Set<String> = [
  "unconfirmed", "initial", "early", "first", "some", "various", "several", "recent",
]
private let naming: Set<String> = ["name", "identify", "quote"]
/// Endings of nouns for what nobody can hear.
private let abstract = ["ity", "ness", "tion", "ment", "ism", "ance", "ence", "ancy", "ency", "ship"]
