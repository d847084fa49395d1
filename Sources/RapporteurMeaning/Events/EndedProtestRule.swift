import RapporteurCore

/// Who ends a strike has been on strike: CONCEDE for the end, PROTEST for the strike itself.
struct EndedProtestRule {
  let clauses: ClauseReader

  /// The protest that `candidate` ends, with the same parties; nil where it ends none.
  func protest(endedBy candidate: EventCandidate, in found: CandidateReader.Found) -> EventCandidate? {
    guard candidate.type == .concede, candidate.status.isEmpty, !candidate.actors.isEmpty,
      let noun = candidate.clause.objects.first(where: {
        clauses.classes.contains(clauses.lemma($0), in: "STRIKE")
      }),
      var protest = found.candidates[noun], protest.type == .protest
    else { return nil }
    protest.actors = candidate.actors
    protest.recipients = candidate.recipients
    protest.trigger = [noun]
    protest.rules.append("rule:ended-protest")
    return protest
  }
}
