import RapporteurCore

/// Keeps, of a sentence's candidates, what is an event of its own: no topics, no idiom, no bare nouns, one
/// for each act.
struct CandidateSelector: Sendable {
  let lexicon: EventLexicon
  let clauses: ClauseReader
  let participants: ParticipantReader
  let harm: HarmTone
  let contest: ContestTone

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The kept candidates, in text order.
  func select(_ sentence: Sentence, _ found: CandidateReader.Found) -> [EventCandidate] {
    guard isTold(sentence), !isSport(sentence), !isAsked(sentence) else {
      return []
    }
    let obligations = ObligationRule(lexicon: lexicon, clauses: clauses, participants: participants)
    let all = Array(found.candidates.values) + obligations.read(sentence, found)
    let refusals = RefusalRule(clauses: clauses)
    let words = WarOfWords(clauses: clauses, participants: participants, tone: contest)
    let ordered = all.sorted { (depth($0.head), $0.head) < (depth($1.head), $1.head) }
    var kept: [EventCandidate] = []
    var faint: [EventCandidate] = []
    var covered = Set<Int>()
    for head in found.silent {
      covered.formUnion(annotated.subtree(of: head) { isToldAside($0) || isSaid($0) })
    }
    for given in ordered where !covered.contains(given.head) {
      let candidate = refusals.apply(to: given)
      guard isSound(candidate) else {
        faint.append(candidate)
        continue
      }
      guard let settled = words.apply(to: settled(candidate)) else { continue }
      if isIdleDenial(settled) || isIdleChance(settled) || isNegatedCondition(settled) { continue }
      kept.append(settled)
      for topic in candidate.topics { covered.formUnion(uncovered(topic, for: candidate)) }
      covered.formUnion(candidate.absorbed)
    }
    let merger = SentenceMerger(clauses: clauses)
    let merged = merger.lending(faint, to: merger.merge(kept))
    let prison = merged.compactMap { PrisonRule(clauses: clauses).detention(of: $0) }
    let ended = merged.compactMap { EndedProtestRule(clauses: clauses).protest(endedBy: $0, in: found) }
    return (merged + prison + ended).sorted { ($0.head, $0.type.quad) < ($1.head, $1.type.quad) }
  }

  /// Headings tell again what the text tells, unless there is no other text.
  private func isTold(_ sentence: Sentence) -> Bool {
    sentence.kind == .prose || sentence.kind == .listItem
      || !annotated.sentences.contains { $0.kind == .prose || $0.kind == .listItem }
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
    let helpers = annotated.children(of: token, .aux).map { annotated.tokens[$0].lemma.lowercased() }
    if helpers.contains("have") { return helpers.allSatisfy { $0 == "have" || $0 == "be" } }
    return word.features.tense == "Past"
      && (word.features.verbForm == "Fin" && helpers.isEmpty || helpers == ["be"])
  }

  /// "A report that the two had met": what is said may be denied, and is an act all the same.
  private func isSaid(_ token: Int) -> Bool {
    annotated.tokens[token].relation == .acl && clauses.mark(of: token) == "that"
  }

  private func settled(_ candidate: EventCandidate) -> EventCandidate {
    let stance = StatusReader(clauses: clauses).stance(
      of: candidate.clause.light.flatMap {
        candidate.trigger.contains($0) ? $0 : nil
      } ?? candidate.head)
    if candidate.rules.contains("rule:will-not") { return candidate }
    return FutureRules(clauses: clauses, participants: participants).apply(stance, to: candidate)
  }

  // MARK: Precision

  /// What someone did not do is worth telling where it is known who did not do it, and to whom: a party, or whatever
  /// else the clause names as its object ("did not shell the town").
  private func isIdleDenial(_ candidate: EventCandidate) -> Bool {
    guard candidate.status.contains(.negation) else { return false }
    let needsOnlyActor: Set<EventType> = [.mobilize, .retreat, .protest, .threaten, .aid]
    if candidate.actors.isEmpty { return true }
    let isAttack = candidate.type == .assault && !candidate.clause.objects.isEmpty
    return candidate.recipients.isEmpty && !needsOnlyActor.contains(candidate.type) && !isAttack
  }

  /// "The vote can be postponed": what may happen, of nobody to nobody.
  private func isIdleChance(_ candidate: EventCandidate) -> Bool {
    candidate.status.contains(.hypothetical) && candidate.actors.isEmpty && candidate.recipients.isEmpty
  }

  /// "If they do not free the crew, …": what is not to be left undone is the matter of a threat or demand, no act.
  private func isNegatedCondition(_ candidate: EventCandidate) -> Bool {
    candidate.status.isSuperset(of: [.hypothetical, .negation])
  }

  /// A question tells nothing that was done.
  private func isAsked(_ sentence: Sentence) -> Bool {
    sentence.tokens.reversed().first { annotated.tokens[$0].upos != .punct || isQuestionMark($0) }
      .map(isQuestionMark) ?? false
  }

  private func isQuestionMark(_ token: Int) -> Bool { annotated.tokens[token].form == "?" }

  private func isSport(_ sentence: Sentence) -> Bool { sportWords(in: sentence) > 2 }

  private func sportWords(in sentence: Sentence) -> Int {
    sentence.tokens.count { lexicon.classes.contains(clauses.lemma($0), in: "SPORT") }
  }

  private func isSporting(_ clause: Clause) -> Bool {
    (clause.subjects + clause.objects + clause.obliques.map(\.head)).contains {
      annotated.tokens[$0].upos == .noun && lexicon.classes.contains(clauses.lemma($0), in: "SPORT")
        && (!lexicon.classes.contains(clauses.lemma($0), in: "ALSO_SPORT")
          || sportWords(in: annotated.sentence(of: clause.token)) > 1)
    }
  }

  private func isSound(_ candidate: EventCandidate) -> Bool {
    let word = annotated.tokens[candidate.head]
    if annotated.names.contains(token: candidate.head) && word.upos == .propn { return false }
    let subjects = candidate.clause.subjects
    if subjects.contains(where: {
      lexicon.classes.contains(clauses.lemma($0), in: "MARKET") && !isGunfire($0)
        && !(["trader", "investor"].contains(clauses.lemma($0)) && !participants.named($0).isEmpty)
    }) {
      return false
    }
    if isSporting(candidate.clause) || isAccident(candidate) || isTotal(candidate) || isErratum(candidate)
      || isBareCondition(candidate) || isCall(candidate) || isAverted(candidate) || isPoll(candidate)
      || isPutToSomeone(candidate) || isDoneByAThing(candidate) || isWishedAway(candidate)
      || CampaignRally(clauses: clauses, participants: participants, tone: contest).covers(candidate)
    {
      return false
    }
    guard Relevance(actors: participants.actors).admits(candidate) else { return false }
    if word.upos == .noun { return isSoundNoun(candidate) }
    let isWord = candidate.type.quad == 1 || candidate.type.quad == 3 || candidate.type == .mobilize
    if candidate.type == .request && candidate.actors.isEmpty { return false }
    if isWord && candidate.actors.isEmpty && !subjects.contains(where: isNamedOrDescribed) {
      let isSomeone = candidate.clause.isPassive || subjects.contains(where: isPersonalPronoun)
      if candidate.type == .concede, candidate.clause.isPassive, candidate.weight >= 3 { return true }
      return isSomeone && !candidate.recipients.isEmpty
    }
    if isBareDemand(candidate) || isBareAim(candidate) || isInterview(candidate) || isChat(candidate) {
      return false
    }
    if candidate.type == .consult && candidate.mode == nil && candidate.weight < 3 {
      return candidate.actors.count + candidate.recipients.count > 1 || subjects.contains(where: isMany)
    }
    if candidate.type.needsRecipient && candidate.actors.isEmpty && candidate.recipients.isEmpty {
      return false
    }
    return true
  }

  /// "Sniper fire", "the rebels' fire", and no blaze.
  private func isGunfire(_ head: Int) -> Bool {
    clauses.lemma(head) == "fire"
      && annotated.children(of: head, .compound, .amod, .nmod).contains { child in
        child < head
          && (lexicon.classes.contains(clauses.lemma(child), in: "GUN_FIRE")
            || !participants.named(child).isEmpty)
      }
  }

  /// "45 percent of voters back the deal": a share of people holds an opinion, and does nothing together.
  private func isPoll(_ candidate: EventCandidate) -> Bool {
    (candidate.type.quad == 1 || candidate.type.quad == 3)
      && candidate.clause.subjects.contains { subject in
        lexicon.classes.contains(clauses.lemma(subject), in: "SHARE_OF_PEOPLE")
          || annotated.children(of: subject, .compound, .nummod, .amod).contains {
            lexicon.classes.contains(clauses.lemma($0), in: "SHARE_OF_PEOPLE")
          }
      }
  }

  /// "The measures bar the carrier", "a strike shuts the port": what they do is told of whoever took them.
  private func isDoneByAThing(_ candidate: EventCandidate) -> Bool {
    let clause = candidate.clause
    return (candidate.type == .coerce || candidate.type == .sanction) && candidate.actors.isEmpty
      && annotated.tokens[candidate.head].upos == .verb && !clause.isPassive && !clause.subjects.isEmpty
      && !clause.subjects.contains(where: participants.isActorLike)
  }

  /// "Pushed him to step down": whom others want to go has not gone.
  private func isWishedAway(_ candidate: EventCandidate) -> Bool {
    let word = annotated.tokens[candidate.head]
    guard candidate.type == .retreat, candidate.mode == "resign", clauses.mark(of: candidate.head) == "to",
      let head = word.head
    else { return false }
    return lexicon.classes.contains(clauses.lemma(head), in: "PRESSING")
  }

  /// "You accuse some employers of it.": what an interviewer puts to someone.
  private func isPutToSomeone(_ candidate: EventCandidate) -> Bool {
    annotated.children(of: candidate.head, .nsubj).contains {
      annotated.tokens[$0].form.lowercased() == "you"
    }
  }

  /// People killed or hurt by no one, in a sentence (else in a report) that speaks of accidents more than
  /// of violence.
  private func isAccident(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .assault, candidate.mode == nil, candidate.actors.isEmpty,
      annotated.tokens[candidate.head].upos == .verb
    else { return false }
    return harm.isAccident(at: annotated.sentence(of: candidate.head))
  }

  /// "3,000 people have been killed since March": a count of a war, no act.
  private func isTotal(_ candidate: EventCandidate) -> Bool {
    candidate.type == .assault && candidate.mode == nil && candidate.actors.isEmpty
      && lexicon.casualtyWords[clauses.lemma(candidate.head)] != nil
      && !candidate.clause.heads(after: ["since"]).isEmpty
  }

  /// "If convicted, they could …": nobody does it.
  private func isBareCondition(_ candidate: EventCandidate) -> Bool {
    ["if", "unless"].contains(clauses.mark(of: candidate.head) ?? "") && candidate.actors.isEmpty
      && annotated.child(of: candidate.head, .nsubj) == nil
  }

  /// "Stop the raids!", "stop raiding farms": what someone is told to do, by whoever shouts it.
  private func isCall(_ candidate: EventCandidate) -> Bool {
    guard candidate.actors.isEmpty else { return false }
    var verb = candidate.head
    while annotated.tokens[verb].relation == .xcomp, let head = annotated.tokens[verb].head { verb = head }
    return clauses.isImperative(verb)
  }

  /// "to prevent attacks on the market", "fears of a raid": what is kept from happening, or feared, and is told as nothing
  /// more.
  private func isAverted(_ candidate: EventCandidate) -> Bool {
    let word = annotated.tokens[candidate.head]
    guard word.upos == .noun, let head = word.head else { return false }
    switch word.relation {
    case .obj: return lexicon.classes.contains(clauses.lemma(head), in: "AVERTING")
    case .nmod:
      return ["of", "about", "over"].contains(clauses.preposition(of: candidate.head) ?? "")
        && lexicon.classes.contains(clauses.lemma(head), in: "FEAR")
    default: return false
    }
  }

  /// "Their deputies met": several, told by one word.
  private func isMany(_ head: Int) -> Bool {
    annotated.tokens[head].features.number == "Plur" && isNamedOrDescribed(head)
  }

  /// "It blamed the army": someone, even where no one knows whom the pronoun means.
  private func isPersonalPronoun(_ head: Int) -> Bool {
    annotated.tokens[head].upos == .pron
      && ["it", "he", "she", "they", "we", "i"].contains(annotated.tokens[head].form.lowercased())
      && annotated.tokens[head].relation != .expl
  }

  /// A pronoun that no one resolved is nobody.
  private func isNamedOrDescribed(_ head: Int) -> Bool {
    annotated.tokens[head].upos != .pron && participants.isActorLike(head)
  }

  /// "She spoke with this newspaper": no talks.
  private func isInterview(_ candidate: EventCandidate) -> Bool {
    candidate.type == .consult
      && (candidate.actors + candidate.recipients).contains {
        let actor = participants.actors.actor($0.actor)
        return actor.kind == .media || actor.sectors == ["JRN"]
      }
  }

  /// "She spoke to her on Monday": talks are between those who speak for a body, and both are told.
  private func isChat(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .consult, candidate.mode == nil,
      ["speak", "talk", "chat"].contains(clauses.lemma(candidate.head))
    else { return false }
    let relevance = Relevance(actors: participants.actors)
    let involved = (candidate.actors + candidate.recipients).map { participants.actors.actor($0.actor) }
    return involved.count < 2 || !involved.allSatisfy(relevance.isPublic)
  }

  /// "We apologise", "our apologies for the mistake": the outlet's own correction.
  private func isErratum(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .concede else { return false }
    let words = candidate.clause.subjects + candidate.clause.possessors
    let isOwn = words.contains { ["we", "our", "us"].contains(annotated.tokens[$0].form.lowercased()) }
    return isOwn && candidate.actors.allSatisfy { participants.actors.actor($0.actor).kind == .media }
  }

  /// "any attempt to disarm his country": an aim of nobody.
  private func isBareAim(_ candidate: EventCandidate) -> Bool {
    candidate.actors.isEmpty && !candidate.clause.isPassive && clauses.mark(of: candidate.head) == "to"
      && [.acl, .advcl, .xcomp].contains(annotated.tokens[candidate.head].relation)
  }

  /// "airlines demand improvements", "rejects the idea": no act that is demanded or refused, and of no one.
  private func isBareDemand(_ candidate: EventCandidate) -> Bool {
    (candidate.type == .request || candidate.type == .reject) && !candidate.hasInnerAct && !candidate.isAnswer
      && candidate.recipients.isEmpty && candidate.weight < 3 && candidate.clause.complement == nil
      && candidate.clause.heads(after: ["to", "on", "upon", "for"]).isEmpty
  }

  /// A noun is an event of its own where its arguments or a light verb say who did it or to whom.
  private func isSoundNoun(_ candidate: EventCandidate) -> Bool {
    if candidate.actors.isEmpty && candidate.recipients.isEmpty {
      return candidate.mode == "ceasefire" && candidate.clause.light != nil && candidate.weight >= 3
    }
    if candidate.type == .protest && clauses.preposition(of: candidate.head) == "in" { return false }
    if candidate.clause.light.map(candidate.trigger.contains) == true { return true }
    if candidate.type == .consult || candidate.type == .agree {
      return candidate.actors.count + candidate.recipients.count > 1
    }
    if candidate.type.quad == 1 || candidate.type.quad == 3 { return !candidate.actors.isEmpty }
    return true
  }
}
