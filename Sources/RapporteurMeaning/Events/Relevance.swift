import RapporteurCore

/// Tells public life from private and commercial life: PLOVER codes what states, bodies and organised people do.
///
/// Words, help, deals and resignations among firms and private persons are no events, however their verbs read.
struct Relevance: Sendable {
  let actors: ActorTable

  /// Sectors of those who govern, fight, judge, represent or organise.
  private static let publicSectors: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "OPP", "ELI", "LAB", "REF", "REL",
    "SOC",
    "PRE", "AGR", "CRM",
  ]
  /// Sectors of people who count where they demand, refuse, accuse, suffer or are moved.
  private static let civilSectors: Set<String> = ["CVL", "JRN", "MED", "EDU"]
  /// Acts that are told without anyone who does or suffers them: "a bomb went off", "a curfew was imposed".
  private static let anonymousModes: Set<String> = [
    "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "firearms", "crowd-control", "curfew",
    "martial-law", "riot", "vandalize", "access", "ceasefire",
  ]
  private static let constructs: Set<String> = ["IGO", "NGO", "ISM", "IMG", "UNO", "EUR"]

  /// Whether the participants make an act of that type an event.
  ///
  /// An act of violence or force always does, unless only firms take part.
  func admits(_ candidate: EventCandidate) -> Bool {
    let involved = (candidate.actors + candidate.recipients).map { actors.actor($0.actor) }
    if involved.isEmpty {
      let isNarrow = candidate.weight >= 3 && [.concede, .coerce, .sanction].contains(candidate.type)
      return isNarrow || Relevance.anonymousModes.contains(candidate.mode ?? "")
    }
    if involved.contains(where: isPublic) { return true }
    switch candidate.type {
    case .assault, .coerce, .mobilize, .protest, .sanction, .accuse:
      // What courts and police do to someone is public, whoever it is; what a firm does is not.
      return candidate.actors.isEmpty
        ? isState(candidate) || !involved.allSatisfy(isFirm) : !involved.allSatisfy(isFirm)
    case .request, .reject, .threaten, .aid:
      return involved.contains {
        !Relevance.civilSectors.isDisjoint(with: $0.sectors)
          || $0.country != nil && $0.sectors.isEmpty && $0.kind != .organisation
      }
    case .retreat:
      return candidate.mode != "resign" && involved.contains { !isFirm($0) }
    case .agree, .consult, .support, .concede, .cooperate:
      return involved.contains { isPeople($0) }
    }
  }

  /// Charges, sentences, arrests, bans: acts that only a state can do.
  private func isState(_ candidate: EventCandidate) -> Bool {
    switch candidate.type {
    case .coerce, .sanction: true
    case .accuse: candidate.mode != "disapprove"
    default: false
    }
  }

  private func isPublic(_ actor: Actor) -> Bool {
    if actor.kind == .state { return true }
    if let country = actor.country, Relevance.constructs.contains(country), actor.sectors != ["BUS"] {
      return true
    }
    return !Relevance.publicSectors.isDisjoint(with: actor.sectors)
  }

  /// A people or its member of whom nothing but the state is said: "the Palestinians".
  private func isPeople(_ actor: Actor) -> Bool {
    actor.kind == .group && actor.country != nil && actor.sectors.isEmpty
  }

  private func isFirm(_ actor: Actor) -> Bool {
    actor.sectors == ["BUS"] || (actor.sectors.isEmpty && actor.kind == .organisation)
  }
}
