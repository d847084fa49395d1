import RapporteurCore

/// PLOVER's conversions of what is yet to come, and of what ought to be.
///
/// Source: PLOVER manual 2.0: future CONSULT, SUPPORT, COOPERATE and AID are AGREE, future RETREAT is
/// CONCEDE; a
/// conflict that its own agent announces is THREATEN.
struct FutureRules: Sendable {
  let clauses: ClauseReader
  let participants: ParticipantReader

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The candidate as it is coded given its stance; nil where nothing is left to code.
  func apply(_ stance: StatusReader.Stance, to given: EventCandidate) -> EventCandidate {
    var candidate = given
    candidate.status.formUnion(stance.status)
    guard stance.isFuture || stance.status.contains(.future) && isNeverFuture(candidate.type) else {
      return candidate
    }
    guard !stance.status.contains(.negation), !isConversionBlocked(candidate) else {
      candidate.status.insert(.future)
      return candidate
    }
    switch candidate.type {
    case .consult, .support, .cooperate, .aid:
      convert(&candidate, to: .agree, mode: nil, cameo: ModeComposition.agree(given.type))
    case .retreat:
      convert(&candidate, to: .concede, mode: nil, cameo: "080")
    case .protest where !hasCondition(candidate.head), .mobilize where !hasCondition(candidate.head):
      candidate.status.insert(.future)
    case .protest, .mobilize, .sanction, .coerce, .assault,
      .accuse where isGoingToCourt(candidate):
      guard isOwnWord(candidate) else {
        candidate.status.insert(.future)
        return candidate
      }
      let threat = ModeComposition.threaten(given.type, mode: given.mode)
      convert(&candidate, to: .threaten, mode: threat.mode, cameo: threat.cameo)
    case .reject: break
    case .agree where annotated.tokens[candidate.head].upos == .adj: break  // "would be ready to"
    default: candidate.status.insert(.future)
    }
    return candidate
  }

  /// Types that are another type as long as they are yet to come, however that is said ("a planned visit").
  private func isNeverFuture(_ type: EventType) -> Bool {
    [.consult, .support, .cooperate, .aid, .retreat].contains(type)
  }

  /// "Said they would sue": who announces a charge threatens with it.
  /// A prosecutor who announces a charge does his office.
  private func isGoingToCourt(_ candidate: EventCandidate) -> Bool {
    candidate.mode == "allege"
      && !candidate.actors.contains { participants.actors.actor($0.actor).sectors.contains("JUD") }
  }

  /// "would" in a conditional main clause of another's mouth stays hypothetical.
  private func isConversionBlocked(_ candidate: EventCandidate) -> Bool {
    candidate.status.contains(.hypothetical) && candidate.type.quad == 4
  }

  private func convert(_ candidate: inout EventCandidate, to type: EventType, mode: String?, cameo: String) {
    candidate.rejected.append("\(candidate.type.rawValue): stated as yet to come")
    candidate.rules.append("rule:future-\(type.rawValue.lowercased())")
    if type != .threaten { candidate.status.insert(.future) }
    candidate.type = type
    candidate.mode = mode
    candidate.cameo = cameo
  }

  /// Whether the agent itself says that it will act: no speaker at all, or the same actor as speaker. A
  /// speaker who
  /// announces a decision of conflict ("announced it would expel") has taken it: that is no threat.
  private func isOwnWord(_ candidate: EventCandidate) -> Bool {
    guard let speech = speech(over: candidate.head) else { return true }
    if clauses.classes.contains(clauses.lemma(speech), in: "DECREEING") {
      return hasCondition(candidate.head)
    }
    let speakers = participants.participants(of: clauses.surfaceSubjects(of: speech)).map(\.actor)
    if speakers.isEmpty { return false }
    let agents = candidate.actors.map(\.actor)
    if agents.contains(where: { speakers.contains($0) }) { return true }
    let countries = Set(speakers.compactMap { participants.actors.actor($0).country })
    let own = Set(agents.compactMap { participants.actors.actor($0).country })
    return !countries.isDisjoint(with: own)
  }

  private func hasCondition(_ token: Int) -> Bool {
    annotated.children(of: token, .advcl).contains { ["if", "unless"].contains(clauses.mark(of: $0) ?? "") }
  }

  /// The verb of saying in whose content a trigger stands.
  private func speech(over token: Int) -> Int? {
    var current = token
    while let head = annotated.tokens[current].head {
      if annotated.tokens[current].relation == .ccomp { return head }
      if annotated.tokens[current].relation == .parataxis { return nil }
      current = head
    }
    return nil
  }
}
