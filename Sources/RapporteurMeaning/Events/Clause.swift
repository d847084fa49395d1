import RapporteurCore

/// The arguments around a trigger, with passives, control, conjunction and relative clauses undone.
///
/// All entries are head tokens; conjuncts are not expanded.
struct Clause: Sendable {
  /// A prepositional argument.
  struct Oblique: Sendable {
    /// The preposition, lower-cased; a fixed one in full ("because of").
    let preposition: String
    /// What it governs.
    let head: Int
  }

  /// The trigger.
  let token: Int
  /// Whether the trigger is a passive verb.
  var isPassive = false
  /// The logical subject: who acts.
  var subjects: [Int] = []
  /// The logical object: what is acted on.
  var objects: [Int] = []
  /// The indirect object.
  var indirectObjects: [Int] = []
  /// `X's` before a noun.
  var possessors: [Int] = []
  /// Adjectives and nouns before a noun ("Iranian", "airport").
  var modifiers: [Int] = []
  /// The prepositional arguments, the trigger's own first, then those of its object.
  var obliques: [Oblique] = []
  /// Particles and adverbs that may be particles.
  var particles: [String] = []
  /// The clause that the trigger governs.
  var complement: Int?
  /// Whether the complement is the main clause, with the trigger behind it ("…, the group charged").
  var isContentBefore = false
  /// The verb whose object a noun trigger is, or which it is the subject of in the passive.
  var light: Int?

  /// The heads behind any of `prepositions`.
  func heads(after prepositions: [String]) -> [Int] {
    obliques.filter { prepositions.contains($0.preposition) }.map(\.head)
  }
}
