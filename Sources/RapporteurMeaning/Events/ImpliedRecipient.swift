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

  private let actors: ActorTable
  private let scene: SceneCountry
  private let states: [String: Actor.ID]

  init(_ annotated: AnnotatedReport, actors: ActorTable, places: [Place]) {
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
    guard ImpliedRecipient.diplomatic.contains(candidate.type), acting.allSatisfy(isOfficial),
      let other = counterpart(of: own), let state = states[other]
    else { return nil }
    return (state, "rule:recipient-is-the-other-state")
  }

  /// "Their deputies would meet", "the two signed": all parties stand on one side already.
  private func isMutual(_ candidate: EventCandidate) -> Bool {
    let wasMeeting = candidate.rejected.contains { $0.hasPrefix("CONSULT:") }
    return wasMeeting || candidate.actors.count > 1 && [.agree, .support].contains(candidate.type)
  }

  private func isOfficial(_ actor: Actor) -> Bool {
    actor.kind == .state || !ImpliedRecipient.official.isDisjoint(with: actor.sectors)
  }

  private func counterpart(of own: Set<String>) -> String? {
    if let pair = scene.pair, own.isSubset(of: pair) {
      let others = pair.filter { !own.contains($0) }
      return others.count == 1 ? others[0] : nil
    }
    return scene.country.flatMap { own.contains($0) ? nil : $0 }
  }
}
