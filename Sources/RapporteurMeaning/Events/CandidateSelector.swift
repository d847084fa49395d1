import RapporteurCore

/// Keeps, of a sentence's candidates, what is an event of its own: no topics, no idiom, no bare nouns, one
/// for each act.
struct CandidateSelector: Sendable {
  let lexicon: EventLexicon
  let clauses: ClauseReader
  let participants: ParticipantReader
  let harm: HarmTone

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The kept candidates, in text order.
  func select(_ sentence: Sentence, _ found: CandidateReader.Found) -> [EventCandidate] {
    guard sentence.kind == .prose || sentence.kind == .listItem, !isSport(sentence) else { return [] }
    let obligations = ObligationRule(lexicon: lexicon, clauses: clauses, participants: participants)
    let all = Array(found.candidates.values) + obligations.read(sentence, found)
    let ordered = all.sorted { (depth($0.head), $0.head) < (depth($1.head), $1.head) }
    var kept: [EventCandidate] = []
    var faint: [EventCandidate] = []
    var covered = Set<Int>()
    for head in found.silent { covered.formUnion(annotated.subtree(of: head) { isToldAside($0) }) }
    for candidate in ordered where !covered.contains(candidate.head) {
      guard isSound(candidate) else {
        faint.append(candidate)
        continue
      }
      kept.append(settled(candidate))
      for topic in candidate.topics { covered.formUnion(uncovered(topic, for: candidate)) }
      covered.formUnion(candidate.absorbed)
    }
    let merger = SentenceMerger(clauses: clauses)
    return merger.lending(faint, to: merger.merge(kept)).sorted { $0.head < $1.head }
  }

  private func depth(_ token: Int) -> Int { annotated.ancestors(of: token).count }

  /// The words of a topic, without relative clauses that tell of something done, and without the trigger
  /// itself.
  private func uncovered(_ topic: Int, for candidate: EventCandidate) -> [Int] {
    annotated.subtree(of: topic) { isToldAside($0) }.filter { $0 != candidate.head }
  }

  private func isToldAside(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard word.relation == .acl, word.deprel.subtype == "relcl", word.upos == .verb else { return false }
    return word.features.tense == "Past" && word.features.verbForm == "Fin"
      && annotated.child(of: token, .aux) == nil
  }

  private func settled(_ candidate: EventCandidate) -> EventCandidate {
    let stance = StatusReader(clauses: clauses).stance(
      of: candidate.clause.light.flatMap {
        candidate.trigger.contains($0) ? $0 : nil
      } ?? candidate.head)
    return FutureRules(clauses: clauses, participants: participants).apply(stance, to: candidate)
  }

  // MARK: Precision

  private func isSport(_ sentence: Sentence) -> Bool {
    var seen = 0
    for token in sentence.tokens where lexicon.classes.contains(clauses.lemma(token), in: "SPORT") {
      seen += 1
      if seen > 2 { return true }
    }
    return false
  }

  private func isSporting(_ clause: Clause) -> Bool {
    (clause.subjects + clause.objects + clause.obliques.map(\.head)).contains {
      lexicon.classes.contains(clauses.lemma($0), in: "SPORT")
    }
  }

  private func isSound(_ candidate: EventCandidate) -> Bool {
    let word = annotated.tokens[candidate.head]
    if annotated.names.contains(token: candidate.head) && word.upos == .propn { return false }
    let subjects = candidate.clause.subjects
    if subjects.contains(where: { lexicon.classes.contains(clauses.lemma($0), in: "MARKET") }) {
      return false
    }
    if isSporting(candidate.clause) || isAccident(candidate) { return false }
    guard Relevance(actors: participants.actors).admits(candidate) else { return false }
    if word.upos == .noun { return isSoundNoun(candidate) }
    let isWord = candidate.type.quad == 1 || candidate.type.quad == 3 || candidate.type == .mobilize
    if isWord && candidate.actors.isEmpty && !subjects.contains(where: isNamedOrDescribed) {
      return candidate.clause.isPassive && !candidate.recipients.isEmpty
    }
    if isBareDemand(candidate) { return false }
    if candidate.type == .consult && candidate.mode == nil && candidate.weight < 3 {
      return candidate.actors.count + candidate.recipients.count > 1
    }
    if candidate.type.needsRecipient && candidate.actors.isEmpty && candidate.recipients.isEmpty {
      return false
    }
    return true
  }

  /// People killed or hurt by no one, in a sentence (else in a report) that speaks of accidents more than
  /// of violence.
  private func isAccident(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .assault, candidate.mode == nil, candidate.actors.isEmpty,
      annotated.tokens[candidate.head].upos == .verb
    else { return false }
    return harm.isAccident(at: annotated.sentence(of: candidate.head))
  }

  /// A pronoun that no one resolved is nobody.
  private func isNamedOrDescribed(_ head: Int) -> Bool {
    annotated.tokens[head].upos != .pron && participants.isActorLike(head)
  }

  /// "airlines demand improvements", "rejects the idea": no act that is demanded or refused, and of no one.
  private func isBareDemand(_ candidate: EventCandidate) -> Bool {
    (candidate.type == .request || candidate.type == .reject) && !candidate.hasInnerAct
      && candidate.recipients.isEmpty && candidate.weight < 3
  }

  /// A noun is an event of its own where its arguments or a light verb say who did it or to whom.
  private func isSoundNoun(_ candidate: EventCandidate) -> Bool {
    if candidate.actors.isEmpty && candidate.recipients.isEmpty { return false }
    if candidate.type == .protest && clauses.preposition(of: candidate.head) == "in" { return false }
    if candidate.clause.light.map(candidate.trigger.contains) == true { return true }
    if candidate.type == .consult || candidate.type == .agree {
      return candidate.actors.count + candidate.recipients.count > 1
    }
    if candidate.type.quad == 1 || candidate.type.quad == 3 { return !candidate.actors.isEmpty }
    return true
  }
}
