import RapporteurCore

/// Chooses, for a trigger, the narrowest frame whose conditions hold.
struct FrameMatcher: Sendable {
  /// A frame that fits, and the other readings that do not.
  struct Match: Sendable {
    let frame: Frame
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
    for frame in frames where holds(frame, clause) && weight(of: frame) > bestWeight {
      best = frame
      bestWeight = weight(of: frame)
    }
    guard let best else { return nil }
    var rejected: [String] = []
    for frame in frames where frame.id != best.id {
      guard let type = frame.type, best.type != type else { continue }
      let why = holds(frame, clause) ? "less specific" : "conditions not met"
      let line = "\(type.rawValue): frame:\(frame.id) \(why)"
      if rejected.count < 6 { rejected.append(line) }
    }
    return Match(frame: best, rejected: rejected)
  }

  /// A row of two words ("air strike") is narrower than one of its head.
  private func weight(of frame: Frame) -> Int { frame.specificity + (frame.lemma.contains(" ") ? 6 : 0) }

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

  private func holds(_ frame: Frame, _ clause: Clause) -> Bool {
    if !frame.particle.isEmpty && !hasParticle(frame.particle, clause) { return false }
    if let light = frame.light {
      guard let verb = clause.light, satisfies([verb], light) else { return false }
    }
    if let subject = frame.subject, !satisfies(clause.subjects, subject) { return false }
    if let object = frame.object, !satisfies(clause.objects, object) { return false }
    if let complement = frame.complement, !satisfies(clause.complement.map { [$0] } ?? [], complement) {
      return false
    }
    for condition in frame.prepositions
    where !satisfies(clause.heads(after: condition.prepositions), condition.word) { return false }
    return true
  }

  private func hasParticle(_ particle: String, _ clause: Clause) -> Bool {
    clause.particles.contains(particle) || clause.obliques.contains { $0.preposition == particle }
  }

  /// Whether the words at `heads` satisfy a condition.
  private func satisfies(_ heads: [Int], _ condition: WordCondition) -> Bool {
    if condition.wantsNone { return heads.isEmpty }
    if heads.isEmpty { return !condition.wantsWord }
    let all = heads.flatMap { clauses.annotated.conjuncts(of: $0) }
    if condition.excluded.contains(where: { term in all.contains { fits($0, term) } }) { return false }
    guard !condition.allowed.isEmpty else { return true }
    return condition.allowed.contains { term in all.contains { fits($0, term) } }
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
    case .lemma(let lemma): return clauses.lemma(head) == lemma
    case .event(let type): return innerType[head] == type
    case .actor: return participants.isActorLike(head)
    case .wordClass(let name):
      if lexicon.classes.contains(clauses.lemma(head), in: name) { return true }
      return clauses.annotated.children(of: head, .compound, .fixed, .flat, .amod).contains {
        lexicon.classes.contains(compoundLemma($0, head), in: name)
      }
    }
  }

  /// "peace talk", "air strike": two-word entries of a class are written with an underscore.
  private func compoundLemma(_ modifier: Int, _ head: Int) -> String {
    "\(clauses.lemma(modifier))_\(clauses.lemma(head))"
  }
}
