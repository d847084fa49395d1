import RapporteurCore

/// A party's call to end its own conflict is AGREE: "called for a truce with Malta", "urged an end to its war with Malta".
///
/// Source: PLOVER manual 2.0, the chapter of AGREE.
struct OwnPeaceRule {
  let clauses: ClauseReader
  let participants: ParticipantReader

  /// The candidate, as AGREE with the other party where it asks for its own peace.
  func apply(to given: EventCandidate) -> EventCandidate {
    guard given.type == .request, !given.actors.isEmpty else { return given }
    let others = given.topics.flatMap(counterparts).filter { other in
      !given.actors.contains { $0.actor == other.actor }
    }
    guard !others.isEmpty else { return given }
    var candidate = given
    candidate.rejected.append("REQUEST: the conflict is its own")
    candidate.type = .agree
    candidate.mode = nil
    candidate.cameo = "035"
    candidate.recipients = others
    candidate.rules.append("rule:own-peace")
    return candidate
  }

  /// Those with whom a truce or an end of fighting is wanted.
  private func counterparts(_ topic: Int) -> [Event.Participant] {
    let annotated = clauses.annotated
    guard clauses.classes.contains(clauses.lemma(topic), in: "PEACE") else { return [] }
    let fights = annotated.children(of: topic, .nmod).filter {
      ["to", "in", "of"].contains(clauses.preposition(of: $0))
    }
    return ([topic] + fights).flatMap { head in
      annotated.children(of: head, .nmod).filter { clauses.preposition(of: $0) == "with" }
    }.flatMap { participants.participants(of: $0) }
  }
}
