import RapporteurCore

/// Chooses, for a trigger, the narrowest frame whose conditions hold.
struct FrameMatcher: Sendable {
  /// A frame that fits, and the other readings that do not.
  struct Match: Sendable {
    let frame: Frame
    /// How narrow its conditions are, as they were met.
    let weight: Int
    let rejected: [String]
  }

  let lexicon: EventLexicon
  let clauses: ClauseReader
  let participants: ParticipantReader
  /// The types that words below the trigger name, from candidates already read.
  let innerType: [Int: EventType]

  /// The frame that a trigger fits, or nil.
  func match(_ token: Int, clause: Clause) -> Match? {
    guard let pos = partOfSpeech(of: token) else { return nil }
    let frames = compoundFrames(of: token, pos) + lexicon.frames(of: clauses.lemma(token), pos)
    if frames.isEmpty { return nil }
    var best: Frame?
    var bestWeight = -1
    for frame in frames {
      if let weight = weight(of: frame, in: clause), weight > bestWeight {
        best = frame
        bestWeight = weight
      }
    }
    guard let best else { return nil }
    var rejected: [String] = []
    for frame in frames where frame.id != best.id {
      guard let type = frame.type, best.type != type else { continue }
      let why = weight(of: frame, in: clause) == nil ? "conditions not met" : "less specific"
      let line = "\(type.rawValue): frame:\(frame.id) \(why)"
      if rejected.count < 6 { rejected.append(line) }
    }
    return Match(frame: best, weight: bestWeight, rejected: rejected)
  }

  /// The frames of a noun together with a word before it: "air strike", "car bomb", "hunger strike".
  private func compoundFrames(of token: Int, _ pos: Frame.PartOfSpeech) -> [Frame] {
    guard pos == .noun else { return [] }
    return clauses.annotated.children(of: token, .compound, .amod).flatMap {
      lexicon.frames(of: "\(clauses.lemma($0)) \(clauses.lemma(token))", .noun)
    }
  }

  private func partOfSpeech(of token: Int) -> Frame.PartOfSpeech? {
    switch clauses.tokens[token].upos {
    case .verb: .verb
    case .noun, .propn: .noun
    case .adj: .adjective
    default: nil
    }
  }

  /// How narrow the frame's conditions are as the words around the trigger meet them; nil where they don't.
  ///
  /// A particle counts 5, a row of two words ("air strike") 6, a preposition 1 beside the word that it
  /// governs.
  private func weight(of frame: Frame, in clause: Clause) -> Int? {
    var sum = frame.preference + (frame.lemma.contains(" ") ? 6 : 0)
    if !frame.particle.isEmpty {
      guard hasParticle(frame.particle, clause) else { return nil }
      sum += 5
    }
    let pairs: [(WordCondition?, [Int])] = [
      (frame.light, clause.light.map { [$0] } ?? []), (frame.subject, clause.subjects),
      (frame.object, clause.objects), (frame.complement, clause.complement.map { [$0] } ?? []),
    ]
    for case (let condition?, let heads) in pairs {
      guard let weight = satisfaction(heads, condition) else { return nil }
      sum += weight
    }
    for condition in frame.prepositions {
      guard let weight = satisfaction(clause.heads(after: condition.prepositions), condition.word) else {
        return nil
      }
      sum += weight + 1
    }
    return sum
  }

  private func hasParticle(_ particle: String, _ clause: Clause) -> Bool {
    // "Signed a treaty on Saturday" has no particle "on".
    if clause.particles.contains(particle) { return true }
    // "gave him years in prison" has no particle "in".
    if particle == "in" { return false }
    return clause.obliques.contains { oblique in
      oblique.preposition == particle
        && !lexicon.classes.contains(clauses.lemma(oblique.head), in: "TIME")
    }
  }

  /// The weight with which the words at `heads` satisfy a condition; nil where they don't.
  private func satisfaction(_ heads: [Int], _ condition: WordCondition) -> Int? {
    if condition.wantsNone { return heads.isEmpty ? 1 : nil }
    if heads.isEmpty { return condition.wantsWord ? nil : 0 }
    let all = heads.flatMap { clauses.annotated.conjuncts(of: $0) }
    if condition.excluded.contains(where: { term in all.contains { fits($0, term) } }) { return nil }
    let base = condition.excluded.isEmpty ? 0 : 1
    guard !condition.allowed.isEmpty else { return base + (condition.wantsWord ? 1 : 0) }
    let met = condition.allowed.filter { term in all.contains { fits($0, term) } }
    return met.map(WordCondition.weight(of:)).max().map { $0 + base }
  }

  private func fits(_ head: Int, _ term: WordCondition.Term) -> Bool {
    if fitsItself(head, term) { return true }
    guard lexicon.classes.contains(clauses.lemma(head), in: "PARTITIVE") else { return false }
    return clauses.annotated.children(of: head, .nmod).contains {
      clauses.preposition(of: $0) == "of" && fitsItself($0, term)
    }
  }

  private func fitsItself(_ head: Int, _ term: WordCondition.Term) -> Bool {
    switch term {
    case .lemma(let lemma):
      if clauses.lemma(head) == lemma { return true }
      guard lemma.contains("_") else { return false }
      return clauses.annotated.children(of: head, .compound, .flat, .amod).contains {
        compoundLemma($0, head) == lemma
      }
    case .event(let type): return innerType[head] == type
    case .actor: return participants.isActorLike(head)
    case .human: return participants.isHuman(head)
    case .fact: return isFact(head)
    case .question: return isQuestion(head)
    case .due: return isDue(head)
    case .wordClass(let name):
      if lexicon.classes.contains(clauses.lemma(head), in: name) { return true }
      return clauses.annotated.children(of: head, .compound, .fixed, .flat, .amod).contains {
        lexicon.classes.contains(compoundLemma($0, head), in: name)
      }
    }
  }

  /// Whether a clause asks: "whether they would come", "when it would be".
  private func isQuestion(_ head: Int) -> Bool {
    if ["whether", "if"].contains(clauses.mark(of: head) ?? "") { return true }
    let words: Set<String> = ["when", "why", "how", "where", "what", "who", "whom", "which", "whose"]
    guard let first = clauses.annotated.subtree(of: head).min() else { return false }
    return words.contains(clauses.tokens[first].form.lowercased())
  }

  /// Whether a clause says what is so, and not what is to be done.
  private func isFact(_ head: Int) -> Bool {
    let annotated = clauses.annotated
    guard annotated.tokens[head].relation == .ccomp else { return false }
    return !annotated.children(of: head, .aux).contains {
      ["will", "would", "shall", "should", "must", "can", "could", "ought", "'ll", "'d", "wo"].contains(
        annotated.tokens[$0].form.lowercased())
    } && clauses.mark(of: head) != "to" && annotated.tokens[head].features.verbForm != "Inf"
  }

  /// Whether a clause says what is to be done: by a modal of duty, a gerund, or a bare verb with a subject.
  private func isDue(_ head: Int) -> Bool {
    let word = clauses.tokens[head]
    if word.relation == .xcomp { return true }
    let helpers = clauses.annotated.children(of: head, .aux, .cop).map {
      clauses.tokens[$0].form.lowercased()
    }
    if helpers.contains(where: ["should", "must", "ought", "shall"].contains) { return true }
    let isAsked = clauses.mark(of: head) == nil || clauses.mark(of: head) == "that"
    return helpers.allSatisfy { $0 == "be" } && isAsked && word.features.tense == nil
      && word.features.verbForm != "Part"
  }

  /// "peace talk", "air strike": two-word entries of a class are written with an underscore.
  private func compoundLemma(_ modifier: Int, _ head: Int) -> String {
    "\(clauses.lemma(modifier))_\(clauses.lemma(head))"
  }
}
