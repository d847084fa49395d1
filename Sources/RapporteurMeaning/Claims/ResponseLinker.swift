public import RapporteurCore

/// Says what each response is about: the events and claims that its content repeats or that stand before it.
public struct ResponseLinker: Sendable {
  /// Makes a linker.
  public init() {}

  /// The claims with `about` filled for responses: ids of events first, then of claims.
  ///
  /// - Complexity: Linear in claims and events: a response looks back at a bounded number of them.
  public func link(_ claims: [Claim], to events: [Event], in annotated: AnnotatedReport) -> [Claim] {
    guard claims.contains(where: { $0.response != nil }) else { return claims }
    let links = ResponseLinks(claims: claims, events: events, annotated: annotated)
    return claims.map { claim in
      claim.response == nil ? claim : claim.with(about: links.subjects(of: claim))
    }
  }
}

/// The candidates that responses can be about, events and claims both in text order.
struct ResponseLinks {
  /// A response looks back at so many claims and events at most.
  static let reach = 400

  let claims: [Claim]
  let events: [Event]
  let annotated: AnnotatedReport

  /// What a response is about.
  func subjects(of response: Claim) -> [Claim.Subject] {
    let own = response.content.flatMap { events(in: $0) }
    let place = response.evidence.spans.map(\.start).min() ?? 0
    let repeated = own.isEmpty ? [] : echoes(of: own, before: place)
    let named = repeated.isEmpty && own.isEmpty ? subjectsBefore(response, place) : own + repeated
    let carried = claimsBefore(response, place, carrying: named)
    return unique(named.map { .event($0.id) }) + carried.map { .claim($0.id) }
  }

  private func unique(_ subjects: [Claim.Subject]) -> [Claim.Subject] {
    var seen: Set<Claim.Subject> = []
    return subjects.filter { seen.insert($0).inserted }
  }

  private func events(in content: TextSpan) -> ArraySlice<Event> {
    let first = events.partitioningIndex { start($0) >= content.start }
    let last = events.partitioningIndex { start($0) >= content.end }
    return events[first..<max(first, last)]
  }

  /// The last events that start before a place, in text order.
  private func events(before place: Int) -> ArraySlice<Event> {
    events[..<events.partitioningIndex { start($0) >= place }].suffix(ResponseLinks.reach)
  }

  /// Events before the response that are of the type, or the lemma, and of an actor of the ones that it repeats.
  private func echoes(of own: [Event], before place: Int) -> [Event] {
    events(before: place).filter { event in
      own.contains { mine in
        mine.id != event.id && (mine.type == event.type || mine.trigger.lemma == event.trigger.lemma)
          && (people(mine).isEmpty || !people(mine).isDisjoint(with: people(event)))
      }
    }
  }

  /// The nearest event before that has the source in it, or else the first event before.
  private func subjectsBefore(_ response: Claim, _ place: Int) -> [Event] {
    let earlier = events(before: place)
    let source = Set(response.source.actors)
    if let own = earlier.last(where: { !people($0).isDisjoint(with: source) }) { return [own] }
    return (earlier.first ?? events.first).map { [$0] } ?? []
  }

  /// The nearest earlier claim of someone else that carries one of the events, or shares words with the content.
  private func claimsBefore(_ response: Claim, _ place: Int, carrying events: [Event]) -> [Claim] {
    let sources = Set(response.source.actors)
    let earlier = claims[..<claims.partitioningIndex { start($0) >= place }].suffix(ResponseLinks.reach).lazy
      .filter { claim in
        claim.id != response.id && claim.response == nil && claim.id != response.parent
          && (claim.source.actors.isEmpty || sources.isDisjoint(with: claim.source.actors))
      }
    let carriers = Set(events.flatMap(\.claims))
    if let carrier = earlier.last(where: { carriers.contains($0.id) }) { return [carrier] }
    let words = contentWords(response)
    guard !words.isEmpty else { return [] }
    return earlier.last { !contentWords($0).isDisjoint(with: words) }.map { [$0] } ?? []
  }

  private func contentWords(_ claim: Claim) -> Set<String> {
    var found: Set<String> = []
    for token in claim.content.lazy.flatMap(annotated.tokens(in:)) {
      if [.noun, .verb, .propn].contains(annotated.tokens[token].upos) {
        found.insert(annotated.tokens[token].lemma)
      }
    }
    return found
  }

  private func people(_ event: Event) -> Set<Actor.ID> {
    Set(event.actors.map(\.actor) + event.recipients.map(\.actor))
  }

  private func start(_ claim: Claim) -> Int { claim.evidence.spans.first?.start ?? 0 }

  private func start(_ event: Event) -> Int { event.trigger.spans.first?.start ?? 0 }
}
