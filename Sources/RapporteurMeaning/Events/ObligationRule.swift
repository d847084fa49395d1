import RapporteurCore

/// "A said that B must do it": a REQUEST of A to B, for what B is to do.
struct ObligationRule: Sendable {
  let lexicon: EventLexicon
  let clauses: ClauseReader
  let participants: ParticipantReader

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The requests of a sentence that stand in no frame but in an obligation.
  func read(_ sentence: Sentence, _ found: CandidateReader.Found) -> [EventCandidate] {
    sentence.tokens.compactMap { token in
      let word = annotated.tokens[token]
      guard word.upos == .verb, lexicon.classes.contains(clauses.lemma(token), in: "SAYING"),
        found.candidates[token] == nil
      else { return nil }
      return request(by: token, found)
    }
  }

  private func request(by speech: Int, _ found: CandidateReader.Found) -> EventCandidate? {
    guard let content = annotated.child(of: speech, .ccomp), obliges(content), !isDenied(speech) else {
      return nil
    }
    let clause = clauses.clause(of: speech)
    let speakers = participants.participants(of: clause.subjects)
    let obliged = participants.participants(
      of: annotated.children(of: content, .nsubj).filter {
        annotated.tokens[$0].deprel.subtype != "pass"
      }
    ).filter { r in !speakers.contains { $0.actor == r.actor } }
    guard !speakers.isEmpty, !obliged.isEmpty, !isGuess(content),
      obliged.contains(where: { isAddressable(participants.actors.actor($0.actor)) })
    else { return nil }
    let inner =
      found.candidates[content]
      ?? clauses.complement(of: content, objects: []).flatMap {
        found.candidates[$0]
      }
    let mode = ModeComposition.request(inner?.type)
    return EventCandidate(
      head: speech, trigger: [speech] + auxiliaries(content), type: .request, mode: mode.mode,
      cameo: mode.cameo,
      contexts: inner?.contexts ?? [], actors: speakers, recipients: obliged, topics: [content],
      rules: ["rule:obligation"] + (inner?.rules.prefix(1) ?? []), clause: clause)
  }

  /// A state, or someone with an office or a name: not "somebody", not "other states".
  private func isAddressable(_ actor: Actor) -> Bool {
    actor.anonymity != .described && (actor.country != nil || !actor.sectors.isEmpty)
  }

  /// "I do not believe that she should".
  private func isDenied(_ speech: Int) -> Bool {
    annotated.children(of: speech, .advmod).contains { annotated.tokens[$0].features.isNegative }
  }

  /// "May have to".
  private func isGuess(_ content: Int) -> Bool {
    annotated.children(of: content, .aux).contains {
      ["may", "might", "could", "would"].contains(annotated.tokens[$0].form.lowercased())
    }
  }

  /// "Must have written it": what the speaker takes to be so.
  private func isConjecture(_ content: Int) -> Bool {
    annotated.children(of: content, .aux).contains { annotated.tokens[$0].form.lowercased() == "have" }
  }

  private func obliges(_ content: Int) -> Bool {
    if isConjecture(content) { return false }
    if !auxiliaries(content).isEmpty { return true }
    return ["have", "need"].contains(clauses.lemma(content)) && annotated.child(of: content, .xcomp) != nil
  }

  private func auxiliaries(_ content: Int) -> [Int] {
    let subject = annotated.child(of: content, .nsubj) ?? 0
    return annotated.children(of: content, .aux).filter {
      // "should he be willing": a condition.
      $0 > subject && ["must", "should", "ought"].contains(annotated.tokens[$0].form.lowercased())
    }
  }
}
