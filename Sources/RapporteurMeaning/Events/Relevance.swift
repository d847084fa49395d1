import RapporteurCore

/// Tells public life from private and commercial life: PLOVER codes what states, bodies and organised people do.
///
/// Talk among private persons and what nobody does to nobody are no events, however their verbs read.
struct Relevance: Sendable {
  let actors: ActorTable

  /// Sectors of those who govern, fight, judge, represent or organise.
  private static let publicSectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "OPP", "ELI", "LAB", "REF", "REL",
    "SOC",
    "PRE", "AGR", "CRM",
  ]
  /// Acts that are told without anyone who does or suffers them: "a bomb went off", "a curfew was imposed".
  private static let anonymousModes: Set<String> = [
    "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "curfew",
    "martial-law", "riot", "vandalize", "access", "ceasefire", "beat", "torture", "sexual", "abduct",
  ]
  private static let constructs: Set<String> = ["IGO", "NGO", "ISM", "IMG", "UNO", "EUR"]

  /// Whether the participants make an act of that type an event.
  ///
  /// Where nobody is named, only narrow frames and acts that are told so ("a curfew was imposed") do.
  func admits(_ candidate: EventCandidate) -> Bool {
    let involved = (candidate.actors + candidate.recipients).map { actors.actor($0.actor) }
    if involved.isEmpty {
      let mayBeBare: Set<EventType> = [.coerce, .sanction, .reject, .retreat]
      let isTold = candidate.clause.isPassive && !candidate.clause.objects.isEmpty
      return mayBeBare.contains(candidate.type) && candidate.weight >= 3
        || isTold && candidate.type == .retreat
        || Relevance.anonymousModes.contains(candidate.mode ?? "")
    }
    if involved.contains(where: isPublic) { return true }
    // What courts and police do to someone is public, whoever it is, and so is what people and firms do to each other
    // in a report that is about it; talk and promises among private persons are not.
    return ![.consult, .agree].contains(candidate.type) || !involved.allSatisfy(isPrivate)
  }

  /// Whether an actor governs, fights, judges, represents or organises, or is a state or a body of states.
  func isPublic(_ actor: Actor) -> Bool {
    if actor.kind == .state { return true }
    if let country = actor.country, Relevance.constructs.contains(country), actor.sectors != ["BUS"] {
      return true
    }
    return !Relevance.publicSectors.isDisjoint(with: actor.sectors)
  }

  /// A person or people without a name, a public role or an organisation.
  private func isPrivate(_ actor: Actor) -> Bool {
    [.person, .group].contains(actor.kind) && actor.anonymity != .named
      && (actor.sectors == ["CVL"] || actor.sectors.isEmpty && actor.country == nil)
  }
}
