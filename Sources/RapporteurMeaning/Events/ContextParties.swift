import RapporteurCore

/// Parties that an act has from what the report told before: whom an answer answers, whose decision is welcomed, which
/// court acquitted.
struct ContextParties: Sendable {
  private let annotated: AnnotatedReport
  private let classes: WordClasses
  private let actors: ActorTable
  /// How many sentences an answer may stand behind what it answers.
  private static let reach = 4

  init(_ annotated: AnnotatedReport, classes: WordClasses, actors: ActorTable) {
    self.annotated = annotated
    self.classes = classes
    self.actors = actors
  }

  /// The candidate at `index`, with the parties that those before it in the text give.
  func completed(_ index: Int, of candidates: [EventCandidate]) -> EventCandidate {
    var candidate = candidates[index]
    if candidate.isAnswer, candidate.recipients.isEmpty {
      fill(&candidate.recipients, answered(index, candidates), "rule:answers", &candidate.rules)
    }
    if candidate.recipients.isEmpty, let decision = decision(of: candidate) {
      fill(
        &candidate.recipients, decider(decision, index, candidates), "rule:whose-decision", &candidate.rules)
    }
    if candidate.recipients.isEmpty, isDemandForFreedom(candidate) {
      fill(&candidate.recipients, holder(index, candidates), "rule:the-holder", &candidate.rules)
    }
    if candidate.recipients.isEmpty,
      candidate.mode == "strike" || candidate.rules.contains("rule:ended-protest")
    {
      fill(&candidate.recipients, employer(of: candidate), "rule:the-employer", &candidate.rules)
    }
    if candidate.recipients.isEmpty, candidate.mode == "crowd-control" {
      fill(&candidate.recipients, crowd(index, candidates), "rule:the-crowd", &candidate.rules)
    }
    if candidate.recipients.isEmpty, !candidate.isPartOfPair {
      fill(
        &candidate.recipients, beside(index, candidates), "rule:other-party-of-the-sentence", &candidate.rules
      )
    }
    if candidate.recipients.isEmpty, isAppeal(candidate) {
      fill(&candidate.recipients, court(besides: candidate.actors), "rule:the-court", &candidate.rules)
    }
    if candidate.type == .cooperate, candidate.recipients.isEmpty, candidate.actors.count > 1 {
      // COOPERATE needs a recipient: the first works with the others.
      candidate.recipients = Array(candidate.actors.dropFirst())
      candidate.actors = Array(candidate.actors.prefix(1))
      candidate.rules.append("rule:cooperates-with")
    }
    if candidate.actors.isEmpty, isJudgement(candidate) {
      fill(&candidate.actors, court(besides: candidate.recipients), "rule:the-court", &candidate.rules)
    }
    return candidate
  }

  private func fill(
    _ side: inout [Event.Participant], _ found: [Actor.ID], _ rule: String, _ rules: inout [String]
  ) {
    guard !found.isEmpty else { return }
    side = found.map { Event.Participant(actor: $0, spans: []) }
    rules.append(rule)
  }

  // MARK: Answers

  /// Who asked, offered, threatened or accused those who answer, nearest before.
  private func answered(_ index: Int, _ candidates: [EventCandidate]) -> [Actor.ID] {
    let answer = candidates[index]
    let own = Set(answer.actors.map(\.actor))
    guard !own.isEmpty else { return [] }
    for earlier in candidates[..<index].reversed() {
      guard sentences(earlier, answer) <= ContextParties.reach else { return [] }
      guard [.request, .agree, .threaten].contains(earlier.type) else { continue }
      let theirs = earlier.actors.map(\.actor)
      guard !theirs.isEmpty, own.isDisjoint(with: theirs) else { continue }
      let asked = earlier.recipients.map(\.actor)
      if asked.isEmpty || !own.isDisjoint(with: asked) { return theirs }
    }
    return []
  }

  private func sentences(_ a: EventCandidate, _ b: EventCandidate) -> Int {
    annotated.sentenceIndex(of: b.head) - annotated.sentenceIndex(of: a.head)
  }

  // MARK: Neighbours

  /// "They ended the strike after the ministry agreed": the one other party of the sentence's events.
  private func beside(_ index: Int, _ candidates: [EventCandidate]) -> [Actor.ID] {
    let candidate = candidates[index]
    guard [.agree, .accuse, .coerce, .sanction].contains(candidate.type), !candidate.actors.isEmpty,
      annotated.tokens[candidate.head].upos == .verb, !hasOtherObject(candidate)
    else {
      return []
    }
    let own = Set(candidate.actors.map(\.actor))
    var others: [Actor.ID] = []
    for (place, other) in candidates.enumerated()
    where place != index && sentences(candidate, other) == 0 {
      let parties = candidate.type == .agree ? other.actors : other.actors + other.recipients
      for party in parties.map(\.actor) where !own.contains(party) && !others.contains(party) {
        others.append(party)
      }
    }
    return others.count == 1 ? others : []
  }

  /// "Condemned the attack", "detained some 200 of them": the clause says what or whom, and that is not the neighbour.
  private func hasOtherObject(_ candidate: EventCandidate) -> Bool {
    let isBlame = candidate.type == .accuse && candidate.mode == "disapprove"
    let isOfPeople = ["arrest", "deport", "expel"].contains(candidate.mode)
    return (isBlame || isOfPeople) && !candidate.clause.objects.isEmpty
  }

  /// Tear gas is used on those who protest: in the same sentence or shortly before.
  private func crowd(_ index: Int, _ candidates: [EventCandidate]) -> [Actor.ID] {
    let own = Set(candidates[index].actors.map(\.actor))
    let protests = candidates.filter { other in
      other.type == .protest && !other.actors.isEmpty && own.isDisjoint(with: other.actors.map(\.actor))
        && (0...2).contains(sentences(other, candidates[index]))
    }
    let here = protests.last { sentences($0, candidates[index]) == 0 } ?? protests.last
    return here?.actors.map(\.actor) ?? []
  }

  /// Whoever took what is now asked back: the last one before the demand. A state asks it of the state, not of its police.
  private func holder(_ index: Int, _ candidates: [EventCandidate]) -> [Actor.ID] {
    let own = Set(candidates[index].actors.map(\.actor))
    let taking = candidates[..<index].last { earlier in
      ["seize", "arrest", "abduct"].contains(earlier.mode) && !earlier.actors.isEmpty
        && own.isDisjoint(with: earlier.actors.map(\.actor))
    }
    let holders = taking?.actors.map(\.actor) ?? []
    guard candidates[index].actors.allSatisfy({ actors.actor($0.actor).kind == .state }) else {
      return holders
    }
    return holders.map { holder in
      let country = actors.actor(holder).country
      return actors.actors.first { $0.kind == .state && $0.country == country }?.id ?? holder
    }
  }

  private func isDemandForFreedom(_ candidate: EventCandidate) -> Bool {
    candidate.type == .request && candidate.mode == "yield"
      && (candidate.clause.objects + candidate.clause.heads(after: ["for"])).contains {
        ["release", "return", "freedom", "handover"].contains(annotated.tokens[$0].lemma.lowercased())
      }
  }

  /// "9,000 workers of the Rupali Group walked out": on the body whose workers they are.
  private func employer(of candidate: EventCandidate) -> [Actor.ID] {
    for striker in candidate.actors.map(\.actor) {
      for mention in actors.actor(striker).mentions {
        let bodies = annotated.children(of: mention.head, .nmod).flatMap { actors.actors(headedBy: $0) }
          .filter {
            actors.actor($0).kind == .organisation && actors.actor($0).anonymity == .named && $0 != striker
          }
        if let body = bodies.first { return [body] }
      }
    }
    return []
  }

  // MARK: Decisions

  /// "Welcomed the verdict": the noun, where praise or blame is of a decision that the report knows.
  private func decision(of candidate: EventCandidate) -> Int? {
    guard candidate.type == .support || candidate.type == .accuse && candidate.mode == "disapprove" else {
      return nil
    }
    return candidate.clause.objects.first { object in
      classes.contains(annotated.tokens[object].lemma.lowercased(), in: "DECIDED")
        && annotated.children(of: object, .det).contains {
          ["the", "this", "that", "these"].contains(annotated.tokens[$0].form.lowercased())
        }
        && annotated.children(of: object, .nmod).isEmpty
    }
  }

  /// Whoever acts alone in the event that the report leads with; for verdicts its court.
  private func decider(_ noun: Int, _ index: Int, _ candidates: [EventCandidate]) -> [Actor.ID] {
    let own = Set(candidates[index].actors.map(\.actor))
    let earlier = candidates[..<index].filter { candidate in
      candidate.type.quad != 3 && !candidate.actors.isEmpty
        && own.isDisjoint(with: candidate.actors.map(\.actor))
    }
    if ["verdict", "ruling", "judgment", "judgement", "sentence", "acquittal"].contains(
      annotated.tokens[noun].lemma.lowercased())
    {
      return earlier.first { $0.actors.allSatisfy { actors.actor($0.actor).sectors.contains("JUD") } }?.actors
        .map(\.actor) ?? []
    }
    guard let lead = earlier.first, lead.actors.count == 1 else { return [] }
    return lead.actors.map(\.actor)
  }

  // MARK: Courts

  /// "He said he would appeal": against the court.
  private func isAppeal(_ candidate: EventCandidate) -> Bool {
    candidate.type == .reject && annotated.tokens[candidate.head].lemma.lowercased() == "appeal"
  }

  private func isJudgement(_ candidate: EventCandidate) -> Bool {
    guard candidate.clause.isPassive else { return false }
    return candidate.type == .sanction && candidate.mode == "convict"
      || candidate.rules.contains("rule:prison-sentence")
      || candidate.type == .concede
        && ["acquit", "exonerate", "absolve"].contains(annotated.tokens[candidate.head].lemma.lowercased())
  }

  /// The one court of the report.
  private func court(besides others: [Event.Participant]) -> [Actor.ID] {
    let courts = actors.actors.filter { actor in
      actor.kind == .organisation && actor.sectors == ["JUD"]
        && ["court", "tribunal"].contains { actor.name.lowercased().contains($0) }
        && !others.contains { $0.actor == actor.id }
    }
    return courts.count == 1 ? [courts[0].id] : []
  }
}
