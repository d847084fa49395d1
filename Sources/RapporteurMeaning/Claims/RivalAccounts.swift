import RapporteurCore

/// Finds accounts that cannot stand beside another's, though no word of denying is said: "The rebels opened fire, the
/// governor said. It was the army who opened fire, the rebels said."
struct RivalAccounts {
  let annotated: AnnotatedReport
  let resolver: SourceResolver
  let lexicon: ResponseLexicon

  /// Whether what is said, headed by `root`, contradicts one of the earlier claims; they are others' and near.
  func contradicts(_ draft: ClaimDraft, _ root: Int, _ others: [ClaimDraft]) -> Bool {
    others.contains { claim in
      namesAnother(root, for: claim) || !isOfMany(draft) && tellsOfAnother(root, than: claim)
        || correctsWord(in: draft, of: claim)
    }
  }

  /// Whether somebody whom an earlier claim charges with a deed tells it otherwise: "Police opened fire", "Police said they had
  /// used tear gas".
  func answersCharge(_ draft: ClaimDraft, _ root: Int, _ others: [ClaimDraft]) -> Bool {
    guard isPast(root), !handling.contains(lemma(root)), let subject = annotated.child(of: root, .nsubj),
      ["he", "she", "it", "they"].contains(annotated.lower(subject))
    else { return false }
    let speakers = Set(resolver.actors(of: draft.source))
    let nouns = Set(draft.source.joined().filter { annotated.tokens[$0].upos == .noun }.map(lemma))
    return others.contains { claim in
      deeds(in: claim).contains { verb in
        guard let doer = doer(of: verb) else { return false }
        return lemma(root) != lemma(verb)
          && (!speakers.isDisjoint(with: resolver.actors.actors(headedBy: doer))
            || nouns.contains(lemma(doer)))
      }
    }
  }

  /// "22 percent said they would": of people asked, some say one thing and some another.
  private func isOfMany(_ draft: ClaimDraft) -> Bool {
    draft.source.joined().contains { annotated.tokens[$0].upos == .num || lemma($0) == "percent" }
  }

  // MARK: Another doer, thing or word

  /// "It was the army who opened fire": the same deed of somebody else.
  private func namesAnother(_ root: Int, for claim: ClaimDraft) -> Bool {
    guard [.noun, .propn].contains(annotated.tokens[root].upos),
      annotated.children(of: root).contains(where: { $0 < root && annotated.lower($0) == "it" }),
      let deed = annotated.children(of: root, .acl).first(where: { annotated.tokens[$0].upos == .verb })
    else { return false }
    return verbs(of: claim).contains { lemma($0) == lemma(deed) && doer(of: $0).map(lemma) != lemma(root) }
  }

  /// "It was carrying lunches", after another said that it was carrying ballots.
  private func tellsOfAnother(_ root: Int, than claim: ClaimDraft) -> Bool {
    guard annotated.tokens[root].upos == .verb, !light.contains(lemma(root)), !annotated.isNegated(root),
      !annotated.children(of: root, .aux).contains(where: { ["will", "would"].contains(annotated.lower($0)) }
      ),
      let subject = annotated.child(of: root, .nsubj), ["it", "they"].contains(annotated.lower(subject)),
      let thing = annotated.child(of: root, .obj)
    else { return false }
    return verbs(of: claim).contains { verb in
      guard lemma(verb) == lemma(root), !annotated.isNegated(verb),
        let other = annotated.child(of: verb, .obj)
      else { return false }
      return lemma(other) != lemma(thing)
    }
  }

  /// "was questioned, not arrested": a word of the other's is taken back.
  private func correctsWord(in draft: ClaimDraft, of claim: ClaimDraft) -> Bool {
    let said = Set(claim.content.joined().filter(isWeighty).map(lemma))
    return draft.content.joined().contains { token in
      guard annotated.lower(token) == "not", token > 0, annotated.tokens[token - 1].form == "," else {
        return false
      }
      return (token + 1..<min(token + 5, annotated.tokens.count)).first(where: isWeighty)
        .map { said.contains(lemma($0)) } ?? false
    }
  }

  // MARK: Deeds

  /// The verbs of harm in a claim's content.
  private func deeds(in claim: ClaimDraft) -> [Int] {
    verbs(of: claim).filter { lexicon.family("HARM").contains(lemma($0)) && !annotated.isNegated($0) }
  }

  private func doer(of verb: Int) -> Int? {
    annotated.isPassive(verb) ? annotated.agent(of: verb) : annotated.child(of: verb, .nsubj)
  }

  private func isPast(_ root: Int) -> Bool {
    ([root] + annotated.children(of: root, .aux, .cop)).contains {
      annotated.tokens[$0].features.tense == "Past" && annotated.tokens[$0].features.verbForm == "Fin"
    }
  }

  private func verbs(of claim: ClaimDraft) -> [Int] {
    claim.content.joined().filter { annotated.tokens[$0].upos == .verb }
  }

  private func isWeighty(_ token: Int) -> Bool {
    [.noun, .verb, .propn, .adj].contains(annotated.tokens[token].upos)
  }

  private func lemma(_ token: Int) -> String { annotated.tokens[token].lemma.lowercased() }
}

private let light: Set<String> = ["have", "be", "do", "say", "get", "make", "take", "give", "want", "see"]
/// What is done about a charge, and no other account of it.
private let handling: Set<String> = [
  "investigate", "open", "launch", "regret", "apologise", "apologize", "receive", "respond", "suspend",
  "examine",
  "review", "take", "begin", "start", "identify", "arrive", "find", "hand", "refer", "know", "consider",
  "order",
  "promise", "plan", "offer", "decide", "agree", "want", "hope", "condemn", "deplore", "kill",
]
