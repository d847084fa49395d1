import RapporteurCore

/// From candidates to events: dates, places, contexts, casualties, claims, and one event for one act of the
/// report.
struct EventDrafts {
  let annotated: AnnotatedReport
  let lexicon: EventLexicon
  let participants: ParticipantReader
  let holding: EventClaims
  let times: [Timex]
  let places: [Place]

  private var clauses: ClauseReader { participants.clauses }
  private var actors: ActorTable { participants.actors }

  /// A candidate with what its surroundings add.
  private struct Draft {
    var candidate: EventCandidate
    var date: Event.Date?
    var place: Place?
    var claims: [Claim]
    /// How each claim words the act: a mention under another claim may deny it.
    var holdings: [Event.Holding]
    var casualties: [Event.Casualties] = []
  }

  /// The rule whose evidence is the other words for the act.
  private static let sameAct = "rule:same-act"

  /// How many acts of its type an act is compared with: a long report has thousands.
  private static let reach = 200

  /// The events, numbered in text order.
  ///
  /// - Complexity: Linear in candidates: each is compared with the last `reach` drafts of its type.
  func events(from candidates: [EventCandidate]) -> [Event] {
    let settings = EventPlaces(clauses: clauses, places: places, actors: actors)
    var drafts: [Draft] = []
    var ofType: [EventType: [Int]] = [:]
    for candidate in candidates {
      let draft = draft(candidate, settings)
      let near = ofType[candidate.type, default: []].suffix(EventDrafts.reach)
      if let index = sameAct(as: draft, among: near, of: drafts) ?? deed(behind: draft, in: drafts) {
        drafts[index] = joined(drafts[index], draft)
      } else {
        ofType[candidate.type, default: []].append(drafts.count)
        drafts.append(draft)
      }
    }
    attachCasualties(to: &drafts)
    drafts.sort { $0.candidate.head < $1.candidate.head }
    completeFromContext(&drafts)
    completeRecipients(of: &drafts)
    drafts.removeAll(where: isOfNobody)
    return drafts.enumerated().map { event(numbered: $0.offset + 1, from: $0.element) }
  }

  private func draft(_ given: EventCandidate, _ settings: EventPlaces) -> Draft {
    var candidate = given
    let timing = EventTimes(annotated: annotated, times: times)
    let timex = timing.governing(candidate)
    if let timex, timing.isHistorical(timex) { candidate.status.insert(.historical) }
    let innermost = holding.innermost(at: candidate.head)
    return Draft(
      candidate: candidate, date: isConverted(candidate) ? nil : timex.flatMap { timing.date(of: $0) },
      place: settings.place(of: candidate), claims: innermost,
      holdings: holding.holdings(of: candidate.status, under: innermost, at: candidate.head))
  }

  /// A threat is not dated by when its content is to happen.
  private func isConverted(_ candidate: EventCandidate) -> Bool {
    candidate.rules.contains("rule:future-threaten")
  }

  // MARK: One act, one event

  /// "more than 40 people were injured": harm of no stated agent, place or time is what the last assault did.
  private func deed(behind draft: Draft, in drafts: [Draft]) -> Int? {
    let candidate = draft.candidate
    guard candidate.type == .assault, candidate.mode == nil, candidate.actors.isEmpty,
      candidate.status.isEmpty,
      draft.date == nil, draft.place == nil, lexicon.casualtyWords[clauses.lemma(candidate.head)] != nil
    else { return nil }
    let sentence = annotated.sentenceIndex(of: candidate.head)
    return drafts.lastIndex { earlier in
      earlier.candidate.type == .assault && earlier.candidate.status.isEmpty
        && (1...4).contains(sentence - annotated.sentenceIndex(of: earlier.candidate.head))
    }
  }

  /// The first of the drafts at `near` that tells the same act; without a copy of any.
  private func sameAct(as draft: Draft, among near: ArraySlice<Int>, of drafts: [Draft]) -> Int? {
    drafts.withUnsafeBufferPointer { drafts in near.first { isSameAct(drafts[$0], draft) } }
  }

  private func isSameAct(_ a: Draft, _ b: Draft) -> Bool {
    let x = a.candidate
    let y = b.candidate
    guard x.type == y.type, x.head != y.head else { return false }
    guard annotated.sentenceIndex(of: x.head) != annotated.sentenceIndex(of: y.head) else { return false }
    if let p = x.mode, let q = y.mode, p != q { return false }
    if let p = a.date?.value, let q = b.date?.value, !(p.hasPrefix(q) || q.hasPrefix(p)) { return false }
    let difference = x.status.symmetricDifference(y.status)
    guard difference.isEmpty || (difference == [.negation] && !b.claims.isEmpty) else { return false }
    let areTruces = x.mode == "ceasefire" && y.mode == "ceasefire"
    if areTruces, x.actors.isEmpty || y.actors.isEmpty { return true }
    let bothUnknown = x.actors.isEmpty && y.actors.isEmpty && sameWord(x, y)
    let sameActors = bothUnknown || (x.actors.map(\.actor) == y.actors.map(\.actor) && !x.actors.isEmpty)
    let sameRecipients = overlap(x.recipients, y.recipients)
    if isReference(y) { return fits(x, y) }
    let noRecipients = x.recipients.isEmpty && y.recipients.isEmpty && sameWord(x, y) && !bothUnknown
    return sameActors && (sameRecipients || isOneMeeting(x, y) || noRecipients)
  }

  /// "had met an adviser", "the two had discussed the fate": what the same two do with each other is one act, however it is
  /// worded.
  private func isOneMeeting(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    a.actors.count > 1 && a.recipients.isEmpty && b.recipients.isEmpty
  }

  /// "the meeting", "the attack", "their talks": a definite noun refers back.
  private func isReference(_ candidate: EventCandidate) -> Bool {
    guard annotated.tokens[candidate.head].upos == .noun else { return false }
    return annotated.children(of: candidate.head).contains { child in
      let form = annotated.tokens[child].form.lowercased()
      return ["the", "this", "that", "these", "those", "their", "his", "her", "its"].contains(form)
    }
  }

  private func fits(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    let actorsFit = a.actors.isEmpty || b.actors.isEmpty || overlap(a.actors, b.actors)
    let recipientsFit = a.recipients.isEmpty || b.recipients.isEmpty || overlap(a.recipients, b.recipients)
    return actorsFit && recipientsFit
  }

  private func overlap(_ a: [Event.Participant], _ b: [Event.Participant]) -> Bool {
    a.contains { x in b.contains { $0.actor == x.actor } }
  }

  private func sameWord(_ a: EventCandidate, _ b: EventCandidate) -> Bool {
    clauses.lemma(a.head) == clauses.lemma(b.head)
  }

  private func joined(_ a: Draft, _ b: Draft) -> Draft {
    var result = a
    result.candidate.merged.append(b.candidate.head)
    if result.candidate.actors.isEmpty { result.candidate.actors = b.candidate.actors }
    if result.candidate.recipients.isEmpty { result.candidate.recipients = b.candidate.recipients }
    if result.candidate.mode == nil, let mode = b.candidate.mode {
      result.candidate.mode = mode
      result.candidate.cameo = b.candidate.cameo
    }
    result.candidate.rules.append(EventDrafts.sameAct)
    result.date = a.date ?? b.date
    result.place = a.place ?? b.place
    for claim in b.claims where !result.claims.contains(where: { $0.id == claim.id }) {
      result.claims.append(claim)
    }
    if b.claims.isEmpty, let own = b.holdings.firstIndex(where: { $0.holder == .author }) {
      result.holdings.removeAll { $0.holder == .author }
      result.holdings.insert(b.holdings[own], at: 0)
    }
    for holding in b.holdings where !result.holdings.contains(where: { $0.holder == holding.holder }) {
      result.holdings.append(holding)
    }
    return result
  }

  // MARK: Casualties

  private func attachCasualties(to drafts: inout [Draft]) {
    let reader = CasualtyReader(lexicon: lexicon, clauses: clauses)
    let carriers = CasualtyCarriers(drafts.map(\.candidate), annotated)
    for sentence in annotated.sentences {
      for count in reader.counts(in: sentence) {
        guard let index = carriers.carrier(of: count) else { continue }
        let claim = holding.innermost(at: count.word).first?.id
        drafts[index].casualties.append(
          Event.Casualties(
            kind: count.kind, low: count.low, high: count.high, spans: [count.span], claim: claim))
      }
    }
  }

  /// Parties that stand in an earlier event; an answer to nobody is none.
  private func completeFromContext(_ drafts: inout [Draft]) {
    let context = ContextParties(annotated, classes: lexicon.classes, actors: actors)
    var candidates = drafts.map(\.candidate)
    for index in candidates.indices { candidates[index] = context.completed(index, of: candidates) }
    drafts = zip(drafts, candidates).compactMap { draft, candidate in
      if candidate.isAnswer, candidate.recipients.isEmpty, candidate.clause.objects.isEmpty,
        !candidate.rules.contains("rule:will-not")
      {
        return nil
      }
      var draft = draft
      draft.candidate = candidate
      return draft
    }
  }

  /// Help, cooperation and sanctions are given to, shared with or put on someone: PLOVER wants a recipient for them.
  /// People whom no list knows ("the wounded") are some, and so is a place ("in the camp").
  private func isOfNobody(_ draft: Draft) -> Bool {
    let candidate = draft.candidate
    guard candidate.type.needsRecipient, candidate.type != .assault, candidate.recipients.isEmpty else {
      return false
    }
    return draft.place == nil && !candidate.clause.objects.contains(where: participants.isHuman)
  }

  private func completeRecipients(of drafts: inout [Draft]) {
    let implied = ImpliedRecipient(annotated, classes: lexicon.classes, actors: actors, places: places)
    for index in drafts.indices {
      guard let found = implied.recipient(of: drafts[index].candidate, at: drafts[index].place) else {
        continue
      }
      drafts[index].candidate.recipients = [Event.Participant(actor: found.actor, spans: [])]
      drafts[index].candidate.rules.append(found.rule)
    }
  }

  // MARK: The event

  private func event(numbered number: Int, from draft: Draft) -> Event {
    let candidate = draft.candidate
    let words = annotated.spans(of: candidate.trigger)
    let contexts = ContextReader(lexicon: lexicon, clauses: clauses).contexts(of: candidate)
    return Event(
      id: Event.ID(number), type: candidate.type, mode: candidate.mode, contexts: contexts,
      status: EventStatus.allCases.filter(candidate.status.contains), cameo: candidate.cameo,
      trigger: Event.Trigger(
        spans: words, lemma: clauses.lemma(candidate.head), head: candidate.head),
      actors: candidate.actors, recipients: candidate.recipients, date: draft.date, place: draft.place,
      casualties: draft.casualties, claims: draft.claims.map(\.id).sorted(), factuality: draft.holdings,
      why: why(candidate, words))
  }

  private func why(_ candidate: EventCandidate, _ words: [TextSpan]) -> [Evidence] {
    var seen = Set<String>()
    return candidate.rules.filter { seen.insert($0).inserted }.enumerated().map { index, rule in
      Evidence(
        spans: rule == EventDrafts.sameAct
          ? candidate.merged.sorted().map { annotated.tokens[$0].span } : words,
        rule: rule, rejected: index == 0 ? candidate.rejected : [])
    }
  }
}
