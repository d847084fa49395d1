import RapporteurCore

/// The states in which a report plays: those that its dateline, places and nationalities name by far the most.
///
/// Coders of event data place a domestic actor ("the police", "residents", a mayor) in the state of the story. That
/// holds only where one state stands out; in a report on two states nothing is concluded about who belongs where.
struct SceneCountry: Sendable {
  /// The share of all mentions that the state must have; it is named at least twice or alone.
  static let share = 0.6
  /// The share that two states must have together, and the second of them alone, for a report about the two.
  static let shareOfPair = 0.75
  static let shareOfSecond = 0.25

  /// ISO 3166-1 alpha-3; nil where no state stands out.
  let country: String?
  /// The states that are named at least twice, the dateline aside, the most named first.
  let named: [String]
  /// The two states that the report is about; nil where it is about one, or several.
  let pair: [String]?

  init(_ annotated: AnnotatedReport, places: [Place]) {
    var weights: [String: Double] = [:]
    for place in places {
      guard let country = place.resolution?.country, let span = place.spans.first else { continue }
      let isDateline = annotated.dateline?.span.contains(span) == true
      weights[country, default: 0] += isDateline ? 2 : 1
    }
    let outside = places.filter { place in
      place.spans.first.map { annotated.dateline?.span.contains($0) != true } ?? false
    }
    let counts = Dictionary(
      outside.compactMap { $0.resolution?.country }.map { ($0, 1) }, uniquingKeysWith: +)
    named = counts.filter { $0.value > 1 }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    let all = weights.values.reduce(0, +)
    let ranked = weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    country = ranked.first.flatMap { first in
      let isNamedEnough = first.value >= 2 || ranked.count == 1
      return isNamedEnough && first.value >= SceneCountry.share * all ? first.key : nil
    }
    let isAboutTwo =
      ranked.count > 1 && ranked[1].value >= SceneCountry.shareOfSecond * all
      && ranked[0].value + ranked[1].value >= SceneCountry.shareOfPair * all
    pair = isAboutTwo ? ranked[..<2].map(\.key) : nil
  }

  /// Whether an actor of no stated country is one of the scene: whoever has a role in a state, or a name and no role.
  static func holds(_ actor: Actor) -> Bool {
    !actor.sectors.isEmpty || actor.kind == .person && actor.anonymity == .named
  }
}
