import RapporteurCore

/// Finds the participants in the slots that a frame names.
struct SlotReader {
  let clauses: ClauseReader
  let participants: ParticipantReader
  let clause: Clause
  let inner: EventCandidate?

  /// The participants of the first group that has any.
  func participants(_ groups: [[Frame.Slot]]) -> [Event.Participant] {
    for group in groups {
      var found: [Event.Participant] = []
      for slot in group {
        for participant in filled(slot) where !found.contains(where: { $0.actor == participant.actor }) {
          found.append(participant)
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func filled(_ slot: Frame.Slot) -> [Event.Participant] {
    switch slot {
    case .subject: participants.participants(of: clause.subjects)
    case .object: participants.participants(of: clause.objects)
    case .indirectObject: participants.participants(of: clause.indirectObjects)
    case .possessor: participants.participants(of: clause.possessors)
    case .modifier: clause.modifiers.flatMap { participants.named($0) }
    case .preposition(let word) where ["in", "at"].contains(word) && !isAim(word):
      clause.heads(after: [word]).flatMap { participants.named($0) }
    case .preposition(let word):
      participants.participants(of: clause.heads(after: [word]).filter { !isClausal($0) })
    case .complementSubject: complementSubjects()
    case .complementRecipient:
      (inner?.recipients ?? []) + (inner?.recipients.isEmpty == false ? [] : inner?.actors ?? [])
    }
  }

  /// The nearest actor inside what the event is about, where no slot names a recipient: "agreed to an
  /// extension of the
  /// mandate in X". Conditions, relative clauses and the actors themselves are passed over.
  func recipientInside(
    _ topics: [Int], besides actors: [Event.Participant], mustBeKnown: Bool = false
  ) -> [Event.Participant] {
    var waiting = topics
    var next = 0
    while next < waiting.count {
      let head = waiting[next]
      next += 1
      let isNamed = !participants.named(head).isEmpty
      let phrase = isNamed ? participants.participants(of: head) : []
      let found = phrase.filter { p in
        !actors.contains { $0.actor == p.actor }
          && (!mustBeKnown || participants.isKnown(p.actor, before: head))
      }
      if !found.isEmpty { return found }
      waiting += clauses.annotated.children(of: head).filter { !isAside($0) }
    }
    return []
  }

  private func isAside(_ token: Int) -> Bool {
    let word = clauses.tokens[token]
    if word.relation == .parataxis || word.deprel.subtype == "relcl" { return true }
    return word.relation == .advcl && clauses.mark(of: token) != "to"
  }

  /// "Threw stones at a police post": whom it was aimed at, where "at" elsewhere says where something is.
  private func isAim(_ preposition: String) -> Bool {
    preposition == "at" && clauses.classes.contains(clauses.lemma(clause.token), in: "AIMING")
  }

  private func isClausal(_ token: Int) -> Bool { clauses.tokens[token].relation == .advcl }

  private func complementSubjects() -> [Event.Participant] {
    guard let complement = clause.complement else { return [] }
    let own = clauses.annotated.children(of: complement, .nsubj)
    return participants.participants(of: own)
  }

  /// Where the actor stands when the row does not say.
  static func defaultActor(_ frame: Frame, _ type: EventType) -> [[Frame.Slot]] {
    switch frame.partOfSpeech {
    case .verb, .adjective: return [[.subject]]
    case .noun:
      let shared: [Frame.Slot] = [.preposition("between"), .preposition("among")]
      return [[.subject], shared, [.preposition("by")], [.possessor], [.modifier], [.preposition("from")]]
    }
  }

  /// Where the recipient stands when the row does not say.
  static func defaultRecipient(_ frame: Frame, _ type: EventType) -> [[Frame.Slot]] {
    let against: [Frame.Slot] = [.preposition("against"), .preposition("on"), .preposition("upon")]
    if frame.partOfSpeech == .noun {
      return [
        [.indirectObject], against, [.preposition("to"), .preposition("with")], [.preposition("of")],
        [.preposition("at"), .preposition("for"), .preposition("from")], [.preposition("in")],
      ]
    }
    switch type {
    case .request:
      return [
        [.indirectObject], [.preposition("on"), .preposition("upon"), .preposition("from")],
        [.complementSubject], [.preposition("to")], [.object], [.preposition("for")], [.complementRecipient],
        [.preposition("with")],
      ]
    case .threaten, .agree, .reject:
      return [
        [.indirectObject], [.object], [.preposition("to"), .preposition("against"), .preposition("with")],
        [.complementRecipient],
        [.preposition("on"), .preposition("for"), .preposition("from"), .preposition("of")],
      ]
    case .protest:
      return [against, [.preposition("over"), .preposition("at"), .preposition("outside")], [.object]]
    default:
      return [
        [.indirectObject], [.object], [.preposition("against"), .preposition("on"), .preposition("upon")],
        [.preposition("to"), .preposition("with")],
        [.preposition("at"), .preposition("from"), .preposition("of")],
        [.preposition("for"), .preposition("into"), .preposition("in")], [.complementRecipient],
      ]
    }
  }
}
