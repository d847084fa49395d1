import RapporteurCore

/// Politicians attack each other in words: "the senator attacked the governor" is ACCUSE, and "the two clashed" no event.
///
/// Those who argue are persons, media and parties, and in a contest campaigns and other bodies; those who are argued with are no state and no armed body. In a report
/// about a contest for votes that is enough; elsewhere both sides must be of public life.
struct WarOfWords: Sendable {
  let clauses: ClauseReader
  let participants: ParticipantReader
  let tone: ContestTone

  private static let armed: Set<String> = ["MIL", "COP", "REB", "UAF", "PRM", "SPY", "CRM"]
  private static let debating: Set<String> = ["PTY", "LEG", "OPP", "JRN"]
  private static let publicLife: Set<String> = ["GOV", "LEG", "PTY", "OPP", "ELI", "JUD", "JRN"]

  /// The candidate; as ACCUSE where it is an attack in words on someone; nil where it is a contest of words.
  func apply(to given: EventCandidate) -> EventCandidate? {
    guard given.type == .assault, isFight(given), isAmongTalkers(given) else { return given }
    let isCriticism = given.trigger.contains { clauses.classes.contains(clauses.lemma($0), in: "CRITICISM") }
    guard isCriticism, !given.actors.isEmpty, !given.recipients.isEmpty else { return nil }
    var candidate = given
    candidate.rejected.append("ASSAULT: among those who argue")
    candidate.type = .accuse
    candidate.mode = "disapprove"
    candidate.cameo = "111"
    candidate.rules.append("rule:war-of-words")
    return candidate
  }

  /// A word that may mean a quarrel, without a weapon or a "physically" beside it.
  private func isFight(_ candidate: EventCandidate) -> Bool {
    guard candidate.mode == nil || candidate.mode == "beat" else { return false }
    if candidate.clause.particles.contains("physically") { return false }
    return candidate.trigger.contains { clauses.classes.contains(clauses.lemma($0), in: "VERBAL_COMBAT") }
  }

  private func isAmongTalkers(_ candidate: EventCandidate) -> Bool {
    let doers = candidate.actors.map { participants.actors.actor($0.actor) }
    let others = candidate.recipients.map { participants.actors.actor($0.actor) }
    guard doers.allSatisfy(argues), others.allSatisfy(isArguedWith) else { return false }
    if tone.isContest { return !doers.isEmpty || !others.isEmpty && others.allSatisfy(isOfPublicLife) }
    return doers.count + others.count > 1 && !doers.isEmpty && (doers + others).allSatisfy(isOfPublicLife)
  }

  private func argues(_ actor: Actor) -> Bool {
    if actor.kind == .person { return tone.isContest || !isArmed(actor) }
    if tone.isContest, actor.kind == .organisation, !isArmed(actor) { return true }
    return actor.kind == .media || !WarOfWords.debating.isDisjoint(with: actor.sectors) && !isArmed(actor)
  }

  private func isArguedWith(_ actor: Actor) -> Bool {
    actor.kind != .state && (!isArmed(actor) || actor.kind == .person && tone.isContest)
  }

  private func isArmed(_ actor: Actor) -> Bool { !WarOfWords.armed.isDisjoint(with: actor.sectors) }

  private func isOfPublicLife(_ actor: Actor) -> Bool {
    actor.kind == .media || !WarOfWords.publicLife.isDisjoint(with: actor.sectors)
  }
}
