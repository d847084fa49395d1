import RapporteurCore

/// The actors that a record keeps: everyone who is named, acts or speaks, numbered in text order.
///
/// Unnamed descriptions that neither act nor speak are left out.
struct Cast {
  let actors: [Actor]
  private let newIDs: [Actor.ID: Actor.ID]

  init(_ all: [Actor], claims: [Claim], events: [Event]) {
    var used = Set(claims.flatMap(\.source.actors))
    for event in events {
      used.formUnion(event.actors.map(\.actor))
      used.formUnion(event.recipients.map(\.actor))
    }
    let kept = all.filter { $0.anonymity == .named || used.contains($0.id) }
    let numbered = kept.enumerated().map { (old: $0.element, id: Actor.ID($0.offset + 1)) }
    newIDs = Dictionary(numbered.map { ($0.old.id, $0.id) }, uniquingKeysWith: { first, _ in first })
    actors = numbered.map { $0.old.with(id: $0.id) }
  }

  /// The claim with the cast's ids.
  func renumber(_ claim: Claim) -> Claim {
    let source = Claim.Source(
      actors: claim.source.actors.compactMap { newIDs[$0] }, spans: claim.source.spans)
    return Claim(
      id: claim.id, parent: claim.parent, source: source, cue: claim.cue, content: claim.content,
      form: claim.form,
      kind: claim.kind, medium: claim.medium, platform: claim.platform, response: claim.response,
      about: claim.about, evidence: claim.evidence)
  }

  /// The event with the cast's ids.
  func renumber(_ event: Event) -> Event {
    Event(
      id: event.id, type: event.type, mode: event.mode, contexts: event.contexts, status: event.status,
      cameo: event.cameo, trigger: event.trigger, actors: event.actors.compactMap(renumber),
      recipients: event.recipients.compactMap(renumber), date: event.date, place: event.place,
      casualties: event.casualties, claims: event.claims, factuality: event.factuality, why: event.why)
  }

  private func renumber(_ participant: Event.Participant) -> Event.Participant? {
    newIDs[participant.actor].map { Event.Participant(actor: $0, spans: participant.spans) }
  }
}

extension Actor {
  fileprivate func with(id: Actor.ID) -> Actor {
    Actor(
      id: id, name: name, kind: kind, country: country, sectors: sectors, anonymity: anonymity,
      anonymityReason: anonymityReason, offices: offices, mentions: mentions)
  }
}
