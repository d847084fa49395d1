import RapporteurCore

/// Warnings of what somebody else will do, or what will happen: "warned that rebels would attack", "that floods would
/// destroy the bridge". Only who warns of his own acts threatens.
struct ForeignWarning: Sendable {
  let clauses: ClauseReader
  let participants: ParticipantReader

  /// Sectors that act for their state: what they warn of, the state will do.
  private static let official: Set<String> = ["GOV", "MIL", "LEG", "COP", "JUD"]
  /// What the one who is threatened will do.
  private static let suffering: Set<String> = ["face", "pay", "suffer", "regret", "bear", "lose"]

  /// Whether a frame of threat fits a warning of another's act. A passive hides its agent, who may well be the speaker.
  func covers(_ frame: Frame, _ clause: Clause) -> Bool {
    guard frame.type == .threaten, ["warn", "caution", "admonish"].contains(clauses.lemma(clause.token)),
      let act = clause.complement, !clauses.clause(of: act).isPassive,
      !ForeignWarning.suffering.contains(clauses.lemma(act))
    else { return false }
    let subjects = clauses.annotated.children(of: act, .nsubj)
    let agents = participants.participants(of: subjects).map { participants.actors.actor($0.actor) }
    let speakers = participants.participants(of: clause.subjects).map { participants.actors.actor($0.actor) }
    if agents.isEmpty { return !subjects.isEmpty && !subjects.contains(where: participants.isActorLike) }
    return !speakers.isEmpty && !agents.contains { agent in speakers.contains { areOne(agent, $0) } }
  }

  private func areOne(_ agent: Actor, _ speaker: Actor) -> Bool {
    if agent.id == speaker.id { return true }
    let isOfficial = agent.kind == .state || !ForeignWarning.official.isDisjoint(with: agent.sectors)
    return isOfficial && agent.country != nil && agent.country == speaker.country
  }
}
