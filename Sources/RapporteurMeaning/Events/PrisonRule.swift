import RapporteurCore

/// A sentence to prison is two events: SANCTION convict, and COERCE arrest.
///
/// Source: PLOVER manual 2.0, the chapters of SANCTION and COERCE.
struct PrisonRule {
  let clauses: ClauseReader

  /// The second event of a conviction with prison; nil for other ones.
  func detention(of candidate: EventCandidate) -> EventCandidate? {
    guard candidate.type == .sanction, candidate.mode == "convict" else { return nil }
    let heads = [candidate.head] + candidate.merged
    guard heads.contains(where: namesPrison) else { return nil }
    var second = candidate
    second.type = .coerce
    second.mode = "arrest"
    second.cameo = "173"
    second.rules = ["rule:prison-sentence"] + candidate.rules
    return second
  }

  /// "jailed", "sentenced to five years in prison", "got a jail term".
  private func namesPrison(_ head: Int) -> Bool {
    if ["jail", "imprison"].contains(clauses.lemma(head)) { return true }
    return clauses.annotated.subtree(of: head) { _ in false }.contains { token in
      ["prison", "jail", "imprisonment"].contains(clauses.lemma(token))
    }
  }
}
