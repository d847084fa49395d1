import RapporteurCore

/// Reads the arguments of verbs, nouns and adjectives off the parse.
struct ClauseReader: Sendable {
  let annotated: AnnotatedReport
  let classes: WordClasses
  private let lemmas: [String]

  /// A reader of one report.
  init(annotated: AnnotatedReport, lexicon: EventLexicon) {
    self.annotated = annotated
    classes = lexicon.classes
    lemmas = LemmaReader(known: lexicon.knownLemmas, irregular: lexicon.irregularVerbs).lemmas(
      of: annotated.tokens)
  }

  var tokens: [Token] { annotated.tokens }

  /// The lower-cased lemma of a token.
  func lemma(_ token: Int) -> String { lemmas[token] }

  /// The tokens of the hyphenated word that a token is the head of; else the token alone.
  func hyphenated(_ token: Int) -> [Int] {
    let near = max(0, token - 6)..<min(tokens.count, token + 7)
    let run = HyphenatedWords(Array(tokens[near])).runs.first { $0.tokens.contains(token - near.lowerBound) }
    return run.map { Array($0.tokens).map { $0 + near.lowerBound } } ?? [token]
  }

  /// The clause of a trigger.
  func clause(of token: Int) -> Clause {
    switch tokens[token].upos {
    case .verb, .aux: verbClause(token)
    case .adj: copularClause(token)
    default: nounClause(token)
    }
  }

  // MARK: Verbs

  private func verbClause(_ token: Int) -> Clause {
    var clause = Clause(token: token)
    clause.isPassive = isPassive(token)
    let surface = surfaceSubjects(of: token)
    let objects = annotated.children(of: token, .obj).map { relativeAntecedent(of: $0, in: token) ?? $0 }
    if clause.isPassive {
      clause.subjects = agents(of: token)
      if objects.isEmpty {
        clause.objects = surface
      } else {
        clause.objects = objects
        clause.indirectObjects = surface
      }
    } else {
      clause.subjects = surface
      clause.objects = objects.isEmpty ? gappedObject(of: token) : objects
      clause.indirectObjects = annotated.children(of: token, .iobj)
    }
    if clause.objects.isEmpty { clause.objects = sharedObject(of: token) }
    // "asked the city to keep calm": the one who is asked is an indirect object, and there is no other.
    if clause.objects.isEmpty { clause.objects = clause.indirectObjects }
    clause.obliques = obliques(of: token, skipping: clause.subjects)
    for object in clause.objects + clause.indirectObjects where annotated.tokens[object].head == token {
      clause.obliques += nominalObliques(of: object)
    }
    for subject in clause.subjects
    where objects.isEmpty && tokens[subject].head == token && classes.contains(lemma(subject), in: "TALKS") {
      clause.obliques += nominalObliques(of: subject)
    }
    clause.particles = particles(of: token)
    adoptSeparated(&clause)
    clause.complement = complement(of: token, objects: clause.objects + clause.indirectObjects)
    if clause.complement == nil, clause.objects.isEmpty, classes.contains(lemma(token), in: "COMMITTING") {
      clause.complement = clause.obliques.lazy.flatMap { self.annotated.children(of: $0.head, .acl) }
        .first { self.mark(of: $0) == "to" }
    }
    if clause.complement == nil, tokens[token].relation == .parataxis, clause.objects.isEmpty {
      clause.complement = tokens[token].head
      clause.isContentBefore = true
    }
    return clause
  }

  /// Whether a verb stands in the passive, or is a passive participle on a noun ("soldiers killed by").
  func isPassive(_ token: Int) -> Bool {
    if hasChild(token, .aux, "pass") || hasChild(token, .nsubj, "pass") { return true }
    let word = tokens[token]
    if hasChild(token, .nsubj, "") { return false }
    if word.features.voice == "Pass" && word.features.verbForm == "Part" {
      return !hasChild(token, .aux, "") || hasChild(token, .aux, "pass")
    }
    guard word.relation == .acl || word.relation == .amod || word.relation == .advcl || word.relation == .conj
    else { return false }
    if word.relation == .conj, let head = word.head {
      return isPassive(head) && tokens[head].upos == .verb && annotated.child(of: token, .nsubj) == nil
        && tokens[token].features.tense == tokens[head].features.tense
        && annotated.child(of: token, .obj) == nil && annotated.child(of: token, .aux) == nil
    }
    if word.relation == .advcl && annotated.child(of: token, .obl) == nil { return false }
    return isParticiple(word) && !word.form.lowercased().hasSuffix("ing")
      && annotated.child(of: token, .nsubj) == nil && annotated.child(of: token, .obj) == nil
      && word.deprel.subtype != "relcl"
  }

  private func isParticiple(_ word: Token) -> Bool {
    if word.features.verbForm == "Part" { return true }
    return word.features.verbForm == nil && word.features.tense == "Past"
  }

  private func hasChild(_ token: Int, _ relation: Relation, _ subtype: String) -> Bool {
    annotated.children(of: token).contains {
      tokens[$0].relation == relation && tokens[$0].deprel.subtype == subtype
    }
  }

  /// Who acts in a passive: `obl:agent`, or what `by` governs and is no time.
  private func agents(of token: Int) -> [Int] {
    annotated.children(of: token, .obl).filter { child in
      (tokens[child].deprel.subtype == "agent" && ["by", nil].contains(preposition(of: child)))
        || (preposition(of: child) == "by" && !classes.contains(lemma(child), in: "TIME")
          && tokens[child].upos != .num)
    }
  }

  /// `who did it, and did that`: a conjunct verb with neither object nor subject shares the object to its
  /// right
  /// ("killed and wounded soldiers" hangs the object on the last verb).
  private func sharedObject(of token: Int) -> [Int] {
    for child in annotated.children(of: token, .conj) where tokens[child].upos == .verb {
      let joined = child - token <= 4 && annotated.child(of: child, .nsubj) == nil
      if joined { return annotated.children(of: child, .obj) }
    }
    return []
  }

  /// What "which" means as the object of a relative clause: "the crossing, which they closed".
  private func relativeAntecedent(of object: Int, in clause: Int) -> Int? {
    guard isRelative(object), tokens[clause].relation == .acl, let head = tokens[clause].head else {
      return nil
    }
    return head
  }

  /// The antecedent, where a relative clause leaves its object out ("the town that they shelled").
  private func gappedObject(of token: Int) -> [Int] {
    let word = tokens[token]
    guard word.relation == .acl, word.deprel.subtype == "relcl", let head = word.head else { return [] }
    let subjects = annotated.children(of: token, .nsubj)
    guard let subject = subjects.first, !isRelative(subject) else { return [] }
    return [head]
  }

  // MARK: Adjectives and nouns

  private func copularClause(_ token: Int) -> Clause {
    var clause = Clause(token: token)
    clause.subjects = surfaceSubjects(of: token)
    if clause.subjects.isEmpty, tokens[token].relation == .amod, let head = tokens[token].head {
      clause.subjects = [head]
    }
    clause.obliques = obliques(of: token, skipping: [])
    clause.complement = complement(of: token, objects: [])
    return clause
  }

  private func nounClause(_ token: Int) -> Clause {
    var clause = Clause(token: token)
    clause.obliques = nominalObliques(of: token)
    for child in annotated.children(of: token) {
      let word = tokens[child]
      switch (word.relation, word.deprel.subtype) {
      case (.nmod, "poss"): clause.possessors.append(child)
      case (.amod, _), (.compound, _), (.nmod, "desc"), (.nmod, "unmarked"): clause.modifiers.append(child)
      default: break
      }
    }
    clause.complement = nounComplement(of: token)
    if annotated.child(of: token, .cop) != nil { clause.subjects = surfaceSubjects(of: token) }
    guard let verb = governingVerb(of: token) else { return clause }
    clause.light = verb
    let outer = verbClause(verb)
    if outer.objects.contains(token) || conjunctHead(of: token).map(outer.objects.contains) == true {
      clause.subjects = outer.subjects
      clause.obliques += outer.obliques.filter { $0.head != token && tokens[$0.head].head == verb }
      clause.indirectObjects = outer.indirectObjects
    }
    return clause
  }

  /// The verb whose object, passive subject or subject a noun (or the noun that it is coordinated with) is.
  private func governingVerb(of token: Int) -> Int? {
    let first = conjunctHead(of: token) ?? token
    let word = tokens[first]
    guard let head = word.head, tokens[head].upos == .verb else {
      guard let head = word.head, word.relation == .nmod, preposition(of: first) == "of",
        classes.contains(lemma(head), in: "PARTITIVE")
      else { return nil }
      return governingVerb(of: head)
    }
    let isArgument = word.relation == .obj || word.relation == .nsubj
    return isArgument ? head : nil
  }

  private func conjunctHead(of token: Int) -> Int? {
    tokens[token].relation == .conj ? tokens[token].head : nil
  }

  private func nounComplement(of token: Int) -> Int? {
    annotated.children(of: token, .acl).first { child in
      guard tokens[child].deprel.subtype != "relcl" else { return false }
      return ["to", "that", "of"].contains(mark(of: child) ?? "")
    }
  }

  // MARK: Prepositions and particles

  /// The preposition of an argument, lower-cased; a fixed one in full.
  func preposition(of head: Int) -> String? {
    let markers = annotated.children(of: head, .caseMarker)
    guard let marker = markers.first else { return nil }
    if lemma(marker) == "'s" || lemma(marker) == "’s" { return nil }
    var parts = [marker] + annotated.children(of: marker, .fixed)
    // "out of the talks" with two markers of the noun.
    if parts.count == 1, markers.count > 1, markers[1] == marker + 1, tokens[markers[1]].form == "of" {
      parts.append(markers[1])
    }
    return parts.map { tokens[$0].form.lowercased() }.joined(separator: " ")
  }

  /// "Is to visit", "is due to visit": what the parser makes of it, a copula over an infinitive.
  func isYetToCome(_ verb: Int) -> Bool {
    tokens[verb].upos == .verb && hasChild(verb, .cop, "") && ["to", "due"].contains(mark(of: verb) ?? "")
  }

  /// The subordinating word of a clause, lower-cased.
  func mark(of clause: Int) -> String? {
    annotated.child(of: clause, .mark).map { tokens[$0].form.lowercased() }
  }

  private func obliques(of token: Int, skipping agents: [Int]) -> [Clause.Oblique] {
    annotated.children(of: token).compactMap { child in
      let relation = tokens[child].relation
      guard relation == .obl || relation == .nmod || relation == .advcl, !agents.contains(child) else {
        return nil
      }
      if relation == .advcl {
        guard let mark = mark(of: child), mark != "to" else { return nil }
        return Clause.Oblique(preposition: mark, head: child)
      }
      return preposition(of: child).map { Clause.Oblique(preposition: bare($0), head: child) }
    }
  }

  /// "out of", "away from": the word that governs; the first is a particle.
  private func bare(_ preposition: String) -> String {
    let parts = preposition.split(separator: " ")
    guard parts.count == 2, ["out", "away", "back", "off", "up", "down"].contains(parts[0]) else {
      return preposition
    }
    return String(parts[1])
  }

  /// The prepositional phrases of a noun, and those of the noun that a partitive stands for.
  func nominalObliques(of noun: Int) -> [Clause.Oblique] {
    annotated.children(of: noun).flatMap { child -> [Clause.Oblique] in
      let relation = tokens[child].relation
      if relation == .acl, tokens[child].deprel.subtype != "relcl", let mark = mark(of: child), mark != "to" {
        return [Clause.Oblique(preposition: mark, head: child)]
      }
      guard relation == .nmod || relation == .obl, let word = preposition(of: child) else { return [] }
      let own = [Clause.Oblique(preposition: word, head: child)]
      let isPartitive = word == "of" && classes.contains(lemma(noun), in: "PARTITIVE")
      return isPartitive ? own + nominalObliques(of: child) : own
    }
  }

  /// "Laid down their arms", "sealed off the campus": the parser takes the particle for a preposition.
  private func adoptSeparated(_ clause: inout Clause) {
    guard clause.objects.isEmpty, !clause.isPassive, !clause.subjects.isEmpty else { return }
    let particles: Set<String> =
      classes.contains(lemma(clause.token), in: "TAKES_IN") ? ["in"] : ["down", "off", "up", "away", "aside"]
    guard
      let found = clause.obliques.first(where: {
        particles.contains($0.preposition) && tokens[$0.head].head == clause.token
      })
    else { return }
    clause.objects = [found.head]
    clause.particles.append(found.preposition)
    clause.obliques += nominalObliques(of: found.head)
  }

  private func particles(of token: Int) -> [String] {
    annotated.children(of: token).compactMap { child in
      let relation = tokens[child].relation
      if relation == .obl, let word = preposition(of: child), bare(word) != word {
        return word.split(separator: " ").first.map(String.init)
      }
      guard (relation == .compound && tokens[child].deprel.subtype == "prt") || relation == .advmod
      else { return nil }
      return tokens[child].form.lowercased()
    }
  }
}
