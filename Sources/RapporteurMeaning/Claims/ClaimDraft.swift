import RapporteurCore

/// A claim on its way: token ranges instead of spans, no id yet.
struct ClaimDraft {
  var source: [Range<Int>]
  var cue: [Range<Int>]
  var content: [Range<Int>]
  /// The token that heads the cue; nil for a free-standing quotation.
  var head: Int?
  /// The name of the rule that read it.
  var rule: String
  /// Whether the model tagged it; its ranges are kept as they are.
  var isTagged = false
  /// Whether it may stand outside every other claim's content.
  var standsAlone = false
  /// Whether the content is an infinitive, a clause, an object: chooses among the senses of the cue.
  var complement: CueSense.Complement?
  /// What kind of response it is.
  var response: Claim.Response?
  /// The place of the enclosing draft, where the words themselves say so (citing).
  var parent: Int?
  /// The cue as the lexicon writes it, where that isn't the lemma of its head.
  var cueName: String?

  /// Whether the words are given as spoken although no quotation marks stand around them.
  var isTranscript = false
  /// Whether it was taken back.
  var isDropped = false
  /// Words elsewhere that name whoever speaks a quotation without a cue.
  var speaker: [Range<Int>] = []

  /// The number of tokens of the content.
  var contentSize: Int { content.reduce(0) { $0 + $1.count } }

  /// Where the claim begins: its first token.
  var start: Int {
    [source.first, cue.first, content.first].compactMap { $0?.lowerBound }.min() ?? 0
  }

  /// A token that stands for the whole claim when one asks inside which content it lies.
  var anchor: Int? { head ?? cue.first?.lowerBound ?? content.first?.lowerBound ?? source.first?.lowerBound }
}
