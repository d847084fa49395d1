import RapporteurCore

/// Reads negation, futurity, conditions and hypotheses off the words around a trigger.
struct StatusReader: Sendable {
  let clauses: ClauseReader

  private var annotated: AnnotatedReport { clauses.annotated }
  private var classes: WordClasses { clauses.classes }

  /// What the words around a trigger say of its reality.
  struct Stance {
    var status: Set<EventStatus> = []
    /// The word that put it there, for `why`.
    var words: [Int] = []
    /// Whether a plain future is stated (will, shall, going to), so that PLOVER's conversions apply.
    var isFuture = false
  }

  /// The stance of a trigger, from its own clause and from the clauses that govern it.
  func stance(of token: Int) -> Stance {
    var stance = Stance()
    var current = token
    var isConjunct = false
    for step in 0..<8 {
      readClause(current, isTrigger: step == 0, isAbove: isConjunct, into: &stance)
      guard let head = annotated.tokens[current].head else { break }
      let relation = annotated.tokens[current].relation
      if relation == .ccomp || relation == .parataxis {
        readSpeech(head, into: &stance)
        break
      }
      let isInfinitive = clauses.mark(of: current) == "to" && !annotated.tokens[current].form.hasSuffix("ing")
      if relation == .acl && ["to", "that"].contains(clauses.mark(of: current) ?? "") && !isPast(current) {
        add(
          classes.contains(clauses.lemma(head), in: "DECISION") ? .future : .hypothetical, head, to: &stance)
        break
      }
      if relation == .acl || (relation == .advcl && !isInfinitive) { break }
      if relation == .advcl {
        // "Voted to end the strike": done by the vote.
        if ["vote", "decide", "move", "rush"].contains(clauses.lemma(head)) { break }
        add(.hypothetical, current, to: &stance)
        break
      }
      if relation == .xcomp { readGovernor(head, into: &stance) }
      if relation == .nsubj || relation == .obl || relation == .nmod { break }
      if relation == .obj && !classes.contains(clauses.lemma(head), in: "LIGHT")
        && !classes.contains(clauses.lemma(head), in: "ASPECT")
      {
        readGovernor(head, into: &stance)
        break
      }
      if relation == .conj && hasOwnAuxiliary(current) { break }
      isConjunct = relation == .conj
      current = head
    }
    return stance
  }

  private func hasOwnAuxiliary(_ token: Int) -> Bool {
    annotated.child(of: token, .aux) != nil || annotated.child(of: token, .nsubj) != nil
  }

  private func add(_ status: EventStatus, _ word: Int, to stance: inout Stance) {
    stance.status.insert(status)
    stance.words.append(word)
  }

  /// - Parameter isAbove: The clause is the one that the trigger's is coordinated with: what its own objects deny is no
  ///   concern of the trigger ("holds no one and is ready").
  private func readClause(_ token: Int, isTrigger: Bool, isAbove: Bool, into stance: inout Stance) {
    for child in annotated.children(of: token) {
      let word = annotated.tokens[child]
      let form = word.form.lowercased()
      switch word.relation {
      case .aux: readAuxiliary(child, form, into: &stance)
      case .advmod
      where ["not", "n't", "never", "neither", "nor"].contains(form) || word.features.isNegative:
        add(.negation, child, to: &stance)
      case .det where form == "no" || form == "neither": add(.negation, child, to: &stance)
      case .cc where form == "nor": add(.negation, child, to: &stance)
      case .amod where isTrigger: readModifier(child, into: &stance)
      case .mark where ["if", "unless", "lest", "whether"].contains(form):
        add(.hypothetical, child, to: &stance)
      case .mark where ["until", "till", "once", "provided"].contains(form) && isPresent(token):
        add(.hypothetical, child, to: &stance)
      // "Are to exchange prisoners", "is to be lifted", "is due to visit".
      case .cop where clauses.mark(of: token) == "to" || clauses.isYetToCome(token):
        stance.isFuture = true
        stance.words.append(child)
      case .obj where isAbove: break
      case .obj, .nsubj:
        if word.relation == .obj || word.deprel.subtype == "pass", let none = negator(of: child) {
          add(.negation, none, to: &stance)
        } else if noWords.contains(form) {
          add(.negation, child, to: &stance)
        }
      case .caseMarker where form == "without": add(.negation, child, to: &stance)
      case .mark where form == "without": add(.negation, child, to: &stance)
      default: break
      }
    }
  }

  /// "no" before a noun.
  private func negator(of noun: Int) -> Int? {
    annotated.children(of: noun, .det).first { annotated.tokens[$0].form.lowercased() == "no" }
  }

  private func isPast(_ token: Int) -> Bool { annotated.tokens[token].features.tense == "Past" }

  private func isPresent(_ token: Int) -> Bool {
    let finite = [token] + annotated.children(of: token, .aux)
    return !finite.contains {
      annotated.tokens[$0].features.tense == "Past" && annotated.tokens[$0].features.verbForm == "Fin"
    }
  }

  private var noWords: Set<String> { ["nobody", "none", "noone", "nothing"] }

  private func readAuxiliary(_ child: Int, _ form: String, into stance: inout Stance) {
    switch form {
    case "will", "shall", "wo", "'ll", "’ll", "would", "'d", "’d":
      stance.isFuture = true
      stance.words.append(child)
    case "may", "might", "could": add(.hypothetical, child, to: &stance)
    case "should", "must", "ought": add(.hypothetical, child, to: &stance)
    case "not", "n't": add(.negation, child, to: &stance)
    case "is", "are", "was", "were":
      guard infinitiveFollows(child) else { break }
      stance.isFuture = true
      stance.words.append(child)
    default: break
    }
  }

  /// "Is to be lifted": the next word is "to".
  private func infinitiveFollows(_ helper: Int) -> Bool {
    let next = helper + 1
    return next < annotated.tokens.count && annotated.tokens[next].form.lowercased() == "to"
      && annotated.tokens[next].upos == .part
  }

  private func readModifier(_ child: Int, into stance: inout Stance) {
    let lemma = clauses.lemma(child)
    if classes.contains(lemma, in: "POSSIBLE") { add(.hypothetical, child, to: &stance) }
    if classes.contains(lemma, in: "COMING") { add(.future, child, to: &stance) }
    if classes.contains(lemma, in: "FORMER") { add(.historical, child, to: &stance) }
  }

  /// A verb that governs the trigger: "plans to", "failed to", "wants to", "is going to".
  private func readGovernor(_ head: Int, into stance: inout Stance) {
    let lemma = clauses.lemma(head)
    if lemma == "go" && annotated.child(of: head, .aux) != nil {
      stance.isFuture = true
      stance.words.append(head)
    }
    if classes.contains(lemma, in: "OBLIGING") {
      stance.isFuture = true
      stance.words.append(head)
    }
    if classes.contains(lemma, in: "INTENDING") { add(.future, head, to: &stance) }
    if classes.contains(lemma, in: "WISHING") { add(.hypothetical, head, to: &stance) }
    if classes.contains(lemma, in: "FAILING") { add(.negation, head, to: &stance) }
  }

  /// A verb of speech over the trigger's clause. Denying is no status: the denier's certainty says it.
  private func readSpeech(_ head: Int, into stance: inout Stance) {
    let lemma = clauses.lemma(head)
    if classes.contains(lemma, in: "WISHING") { add(.hypothetical, head, to: &stance) }
  }
}
