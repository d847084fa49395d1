import RapporteurCore

/// Whether a report is about a contest for votes, where "attack", "battle" and "rally" are words for speeches.
struct ContestTone: Sendable {
  /// True where it has at least three words of elections, and more of them than of violence, deaths and arrests.
  let isContest: Bool

  init(_ clauses: ClauseReader, lexicon: EventLexicon) {
    var contest = 0
    var force = 0
    for token in clauses.annotated.tokens.indices {
      let lemma = clauses.lemma(token)
      if clauses.classes.contains(lemma, in: "CONTEST") { contest += 1 }
      let isHarm = clauses.classes.contains(lemma, in: "VIOLENCE") || lexicon.casualtyWords[lemma] != nil
      if isHarm && !clauses.classes.contains(lemma, in: "VERBAL_COMBAT") { force += 1 }
    }
    isContest = contest >= 3 && contest > force
  }
}
