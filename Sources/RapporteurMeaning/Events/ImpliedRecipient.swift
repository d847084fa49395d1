import RapporteurCore

/// Whom an act is done to where its clause does not say and the report leaves little doubt.
///
/// Two rules, both for actors of a known state and both without words of their own:
/// an act of force or withdrawal in another state's place is done to that state ("the withdrawal of American forces
/// from Panama"); and what a government says or does in a report about two states, it does to the other one ("India
/// dropped its claim").
struct ImpliedRecipient: Sendable {
  private static let physical: Set<EventType> = [.assault, .coerce, .retreat, .sanction]
  private static let diplomatic: Set<EventType> = [
    .agree, .support, .aid, .concede, .request, .accuse, .reject, .threaten, .sanction,
  ]
  private static let official: Set<String> = ["GOV", "MIL", "LEG"]
  /// Codes of organisations of states, which have no sector themselves.
  private static let international: Set<String> = ["IGO", "UNO", "EUR"]

  private let annotated: AnnotatedReport
  private let classes: WordClasses
  private let places: [Place]
  private let actors: ActorTable
  private let scene: SceneCountry
  private let states: [String: Actor.ID]

  init(_ annotated: AnnotatedReport, classes: WordClasses, actors: ActorTable, places: [Place]) {
    self.annotated = annotated
    self.classes = classes
    self.places = places
    self.actors = actors
    scene = SceneCountry(annotated, places: places)
    states = Dictionary(
      actors.actors.compactMap { actor in
        actor.kind == .state ? actor.country.map { ($0, actor.id) } : nil
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The recipient that a candidate without one has, and the rule that says so.
  func recipient(of candidate: EventCandidate, at place: Place?) -> (actor: Actor.ID, rule: String)? {
    guard candidate.recipients.isEmpty, !candidate.actors.isEmpty, !isMutual(candidate) else { return nil }
    let acting = candidate.actors.map { actors.actor($0.actor) }
    let own = Set(acting.compactMap(\.country))
    guard !own.isEmpty else { return nil }
    if ImpliedRecipient.physical.contains(candidate.type), let there = place?.resolution?.country,
      !own.contains(there), let state = states[there]
    {
      return (state, "rule:recipient-of-the-place")
    }
    if let place = goal(of: candidate, besides: own) { return (place, "rule:recipient-of-the-goal") }
    guard !isShared(candidate) else { return nil }
    guard ImpliedRecipient.diplomatic.contains(candidate.type) || closesBorder(candidate),
      acting.allSatisfy(isOfficial),
      let other = counterpart(of: own) ?? helped(by: candidate, of: own), let state = states[other],
      isKnown(state, before: candidate.head)
    else { return nil }
    return (state, "rule:recipient-is-the-other-state")
  }

  /// "Their deputies would meet", "the two signed": all parties stand on one side already.
  private func isMutual(_ candidate: EventCandidate) -> Bool {
    let wasMeeting = candidate.rejected.contains { $0.hasPrefix("CONSULT: stated") }
    return wasMeeting
      || candidate.actors.count > 1 && [.agree, .support].contains(candidate.type)
        && !isPromisedHelp(candidate)
  }

  /// "Recalled its envoy from Oslo", "will travel to Oslo": the state of the town.
  private func goal(of candidate: EventCandidate, besides own: Set<String>) -> Actor.ID? {
    let isVisit = candidate.isVisit
    let isRecall = candidate.type == .sanction && candidate.mode == "withdraw"
    guard isVisit || isRecall else { return nil }
    let heads = candidate.clause.heads(after: isRecall ? ["from", "in", "to"] : ["to", "in"])
    for head in heads + (isVisit ? candidate.clause.objects : []) {
      let span = annotated.tokens[head].span
      let place = places.first { $0.form == .toponym && $0.spans.contains { $0.overlaps(span) } }
      if let country = place?.resolution?.country, !own.contains(country), let state = states[country] {
        return state
      }
    }
    return nil
  }

  /// "Welcomed the agreement": what both have made is of neither.
  private func isShared(_ candidate: EventCandidate) -> Bool {
    candidate.type == .support
      && candidate.clause.objects.contains { object in
        classes.contains(annotated.tokens[object].lemma.lowercased(), in: "AGREEMENT")
          || classes.contains(annotated.tokens[object].lemma.lowercased(), in: "TALKS")
      }
  }

  /// A state that closes its border closes it to its neighbour.
  private func closesBorder(_ candidate: EventCandidate) -> Bool {
    candidate.type == .coerce && candidate.mode == "restrict"
      && candidate.clause.objects.contains {
        ["border", "frontier", "crossing", "airspace"].contains(annotated.tokens[$0].lemma.lowercased())
      }
  }

  /// Whether the state was spoken of when the act is told: a reader takes no party from further down.
  private func isKnown(_ state: Actor.ID, before token: Int) -> Bool {
    actors.actor(state).mentions.contains { $0.head < token }
  }

  private func isOfficial(_ actor: Actor) -> Bool {
    actor.kind == .state || actor.country.map(ImpliedRecipient.international.contains) == true
      || !ImpliedRecipient.official.isDisjoint(with: actor.sectors)
  }

  /// Help always goes to someone: the state that the report names most, besides the helper's.
  private func helped(by candidate: EventCandidate, of own: Set<String>) -> String? {
    candidate.type == .aid || isPromisedHelp(candidate) ? scene.named.first { !own.contains($0) } : nil
  }

  /// "Offered 40,000 tonnes of maize", "have each promised a field hospital".
  private func isPromisedHelp(_ candidate: EventCandidate) -> Bool {
    candidate.type == .agree && candidate.cameo.hasPrefix("033")
  }

  private func counterpart(of own: Set<String>) -> String? {
    if let pair = scene.pair, own.isSubset(of: pair) {
      let others = pair.filter { !own.contains($0) }
      return others.count == 1 ? others[0] : nil
    }
    return scene.country.flatMap { own.contains($0) ? nil : $0 }
  }
}
