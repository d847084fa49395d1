import RapporteurCore

/// From the head of a noun phrase to the actors that it stands for.
struct ParticipantReader: Sendable {
  let clauses: ClauseReader
  let actors: ActorTable
  let spoken: SpokenPronouns

  private var annotated: AnnotatedReport { clauses.annotated }

  /// The actors of a noun phrase and its conjuncts: the head's own, else those of its modifiers.
  func participants(of head: Int) -> [Event.Participant] {
    var found: [Event.Participant] = []
    for conjunct in annotated.conjuncts(of: head) where !isClause(conjunct) {
      append(direct(conjunct, depth: 0), to: &found)
      // "leader A and President B": the parser may hang B on the name A.
      for naming in annotated.children(of: conjunct, .appos, .flat) {
        for second in annotated.conjuncts(of: naming).dropFirst() where !isClause(second) {
          append(direct(second, depth: 0), to: &found)
        }
      }
    }
    return found
  }

  /// The actors of several noun phrases, each once.
  func participants(of heads: [Int]) -> [Event.Participant] {
    var found: [Event.Participant] = []
    for head in heads { append(participants(of: head), to: &found) }
    return found
  }

  /// The actors that the head word itself stands for.
  func named(_ head: Int) -> [Event.Participant] {
    var heads = actors.actors(headedBy: head)
    if spoken.excludes(heads, at: head) { heads = [] }
    return (heads.isEmpty ? spoken.actors(for: head) : heads).map { id in
      let spans = actors.mention(of: id, headedBy: head)?.spans ?? [annotated.tokens[head].span]
      return Event.Participant(actor: id, spans: spans)
    }
  }

  /// Whether someone is named, or was spoken of before: "observers" that are to be sent are no party.
  func isKnown(_ actor: Actor.ID, before head: Int) -> Bool {
    let known = actors.actor(actor)
    return known.kind == .state || known.anonymity == .named || known.mentions.contains { $0.head < head }
      || isDefinite(head)
  }

  private func isDefinite(_ head: Int) -> Bool {
    annotated.children(of: head).contains {
      ["the", "this", "these", "those", "its", "his", "her", "their"].contains(
        annotated.tokens[$0].form.lowercased())
        || annotated.tokens[$0].deprel.subtype == "poss"
    }
  }

  /// Whether a token may act or be acted on as a person, group or state does.
  func isActorLike(_ head: Int) -> Bool {
    if !actors.actors(headedBy: head).isEmpty || !spoken.actors(for: head).isEmpty { return true }
    let word = annotated.tokens[head]
    if word.upos == .propn { return true }
    if word.upos == .num { return true }
    if word.upos == .pron {
      let isThing = ["it", "this", "that", "which", "what"].contains(word.form.lowercased())
      return !isThing || speaker(for: head) != nil
    }
    let lemma = clauses.lemma(head)
    if ["thousand", "hundred", "dozen"].contains(lemma) { return true }
    return clauses.classes.contains(lemma, in: "PERSON") || clauses.classes.contains(lemma, in: "BODY")
      || clauses.classes.contains(lemma, in: "FORCES")
  }

  /// Whether a token stands for a person or people: by its actors, else by the word.
  func isHuman(_ head: Int) -> Bool {
    if ["itself", "himself", "herself", "themselves"].contains(annotated.tokens[head].form.lowercased()) {
      return false
    }
    let known = actors.actors(headedBy: head)
    if !known.isEmpty {
      return known.contains { [.person, .group].contains(actors.actor($0).kind) }
    }
    let word = annotated.tokens[head]
    if ["all", "both", "some", "many", "most", "several", "others", "two", "three"].contains(
      word.form.lowercased())
    {
      return true
    }
    if word.upos == .pron {
      return ["he", "she", "they", "him", "her", "them", "who", "whom", "everyone", "someone", "others"]
        .contains(
          word.form.lowercased())
    }
    return word.upos == .num || clauses.classes.contains(clauses.lemma(head), in: "PERSON")
      || clauses.classes.contains(clauses.lemma(head), in: "PRISONER")
  }

  private func isClause(_ token: Int) -> Bool { annotated.tokens[token].upos == .verb }

  private func direct(_ head: Int, depth: Int) -> [Event.Participant] {
    let own = properName(of: head) ?? named(head)
    if !own.isEmpty || depth > 3 { return own }
    if let speaker = speaker(for: head) { return speaker }
    if clauses.isRelative(head), let clause = annotated.tokens[head].head,
      annotated.tokens[clause].relation == .acl, let antecedent = annotated.tokens[clause].head
    {
      return direct(antecedent, depth: depth + 1)
    }
    return modifierActors(of: head, depth: depth)
  }

  /// "NATO member Norway", "rebel leader X": the name that a described group bears, where it is an actor of
  /// its own.
  private func properName(of head: Int) -> [Event.Participant]? {
    guard annotated.tokens[head].upos == .noun,
      named(head).allSatisfy({ actors.actor($0.actor).kind == .group })
    else { return nil }
    let names = annotated.children(of: head).filter {
      let word = annotated.tokens[$0]
      return word.upos == .propn && $0 > head
        && (word.relation == .flat || word.relation == .appos || word.deprel.subtype == "desc")
    }
    let found = names.flatMap(named)
    return found.isEmpty ? nil : found
  }

  /// "X said it had …": a pronoun that no one resolved and that is the subject of what someone says means
  /// the speaker.
  private func speaker(for pronoun: Int) -> [Event.Participant]? {
    guard annotated.tokens[pronoun].upos == .pron, annotated.tokens[pronoun].relation == .nsubj,
      ["it", "he", "she", "they"].contains(annotated.tokens[pronoun].form.lowercased()),
      let clause = annotated.tokens[pronoun].head, annotated.tokens[clause].relation == .ccomp,
      let speech = annotated.tokens[clause].head,
      let subject = clauses.surfaceSubjects(of: speech).first, subject != pronoun
    else { return nil }
    let span = annotated.tokens[pronoun].span
    let found = named(subject).map { Event.Participant(actor: $0.actor, spans: [span]) }
    let bodies = found.filter { actors.actor($0.actor).kind != .group }
    return found.count == 1 ? found : bodies.count == 1 ? bodies : nil
  }

  /// "Tehran's nuclear chief", "Iraqi towns", "thousands of Nigerians", "the capital of Chad".
  private func modifierActors(of head: Int, depth: Int) -> [Event.Participant] {
    let children = annotated.children(of: head)
    if clauses.classes.contains(clauses.lemma(head), in: "PARTITIVE") || annotated.tokens[head].upos == .num {
      for child in children where clauses.preposition(of: child) == "of" {
        let inner = annotated.conjuncts(of: child).flatMap { direct($0, depth: depth + 1) }
        if !inner.isEmpty { return inner }
      }
    }
    var before: [Event.Participant] = []
    for child in children {
      let word = annotated.tokens[child]
      let isBefore =
        word.deprel.subtype == "poss" || word.relation == .amod || word.relation == .compound
        || word.relation == .appos || word.relation == .flat || word.deprel.subtype == "desc"
      if isBefore && !isOwnLand(child, of: head) {
        append(annotated.conjuncts(of: child).flatMap { direct($0, depth: depth + 1) }, to: &before)
      }
    }
    if !before.isEmpty { return before.map { widened($0, to: head) } }
    for child in children where annotated.tokens[child].relation == .compound {
      if let body = body(named: child) { return [widened(body, to: head)] }
    }
    for wanted in [["of"], ["by", "from"], ["against", "on", "with"], ["in", "at"]] {
      for child in children where annotated.tokens[child].relation == .nmod {
        guard let word = clauses.preposition(of: child), wanted.contains(word) else { continue }
        let inner = annotated.conjuncts(of: child).flatMap {
          wanted == ["of"] ? direct($0, depth: depth + 1) : named($0)
        }
        if !inner.isEmpty { return inner }
      }
    }
    return []
  }

  /// "our soil", "my country": the land of whoever speaks, which is not the speaker.
  private func isOwnLand(_ possessor: Int, of head: Int) -> Bool {
    ["my", "our"].contains(annotated.tokens[possessor].form.lowercased())
      && clauses.classes.contains(clauses.lemma(head), in: "HOMELAND")
  }

  /// "A police post", "government drones": the body of that name that the report knows, the last one spoken of.
  private func body(named modifier: Int) -> Event.Participant? {
    let lemma = clauses.lemma(modifier)
    guard clauses.classes.contains(lemma, in: "BODY_BEFORE") else { return nil }
    let known = actors.actors.filter { actor in
      actor.anonymity != .described
        && actor.mentions.contains { $0.form == .nominal && clauses.lemma($0.head) == lemma }
    }
    let before = known.last { actor in
      actor.mentions.contains { $0.head < modifier && clauses.lemma($0.head) == lemma }
    }
    return (before ?? known.first).map {
      Event.Participant(actor: $0.id, spans: [annotated.tokens[modifier].span])
    }
  }

  /// "Chadian positions": the words that put the state there are the whole phrase.
  private func widened(_ participant: Event.Participant, to head: Int) -> Event.Participant {
    guard let first = participant.spans.first, first.end <= annotated.tokens[head].span.start else {
      return participant
    }
    return Event.Participant(
      actor: participant.actor, spans: [TextSpan(first.start, annotated.tokens[head].span.end)])
  }

  private func append(_ more: [Event.Participant], to found: inout [Event.Participant]) {
    for participant in more where !found.contains(where: { $0.actor == participant.actor }) {
      found.append(participant)
    }
  }
}
