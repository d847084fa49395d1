import RapporteurCore

/// Finds denials that are only said: "The rebels said they had no fighters there" after another's claim that they had.
struct PlainDenials {
  /// How many claims a denial looks back at.
  static let reach = 100

  let annotated: AnnotatedReport
  let resolver: SourceResolver
  let marks: QuotationMarks
  let lexicon: ResponseLexicon

  /// The drafts, in text order, with the denials marked.
  func marked(_ drafts: [ClaimDraft]) -> [ClaimDraft] {
    drafts.indices.map { index in
      var draft = drafts[index]
      let earlier = drafts[..<index].suffix(PlainDenials.reach)
      if isDenial(draft, after: earlier) {
        draft.response = .denied
      } else if let answer = answer(of: draft, after: earlier) {
        draft.response = answer
      }
      if draft.response == .confirmed, isOwnNews(draft, after: earlier) { draft.response = nil }
      return draft
    }
  }

  /// What is confirmed or left unsaid in plain words, after another has told or asked something.
  private func answer(of draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>) -> Claim.Response? {
    guard draft.response == nil, let head = draft.head, isSaying(head),
      let root = root(of: draft, under: head)
    else { return nil }
    let plain = PlainAnswers(annotated: annotated, lexicon: lexicon)
    if plain.leavesUnsaid(draft) { return .declinedToComment }
    if plain.saysYes(draft) { return isAfterQuestion(draft) ? .confirmed : nil }
    let speakers = Set(resolver.actors(of: draft.source))
    let isToOthers = earlier.contains { claim in
      isNear(claim, draft) && speakers.isDisjoint(with: resolver.actors(of: claim.source))
    }
    return plain.isTrue(root) && (isToOthers || isAfterQuestion(draft)) ? .confirmed : nil
  }

  private func isAfterQuestion(_ draft: ClaimDraft) -> Bool {
    let first = annotated.sentence(of: draft.start).tokens.lowerBound
    return first > 0 && annotated.tokens[first - 1].form == "?"
  }

  private func isDenial(_ draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>) -> Bool {
    if callsItLies(draft) || accusesOfLying(draft, after: earlier) { return true }
    guard draft.response == nil, let head = draft.head, isSaying(head), !annotated.isPassive(head),
      let root = root(of: draft, under: head)
    else { return false }
    if opposites.contains(annotated.lower(root)) || isDisowned(root) || saysNo(draft, head) { return true }
    if isUntrue(root) || lacksTruth(root) || isNothing(root) || isUnaware(root) || isMadeUp(root) {
      return true
    }
    if annotated.tokens[head].form == ":" { return false }
    let speakers = Set(resolver.actors(of: draft.source))
    if goesOn(draft, after: earlier, speakers) { return false }
    let others = earlier.filter { claim in
      claim.response == nil && speakers.isDisjoint(with: resolver.actors(of: claim.source))
    }
    let last = others.filter { isNear($0, draft, within: 1) }
    let rivals = RivalAccounts(annotated: annotated, resolver: resolver, lexicon: lexicon)
    if rivals.contradicts(draft, root, last) { return true }
    if isQuoted(draft) { return deniesExistence(draft, root, of: others) }
    if rivals.answersCharge(draft, root, last) { return true }
    if isOfNone(root) { return others.contains { isNear($0, draft, within: 1) } }
    guard
      annotated.isNegated(root) || hasNegatedCopula(root) || hasNothing(root) || isOfNeither(root)
        || isOfNoneOfIts(root),
      !isFuture(root), !isWish(root),
      !isComplaint(root), !["rule", "exclude"].contains(annotated.tokens[root].lemma)
    else {
      return false
    }
    if isOfSelf(root) || isOfNoneOfIts(root), !isIgnorance(root),
      others.contains(where: { isNear($0, draft, within: 4) })
    {
      return true
    }
    return others.contains { isNear($0, draft) && concerns($0, speakers, draft, root) }
      || others.contains { isNear($0, draft, within: 6) && tellsOf(missing(in: draft), $0) }
  }

  /// "The voice is not his", "was not hers": who speaks disowns a thing.
  private func isDisowned(_ root: Int) -> Bool {
    ["his", "hers", "theirs", "ours", "mine"].contains(annotated.lower(root))
      && (annotated.isNegated(root) || hasNegatedCopula(root))
  }

  /// "He had said nothing of the kind", "it had nothing to do with the sale", "he knew nothing of it".
  private func isNothing(_ root: Int) -> Bool {
    annotated.children(of: root, .obj, .nsubj).contains { word in
      guard annotated.lower(word) == "nothing" else { return false }
      return annotated.tokens[root].lemma == "know"
        || annotated.children(of: word, .nmod).contains { ["kind", "sort"].contains(annotated.lower($0)) }
        || annotated.tokens[root].lemma == "have"
          && annotated.children(of: word, .acl).contains { annotated.lower($0) == "do" }
    }
  }

  /// "was unaware of any such deal", "was not aware of any payment".
  private func isUnaware(_ root: Int) -> Bool {
    let word = annotated.lower(root)
    guard word == "unaware" || word == "aware" && (annotated.isNegated(root) || hasNegatedCopula(root)) else {
      return false
    }
    return annotated.children(of: root, .obl, .nmod).contains { noun in
      annotated.children(of: noun).contains { ["any", "such"].contains(annotated.lower($0)) }
    }
  }

  /// "They made it up".
  private func isMadeUp(_ root: Int) -> Bool {
    annotated.tokens[root].lemma == "make"
      && annotated.children(of: root).contains {
        $0 > root && $0 < root + 4 && annotated.lower($0) == "up"
          && annotated.tokens[$0].relation == .compound
      }
      && annotated.children(of: root, .obj).contains {
        ["it", "that", "this", "story"].contains(annotated.lower($0))
      }
  }

  /// "Neither the bank nor its owner paid".
  private func isOfNeither(_ root: Int) -> Bool {
    annotated.child(of: root, .nsubj).map { subject in
      annotated.children(of: subject).contains { annotated.lower($0) == "neither" }
    } ?? false
  }

  /// "Not one of his men had left the barracks", "no officer of his command was there".
  private func isOfNoneOfIts(_ root: Int) -> Bool {
    guard let subject = annotated.child(of: root, .nsubj) else { return false }
    let words = annotated.subtree(of: subject)
    guard let first = words.first, ["no", "not", "none"].contains(annotated.lower(first)) else {
      return false
    }
    return words.contains { ["his", "her", "its", "their", "my", "our"].contains(annotated.lower($0)) }
  }

  /// "There is no truth in it", "there was not a word of truth in the allegation".
  private func lacksTruth(_ root: Int) -> Bool {
    guard ["be", "have"].contains(annotated.tokens[root].lemma) || annotated.child(of: root, .cop) != nil
    else { return false }
    let words = annotated.subtree(of: root).prefix(9)
    return words.contains { lexicon.family("BASIS").contains(annotated.tokens[$0].lemma) }
      && words.contains { ["no", "not", "n't", "n’t", "little"].contains(annotated.lower($0)) }
      && words.contains { ["there", "it", "they", "that", "this"].contains(annotated.lower($0)) }
  }

  /// "accused them of lying", after they had told something.
  private func accusesOfLying(_ draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>) -> Bool {
    guard draft.response == nil, let head = draft.head, annotated.tokens[head].lemma == "accuse",
      !annotated.isPassive(head), !annotated.isNegated(head)
    else { return false }
    let isOfLying = annotated.subtree(of: head).prefix(while: { $0 < head + 6 })
      .contains { annotated.lower($0) == "lying" }
    let speakers = Set(resolver.actors(of: draft.source))
    return isOfLying
      && earlier.contains { isNear($0, draft) && speakers.isDisjoint(with: resolver.actors(of: $0.source)) }
  }

  /// "“No, we paid nothing,” he replied".
  private func saysNo(_ draft: ClaimDraft, _ head: Int) -> Bool {
    guard ["reply", "answer", "respond", "retort"].contains(annotated.tokens[head].lemma) else {
      return false
    }
    let words = draft.content.joined().drop { annotated.isQuotationMark($0) }.prefix(2)
    guard let first = words.first, let second = words.last, second > first else { return false }
    return annotated.lower(first) == "no" && annotated.tokens[second].upos == .punct
  }

  /// "There are none", "none could be linked to the strike": of what was told just before.
  private func isOfNone(_ root: Int) -> Bool {
    annotated.lower(root) == "none" || annotated.child(of: root, .nsubj).map(annotated.lower) == "none"
  }

  /// Whether a claim speaks of one of the nouns that are said to be none.
  private func tellsOf(_ nouns: [Int], _ claim: ClaimDraft) -> Bool {
    let said = words(of: claim)
    return nouns.contains { said.contains(annotated.tokens[$0].lemma) }
  }

  private func isSaying(_ head: Int) -> Bool {
    saying.contains(annotated.tokens[head].lemma) || annotated.tokens[head].form == ":"
  }

  /// Who has just denied a thing only goes on with it.
  private func goesOn(_ draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>, _ speakers: Set<Actor.ID>)
    -> Bool
  {
    earlier.contains { claim in
      claim.response == .denied && isNear(claim, draft, within: 1)
        && !speakers.isDisjoint(with: resolver.actors(of: claim.source))
    }
  }

  /// "She conceded that she should have gone", "has conceded": news of the speaker's own, and no answer; who confirms what
  /// another has told answers.
  private func isOwnNews(_ draft: ClaimDraft, after earlier: ArraySlice<ClaimDraft>) -> Bool {
    guard let head = draft.head, admitting.contains(annotated.tokens[head].lemma) else { return false }
    if draft.source.isEmpty { return true }
    guard let root = root(of: draft, under: head) else {
      return draft.content.isEmpty && annotated.tokens[head].lemma == "concede"
    }
    if annotated.tokens[head].lemma == "confirm", isFuture(root), !isTold(draft, by: earlier) { return true }
    guard annotated.tokens[root].upos == .verb && isOfSelf(root) else { return false }
    return annotated.tokens[head].lemma != "confirm" || !isTold(draft, by: earlier)
  }

  /// Whether another has told of the same within a few sentences.
  private func isTold(_ draft: ClaimDraft, by earlier: ArraySlice<ClaimDraft>) -> Bool {
    let own = words(of: draft)
    let speakers = Set(resolver.actors(of: draft.source))
    return earlier.contains { claim in
      isNear(claim, draft, within: 6) && speakers.isDisjoint(with: resolver.actors(of: claim.source))
        && !words(of: claim).isDisjoint(with: own)
    }
  }

  /// "knew of no warning".
  private func hasNothing(_ root: Int) -> Bool {
    annotated.children(of: root, .obl).contains { noun in
      annotated.children(of: noun, .det).contains { annotated.lower($0) == "no" }
    }
  }

  /// "called the report a forgery".
  private func callsItLies(_ draft: ClaimDraft) -> Bool {
    guard draft.response == nil, !draft.source.isEmpty, draft.contentSize < 16, let head = draft.head,
      lexicon.family("CALLING").contains(annotated.tokens[head].lemma), !annotated.isNegated(head)
    else { return false }
    let lies = lexicon.family("LIE")
    return draft.content.joined().contains { token in
      [.noun, .adj, .verb].contains(annotated.tokens[token].upos)
        && (lies.contains(annotated.tokens[token].lemma) || lies.contains(annotated.lower(token)))
        || isBaseless(token)
    }
  }

  /// "The report was false", "That is not true", "the claims had no basis": of words or pictures, not of deeds.
  private func isUntrue(_ root: Int) -> Bool {
    let lemma = annotated.tokens[root].lemma
    let isNegated = annotated.isNegated(root) || hasNegatedCopula(root)
    if !isNegated, isWrongToSay(root) || isPlainlyUntrue(root) { return true }
    if let subject = annotated.child(of: root, .nsubj) {
      let noun = annotated.tokens[subject].lemma
      let told = lexicon.family("SAYING").union(lexicon.family("DEED")).union([
        "they", "these", "those", "none",
      ])
      guard told.contains(noun) || told.contains(annotated.lower(subject)) else { return false }
    } else if annotated.tokens[root].upos == .verb || annotated.tokens[root].relation == .obj {
      return false
    }
    let named = annotated.children(of: root, .obj).contains(where: isBaseless) || isBaseless(root)
    if named { return true }
    let words = [root] + annotated.children(of: root, .compound, .amod)
    let isLie = words.contains {
      lexicon.family("LIE").contains(annotated.tokens[$0].lemma)
        || lexicon.family("LIE").contains(annotated.lower($0))
    }
    return isNegated ? lexicon.family("TRUE").contains(lemma) : isLie
  }

  /// "was wrong to say so": of whoever told it.
  private func isWrongToSay(_ root: Int) -> Bool {
    guard ["wrong", "mistaken"].contains(annotated.lower(root)) else { return false }
    return annotated.children(of: root, .advcl, .xcomp, .ccomp).contains {
      annotated.child(of: $0, .mark) != nil && telling.contains(annotated.tokens[$0].lemma)
    }
  }

  /// "The depiction was entirely untrue": words that are said only of what was told.
  private func isPlainlyUntrue(_ root: Int) -> Bool {
    guard let subject = annotated.child(of: root, .nsubj), annotated.tokens[subject].upos == .noun else {
      return false
    }
    return ([root] + annotated.children(of: root, .conj)).contains {
      lexicon.family("UNTRUE").contains(annotated.lower($0))
    }
  }

  /// "without foundation", "no basis", "no truth in it".
  private func isBaseless(_ token: Int) -> Bool {
    lexicon.family("BASIS").contains(annotated.tokens[token].lemma)
      && annotated.children(of: token, .det, .caseMarker).contains {
        ["no", "without", "any"].contains(annotated.lower($0))
      }
  }

  /// "had not been paid": who was not given something complains, and denies nothing.
  private func isComplaint(_ root: Int) -> Bool {
    annotated.isPassive(root) && !annotated.children(of: root).contains { annotated.lower($0) == "never" }
  }

  /// "did not want to think of it", "do not need lectures".
  private func isWish(_ root: Int) -> Bool {
    ["want", "need", "wish", "like", "expect"].contains(annotated.tokens[root].lemma)
  }

  /// "did not know", "had no information".
  private func isIgnorance(_ root: Int) -> Bool {
    knowing.contains(annotated.tokens[root].lemma)
      && !annotated.children(of: root, .obl).contains { annotated.caseWord(of: $0) == "of" }
      || annotated.children(of: root, .obj).contains { noun in
        ["information", "idea", "detail", "comment", "plan", "choice", "knowledge"].contains(
          annotated.tokens[noun].lemma)
          && !(annotated.tokens[noun].lemma == "knowledge" && annotated.child(of: noun, .nmod) != nil)
      }
  }

  private func isQuoted(_ draft: ClaimDraft) -> Bool {
    draft.content.contains { marks.isQuoted[$0.lowerBound] }
  }

  /// "There was no meeting", after somebody spoke of a meeting; "no such thing" after anything.
  private func deniesExistence(_ draft: ClaimDraft, _ root: Int, of claims: [ClaimDraft]) -> Bool {
    if isFuture(root) { return false }
    let missing = missing(in: draft)
    if missing.contains(where: isSuch) { return claims.contains { isNear($0, draft) } }
    let denied = missing.map { annotated.tokens[$0].lemma }
    return claims.contains { claim in !words(of: claim).isDisjoint(with: denied) }
  }

  /// The nouns that are said to be none.
  private func missing(in draft: ClaimDraft) -> [Int] {
    draft.content.joined().filter { token in
      annotated.children(of: token, .det).contains { annotated.lower($0) == "no" }
    }
  }

  private func isSuch(_ token: Int) -> Bool {
    annotated.children(of: token).contains { annotated.lower($0) == "such" }
  }

  /// "it had no fighters", "he was not": the speaker of himself.
  private func isOfSelf(_ root: Int) -> Bool {
    annotated.child(of: root, .nsubj).map {
      ["he", "she", "it", "they", "i", "we"].contains(annotated.lower($0))
    } ?? false
  }

  /// The word that heads what is said.
  private func root(of draft: ClaimDraft, under head: Int) -> Int? {
    guard let range = draft.content.first else { return nil }
    let top = annotated.topToken(of: range)
    return annotated.tokens[top].upos == .punct ? nil : top
  }

  /// "had no fighters", "was not there".
  private func hasNegatedCopula(_ root: Int) -> Bool {
    annotated.children(of: root, .advmod, .det).contains {
      ["not", "n't", "never", "no"].contains(annotated.lower($0))
    }
  }

  private func isFuture(_ root: Int) -> Bool {
    if annotated.lower(root) == "going", annotated.child(of: root, .xcomp) != nil { return true }
    return annotated.children(of: root, .aux).contains {
      ["will", "would", "could", "can", "wo", "should", "must", "may", "might"].contains(annotated.lower($0))
    }
  }

  private func isNear(_ claim: ClaimDraft, _ draft: ClaimDraft, within sentences: Int = 2) -> Bool {
    annotated.sentenceIndex(of: draft.start) - annotated.sentenceIndex(of: claim.start) <= sentences
  }

  /// Whether the earlier claim is about the speakers, or says of what is denied that it is so.
  private func concerns(_ claim: ClaimDraft, _ speakers: Set<Actor.ID>, _ draft: ClaimDraft, _ root: Int)
    -> Bool
  {
    if names(speakers, in: claim) { return true }
    let said = words(of: claim)
    if annotated.children(of: root).contains(where: { annotated.lower($0) == "never" }) {
      return !said.isDisjoint(with: words(of: draft))
    }
    let isAct = annotated.tokens[root].upos == .verb
    return isAct && said.contains(annotated.tokens[root].lemma)
      || missing(in: draft).contains { said.contains(annotated.tokens[$0].lemma) || isSuch($0) }
  }

  private func names(_ speakers: Set<Actor.ID>, in claim: ClaimDraft) -> Bool {
    claim.content.joined().contains { token in
      !speakers.isDisjoint(with: resolver.actors.actors(headedBy: token))
    }
  }

  private func words(of draft: ClaimDraft) -> Set<String> {
    var found: Set<String> = []
    for token in draft.content.joined() where [.noun, .verb].contains(annotated.tokens[token].upos) {
      found.insert(annotated.tokens[token].lemma)
    }
    return found.subtracting(["have", "be", "say", "do", "year", "day", "people"])
  }
}

private let saying: Set<String> = [
  "say", "tell", "add", "insist", "maintain", "reply", "state", "respond",
  "testify", "answer", "write", "argue", "declare", "contend", "assert", "retort", "counter", "protest",
  "explain", "stress", "emphasise", "emphasize", "accord", "according", "claim", "clarify", "reiterate",
  "repeat",
  "remark", "tweet", "shout",
]
private let telling: Set<String> = [
  "say", "claim", "suggest", "allege", "accuse", "report", "assert", "imply", "tell",
]
private let admitting: Set<String> = ["confirm", "concede", "admit", "acknowledge"]
private let opposites: Set<String> = ["otherwise", "opposite", "contrary"]
/// Verbs of knowing and wanting: who says that he does not know denies nothing.
private let knowing: Set<String> = [
  "know", "see", "hear", "expect", "want", "understand", "remember", "think", "believe", "plan", "wish",
  "like", "need",
]
