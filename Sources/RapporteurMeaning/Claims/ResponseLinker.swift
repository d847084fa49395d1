public import RapporteurCore

/// Says what each response is about: the events and claims that its content repeats or that stand before it.
public struct ResponseLinker: Sendable {
  /// Makes a linker.
  public init() {}

  /// The claims with `about` filled for responses: ids of events first, then of claims.
  ///
  /// - Complexity: Linear in claims and events: a response looks at a bounded number of them.
  public func link(_ claims: [Claim], to events: [Event], in annotated: AnnotatedReport) -> [Claim] {
    guard claims.contains(where: { $0.response != nil }) else { return claims }
    return claims.indices.map { index in
      guard claims[index].response != nil else { return claims[index] }
      let links = around(index, of: claims, events, annotated)
      return claims[index].with(about: links.subjects(of: claims[index]))
    }
  }

  /// The claims and events around a response, as far as it can reach: a long report has thousands.
  private func around(_ index: Int, of claims: [Claim], _ events: [Event], _ annotated: AnnotatedReport)
    -> ResponseLinks
  {
    let range = max(0, index - ResponseLinks.reachBack)..<min(claims.count, index + ResponseLinks.reachAhead)
    let first = range.lowerBound == 0 ? 0 : ResponseLinks.start(of: claims[range.lowerBound])
    let last = range.upperBound == claims.count ? Int.max : ResponseLinks.start(of: claims[range.upperBound])
    let near = events.filter { first <= ResponseLinks.start($0) && ResponseLinks.start($0) < last }
    return ResponseLinks(claims: Array(claims[range]), events: near, annotated: annotated)
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

  /// What a response is about.
  func subjects(of response: Claim) -> [Claim.Subject] {
    let own = events.filter { holds(response.content, $0) && !isSpeech($0) }
    let place = Self.start(of: response)
    let inside = claims.filter { $0.parent == response.id && $0.cue.kind != .factive && isSaying($0) }
    if !own.isEmpty {
      let told = echoes(of: own, before: place)
      let acts = told.isEmpty ? own : told
      let claims = inside.isEmpty ? teller(of: acts, before: response, at: place).map { [$0] } ?? [] : inside
      return unique(acts.map { .event($0.id) } + claims.map { .claim($0.id) })
    }
    if !inside.isEmpty { return inside.map { .claim($0.id) } }
    if let target = target(of: response, at: place).map({ innermost($0, besides: response) }) {
      return unique(events.filter { isCarried($0, by: target) && !isSpeech($0) }.map { .event($0.id) })
        + [.claim(target.id)]
    }
    return named(by: response, before: place).map { [.event($0.id)] } ?? answered(by: response, at: place)
  }

  /// Who had told the acts that a denial or confirmation names: the nearest earlier claim of somebody else that carries
  /// one of them, else one that speaks of the same.
  private func teller(of acts: [Event], before response: Claim, at place: Int) -> Claim? {
    guard !isSilent(response) else { return nil }
    let earlier = others(than: response, before: place).filter { near(Self.start(of: $0), place, within: 8) }
    if let carrier = earlier.last(where: { claim in acts.contains { isCarried($0, by: claim) } }) {
      return innermost(carrier, besides: response)
    }
    let words = contentWords(response)
    return earlier.last {
      near(Self.start(of: $0), place, within: 3) && contentWords($0).intersection(words).count > 1
    }
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
    return near.map { [.claim(innermost($0, besides: response).id)] } ?? []
  }

  // MARK: Claims

  /// The claim that the response answers: the nearest before it, of somebody else.
  private func target(of response: Claim, at place: Int) -> Claim? {
    let earlier = others(than: response, before: place)
    if isSilent(response) {
      if asksOn(response) {
        return before(response, place).last { near(Self.start(of: $0), place, within: 1) }
      }
      let told = (earlier + relayed(of: response, before: place))
        .filter { near(Self.start(of: $0), place, within: 2) }
        .sorted { Self.start(of: $0) < Self.start(of: $1) }
      return told.last { names($0, response.source.actors) }
        ?? told.last { near(Self.start(of: $0), place, within: 1) }
    }
    if response.response == .retracted, let own = own(before: response, at: place) { return own }
    if pointsAtReport(response), let report = earlier.last(where: { $0.medium == .writing }) { return report }
    if pointsBack(response) { return earlier.last { near(Self.start(of: $0), place, within: 6) } }
    let words = contentWords(response)
    return earlier.last { !contentWords($0).isDisjoint(with: words) }
  }

  /// What who takes something back had said: his last claim or answer.
  private func own(before response: Claim, at place: Int) -> Claim? {
    claims.filter { claim in
      claim.id != response.id && Self.start(of: claim) < place && !claim.content.isEmpty
        && !Set(claim.source.actors).isDisjoint(with: response.source.actors)
    }.max { Self.start(of: $0) < Self.start(of: $1) }
  }

  /// "the report", "that article": something in print, not what was said last.
  private func pointsAtReport(_ response: Claim) -> Bool {
    guard let first = response.content.first else { return false }
    return annotated.tokens(in: first).prefix(2).contains {
      ["report", "article", "story", "publication"].contains(annotated.tokens[$0].lemma)
    }
  }

  /// "P, a ministry said, Tass reported": what is answered is the ministry's, not the report of it.
  private func innermost(_ claim: Claim, besides response: Claim) -> Claim {
    var current = claim
    for _ in 0..<8 {
      let inner = claims.first { child in
        child.parent == current.id && child.id != response.id && child.response == nil
          && Set(child.source.actors).isDisjoint(with: response.source.actors)
          && length(of: child) * 2 >= length(of: current)
      }
      guard let inner else { return current }
      current = inner
    }
    return current
  }

  private func length(of claim: Claim) -> Int { claim.content.reduce(0) { $0 + $1.length } }

  /// What others say that the silent one had said.
  private func relayed(of response: Claim, before place: Int) -> [Claim] {
    before(response, place).filter { claim in
      claim.parent != nil && !Set(claim.source.actors).isDisjoint(with: response.source.actors)
    }
  }

  /// Whether a claim is about one of the actors, by an act that it carries.
  private func names(_ claim: Claim, _ actors: [Actor.ID]) -> Bool {
    let parties = events.lazy.filter { isCarried($0, by: claim) }.flatMap { people($0) }
    return parties.contains { actors.contains($0) } || !Set(claim.source.actors).isDisjoint(with: actors)
  }

  /// "declined to say how": of what was said last, by himself too.
  private func asksOn(_ response: Claim) -> Bool {
    guard let first = response.content.first, let token = annotated.tokens(in: first).first else {
      return false
    }
    return ["how", "which", "who", "what", "when", "why", "where"].contains(annotated.lower(token))
  }

  private func before(_ response: Claim, _ place: Int) -> [Claim] {
    claims.filter {
      $0.id != response.id && $0.response == nil && Self.start(of: $0) < place && $0.id != response.parent
    }
    .sorted { Self.start(of: $0) < Self.start(of: $1) }
  }

  /// The claims before the response of somebody else, in text order.
  private func others(than response: Claim, before place: Int) -> [Claim] {
    claims.filter { claim in
      claim.id != response.id && claim.response == nil && claim.id != response.parent
        && Self.start(of: claim) < place
        && (!claim.content.isEmpty || events.contains { $0.claims.contains(claim.id) })
        && (claim.source.actors.isEmpty || Set(claim.source.actors).isDisjoint(with: response.source.actors))
    }.sorted { Self.start(of: $0) < Self.start(of: $1) }
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
private let lightVerbs: Set<String> = ["have", "be", "do", "say", "make", "take", "give", "get", "go"]
