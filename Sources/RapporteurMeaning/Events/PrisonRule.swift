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

  /// "jailed", "sentenced to five years in prison", "got a jail term", "sentenced to nine years".
  private func namesPrison(_ head: Int) -> Bool {
    if ["jail", "imprison"].contains(clauses.lemma(head)) || isTermOfYears(head) { return true }
    return clauses.annotated.subtree(of: head) { _ in false }.contains { token in
      ["prison", "jail", "imprisonment"].contains(clauses.lemma(token))
    }
  }

  /// "Sentenced to nine years": in prison, where nothing milder is named.
  private func isTermOfYears(_ head: Int) -> Bool {
    guard clauses.lemma(head) == "sentence", clauses.tokens[head].upos == .verb else { return false }
    let terms = clauses.annotated.children(of: head, .obl).filter {
      clauses.preposition(of: $0) == "to" && ["year", "month"].contains(clauses.lemma($0))
    }
    let milder = ["probation", "suspend", "suspended", "community", "service", "fine"]
    return !terms.isEmpty
      && !clauses.annotated.subtree(of: head).contains { milder.contains(clauses.lemma($0)) }
  }
}
