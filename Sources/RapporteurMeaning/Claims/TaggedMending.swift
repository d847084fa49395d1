import RapporteurCore

/// Mends what the model tagged, where the parse or the lexicon knows better.
///
/// A cue whose subject the model left out gets it back. What has neither source nor content, and what has no source, no
/// quotation and no cue that the lexicon knows, is dropped: it tells nobody's words.
struct TaggedMending {
  let annotated: AnnotatedReport
  let lexicon: CueLexicon
  let marks: QuotationMarks
  let check: SourceCheck
  /// Whether the word at a token carries a response.
  let isResponse: (Int) -> Bool

  /// The attributions that tell something, mended.
  func mended(_ attributions: [TaggedAttribution]) -> [TaggedAttribution] {
    attributions.compactMap { tagged in
      let clean = withoutRelative(withoutExpletive(withoutLooseMarks(withoutDateline(tagged))))
      let filled = withoutHearsay(withoutPassiveSubject(withSubject(withoutOwnSubject(clean))))
      return tells(filled) ? filled : nil
    }
  }

  // MARK: Sources

  /// The attribution with the subject of its cue, where it has no source and the subject is none of its words.
  private func withSubject(_ tagged: TaggedAttribution) -> TaggedAttribution {
    guard tagged.source.isEmpty, let cue = tagged.cue.first else { return tagged }
    let verb = annotated.topToken(of: cue)
    guard annotated.tokens[verb].upos == .verb, !annotated.isPassive(verb),
      let subject = annotated.speaker(of: verb), annotated.tokens[subject].relation != .expl,
      !(tagged.content + tagged.cue).contains(where: { $0.contains(subject) })
    else { return tagged }
    return TaggedAttribution(
      source: annotated.sourcePhrase(subject), cue: tagged.cue, content: tagged.content)
  }

  /// "Not true, says the fire brigade": whoever says it stands in neither the cue nor the content.
  private func withoutOwnSubject(_ tagged: TaggedAttribution) -> TaggedAttribution {
    guard tagged.source.isEmpty, let cue = tagged.cue.first else { return tagged }
    let verb = annotated.topToken(of: cue)
    guard annotated.tokens[verb].upos == .verb, !annotated.isPassive(verb),
      let subject = annotated.child(of: verb, .nsubj), verb < subject || cue.contains(subject),
      lexicon.senses(of: annotated.tokens[verb].lemma, .verb).contains(where: {
        $0.medium == .speech || $0.medium == .writing
      })
    else { return tagged }
    let words = Set(annotated.subtree(of: subject))
    func rest(_ ranges: [Range<Int>]) -> [Range<Int>] {
      guard ranges.contains(where: { $0.contains(subject) }) else { return ranges }
      return annotated.ranges(of: annotated.trimmed(ranges.joined().filter { !words.contains($0) }))
    }
    let content = rest(tagged.content)
    guard !content.isEmpty || tagged.content.isEmpty else { return tagged }
    return TaggedAttribution(source: [], cue: rest(tagged.cue), content: content)
  }

  /// "The prosecutor is thought to …": whoever is spoken of belongs to the content; who is told says nothing.
  private func withoutPassiveSubject(_ tagged: TaggedAttribution) -> TaggedAttribution {
    guard tagged.source.count == 1, let cue = tagged.cue.first, !tagged.content.isEmpty else { return tagged }
    let verb = annotated.topToken(of: cue)
    guard annotated.tokens[verb].upos == .verb, annotated.isPassive(verb), annotated.agent(of: verb) == nil,
      let subject = annotated.child(of: verb, .nsubj), annotated.tokens[subject].deprel.subtype == "pass",
      tagged.source[0].contains(subject)
    else { return tagged }
    if told.contains(annotated.tokens[verb].lemma) {
      return TaggedAttribution(source: [], cue: tagged.cue, content: tagged.content)
    }
    guard spokenOf.contains(annotated.tokens[verb].lemma) else { return tagged }
    let content = annotated.ranges(
      of: (Array(tagged.source.joined()) + Array(tagged.content.joined())).sorted())
    return TaggedAttribution(source: [], cue: tagged.cue, content: content)
  }

  /// A source without the clause that grants it anonymity.
  private func withoutRelative(_ tagged: TaggedAttribution) -> TaggedAttribution {
    let edges = SourceEdges(annotated: annotated, check: check)
    let source = tagged.source.map(edges.trimmed).map(edges.withoutNegation)
    return TaggedAttribution(source: source, cue: tagged.cue, content: tagged.content)
  }

  /// "It has been reported that": the pronoun stands for nobody.
  private func withoutExpletive(_ tagged: TaggedAttribution) -> TaggedAttribution {
    let source = tagged.source.filter { annotated.tokens[annotated.topToken(of: $0)].relation != .expl }
    return TaggedAttribution(source: source, cue: tagged.cue, content: tagged.content)
  }

  /// "According to reports": the reports belong to the cue.
  private func withoutHearsay(_ tagged: TaggedAttribution) -> TaggedAttribution {
    guard check.isHearsay(tagged.source),
      tagged.cue.joined().contains(where: { annotated.lower($0) == "according" })
    else { return tagged }
    let cue = annotated.ranges(of: (Array(tagged.cue.joined()) + Array(tagged.source.joined())).sorted())
    return TaggedAttribution(source: [], cue: cue, content: tagged.content)
  }

  // MARK: Contents

  /// The dateline is nobody's words.
  private func withoutDateline(_ tagged: TaggedAttribution) -> TaggedAttribution {
    guard let dateline = annotated.dateline else { return tagged }
    func outside(_ ranges: [Range<Int>]) -> [Range<Int>] {
      annotated.ranges(of: ranges.joined().filter { !dateline.span.contains(annotated.tokens[$0].span) })
    }
    return TaggedAttribution(
      source: outside(tagged.source), cue: outside(tagged.cue), content: outside(tagged.content))
  }

  /// A quotation mark alone is no part of a content.
  private func withoutLooseMarks(_ tagged: TaggedAttribution) -> TaggedAttribution {
    let content = tagged.content.filter { range in
      range.contains { annotated.tokens[$0].upos != .punct }
    }
    return TaggedAttribution(source: tagged.source, cue: tagged.cue, content: content)
  }

  private func tells(_ tagged: TaggedAttribution) -> Bool {
    if tagged.cue.isEmpty { return !tagged.content.isEmpty && !tagged.source.isEmpty }
    if tagged.content.isEmpty { return tagged.cue.joined().contains(where: isResponse) || announces(tagged) }
    let head = tagged.cue.first.map { annotated.topToken(of: $0) }
    if let head,
      check.grantsAnonymity(head) || check.isCaveat(head) || !check.canHold(tagged.source, cue: head)
    {
      return false
    }
    if !tagged.source.isEmpty { return true }
    return tagged.cue.joined().contains(where: isKnown)
      || tagged.content.joined().contains { marks.isQuoted[$0] }
  }

  /// "He said:" before a paragraph of its own.
  private func announces(_ tagged: TaggedAttribution) -> Bool {
    guard let end = tagged.cue.last?.upperBound, end < annotated.tokens.count else { return false }
    return annotated.tokens[end].form == ":" || annotated.tokens[end - 1].form == ":"
  }

  /// Whether the lexicon knows a word as a cue.
  private func isKnown(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    switch word.upos {
    case .verb: return !lexicon.senses(of: word.lemma, .verb).isEmpty
    case .noun: return !lexicon.senses(of: word.lemma, .noun).isEmpty
    case .adj: return !lexicon.senses(of: word.lemma, .adjective).isEmpty
    case .adv: return !lexicon.senses(of: annotated.lower(token), .adverb).isEmpty
    default: return annotated.lower(token) == "according"
    }
  }
}

/// Verbs whose passive subject is spoken of.
private let spokenOf: Set<String> = [
  "think", "believe", "say", "expect", "know", "suspect", "accuse", "report", "allege", "rumour", "rumor",
  "presume",
  "assume", "understand", "estimate", "reckon", "deem", "fear", "claim",
]
/// Verbs whose passive subject hears what is said.
private let told: Set<String> = ["tell", "inform", "notify", "warn", "advise", "assure"]
