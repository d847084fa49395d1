import RapporteurCore

/// The state in which a report plays: the one that its dateline, places and nationalities name by far the most.
///
/// Coders of event data place a domestic actor ("the police", "residents", a mayor) in the state of the story. That
/// holds only where one state stands out; in a report on two states nothing is concluded.
struct SceneCountry: Sendable {
  /// The share of all mentions that the state must have, and how often it must be named at least.
  static let share = 0.6
  static let least = 2.0

  /// ISO 3166-1 alpha-3; nil where no state stands out.
  let country: String?

  init(_ annotated: AnnotatedReport, places: [Place], actors: [Actor]) {
    var weights: [String: Double] = [:]
    for place in places {
      guard let country = place.resolution?.country, let span = place.spans.first else { continue }
      let isDateline = annotated.dateline?.span.contains(span) == true
      weights[country, default: 0] += isDateline ? 2 : 1
    }
    let all = weights.values.reduce(0, +)
    let first = weights.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let first, first.value >= SceneCountry.least, first.value >= SceneCountry.share * all else {
      country = nil
      return
    }
    country = first.key
  }

  /// Whether an actor of no stated country is one of the scene: whoever has a role in a state, or a name and no role.
  static func holds(_ actor: Actor) -> Bool {
    !actor.sectors.isEmpty || actor.kind == .person && actor.anonymity == .named
  }
}
