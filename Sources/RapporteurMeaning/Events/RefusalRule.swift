import RapporteurCore

/// "Will not negotiate", "would not resume talks": what someone announces not to do for another is REJECT.
///
/// Source: PLOVER manual 2.0, the chapter of REJECT.
struct RefusalRule: Sendable {
  let clauses: ClauseReader

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The candidate, as REJECT where its subject will not do it.
  func apply(to given: EventCandidate) -> EventCandidate {
    guard [.consult, .agree, .cooperate, .aid, .retreat, .concede].contains(given.type),
      annotated.tokens[given.head].upos == .verb, !given.clause.isPassive, !given.clause.subjects.isEmpty,
      isRefused(given.head), !isSilence(given)
    else { return given }
    let mode = ModeComposition.reject(given.type)
    var candidate = given
    candidate.rejected.append("\(given.type.rawValue): will not")
    candidate.rules.append("rule:will-not")
    candidate.recipients += given.type == .consult ? others(given) : []
    candidate.actors.removeAll { actor in candidate.recipients.contains { $0.actor == actor.actor } }
    candidate.type = .reject
    candidate.mode = mode.mode
    candidate.cameo = mode.cameo
    candidate.hasInnerAct = true
    candidate.isAnswer = candidate.recipients.isEmpty
    return candidate
  }

  /// Those behind "with" in "will not talk with X".
  private func others(_ candidate: EventCandidate) -> [Event.Participant] {
    let heads = candidate.clause.objects + candidate.clause.heads(after: ["with", "to"])
    let spans = Set(heads.flatMap { annotated.subtree(of: $0) })
    return candidate.actors.filter { actor in
      actor.spans.contains { span in
        annotated.tokens(in: span).contains { spans.contains($0) }
      }
    }
  }

  /// "Would not discuss it": says nothing, and rejects nobody.
  private func isSilence(_ candidate: EventCandidate) -> Bool {
    clauses.classes.contains(clauses.lemma(candidate.head), in: "COMMENT")
      && candidate.clause.heads(after: ["with", "to"]).isEmpty
  }

  private func isRefused(_ verb: Int) -> Bool {
    let helpers = annotated.children(of: verb, .aux).map { annotated.tokens[$0].form.lowercased() }
    guard helpers.contains(where: { ["will", "wo", "would", "'ll"].contains($0) }) else { return false }
    return annotated.children(of: verb).contains {
      ["not", "n't", "n’t", "never"].contains(annotated.tokens[$0].form.lowercased())
    }
  }
}
