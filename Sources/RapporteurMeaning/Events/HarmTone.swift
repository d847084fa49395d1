import RapporteurCore

/// Whether harm is spoken of as an accident or as violence: by its sentence, else by the report.
struct HarmTone: Sendable {
  /// Words of accidents less words of violence before each token, with one entry more at the end.
  private let balance: [Int]

  init(_ clauses: ClauseReader) {
    var balance = [0]
    for token in clauses.annotated.tokens.indices {
      let isAccident = clauses.classes.contains(clauses.lemma(token), in: "ACCIDENT")
      let isViolence = clauses.classes.contains(clauses.lemma(token), in: "VIOLENCE")
      balance.append((balance.last ?? 0) + (isAccident ? 1 : 0) - (isViolence ? 1 : 0))
    }
    self.balance = balance
  }

  /// Whether the sentence, or the report where the sentence is even, speaks of accidents more than of violence.
  func isAccident(at sentence: Sentence) -> Bool {
    let here = balance[sentence.tokens.upperBound] - balance[sentence.tokens.lowerBound]
    return here != 0 ? here > 0 : (balance.last ?? 0) > 0
  }
}
