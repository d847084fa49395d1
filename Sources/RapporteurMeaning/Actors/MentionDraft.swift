import RapporteurCore

/// How a noun phrase is determined.
enum Definiteness: Sendable { case definite, demonstrative, indefinite, different, bare }

/// One mention before it is known whom it means.
struct MentionDraft: Sendable {
  /// How the report speaks of it.
  var form: Actor.Mention.Form
  /// The token that heads the phrase.
  var head: Int
  /// The tokens of the mention, in text order; never empty.
  var tokens: [Int]
  /// What kind of actor the words alone suggest.
  var kind: Actor.Kind
  /// The country that the words alone suggest.
  var country: String?
  /// The sectors that the words alone suggest.
  var sectors: [String] = []
  /// Whether it means more than one.
  var isPlural = false
  /// What the words tell about the gender.
  var gender: Gender = .unknown
  /// A name's key; a nominal's role noun.
  var key: String
  /// Names with one identity are one actor: `state:IRN`, `org:un`.
  var identity: String?
  /// The role that a nominal names.
  var role: Role?
  /// Nouns by which the report may speak of it.
  var nouns: [String] = []
  /// Capitalised words that tell it from others of its role: `democratic`, `lima` of "the mayor of Lima".
  var distinction: Set<String> = []
  /// How a nominal is determined.
  var definiteness: Definiteness = .bare
}
