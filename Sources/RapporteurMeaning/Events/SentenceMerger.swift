import RapporteurCore

/// Makes one event of the words of a sentence that name one act: "killed in a bombing", "opened fire,
/// wounding two".
struct SentenceMerger: Sendable {
  let clauses: ClauseReader

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The candidates, outermost first, with those that name the same act made one.
  func merge(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var kept: [EventCandidate] = []
    for candidate in candidates {
      if let index = kept.firstIndex(where: { isSameAct($0, candidate) }) {
        kept[index] = joined(kept[index], candidate)
      } else {
        kept.append(candidate)
      }
    }
    return kept.map(withoutCounts)
  }

  private func withoutCounts(_ given: EventCandidate) -> EventCandidate {
    guard given.type == .assault, given.recipients.count > 1, !given.recipients.allSatisfy(isCount) else {
      return given
    }
    var candidate = given
    candidate.recipients.removeAll(where: isCount)
    return candidate
  }

  /// Nouns without arguments of their own ("in a bombing") lend their mode to the act that they belong to.
  func lending(_ faint: [EventCandidate], to candidates: [EventCandidate]) -> [EventCandidate] {
    candidates.map { candidate in
      let lenders = faint.filter { noun in
        noun.type == candidate.type && (noun.mode != nil || isSubject(noun.head, of: candidate.head))
          && annotated.tokens[noun.head].upos == .noun
          && noun.actors.isEmpty && noun.recipients.isEmpty && isLinked(candidate, noun)
      }
      guard let lender = lenders.first, candidate.mode == nil || lender.mode == nil else { return candidate }
      return joined(candidate, lender)
    }
  }

  private func isSameAct(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    guard a.type == b.type,
      a.status == b.status || a.status.isSubset(of: b.status) || b.status.isSubset(of: a.status)
    else { return false }
    if let x = a.mode, let y = b.mode, x != y { return isNounUnderVerb(b, a) && a.type == .consult }
    guard isLinked(a, b) else { return false }
    if isConjoined(a, b), isSecondDeed(b, after: a) { return false }
    let isAside = isConjoined(a, b) && a.type == .assault || isNounUnderVerb(b, a) || isResult(b)
    return compatible(a.actors, b.actors) && (compatible(a.recipients, b.recipients) || isAside)
  }

  /// "Attacked a post and abducted nine", "met the mayor and discussed fish with the princess": a deed of its own.
  private func isSecondDeed(_ b: EventCandidate, after a: EventCandidate) -> Bool {
    if b.type == .assault, a.mode != b.mode, ["abduct", "sexual", "torture", "destroy"].contains(b.mode) {
      return true
    }
    // "Sued the paper and accused Malta", "one paper was closed and the network cut".
    if b.type == .accuse || b.type == .coerce && b.mode != "arrest",
      clauses.lemma(a.head) != clauses.lemma(b.head)
    {
      return !a.clause.objects.isEmpty && !b.clause.objects.isEmpty
        && Set(a.clause.objects).isDisjoint(with: b.clause.objects)
    }
    guard b.type == .consult else { return false }
    let first = Set(a.actors.map(\.actor))
    let second = Set(b.actors.map(\.actor))
    return !first.isSubset(of: second) && !second.isSubset(of: first)
  }

  /// "…, wounding 34": a number counts those who are named already.
  private func isCount(_ participant: Event.Participant) -> Bool {
    participant.spans.allSatisfy { span in
      annotated.tokens(in: span).contains { annotated.tokens[$0].upos == .num }
        && annotated.tokens(in: span).allSatisfy {
          [.num, .adv, .adj, .adp].contains(annotated.tokens[$0].upos)
            || ["people", "person", "other"].contains(clauses.lemma($0))
        }
    }
  }

  private func isNounUnderVerb(_ inner: EventCandidate, _ outer: EventCandidate) -> Bool {
    annotated.tokens[inner.head].upos == .noun && annotated.ancestors(of: inner.head).contains(outer.head)
  }

  private func isConjoined(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    annotated.tokens[b.head].relation == .conj && annotated.tokens[b.head].head == a.head
      && annotated.tokens[a.head].upos == .verb
  }

  /// "The raid killed two": both words are the trigger.
  private func isSubject(_ noun: Int, of verb: Int) -> Bool {
    annotated.tokens[noun].relation == .nsubj && annotated.tokens[noun].head == verb
  }

  /// "…, killing 17": a participle of result behind its verb.
  private func isResult(_ candidate: EventCandidate) -> Bool {
    let word = annotated.tokens[candidate.head]
    return word.relation == .advcl && word.form.lowercased().hasSuffix("ing")
      && annotated.child(of: candidate.head, .mark) == nil
  }

  /// Whether a short way leads from one to the other through arguments, result clauses or conjunction.
  private func isLinked(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    var current = b.head
    for _ in 0..<5 {
      let relation = annotated.tokens[current].relation
      guard let head = annotated.tokens[current].head else { return false }
      if relation == .ccomp || relation == .parataxis { return false }
      if relation == .acl && annotated.tokens[current].deprel.subtype == "relcl" && a.type != .assault {
        return false
      }
      if head == a.head || a.trigger.contains(head) { return true }
      current = head
    }
    return false
  }

  private func compatible(_ a: [Event.Participant], _ b: [Event.Participant]) -> Bool {
    a.isEmpty || b.isEmpty || a.contains { x in b.contains { $0.actor == x.actor } }
  }

  private func joined(_ a: EventCandidate, _ b: EventCandidate) -> EventCandidate {
    var result = a
    if result.mode == nil, let mode = b.mode {
      result.mode = mode
      result.cameo = b.cameo
    }
    if result.actors.isEmpty { result.actors = b.actors }
    if result.recipients.isEmpty {
      result.recipients = b.recipients
    } else if isConjoined(a, b) || isResult(b) {
      for participant in b.recipients
      where !result.recipients.contains(where: { $0.actor == participant.actor }) {
        result.recipients.append(participant)
      }
    }
    result.recipients.removeAll { r in result.actors.contains { $0.actor == r.actor } }
    if isSubject(b.head, of: a.head) { result.trigger = (result.trigger + [b.head]).sorted() }
    result.merged.append(b.head)
    result.contexts += b.contexts
    result.rules += b.rules
    return result
  }
}
