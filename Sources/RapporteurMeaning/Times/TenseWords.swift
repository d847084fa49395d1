/// The words that tell which way a sentence looks.
struct TenseWords: Sendable {
  /// Helpers of a verb that lies ahead.
  let modals: Set<String>
  /// Verbs whose complement lies ahead.
  let plans: Set<String>
  /// Verbs whose infinitive lies ahead, though they themselves may lie behind.
  let commitments: Set<String>
  /// Words that look ahead where no parse tells more.
  let futures: Set<String>
  /// Infinitives after `to` that look ahead where no parse tells more.
  let begun: Set<String>
  /// Past forms that do not end in `ed`.
  let pasts: Set<String>
  /// Verbs of telling, whose present tense tells of what was said.
  let tellers: Set<String>
  /// Past forms of telling.
  let told: Set<String>
  /// Words before a day that is due.
  let bounds: Set<String>
  /// Prepositions that a day may stand behind.
  let prepositions: Set<String>
  /// Prepositions that look ahead.
  let openers: Set<String>

  init(groups: [String: Set<String>]) {
    modals = groups["modal"] ?? []
    plans = groups["plan"] ?? []
    commitments = groups["commitment"] ?? []
    futures = groups["future"] ?? []
    begun = groups["infinitive"] ?? []
    pasts = groups["past"] ?? []
    tellers = groups["teller"] ?? []
    told = groups["told"] ?? []
    prepositions = groups["preposition"] ?? []
    bounds = groups["bound"] ?? []
    openers = groups["opener"] ?? []
  }

  /// The groups of `time-tense.tsv`.
  static let groups: Set<String> = [
    "modal", "plan", "future", "infinitive", "past", "opener", "teller", "told", "preposition", "commitment",
    "bound",
  ]
}
