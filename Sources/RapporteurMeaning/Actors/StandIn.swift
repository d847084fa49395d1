import RapporteurCore

/// Tells a town that stands for its government ("Tehran said") from the town itself ("in Tehran").
struct StandIn {
  private let scene: ActorScene
  private var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene) { self.scene = scene }

  /// Whether the place name headed by `head` acts as a government.
  ///
  /// - Parameter strictly: For a place that is no capital: only the subject of a verb of acting or speaking counts.
  func actsAsGovernment(_ head: Int, strictly: Bool = false) -> Bool {
    acts(head, strictly: strictly, depth: 0)
  }

  private func acts(_ head: Int, strictly: Bool, depth: Int) -> Bool {
    let token = annotated.tokens[head]
    guard let governor = token.head, depth < 6 else { return false }
    let preposition = annotated.caseMarker(of: head)
    switch token.relation {
    case .nsubj:
      return subjectActs(of: governor, isPassive: token.deprel.subtype == "pass", strictly: strictly)
    case .conj: return acts(governor, strictly: strictly, depth: depth + 1) && preposition == nil
    case .obl where token.deprel.subtype == "agent" || preposition == "by": return !strictly
    case .obj, .iobj: return !strictly && isActOrSpeech(governor)
    case .obl where ["with", "against", "between", "by"].contains(preposition ?? ""):
      return !strictly && isAct(governor)
    case .nmod where token.deprel.subtype == "poss": return !strictly && isDeed(governor)
    case .nmod where ["between", "with", "against", "by"].contains(preposition ?? ""):
      return !strictly && isDeed(governor)
    case .compound: return !strictly && isGovernmentNoun(governor)
    default: return false
    }
  }

  private func subjectActs(of verb: Int, isPassive: Bool, strictly: Bool) -> Bool {
    let lemma = annotated.tokens[verb].lemma
    guard annotated.tokens[verb].upos == .verb, annotated.child(of: verb, .cop) == nil else { return false }
    if isPassive { return !strictly && scene.lexicon.isVerb(lemma, "addressed") }
    if scene.lexicon.isVerb(lemma, "act") || scene.lexicon.isVerb(lemma, "speech") { return true }
    return !strictly && !scene.lexicon.isVerb(lemma, "stative")
  }

  private func isActOrSpeech(_ verb: Int) -> Bool {
    let lemma = annotated.tokens[verb].lemma
    return scene.lexicon.isVerb(lemma, "addressed")
  }

  private func isAct(_ verb: Int) -> Bool {
    let lemma = annotated.tokens[verb].lemma
    return scene.lexicon.isVerb(lemma, "act") || scene.lexicon.isVerb(lemma, "speech")
      || scene.lexicon.isVerb(lemma, "addressed") || isDeed(verb)
  }

  private func isDeed(_ noun: Int) -> Bool { scene.lexicon.isVerb(annotated.tokens[noun].lemma, "deed") }

  private func isGovernmentNoun(_ noun: Int) -> Bool {
    ["government", "regime", "administration"].contains(annotated.tokens[noun].lemma)
  }
}
