import RapporteurCore

/// Weighs which of the claims before a response it answers.
///
/// A denial or confirmation answers whoever accused or named the one who answers, or said what it repeats; "the report"
/// something written; silence what was told of the silent party, or what was asked or said just before. Plans and demands
/// are seldom answered. Of claims of one weight the nearest wins.
struct AnswerWeights {
  /// What ties a claim to the response.
  struct Ties {
    /// The claim speaks of whoever answers.
    let namesAnswerer: Bool
    /// The claim charges somebody with something.
    let accuses: Bool
    /// How many nouns, verbs and names both hold.
    let sharedWords: Int
    /// The response speaks of a report, and the claim is one.
    let isWritten: Bool
    /// The claim asks for an answer.
    let isQuestion: Bool
    /// The claim tells what somebody will do or wants done.
    let isPlan: Bool
    /// The claim tells how somebody likes a thing.
    let isPraise: Bool
    /// The claim tells an act that the record holds.
    let carriesAct: Bool
    /// How many sentences lie between them; 0 in one sentence.
    let sentences: Int
  }

  let isSilent: Bool
  let pointsBack: Bool

  /// The claim of the greatest weight, the last of several; nil where none is tied closely enough.
  func heaviest(of candidates: [(claim: Claim, ties: Ties)]) -> Claim? {
    let weighed = candidates.compactMap { claim, ties in weight(of: ties).map { (claim, $0) } }
    guard let most = weighed.map(\.1).max() else { return nil }
    return weighed.last { $0.1 == most }?.0
  }

  /// The weight of what ties a claim to the response, less a point for each sentence between them; nil where it can't be
  /// meant.
  func weight(of ties: Ties) -> Int? {
    guard isInReach(ties) else { return nil }
    var weight = 2 * min(ties.sharedWords, 3) - ties.sentences
    if ties.namesAnswerer { weight += 2 }
    if ties.carriesAct { weight += 1 }
    if ties.accuses { weight += 2 }
    if ties.isWritten { weight += 6 }
    if ties.isQuestion { weight += 3 }
    if ties.isPraise || ties.isPlan && !ties.isQuestion { weight -= 4 }
    return isSilent && weight < -1 ? nil : weight
  }

  private func isInReach(_ ties: Ties) -> Bool {
    if isSilent { return ties.sentences <= (ties.namesAnswerer ? 3 : 1) }
    if pointsBack { return ties.sentences <= 6 || ties.isWritten }
    return ties.sharedWords > 0 || ties.namesAnswerer && ties.sentences <= 6
  }
}
