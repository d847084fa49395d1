public import RapporteurCore

/// Says what each response is about: the events and claims that its content repeats or that stand before it.
public struct ResponseLinker: Sendable {
  /// Makes a linker.
  public init() {}

  /// The claims with `about` filled for responses: ids of events first, then of claims.
  ///
  /// - Complexity: Linear in claims and events: a response looks at a bounded number of them.
  public func link(
    _ claims: [Claim], to events: [Event], in annotated: AnnotatedReport,
    actors: ActorTable = ActorTable(actors: [])
  ) -> [Claim] {
    guard claims.contains(where: { $0.response != nil }) else { return claims }
    let spokenOf = SpokenOf(actors.actors)
    var linked = claims
    for index in claims.indices where claims[index].response != nil {
      let links = around(index, of: linked, events, annotated, spokenOf)
      linked[index] = claims[index].with(about: links.subjects(of: claims[index]))
    }
    return linked
  }

  /// The claims and events around a response, as far as it can reach: a long report has thousands.
  private func around(
    _ index: Int, of claims: [Claim], _ events: [Event], _ annotated: AnnotatedReport,
    _ spokenOf: SpokenOf
  ) -> ResponseLinks {
    let range = max(0, index - ResponseLinks.reachBack)..<min(claims.count, index + ResponseLinks.reachAhead)
    let first = range.lowerBound == 0 ? 0 : ResponseLinks.start(of: claims[range.lowerBound])
    let last = range.upperBound == claims.count ? Int.max : ResponseLinks.start(of: claims[range.upperBound])
    let near = events.filter { first <= ResponseLinks.start($0) && ResponseLinks.start($0) < last }
    return ResponseLinks(
      claims: Array(claims[range]), events: near, annotated: annotated, spokenOf: spokenOf)
  }
}

/// The candidates that responses can be about.
///
/// A response whose words name acts is about these acts; one that points back ("it", "the allegation") is about the claim
/// before it and the acts in that claim; one that answers nothing that stands in the record is about nothing.
struct ResponseLinks {
  /// How many claims before and behind it a response looks at.
  static let reachBack = 200
  static let reachAhead = 60

  let claims: [Claim]
  let events: [Event]
  let annotated: AnnotatedReport
  let spokenOf: SpokenOf

  /// What a response is about.
  func subjects(of response: Claim) -> [Claim.Subject] {
    let own = events.filter { holds(response.content, $0) && !isSpeech($0) }
    let place = Self.start(of: response)
    let inside = claims.filter { $0.parent == response.id && $0.cue.kind != .factive && isSaying($0) }
    if !own.isEmpty, response.response != .retracted {
      let told = echoes(of: own, before: place)
      let acts = told.isEmpty ? own : told
      let teller = teller(of: acts, before: response, at: place) ?? accuser(before: response, at: place)
      let claims = inside.isEmpty ? teller.map { [$0] } ?? [] : inside
      return unique(acts.map { .event($0.id) } + claims.map { .claim($0.id) })
    }
    if !inside.isEmpty { return inside.map { .claim($0.id) } }
    if let target = target(of: response, at: place) {
      return unique(events.filter { isCarried($0, by: target) && !isSpeech($0) }.map { .event($0.id) })
        + [.claim(target.id)]
    }
    if let event = named(by: response, before: place) { return [.event(event.id)] }
    let others = isSilent(response) ? beside(response, at: place) : answered(by: response, at: place)
    return others.isEmpty ? lastAct(before: response, at: place) : others
  }

  /// What the answer of another just before it was about: "The ministry denied it; the bank did not return calls".
  private func beside(_ response: Claim, at place: Int) -> [Claim.Subject] {
    guard response.content.isEmpty else { return [] }
    let answers = claims.filter { $0.response != nil && !$0.about.isEmpty && Self.start(of: $0) < place }
    guard let last = answers.max(by: { Self.start(of: $0) < Self.start(of: $1) }) else { return [] }
    return near(Self.start(of: last), place, within: 1) ? last.about : []
  }

  /// Who had told the acts that a denial or confirmation names: the nearest earlier claim of somebody else that carries
  /// one of them, else one that speaks of the same.
  private func teller(of acts: [Event], before response: Claim, at place: Int) -> Claim? {
    guard !isSilent(response) else { return nil }
    let earlier = others(than: response, before: place).filter { near(Self.start(of: $0), place, within: 8) }
    if let carrier = earlier.last(where: { claim in acts.contains { isCarried($0, by: claim) } }) {
      return carrier
    }
    let words = contentWords(response)
    return earlier.last {
      near(Self.start(of: $0), place, within: 3) && contentWords($0).intersection(words).count > 1
    }
  }

  /// Whoever charged the one who answers with what he denies, told in words that no act of the record stands for.
  private func accuser(before response: Claim, at place: Int) -> Claim? {
    guard !isSilent(response), let claim = target(of: response, at: place) else { return nil }
    return near(Self.start(of: claim), place, within: 2) ? claim : nil
  }

  private func unique(_ subjects: [Claim.Subject]) -> [Claim.Subject] {
    var seen: Set<Claim.Subject> = []
    return subjects.filter { seen.insert($0).inserted }
  }

  private func holds(_ content: [TextSpan], _ event: Event) -> Bool {
    guard let trigger = event.trigger.spans.first else { return false }
    return content.contains { $0.contains(trigger) }
  }

  private func isCarried(_ event: Event, by claim: Claim) -> Bool {
    holds(claim.content, event) || event.claims.contains(claim.id)
  }

  /// Whether the act is itself one of speaking, told by the cue of a claim: it isn't denied, what was said is.
  private func isSpeech(_ event: Event) -> Bool {
    guard let trigger = event.trigger.spans.first else { return false }
    return claims.contains { claim in claim.cue.spans.contains { $0.contains(trigger) } }
  }

  /// "denied a report that …": the claim that the response itself names.
  private func isSaying(_ claim: Claim) -> Bool { sayings.contains(claim.cue.lemma) }

  // MARK: Acts

  /// Events before the response that are of the type, or the lemma, and of an actor of the ones that it repeats.
  private func echoes(of own: [Event], before place: Int) -> [Event] {
    let earlier = events.filter { Self.start($0) < place }
    return earlier.filter { event in
      own.contains { mine in
        mine.id != event.id && mine.type == event.type
          && (people(mine).isEmpty || !people(mine).isDisjoint(with: people(event)))
      }
    }
  }

  /// The nearest event before whose trigger the response repeats as another word of its root: "an attack" after
  /// "attacked".
  private func named(by response: Claim, before place: Int) -> Event? {
    let words = contentWords(response)
    return events.last { Self.start($0) < place && !isSpeech($0) && words.contains($0.trigger.lemma) }
  }

  /// What a denial or confirmation that names nothing known answers: the nearest claim of somebody else.
  private func answered(by response: Claim, at place: Int) -> [Claim.Subject] {
    guard !isSilent(response) else { return [] }
    let near = others(than: response, before: place).last { self.near(Self.start(of: $0), place, within: 2) }
    return near.map { [.claim($0.id)] } ?? []
  }

  /// What the report tells last before a response that names nothing: "The bridge was shelled. The army denied it."
  private func lastAct(before response: Claim, at place: Int) -> [Claim.Subject] {
    guard !isSilent(response), response.response != .retracted, pointsBack(response) else { return [] }
    let event = events.last { event in
      Self.start(event) < place && near(Self.start(event), place, within: 1)
        && !response.cue.spans.contains { $0.contains(event.trigger.spans[0]) }
    }
    return event.map { [.event($0.id)] } ?? []
  }

  // MARK: Claims

  /// The claim that the response answers: of those before it the one that weighs most.
  private func target(of response: Claim, at place: Int) -> Claim? {
    if response.response == .retracted || response.response == .confirmed && response.cue.lemma == "stand",
      let own = own(before: response, at: place)
    {
      return own
    }
    if response.response == .retracted, let told = toldBehind(response, at: place) { return told }
    if isSilent(response), asksOn(response) {
      return isBare(response) ? last(before: response, at: place) : nil
    }
    let others = others(than: response, before: place)
    let earlier = isSilent(response) ? others + relayed(of: response, before: place) : others
    let weights = AnswerWeights(isSilent: isSilent(response), pointsBack: pointsBack(response))
    return weights.heaviest(
      of: earlier.sorted { Self.start(of: $0) < Self.start(of: $1) }
        .map { claim in (claim, ties(of: claim, to: response, at: place)) })
  }

  /// What ties an earlier claim to a response.
  private func ties(of claim: Claim, to response: Claim, at place: Int) -> AnswerWeights.Ties {
    let told = contentWords(claim).union([claim.cue.lemma])
    return AnswerWeights.Ties(
      namesAnswerer: names(claim, response.source.actors),
      accuses: accusing.contains(claim.cue.lemma),
      sharedWords: told.intersection(contentWords(response)).subtracting(sayings).count,
      isWritten: claim.medium == .writing && claim.parent == nil && pointsAtReport(response),
      isQuestion: isQuestion(claim), isPlan: isPlan(claim), isPraise: praising.contains(claim.cue.lemma),
      carriesAct: events.contains { isCarried($0, by: claim) && !isSpeech($0) },
      sentences: sentence(at: place) - sentence(at: Self.start(of: claim)))
  }

  /// "would ask for his removal", "promised to pay": what somebody wants is seldom what is answered.
  private func isPlan(_ claim: Claim) -> Bool {
    if claim.kind == .intention || claim.kind == .request { return true }
    guard let first = claim.cue.spans.first, let token = annotated.tokens(in: first).first else {
      return false
    }
    return ["will", "would"].contains(annotated.lower(token))
  }

  /// "asked whether the talks had begun": a claim that asks for an answer.
  private func isQuestion(_ claim: Claim) -> Bool {
    guard claim.kind == .request, let first = claim.content.first,
      let token = annotated.tokens(in: first).first
    else { return false }
    return ["whether", "if", "why", "how", "what", "when", "who", "about"].contains(annotated.lower(token))
      || annotated.tokens(in: first).last.map { annotated.tokens[$0].form == "?" } ?? false
  }

  /// What who takes something back had said: his last claim or answer.
  private func own(before response: Claim, at place: Int) -> Claim? {
    claims.filter { claim in
      claim.id != response.id && Self.start(of: claim) < place && !claim.content.isEmpty
        && (!Set(claim.source.actors).isDisjoint(with: response.source.actors) || areBothWe(claim, response))
    }.max { Self.start(of: $0) < Self.start(of: $1) }
  }

  /// "The witness has recanted. He had told the court that …", "deleted a post in which it had called him a puppet".
  private func toldBehind(_ response: Claim, at place: Int) -> Claim? {
    claims.first { claim in
      claim.id != response.id && claim.response == nil && Self.start(of: claim) > place
        && sentence(at: Self.start(of: claim)) - sentence(at: place) <= 1
        && (claim.parent == response.id || saidBefore(claim))
        && !Set(claim.source.actors).isDisjoint(with: response.source.actors)
    }
  }

  /// "had said".
  private func saidBefore(_ claim: Claim) -> Bool {
    claim.cue.spans.first.flatMap { annotated.tokens(in: $0).first }.map { annotated.lower($0) == "had" }
      ?? false
  }

  /// "the report", "that article": something in print, not what was said last.
  private func pointsAtReport(_ response: Claim) -> Bool {
    guard let first = response.content.first else { return false }
    return annotated.tokens(in: first).prefix(2).contains {
      ["report", "article", "story", "publication"].contains(annotated.tokens[$0].lemma)
    }
  }

  /// "We said …": an outlet or a body that speaks of itself without a name.
  private func areBothWe(_ a: Claim, _ b: Claim) -> Bool {
    [a, b].allSatisfy { claim in
      claim.source.actors.isEmpty && claim.source.spans.count == 1
        && annotated.text(of: claim.source.spans).lowercased() == "we"
    }
  }

  /// What others say that the silent one had said, and what others confirmed or denied.
  private func relayed(of response: Claim, before place: Int) -> [Claim] {
    claims.filter { claim in
      guard claim.id != response.id, Self.start(of: claim) < place else { return false }
      let isOwn = !Set(claim.source.actors).isDisjoint(with: response.source.actors)
      if claim.response == nil { return claim.parent != nil && isOwn && claim.id != response.parent }
      return isStand(claim) && !isOwn
    }
  }

  /// Whether a response says something itself.
  private func isStand(_ claim: Claim) -> Bool {
    [.confirmed, .denied].contains(claim.response) && !claim.content.isEmpty
  }

  /// Whether a claim is about one of the actors: its words name them, or an act that it carries is theirs.
  private func names(_ claim: Claim, _ actors: [Actor.ID]) -> Bool {
    if spokenOf.actors(in: claim.content).contains(where: actors.contains) { return true }
    let parties = events.lazy.filter { isCarried($0, by: claim) }.flatMap { people($0) }
    return parties.contains { actors.contains($0) } || !Set(claim.source.actors).isDisjoint(with: actors)
  }

  /// "declined to say how": what is asked is no claim.
  private func asksOn(_ response: Claim) -> Bool {
    guard let first = response.content.first else { return false }
    return annotated.tokens(in: first).prefix(2).contains { token in
      ["how", "which", "who", "what", "when", "why", "where", "whose"].contains(annotated.lower(token))
    }
  }

  /// "how", "on what grounds": a question that goes on from what was said last.
  private func isBare(_ response: Claim) -> Bool {
    response.content.lazy.flatMap(annotated.tokens(in:)).count { annotated.tokens[$0].upos != .punct } < 4
  }

  /// What was said, confirmed or denied last, in the sentence before at the earliest.
  private func last(before response: Claim, at place: Int) -> Claim? {
    claims.filter { claim in
      claim.id != response.id && claim.id != response.parent && (claim.response == nil || isStand(claim))
        && Self.start(of: claim) < place && near(Self.start(of: claim), place, within: 1)
    }.max { Self.start(of: $0) < Self.start(of: $1) }
  }

  /// The claims before the response of somebody else, in text order.
  private func others(than response: Claim, before place: Int) -> [Claim] {
    claims.filter { claim in
      claim.id != response.id && claim.response == nil && claim.id != response.parent
        && claim.parent != response.id && !isReportersQuestion(claim) && Self.start(of: claim) < place
        && (!claim.content.isEmpty || events.contains { $0.claims.contains(claim.id) })
        && (claim.source.actors.isEmpty || Set(claim.source.actors).isDisjoint(with: response.source.actors))
    }.sorted { Self.start(of: $0) < Self.start(of: $1) }
  }

  /// "Asked about it, he denied …", "citing fears": how the report leads on to an answer.
  private func isReportersQuestion(_ claim: Claim) -> Bool {
    claim.source.actors.isEmpty && ["ask", "cite"].contains(claim.cue.lemma)
  }

  private func isSilent(_ response: Claim) -> Bool {
    switch response.response {
    case .declinedToComment, .didNotRespond, .couldNotBeReached: true
    default: false
    }
  }

  private func near(_ a: Int, _ b: Int, within sentences: Int) -> Bool {
    sentence(at: b) - sentence(at: a) <= sentences
  }

  /// The index of the sentence at a byte of the text.
  private func sentence(at position: Int) -> Int {
    max(0, annotated.sentences.partitioningIndex { $0.span.start > position } - 1)
  }

  /// Whether the content is nothing but a pronoun, or a noun for what others say: "it", "the allegation".
  private func pointsBack(_ response: Claim) -> Bool {
    guard let first = response.content.first else { return !isSilent(response) }
    let tokens = annotated.tokens(in: first)
    guard let start = tokens.first, let end = tokens.last else { return true }
    let top = annotated.topToken(of: start..<(end + 1))
    if annotated.tokens[top].upos == .pron
      || ["it", "that", "this", "them"].contains(annotated.lower(start))
        && annotated.tokens[start].upos == .pron
    {
      return true
    }
    let isBare = annotated.children(of: top, .nmod, .acl, .ccomp).allSatisfy { $0 < top }
    return isBare && sayings.contains(annotated.tokens[top].lemma)
  }

  private func contentWords(_ claim: Claim) -> Set<String> {
    var found: Set<String> = []
    for token in claim.content.lazy.flatMap(annotated.tokens(in:)) {
      if [.noun, .verb, .propn].contains(annotated.tokens[token].upos) {
        found.insert(annotated.tokens[token].lemma)
      }
    }
    return found.subtracting(lightVerbs)
  }

  private func people(_ event: Event) -> Set<Actor.ID> {
    Set(event.actors.map(\.actor) + event.recipients.map(\.actor))
  }

  fileprivate static func start(_ event: Event) -> Int { event.trigger.spans.first?.start ?? 0 }

  fileprivate static func start(of claim: Claim) -> Int {
    (claim.cue.spans + claim.source.spans + claim.content).first?.start ?? 0
  }
}

private let sayings: Set<String> = [
  "allegation", "accusation", "charge", "claim", "report", "criticism", "statement", "suggestion", "idea",
  "account",
  "version", "rumour", "rumor", "story", "assertion", "complaint", "remark", "comment", "accusations",
  "figure", "finding",
  "speculation", "notion", "wrongdoing", "involvement", "responsibility",
]
/// Cues by which somebody is charged with something.
private let accusing: Set<String> = [
  "accuse", "blame", "charge", "suspect", "allege", "claim", "accusation", "allegation", "denounce",
]
/// Cues that tell how somebody likes a thing, and nothing that could be denied.
private let praising: Set<String> = [
  "praise", "thank", "welcome", "condemn", "congratulate", "wish", "applaud", "hail", "regret", "mourn",
]
private let lightVerbs: Set<String> = ["have", "be", "do", "say", "make", "take", "give", "get", "go"]
