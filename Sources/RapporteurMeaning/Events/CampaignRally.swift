import RapporteurCore

/// A candidate's rally is a speech to his own, and no protest, unless it is against something.
struct CampaignRally: Sendable {
  let clauses: ClauseReader
  let participants: ParticipantReader
  let tone: ContestTone

  /// Whether a candidate event is one.
  func covers(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .protest, candidate.mode == "demo",
      candidate.trigger.contains(where: { clauses.lemma($0) == "rally" }),
      candidate.clause.heads(after: ["against", "outside", "over"]).isEmpty
    else { return false }
    let actors = candidate.actors.map { participants.actors.actor($0.actor) }
    if tone.isContest {
      return actors.allSatisfy { $0.kind != .group } || actors.contains { $0.kind == .person }
    }
    return !actors.isEmpty && actors.allSatisfy { $0.kind == .person && isPolitician($0) }
  }

  private func isPolitician(_ actor: Actor) -> Bool {
    !Set(["GOV", "LEG", "PTY", "ELI"]).isDisjoint(with: actor.sectors)
  }
}
