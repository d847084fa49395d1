public import RapporteurCore

/// Says what each response is about: the events and claims that its content repeats or that stand before it.
public struct ResponseLinker: Sendable {
  /// Makes a linker.
  public init() {}

  /// The claims with `about` filled for responses: ids of events first, then of claims.
  ///
  /// - Complexity: Linear in claims and events times the responses.
  public func link(_ claims: [Claim], to events: [Event], in annotated: AnnotatedReport) -> [Claim] {
    guard claims.contains(where: { $0.response != nil }) else { return claims }
    let links = ResponseLinks(claims: claims, events: events, annotated: annotated)
    return claims.map { claim in
      claim.response == nil ? claim : claim.with(about: links.subjects(of: claim))
    }
  }
}

/// The candidates that responses can be about.
///
/// A response whose words name acts is about these acts; one that points back ("it", "the allegation") is about the claim
/// before it and the acts in that claim; one that answers nothing that stands in the record is about nothing.
struct ResponseLinks {
  let claims: [Claim]
  let events: [Event]
  let annotated: AnnotatedReport

  /// What a response is about.
  func subjects(of response: Claim) -> [Claim.Subject] {
    let own = events.filter { holds(response.content, $0) && !isSpeech($0) }
    let place = start(of: response)
    let inside = claims.filter { $0.parent == response.id && $0.cue.kind != .factive && isSaying($0) }
    if !own.isEmpty {
      let told = echoes(of: own, before: place)
      return unique((told.isEmpty ? own : told).map { .event($0.id) }) + inside.map { .claim($0.id) }
    }
    if !inside.isEmpty { return inside.map { .claim($0.id) } }
    if let target = target(of: response, at: place) {
      return unique(events.filter { isCarried($0, by: target) && !isSpeech($0) }.map { .event($0.id) })
        + [.claim(target.id)]
    }
    return named(by: response, before: place).map { [.event($0.id)] } ?? []
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
    let earlier = events.filter { start($0) < place }
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
    return events.last { start($0) < place && !isSpeech($0) && words.contains($0.trigger.lemma) }
  }

  // MARK: Claims

  /// The claim that the response answers: the nearest before it, of somebody else.
  private func target(of response: Claim, at place: Int) -> Claim? {
    let earlier = claims.filter { claim in
      claim.id != response.id && claim.response == nil && claim.id != response.parent
        && start(of: claim) < place
        && (!claim.content.isEmpty || events.contains { $0.claims.contains(claim.id) })
        && (claim.source.actors.isEmpty || Set(claim.source.actors).isDisjoint(with: response.source.actors))
    }.sorted { start(of: $0) < start(of: $1) }
    if isSilent(response) { return earlier.last { near(start(of: $0), place, within: 1) } }
    if pointsBack(response) { return earlier.last { near(start(of: $0), place, within: 6) } }
    let words = contentWords(response)
    return earlier.last { !contentWords($0).isDisjoint(with: words) }
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
    annotated.sentences.lastIndex { $0.span.start <= position } ?? 0
  }

  /// Whether the content is nothing but a pronoun, or a noun for what others say: "it", "the allegation".
  private func pointsBack(_ response: Claim) -> Bool {
    guard let first = response.content.first else { return !isSilent(response) }
    let tokens = annotated.tokens(in: first)
    guard let start = tokens.first, let end = tokens.last else { return true }
    let top = annotated.topToken(of: start..<(end + 1))
    if annotated.tokens[top].upos == .pron { return true }
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

  private func start(_ event: Event) -> Int { event.trigger.spans.first?.start ?? 0 }

  private func start(of claim: Claim) -> Int {
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
private let lightVerbs: Set<String> = ["have", "be", "do", "say", "make", "take", "give", "get", "go"]
