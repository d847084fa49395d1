import RapporteurCore

/// Reads the candidates of one sentence: every trigger with its frame, type, mode and participants.
struct CandidateReader: Sendable {
  let lexicon: EventLexicon
  let clauses: ClauseReader
  let participants: ParticipantReader

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The candidates of a sentence by head token, and the topics of frames that name no event.
  struct Found {
    var candidates: [Int: EventCandidate] = [:]
    var silent: [Int] = []
  }

  /// Reads a sentence from its leaves to its root, so that what a demand is about is read before the demand.
  func read(_ sentence: Sentence) -> Found {
    var found = Found()
    for token in sentence.tokens.sorted(by: { depth(of: $0) > depth(of: $1) }) {
      guard mayTrigger(token) else { continue }
      let clause = clauses.clause(of: token)
      let matcher = FrameMatcher(
        lexicon: lexicon, clauses: clauses, participants: participants,
        innerType: found.candidates.mapValues(\.type))
      guard let match = matcher.match(token, clause: clause) else { continue }
      if ForeignWarning(clauses: clauses, participants: participants).covers(match.frame, clause) {
        found.silent += clause.complement.map { [$0] } ?? []
        continue
      }
      switch match.frame.outcome {
      case .nothing: found.silent += clause.objects
      default:
        if let candidate = candidate(match, clause, inner: found) { found.candidates[token] = candidate }
      }
    }
    return found
  }

  private func depth(of token: Int) -> Int { annotated.ancestors(of: token).count }

  /// Names, modifiers before a noun and words without frames trigger nothing.
  private func mayTrigger(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    let pos: Frame.PartOfSpeech
    switch word.upos {
    case .verb: pos = .verb
    case .noun: pos = .noun
    case .adj: pos = .adjective
    default: return false
    }
    if lexicon.frames(of: clauses.lemma(token), pos).isEmpty && !isCompoundTrigger(token) { return false }
    if word.relation == .compound || word.relation == .flat || word.deprel.subtype == "desc" { return false }
    return !(word.relation == .amod && word.upos == .verb) && !isAttributive(token)
  }

  /// "shooting victims", "a bombing suspect": a gerund that only says what kind of victim, whatever the parser made of it.
  private func isAttributive(_ token: Int) -> Bool {
    let next = token + 1
    guard annotated.tokens[token].upos == .verb, annotated.tokens[token].form.lowercased().hasSuffix("ing"),
      next < annotated.tokens.count, annotated.tokens[next].upos == .noun
    else { return false }
    return lexicon.classes.contains(clauses.lemma(next), in: "OF_AN_ACT")
  }

  /// Types whose recipient may stand inside what they are about.
  private func isVerbal(_ type: EventType) -> Bool {
    type.quad == 3 || [.agree, .support, .concede, .protest].contains(type)
  }

  private func isCompoundTrigger(_ token: Int) -> Bool {
    annotated.children(of: token, .compound, .amod).contains {
      !lexicon.frames(of: "\(clauses.lemma($0)) \(clauses.lemma(token))", .noun).isEmpty
    }
  }

  private func candidate(_ match: FrameMatcher.Match, _ given: Clause, inner found: Found) -> EventCandidate?
  {
    let frame = match.frame
    var clause = given
    if frame.partOfSpeech == .noun, frame.light == nil, let verb = clause.light,
      !lexicon.classes.contains(clauses.lemma(verb), in: "LIGHT")
    {
      clause.subjects = []
    }
    if frame.outcome == .commit, clause.isPassive, clause.subjects.isEmpty {
      clause.subjects = clause.objects
    }
    let inner = innerCandidate(frame, clause, found)
    guard let coded = Coding(frame: frame, inner: inner, hasComplement: clause.complement != nil) else {
      return nil
    }
    let slots = SlotReader(clauses: clauses, participants: participants, clause: clause, inner: inner)
    var actors = slots.participants(
      frame.actor.isEmpty ? SlotReader.defaultActor(frame, coded.type) : frame.actor)
    if let other = otherSpeaker(frame, coded.type, clause, actors) { actors += other }
    var recipients = slots.participants(
      frame.recipient.isEmpty ? SlotReader.defaultRecipient(frame, coded.type) : frame.recipient
    ).filter { r in !actors.contains { $0.actor == r.actor } }
    let topics = topics(frame, clause, coded.type)
    if recipients.isEmpty && isVerbal(coded.type) {
      recipients = slots.recipientInside(
        topics, besides: actors, mustBeKnown: [.agree, .request, .reject].contains(coded.type))
    }
    if coded.type == .request { recipients = asked(recipients, clause) }
    var rules = ["frame:\(frame.id)"]
    if let inner, coded.usesInner { rules.append(contentsOf: inner.rules.prefix(1)) }
    var candidate = EventCandidate(
      head: clause.token, trigger: trigger(frame, clause), type: coded.type, mode: coded.mode,
      cameo: coded.cameo,
      contexts: frame.contexts + (coded.usesInner ? inner?.contexts ?? [] : []), weight: match.weight,
      hasInnerAct: coded.usesInner, actors: actors,
      recipients: recipients, topics: topics, absorbed: absorbed(frame, clause, inner: inner, coded: coded),
      rules: rules, rejected: match.rejected, clause: clause)
    candidate.isAnswer = isAnswer(candidate)
    return OwnPeaceRule(clauses: clauses, participants: participants).apply(to: candidate)
  }

  /// Whom a demand is made of: whose release, removal or extradition is demanded is not asked for it; who holds him is
  /// ("the release of the crew by Norway").
  private func asked(_ recipients: [Event.Participant], _ clause: Clause) -> [Event.Participant] {
    let wanted = (clause.objects + clause.heads(after: ["for"])).filter {
      clauses.classes.contains(clauses.lemma($0), in: "HANDING_OVER")
    }
    if wanted.isEmpty { return recipients }
    let matters = Set(wanted.flatMap { annotated.subtree(of: $0) })
    let holders = wanted.flatMap { noun in
      annotated.children(of: noun, .nmod).filter { ["by", "from"].contains(clauses.preposition(of: $0)) }
    }
    let asked = recipients.filter { recipient in
      recipient.spans.allSatisfy { annotated.tokens(in: $0).allSatisfy { !matters.contains($0) } }
    }
    return asked.isEmpty ? participants.participants(of: holders) : asked
  }

  /// "He said so after talks with the banks": who acts above is the other one who talked.
  private func otherSpeaker(
    _ frame: Frame, _ type: EventType, _ clause: Clause, _ actors: [Event.Participant]
  ) -> [Event.Participant]? {
    guard frame.partOfSpeech == .noun, type == .consult, clause.subjects.isEmpty, clause.possessors.isEmpty,
      !actors.isEmpty, !clause.heads(after: ["with"]).isEmpty, clause.heads(after: ["between"]).isEmpty
    else { return nil }
    for above in annotated.ancestors(of: clause.token).prefix(6) where annotated.tokens[above].upos == .verb {
      let found = participants.participants(of: clauses.surfaceSubjects(of: above)).filter { new in
        !actors.contains { $0.actor == new.actor }
      }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// "They refused.", "accepted the offer": an answer, to someone whom the clause does not name.
  private func isAnswer(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .reject || candidate.type == .agree, candidate.recipients.isEmpty,
      candidate.clause.complement == nil, !candidate.clause.isPassive,
      candidate.clause.heads(after: ["to", "on", "upon", "with", "for", "against"]).isEmpty,
      clauses.classes.contains(clauses.lemma(candidate.head), in: "ANSWERING")
    else { return false }
    return candidate.clause.objects.allSatisfy {
      annotated.tokens[$0].upos == .pron || clauses.classes.contains(clauses.lemma($0), in: "ANSWERED")
    }
  }

  /// What an operator ("agree to", "demand", "threaten", "end") is about, where that is itself an act.
  private func innerCandidate(_ frame: Frame, _ clause: Clause, _ found: Found) -> EventCandidate? {
    var heads = clause.complement.map { [$0] } ?? []
    heads += frame.content.flatMap { slot -> [Int] in
      if case .preposition(let word) = slot { return clause.heads(after: [word]) }
      return []
    }
    heads +=
      clause.objects
      + clause.obliques.filter { ["to", "for", "of", "with"].contains($0.preposition) }.map(\.head)
    for head in heads {
      for conjunct in annotated.conjuncts(of: head) {
        if let inner = found.candidates[conjunct] { return inner }
        if let deeper = transparent(conjunct), let inner = found.candidates[deeper] { return inner }
      }
    }
    return nil
  }

  /// "agree to begin talks", "promise to help rebuild", "a series of attacks": the act below a word that
  /// names none.
  private func transparent(_ token: Int) -> Int? {
    if annotated.tokens[token].upos == .verb {
      return clauses.complement(of: token, objects: []) ?? annotated.child(of: token, .obj)
    }
    return annotated.children(of: token, .nmod).first { clauses.preposition(of: $0) == "of" }
  }

  private func trigger(_ frame: Frame, _ clause: Clause) -> [Int] {
    var words = frame.lemma.contains("-") ? clauses.hyphenated(clause.token) : [clause.token]
    if !frame.particle.isEmpty {
      words += annotated.children(of: clause.token, .compound, .advmod).filter {
        annotated.tokens[$0].form.lowercased() == frame.particle
      }
    }
    if let object = frame.object, object.weight >= 3 {
      words += clause.objects.filter {
        annotated.tokens[$0].head == clause.token && !participants.isActorLike($0)
      }
    }
    for condition in frame.prepositions where condition.word.weight >= 3 {
      words += clause.heads(after: condition.prepositions).filter {
        annotated.tokens[$0].head == clause.token && !participants.isActorLike($0)
      }
    }
    if let verb = annotated.tokens[clause.token].head, clauses.lemma(verb) == "vote",
      clauses.mark(of: clause.token) == "to"
    {
      words.append(verb)
    }
    if frame.partOfSpeech == .noun, let verb = clause.light, !clause.subjects.isEmpty || frame.light != nil {
      words.append(verb)
    }
    return Set(words).sorted()
  }

  private func absorbed(
    _ frame: Frame, _ clause: Clause, inner: EventCandidate?, coded: Coding
  ) -> Set<Int> {
    var words = Set<Int>()
    if (frame.object?.weight ?? 0) >= 3 {
      words.formUnion(clause.objects.flatMap { annotated.conjuncts(of: $0) })
      words.subtract(annotated.ancestors(of: clause.token))
    }
    for condition in frame.prepositions where condition.word.weight >= 3 {
      words.formUnion(clause.heads(after: condition.prepositions).flatMap { annotated.conjuncts(of: $0) })
    }
    if frame.partOfSpeech == .verb, (frame.subject?.weight ?? 0) >= 3, coded.type == .reject {
      words.formUnion(clause.subjects.filter { !participants.isActorLike($0) })
    }
    if coded.usesInner, let inner { words.formUnion(inner.trigger) }
    if let verb = clause.light, frame.partOfSpeech == .noun { words.insert(verb) }
    words.formUnion(annotated.children(of: clause.token, .advcl).filter { clauses.mark(of: $0) == "to" })
    words.remove(clause.token)
    return words
  }

  /// What the frame is about: complements and, for words, the object and the matter behind a preposition.
  private func topics(_ frame: Frame, _ clause: Clause, _ type: EventType) -> [Int] {
    let isOperator = frame.complement != nil || isVerbal(type) || frame.outcome != .event(type)
    var heads = clause.isContentBefore || !isOperator ? [] : clause.complement.map { [$0] } ?? []
    if !isOperator, type.quad != 4, let purpose = clause.complement, clauses.mark(of: purpose) == "to" {
      heads.append(purpose)
    }
    for slot in frame.content {
      switch slot {
      case .preposition(let word): heads += clause.heads(after: [word])
      case .object: heads += clause.objects
      default: break
      }
    }
    let own = clause.obliques.filter { TopicPrepositions.words(for: type).contains($0.preposition) }.map(
      \.head)
    heads += own
    if type.quad == 3 || [.agree, .support, .concede].contains(type) { heads += clause.objects }
    if type == .threaten {
      heads += annotated.children(of: clause.token, .advcl).filter {
        ["if", "unless"].contains(clauses.mark(of: $0) ?? "")
      }
    }
    let aims = annotated.children(of: clause.token, .advcl).filter { isPurposeOrDemand($0, type) }
    if type.quad != 4 || type == .protest {
      heads += aims
      for object in clause.objects {
        heads += annotated.children(of: object, .acl).filter { clauses.mark(of: $0) == "to" }
      }
    }
    let above = Set(annotated.ancestors(of: clause.token))
    return heads.filter { $0 != clause.light && !above.contains($0) && !isPresupposed($0, type) }
  }

  /// What someone is accused of, condemned or thanked for is told as done: an act of its own, under the one who says so.
  private func isPresupposed(_ head: Int, _ type: EventType) -> Bool {
    guard type == .accuse || type == .support || type == .concede else { return false }
    let word = annotated.tokens[head]
    if word.upos == .verb {
      let isGerund =
        word.form.lowercased().hasSuffix("ing")
        && ["of", "for", "over", "after"].contains(clauses.mark(of: head) ?? "")
      return isGerund || type == .accuse && word.relation == .ccomp
    }
    return type == .accuse && word.upos == .noun
  }

  private func isPurposeOrDemand(_ child: Int, _ type: EventType) -> Bool {
    if clauses.mark(of: child) == "to" { return true }
    return type == .protest && ["demand", "call", "say", "protest", "chant"].contains(clauses.lemma(child))
  }
}

/// The prepositions behind which an event's topic stands, by type.
enum TopicPrepositions {
  /// The prepositions, lower-cased.
  static func words(for type: EventType) -> [String] {
    switch type {
    case .protest:
      ["against", "over", "about", "at", "for", "in protest at", "in protest of", "in support of", "in"]
    case .consult: ["on", "about", "over", "regarding", "concerning", "for", "aimed"]
    case .agree, .support, .concede, .request, .accuse, .reject, .threaten:
      [
        "for", "of", "over", "about", "on", "against", "to", "with", "from", "regarding", "concerning", "at",
        "as",
      ]
    case .sanction, .coerce: ["for", "over", "on"]
    case .aid, .cooperate: ["for", "on", "in", "against"]
    case .retreat, .mobilize, .assault: []
    }
  }
}

extension [NameMention] {
  /// Whether a token belongs to a name.
  func contains(token: Int) -> Bool { contains { $0.tokens.contains(token) } }
}
