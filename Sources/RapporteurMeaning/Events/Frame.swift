import RapporteurCore

/// One row of the frame lexicon: a word, the conditions on the words around it, and what event it then names.
struct Frame: Sendable {
  /// The part of speech of the trigger.
  enum PartOfSpeech: String, Sendable, CaseIterable {
    case verb = "v"
    case noun = "n"
    case adjective = "a"
  }

  /// What a frame says about its trigger.
  enum Outcome: Sendable, Hashable {
    /// It names an event of a type.
    case event(EventType)
    /// It commits its subject to what its complement names: AGREE for cooperation, THREATEN for conflict.
    case commit
    /// It ends what its object or complement names.
    case cease
    /// It names no event in this reading, nor do the words of its object.
    case nothing
  }

  /// A place of an argument.
  enum Slot: Sendable, Hashable {
    case subject, object, indirectObject, possessor, modifier
    case preposition(String)
    case complementSubject, complementRecipient
  }

  /// A condition on what one of several prepositions governs.
  struct PrepositionCondition: Sendable, Hashable {
    /// The prepositions, lower-cased.
    let prepositions: [String]
    /// What they must govern.
    let word: WordCondition
  }

  /// The row's id, as `why` names it.
  let id: String
  /// The trigger's lemma, lower-cased.
  var lemma: String
  /// The trigger's part of speech.
  let partOfSpeech: PartOfSpeech
  /// A particle or bare preposition that must follow a verb; "" for none.
  let particle: String
  /// For a noun: the verbs that must govern it; nil for none.
  let light: WordCondition?
  /// The condition on the logical subject.
  let subject: WordCondition?
  /// The condition on the logical object.
  let object: WordCondition?
  /// The conditions on prepositional arguments; all must hold.
  let prepositions: [PrepositionCondition]
  /// The condition on the head of the clause that the trigger governs.
  let complement: WordCondition?
  /// Where the actor is looked for: the filled slots of the first group that is filled.
  let actor: [[Slot]]
  /// Where the recipient is looked for.
  let recipient: [[Slot]]
  /// Arguments that are a topic: what they name is no event of its own.
  let content: [Slot]
  /// What the frame says.
  let outcome: Outcome
  /// The PLOVER mode, or nil.
  let mode: String?
  /// PLOVER contexts that the word itself carries.
  let contexts: [String]
  /// The nearest CAMEO code.
  let cameo: String

  /// How much the row is preferred to others that fit: 0 for ours, more for a user's own.
  var preference = 0

  /// The lemmas that its conditions name.
  var conditionLemmas: [String] {
    let conditions = [light, subject, object, complement].compactMap { $0 } + prepositions.map(\.word)
    return conditions.flatMap { $0.allowed + $0.excluded }.compactMap { term in
      if case .lemma(let lemma) = term { lemma } else { nil }
    }
  }

  /// The type, where the frame names one.
  var type: EventType? {
    if case .event(let type) = outcome { type } else { nil }
  }
}
