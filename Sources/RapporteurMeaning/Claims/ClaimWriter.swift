import RapporteurCore

/// Writes the finished claims: ids, classes, sources, evidence.
struct ClaimWriter {
  let annotated: AnnotatedReport
  let cues: CueLexicon
  let cueReader: CueReader
  let platforms: Platforms
  let marks: QuotationMarks
  let resolver: SourceResolver

  /// The claims of drafts in text order.
  func claims(_ drafts: [ClaimDraft]) -> [Claim] {
    var speakers: [[Actor.ID]] = []
    return drafts.enumerated().map { index, draft in
      let parent = draft.parent.flatMap { $0 < speakers.count ? speakers[$0] : nil }
      speakers.append(speaker(of: draft, inside: parent))
      return claim(draft, Claim.ID(index + 1), by: speakers[index])
    }
  }

  /// Whom the source means; "I" and "we" in somebody's words are whoever speaks these.
  private func speaker(of draft: ClaimDraft, inside outer: [Actor.ID]?) -> [Actor.ID] {
    if !draft.speaker.isEmpty {
      let known = resolver.actors(of: draft.speaker)
      if !known.isEmpty { return known }
    }
    let own = resolver.actors(of: draft.source)
    guard own.isEmpty, let outer, draft.source.count == 1, draft.source[0].count == 1 else { return own }
    return ["i", "we"].contains(annotated.lower(draft.source[0].lowerBound)) ? outer : own
  }

  private func claim(_ draft: ClaimDraft, _ id: Claim.ID, by speakers: [Actor.ID]) -> Claim {
    let (name, sense) = cue(of: draft)
    let platform = draft.head.flatMap { platforms.platform(at: $0, in: annotated) }
    let content = spans(draft.content)
    let source = Claim.Source(
      actors: speakers, spans: spans(draft.source))
    let cue = Claim.Cue(
      spans: spans(draft.cue), lemma: name, kind: kind(of: draft.response) ?? kind(of: draft, sense))
    let words = [cue.spans, content, source.spans].first { !$0.isEmpty } ?? []
    return Claim(
      id: id, parent: draft.parent.map { Claim.ID($0 + 1) }, source: source, cue: cue, content: content,
      form: draft.isTranscript ? .direct : marks.form(of: draft.content, in: annotated),
      kind: type(of: draft, sense),
      medium: platform?.medium ?? medium(sense?.medium, of: source), platform: platform?.name,
      response: draft.response,
      evidence: Evidence(spans: words, rule: draft.rule))
  }

  /// Who says what he or another will do states an intention; who gives no answer only that.
  private func type(of draft: ClaimDraft, _ sense: CueSense?) -> Claim.Kind {
    if draft.response != nil { return .assertion }
    let type = sense?.type ?? .assertion
    guard type == .assertion, sense?.medium == .speech || sense?.medium == .writing,
      let range = draft.content.first,
      draft.head.map({ annotated.tokens[$0].upos == .verb }) ?? false
    else { return type }
    let root = annotated.topToken(of: range)
    guard annotated.tokens[root].upos == .verb else { return type }
    let isPlan = annotated.children(of: root, .aux).contains { planning.contains(annotated.lower($0)) }
    return isPlan ? .intention : type
  }

  /// What media say stands in print.
  private func medium(_ medium: Claim.Medium?, of source: Claim.Source) -> Claim.Medium? {
    let isPress = source.actors.contains { resolver.actors.actor($0).kind == .media }
    return medium == .speech && isPress ? .writing : medium
  }

  private func spans(_ ranges: [Range<Int>]) -> [TextSpan] { ranges.map(annotated.span(of:)) }

  /// The class of a cue in its sentence: "is said to" keeps a distance, "did not deny" does not deny.
  private func kind(of draft: ClaimDraft, _ sense: CueSense?) -> Claim.CueClass {
    let kind = sense?.kind ?? .neutral
    guard let head = draft.head, annotated.tokens[head].upos == .verb else { return kind }
    if kind == .denial, annotated.isNegated(head) { return .neutral }
    let isHearsay =
      draft.source.isEmpty && annotated.isPassive(head) && kind == .neutral
      && annotated.tokens[head].lemma != "tell"
    return isHearsay && sense?.medium != nil && sense?.type == .assertion ? .distancing : kind
  }

  /// The class of a response: what it does counts, not its verb.
  private func kind(of response: Claim.Response?) -> Claim.CueClass? {
    switch response {
    case .denied, .retracted: .denial
    case .confirmed: .factive
    case .declinedToComment, .neitherConfirmedNorDenied, .didNotRespond, .couldNotBeReached: .refusal
    case nil: nil
    }
  }

  /// The lemma of a cue and its sense: the first word of the cue, head first, that the lexicon knows.
  private func cue(of draft: ClaimDraft) -> (String, CueSense?) {
    if let name = draft.cueName, let sense = sense(named: name, draft) { return (name, sense) }
    guard let head = draft.head else { return ("", nil) }
    if let phrase = phrase(of: draft) { return phrase }
    for token in [head] + draft.cue.joined() {
      let name =
        annotated.tokens[token].upos == .verb ? cueReader.name(ofVerb: token) : annotated.tokens[token].lemma
      if let part = part(of: token), let sense = cues.sense(of: name, part, taking: draft.complement) {
        return (name, sense)
      }
    }
    return (annotated.tokens[head].lemma, nil)
  }

  private func sense(named name: String, _ draft: ClaimDraft) -> CueSense? {
    for part in CueLexicon.PartOfSpeech.allCases {
      if let head = draft.head, let own = self.part(of: head), own != part, part != .phrase { continue }
      if let sense = cues.sense(of: name, part, taking: draft.complement) { return sense }
    }
    return nil
  }

  private func phrase(of draft: ClaimDraft) -> (String, CueSense?)? {
    let words = draft.cue.joined().map(annotated.lower).joined(separator: " ")
    return cues.sense(of: words, .phrase, taking: .source).map { (words, $0) }
  }

  private func part(of token: Int) -> CueLexicon.PartOfSpeech? {
    switch annotated.tokens[token].upos {
    case .verb: .verb
    case .noun: .noun
    case .adj: .adjective
    case .adv: .adverb
    default: nil
    }
  }
}

private let planning: Set<String> = ["will", "would", "shall", "'ll", "’ll", "wo"]
