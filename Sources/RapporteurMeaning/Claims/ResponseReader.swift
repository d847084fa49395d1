import RapporteurCore

/// Finds responses: denials, confirmations, silence, retractions.
struct ResponseReader {
  let annotated: AnnotatedReport
  let lexicon: ResponseLexicon
  let marks: QuotationMarks

  /// A response at its head word.
  struct Found {
    let response: Claim.Response
    /// The verb that carries it: "declined" of "declined to comment".
    let verb: Int
    /// The word that the pattern names: "comment" of "declined to comment".
    let head: Int
    /// Whether its source stands beside an answer that nobody gave: "there was no comment from Oslo".
    var isMissing = false
  }

  /// The response that a word carries; nil for a word that carries none.
  func response(at token: Int) -> Found? {
    if isCaveat(token) || isAskedFor(token) || isAsked(token) || hidesName(token) { return nil }
    if let missing = missingAnswer(at: token) ?? failedAttempt(at: token) { return missing }
    if isToldUntrue(token) { return Found(response: .denied, verb: token, head: token) }
    for pattern in lexicon.patterns(of: annotated.tokens[token].lemma) where fits(token, pattern) {
      if let verb = carrier(of: token, pattern) {
        return Found(response: pattern.response, verb: verb, head: token)
      }
    }
    return nil
  }

  /// Whether the word may carry the response at all: a noun only where it is the comment itself, and no passive without
  /// whoever declined ("no reason was given").
  private func fits(_ token: Int, _ pattern: ResponseLexicon.Pattern) -> Bool {
    if annotated.tokens[token].upos == .noun, annotated.tokens[token].lemma != "comment" { return false }
    if isStand(pattern.response) {
      if isUndone(token, pattern) || isShownByThings(token) || dismissesSomebody(token) { return false }
      if isCounted(token) || takesFromSomebody(token) || putsInOffice(token) { return false }
      if pattern.response == .confirmed, annotated.isPassive(token), annotated.agent(of: token) == nil {
        return false
      }
    }
    if let subject = annotated.child(of: token, .nsubj) {
      if missingAnswer(at: subject) != nil { return false }
      if [.confirmed, .denied, .retracted].contains(pattern.response), isNobody(subject) { return false }
    }
    if pattern.response == .declinedToComment {
      if annotated.isPassive(token), !pattern.isPassive, pattern.under.isEmpty,
        annotated.agent(of: token) == nil
      {
        return false
      }
      if let subject = annotated.child(of: token, .nsubj), isNobody(subject) { return false }
    }
    return !isSupposed(token) || unaffected.contains(pattern.response)
      || pattern.response == .confirmed && isPerformed(token)
  }

  private func isStand(_ response: Claim.Response) -> Bool {
    [.confirmed, .denied, .retracted].contains(response)
  }

  /// "refused to retract it", "willing to admit it": an infinitive that tells no deed.
  private func isUndone(_ token: Int, _ pattern: ResponseLexicon.Pattern) -> Bool {
    if stopsShort(token) { return true }
    guard annotated.children(of: token, .mark).contains(where: { annotated.lower($0) == "to" }),
      let above = annotated.tokens[token].head, pattern.under.isEmpty
    else { return false }
    return annotated.tokens[above].upos == .adj
      ? leavingUndone.contains(annotated.lower(above))
      : annotated.tokens[token].relation == .xcomp && leavingUndone.contains(annotated.tokens[above].lemma)
  }

  /// "stopped short of confirming it".
  private func stopsShort(_ token: Int) -> Bool {
    token > 1 && annotated.lower(token - 1) == "of" && annotated.lower(token - 2) == "short"
  }

  /// "confirmed cases rose": what is counted, and nobody's answer.
  private func isCounted(_ token: Int) -> Bool {
    token + 1 < annotated.tokens.count && annotated.lower(token) == "confirmed"
      && annotated.child(of: token, .nsubj) == nil
      && ["case", "death", "infection", "patient", "dead"].contains(annotated.tokens[token + 1].lemma)
  }

  /// "denied Senegal a place": somebody goes without a thing.
  private func takesFromSomebody(_ token: Int) -> Bool {
    guard annotated.tokens[token].lemma == "deny" else { return false }
    return annotated.child(of: token, .iobj) != nil
      || annotated.child(of: token, .obj).map { annotated.tokens[$0].upos == .propn } ?? false
  }

  /// "confirmed her as minister", "admitted 900 families": said of somebody, not of what was told.
  private func putsInOffice(_ token: Int) -> Bool {
    guard let object = annotated.child(of: token, .obj) ?? annotated.child(of: token, .nsubj),
      annotated.isPassive(token) || annotated.tokens[object].relation == .obj
    else { return false }
    let noun = annotated.tokens[object].lemma
    switch annotated.tokens[token].lemma {
    case "confirm":
      return annotated.children(of: token, .obl).contains { annotated.caseWord(of: $0) == "as" }
        && !lexicon.family("SAYING").contains(noun)
    case "admit": return lexicon.family("PERSON").contains(noun)
    default: return false
    }
  }

  /// "The e-mails contradict his account", "confirmed by a test": what things show is no answer of somebody's.
  private func isShownByThings(_ token: Int) -> Bool {
    let source =
      annotated.isPassive(token) ? annotated.agent(of: token) : annotated.child(of: token, .nsubj)
    guard let noun = source.map({ annotated.tokens[$0].lemma }) else { return false }
    return lexicon.family("THING").contains(noun)
      || annotated.tokens[token].lemma == "contradict"
        && (noun == "word" || lexicon.family("SAID").contains(noun))
  }

  /// "dismissed her as an amateur": said of a person, not of what was told.
  private func dismissesSomebody(_ token: Int) -> Bool {
    guard ["dismiss", "reject"].contains(annotated.tokens[token].lemma),
      let object = annotated.isPassive(token)
        ? annotated.child(of: token, .nsubj) : annotated.child(of: token, .obj)
    else { return false }
    return annotated.tokens[object].upos == .propn
      || ["him", "her", "me", "us", "you"].contains(annotated.lower(object))
  }

  /// "I can confirm that": who says so does it.
  private func isPerformed(_ token: Int) -> Bool {
    let auxiliaries = annotated.children(of: token, .aux)
    guard auxiliaries.contains(where: { annotated.lower($0) == "can" }),
      let subject = annotated.child(of: token, .nsubj)
    else { return false }
    return ["i", "we"].contains(annotated.lower(subject)) && !annotated.isNegated(token)
  }

  /// "could not be independently confirmed": the reporter's care.
  private func isCaveat(_ token: Int) -> Bool {
    annotated.children(of: token, .advmod).contains { annotated.lower($0) == "independently" }
  }

  /// "Asked to confirm it", "called on his rival to concede": what somebody is asked to do is not done.
  private func isAskedFor(_ token: Int) -> Bool {
    guard annotated.tokens[token].relation == .xcomp, annotated.child(of: token, .mark) != nil,
      let above = annotated.tokens[token].head, annotated.tokens[above].upos == .verb
    else { return false }
    return asking.contains(annotated.tokens[above].lemma)
  }

  /// "would not say whether it disputed that": what is only asked.
  private func isAsked(_ token: Int) -> Bool {
    annotated.children(of: token, .mark).contains { ["whether", "if"].contains(annotated.lower($0)) }
  }

  /// "These reports are false.", "The figure of 40 is not correct.": the report itself takes back what was told.
  private func isToldUntrue(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard word.upos == .adj, word.relation == .root, annotated.child(of: token, .cop) != nil,
      annotated.children(of: token, .parataxis, .ccomp, .aux, .advcl).isEmpty,
      let subject = annotated.child(of: token, .nsubj),
      lexicon.family("SAID").contains(annotated.tokens[subject].lemma)
        || annotated.children(of: subject, .amod).contains(where: isOnlyTold),
      !marks.isQuoted[token]
    else { return false }
    return annotated.isNegated(token)
      ? lexicon.family("TRUE").contains(word.lemma) : lexicon.family("LIE").contains(word.lemma)
  }

  /// "the reported cost", "the alleged list".
  private func isOnlyTold(_ word: Int) -> Bool { ["reported", "alleged"].contains(annotated.lower(word)) }

  /// "declined to be named": how a source speaks, and no answer.
  private func hidesName(_ token: Int) -> Bool {
    naming.contains(annotated.tokens[token].lemma) && annotated.isPassive(token)
  }

  /// A draft for a response that stands on its own; nil where nobody is said to give it.
  func draft(_ found: Found) -> ClaimDraft? {
    let subject = subject(of: found)
    guard subject != nil || mayLackSource(found) else { return nil }
    return ClaimDraft(
      source: subject.map(annotated.sourcePhrase) ?? [], cue: cue(of: found), content: content(of: found),
      head: found.head, rule: "response:\(found.response.rawValue)", standsAlone: true,
      response: found.response)
  }

  /// The words that carry a response.
  func words(of found: Found) -> [Int] { Array(cue(of: found).joined()) }

  // MARK: Parts

  /// What is answered: the object or clause behind the head word, or the subject of a passive.
  private func content(of found: Found) -> [Range<Int>] {
    if found.isMissing { return [] }
    if isToldUntrue(found.head), let subject = annotated.child(of: found.head, .nsubj) {
      return annotated.ranges(of: annotated.trimmed(annotated.subtree(of: subject)))
    }
    let words = Set(cue(of: found).joined())
    let agent = annotated.agent(of: found.head)
    let isSilence = found.response == .didNotRespond || found.response == .couldNotBeReached
    let content: Int?
    if annotated.isPassive(found.verb), !isSilence, found.response != .declinedToComment {
      content = annotated.children(of: found.verb, .nsubj).first { !words.contains($0) }
        .map { annotated.relativeHead(of: $0) ?? $0 }
    } else if isSilence {
      content = question(behind: found.head, besides: words)
    } else {
      content = annotated.children(of: found.head, .obj, .ccomp, .obl).first { child in
        child > found.head && !words.contains(child) && child != agent
          && !["comment", "request"].contains(annotated.tokens[child].lemma)
          && annotated.caseWord(of: child) != "according"
      }
    }
    let clause = annotated.tokens[found.verb].relation == .acl ? found.verb : nil
    return content.map { token in
      annotated.ranges(of: annotated.trimmed(annotated.subtree(of: token) { $0 == clause }))
    } ?? []
  }

  /// What somebody doesn't answer: "did not respond to questions about the raid"; calls and requests have no content.
  private func question(behind head: Int, besides words: Set<Int>) -> Int? {
    let child = annotated.children(of: head, .obj, .ccomp, .obl).first { child in
      child > head && !words.contains(child)
        && (annotated.tokens[child].relation != .obl || annotated.caseWord(of: child) == "to")
    }
    guard let child else { return nil }
    let isCall =
      annotated.tokens[child].relation == .obj && approaches.contains(annotated.tokens[child].lemma)
    return isCall || annotated.subtree(of: child).contains { annotated.tokens[$0].lemma == "comment" }
      ? nil : child
  }

  /// The words from "declined" to "comment"; for "neither confirmed nor denied" to the second verb.
  func cue(of found: Found) -> [Range<Int>] {
    var words = annotated.verbGroup(found.verb) + annotated.verbGroup(found.head)
    if found.isMissing { words += annotated.subtree(of: found.head).filter { $0 <= found.head } }
    if found.response == .neitherConfirmedNorDenied, annotated.tokens[found.head].lemma == "confirm" {
      words += annotated.conjuncts(of: found.head)
      words += annotated.children(of: found.head, .cc)
    }
    if let open = annotated.child(of: found.head, .xcomp),
      !lexicon.patterns(of: annotated.tokens[open].lemma).isEmpty
    {
      words += annotated.verbGroup(open)
    }
    if let comment = comment(of: found) { words += annotated.subtree(of: comment).filter { $0 <= comment } }
    guard let first = words.min(), let last = words.max(), last - first < 9 else {
      return annotated.ranges(of: Array(Set(words)).sorted())
    }
    return [first..<(last + 1)]
  }

  /// "had no comment": the noun belongs to the cue.
  func comment(of found: Found) -> Int? {
    guard [.declinedToComment, .didNotRespond].contains(found.response),
      ["have", "offer", "make", "give", "provide", "issue", "send"].contains(
        annotated.tokens[found.verb].lemma)
    else { return nil }
    return annotated.children(of: found.verb, .obj).first {
      ["comment", "response", "reply", "answer", "reaction"].contains(annotated.tokens[$0].lemma)
    }
  }

  // MARK: Who

  private func subject(of found: Found) -> Int? {
    if found.isMissing { return giver(of: found.head) }
    if isToldUntrue(found.head) { return nil }
    switch found.response {
    case .couldNotBeReached where annotated.tokens[found.head].relation == .acl:
      return annotated.child(of: found.head, .obj)
    case .didNotRespond where annotated.isPassive(found.verb) && annotated.agent(of: found.verb) != nil:
      return annotated.agent(of: found.verb)
    case .couldNotBeReached, .didNotRespond:
      guard let subject = annotated.child(of: found.verb, .nsubj) ?? annotated.speaker(of: found.verb) else {
        return nil
      }
      if approaches.contains(annotated.tokens[subject].lemma) { return addressee(of: subject) }
      if isUnanswered(found) { return nil }
      return isNobody(subject) ? place(of: subject) ?? place(of: found.verb) : subject
    case .declinedToComment where annotated.isPassive(found.verb):
      return annotated.child(of: found.verb, .nsubj) ?? annotated.speaker(of: found.verb)
    default:
      return annotated.isPassive(found.verb)
        ? annotated.agent(of: found.verb)
        : annotated.speaker(of: found.verb) ?? insertedSubject(of: found.verb)
    }
  }

  /// "A spokeswoman, reached in Oslo, had no comment": a subject that the parse hangs on the words between the commas.
  private func insertedSubject(of verb: Int) -> Int? {
    let inserted = annotated.children(of: verb, .parataxis, .advcl).first { child in
      child < verb && annotated.lower(child).hasSuffix("ed")
    }
    guard let inserted, let subject = annotated.child(of: inserted, .nsubj), subject < inserted else {
      return nil
    }
    return (subject..<inserted).contains { annotated.tokens[$0].form == "," } ? subject : nil
  }

  /// "went unanswered": said of calls and letters only.
  private func isUnanswered(_ found: Found) -> Bool {
    let words = [annotated.lower(found.head)] + annotated.children(of: found.verb).map(annotated.lower)
    return words.contains { ["unanswered", "unreturned", "unheeded"].contains($0) }
  }

  /// Whether a response says enough without its source: "A request for comment was not answered", "was retracted".
  private func mayLackSource(_ found: Found) -> Bool {
    if isToldUntrue(found.head) { return true }
    guard annotated.isPassive(found.verb), let subject = annotated.child(of: found.verb, .nsubj) else {
      return false
    }
    switch found.response {
    case .retracted: return true
    case .didNotRespond:
      return approaches.contains(annotated.tokens[subject].lemma)
        && annotated.subtree(of: subject).contains { annotated.tokens[$0].lemma == "comment" }
    default: return false
    }
  }

  /// Whom calls and letters went to: "calls to the ministry", "a letter sent to its lawyers", "the ministry's phone".
  private func addressee(of approach: Int) -> Int? {
    let below = annotated.subtree(of: approach).filter { $0 > approach }
    let target = below.first { token in
      [.nmod, .obl].contains(annotated.tokens[token].relation)
        && ["to", "with", "at"].contains(annotated.caseWord(of: token) ?? "")
    }
    return target ?? annotated.children(of: approach, .nmod).first { $0 < approach }
  }

  /// "No one at the ministry", "nobody in his office", "neither side".
  private func isNobody(_ subject: Int) -> Bool {
    ["nobody", "none", "noone", "neither"].contains(annotated.lower(subject))
      || annotated.children(of: subject).contains {
        $0 < subject
          && (annotated.lower($0) == "neither"
            || annotated.tokens[$0].relation == .det && annotated.lower($0) == "no")
      }
  }

  private func place(of word: Int) -> Int? {
    annotated.children(of: word, .nmod, .obl).first { child in
      ["at", "in", "from", "of", "with"].contains(annotated.caseWord(of: child) ?? "")
    }
  }

  /// "There was no immediate comment from Oslo", "received no reply from its lawyers".
  private func missingAnswer(at token: Int) -> Found? {
    guard annotated.tokens[token].upos == .noun, answers.contains(annotated.tokens[token].lemma),
      annotated.children(of: token, .det).contains(where: { annotated.lower($0) == "no" }),
      giver(of: token) != nil
    else { return nil }
    let verb = annotated.tokens[token].relation == .root ? token : annotated.tokens[token].head ?? token
    let carrier = [.nsubj, .obj].contains(annotated.tokens[token].relation) ? verb : token
    return Found(response: .didNotRespond, verb: carrier, head: token, isMissing: true)
  }

  /// "Attempts to reach the militia were unsuccessful", "efforts to contact him failed".
  private func failedAttempt(at token: Int) -> Found? {
    let word = annotated.tokens[token]
    guard ["reach", "contact", "locate", "trace", "find"].contains(word.lemma),
      [.acl, .xcomp, .advcl].contains(word.relation),
      let attempt = word.head, ["attempt", "effort", "try"].contains(annotated.tokens[attempt].lemma),
      let verb = annotated.tokens[attempt].head, annotated.tokens[attempt].relation == .nsubj,
      annotated.isNegated(verb)
        || ["fail", "unsuccessful", "futile", "fruitless", "vain"].contains(annotated.tokens[verb].lemma)
    else { return nil }
    return Found(response: .couldNotBeReached, verb: verb, head: token)
  }

  /// Who gave no answer: the noun behind "from".
  private func giver(of answer: Int) -> Int? {
    let above = annotated.tokens[answer].head.map { annotated.children(of: $0, .obl) } ?? []
    return (annotated.children(of: answer, .nmod, .obl) + above).first { child in
      child > answer && annotated.caseWord(of: child) == "from"
    }
  }

  // MARK: Patterns

  /// The verb that carries the response where all demands of the pattern are met.
  private func carrier(of token: Int, _ pattern: ResponseLexicon.Pattern) -> Int? {
    if pattern.isPassive && !annotated.isPassive(token) { return nil }
    if !pattern.without.isEmpty && dependents(of: token, contain: pattern.without) { return nil }
    guard pattern.with.allSatisfy({ dependents(of: token, contain: $0) }) else { return nil }
    if !pattern.under.isEmpty {
      guard pattern.polarity != .yes || annotated.isNegated(token) else { return nil }
      return governor(of: token, pattern.under)
    }
    if pattern.polarity == .will, let going = unwilling(above: token) { return going }
    return hasPolarity(token, pattern.polarity) ? token : nil
  }

  /// "is not going to discuss it": the verb that carries the refusal.
  private func unwilling(above token: Int) -> Int? {
    guard annotated.tokens[token].relation == .xcomp, let going = annotated.tokens[token].head,
      annotated.lower(going) == "going", annotated.isNegated(going)
    else { return nil }
    return going
  }

  private func hasPolarity(_ token: Int, _ polarity: ResponseLexicon.Polarity) -> Bool {
    switch polarity {
    case .no: !isNegated(token)
    case .yes: isNegated(token)
    case .will:
      isNegated(token)
        && auxiliaries(of: token).contains {
          ["will", "would", "wo", "'ll", "’ll"].contains(annotated.lower($0))
        }
    case .going:
      annotated.lower(token).hasSuffix("ing") && !auxiliaries(of: token).isEmpty && !isNegated(token)
    }
  }

  /// The auxiliaries of a verb, or those that it shares with the verb before it.
  private func auxiliaries(of token: Int) -> [Int] {
    let own = annotated.children(of: token, .aux)
    guard own.isEmpty, annotated.tokens[token].relation == .conj, let head = annotated.tokens[token].head
    else {
      return own
    }
    return annotated.children(of: head, .aux)
  }

  /// Whether the response is only possible: "may deny".
  private func isSupposed(_ token: Int) -> Bool {
    annotated.children(of: token, .aux).contains { supposing.contains(annotated.lower($0)) }
  }

  private func isNegated(_ token: Int) -> Bool {
    if annotated.isNegated(token) { return true }
    if annotated.isPassive(token), let subject = annotated.child(of: token, .nsubj), isNobody(subject) {
      return true
    }
    guard annotated.tokens[token].relation == .conj, let head = annotated.tokens[token].head else {
      return false
    }
    let links = annotated.children(of: token, .cc).map(annotated.lower)
    if links.contains("nor") { return true }
    if links.contains("or") { return annotated.isNegated(head) }
    return !links.contains("but") && annotated.child(of: token, .nsubj, .aux) == nil
      && annotated.isNegated(head) && !hasOwnTense(token, beside: head)
  }

  /// "would not comment and disputed the figure": the second verb shares no auxiliary, so no "not" either.
  private func hasOwnTense(_ token: Int, beside head: Int) -> Bool {
    annotated.tokens[token].features.verbForm == "Fin" && annotated.child(of: head, .aux) != nil
      && annotated.tokens[token].features.tense == "Past"
  }

  private func governor(of token: Int, _ lemmas: Set<String>) -> Int? {
    var current = token
    while annotated.tokens[current].relation == .conj, let head = annotated.tokens[current].head {
      current = head
    }
    let isPredicate =
      annotated.tokens[current].upos == .adj || annotated.tokens[current].features.voice == "Pass"
    guard
      annotated.tokens[current].relation == .xcomp
        || isPredicate && [.advmod, .advcl, .obj].contains(annotated.tokens[current].relation),
      let head = annotated.tokens[current].head, lemmas.contains(annotated.tokens[head].lemma)
    else { return nil }
    return head
  }

  /// Whether one of the words hangs on a token; `WORD>word` asks for the second below the first, a word in capitals
  /// for a phrase with that preposition, `WH` for a clause that asks.
  private func dependents(of token: Int, contain words: Set<String>) -> Bool {
    annotated.children(of: token).contains { child in
      guard annotated.tokens[child].relation != .nsubj || annotated.tokens[child].deprel.subtype == "pass"
      else { return false }
      let noun = annotated.relativeHead(of: child) ?? child
      let names = [annotated.tokens[noun].lemma, annotated.lower(noun)]
      if names.contains(where: words.contains) { return true }
      if words.contains("WH") && asksSomething(child) { return true }
      if annotated.children(of: child, .caseMarker, .mark).contains(where: {
        words.contains(annotated.lower($0).uppercased())
      }) {
        return true
      }
      return annotated.children(of: child).contains { below in
        names.contains { words.contains("\($0)>\(annotated.tokens[below].lemma)") }
      }
    }
  }

  /// "how", "whether he would", "on what grounds": a clause that asks.
  private func asksSomething(_ clause: Int) -> Bool {
    guard [.ccomp, .xcomp, .obj, .obl, .advcl].contains(annotated.tokens[clause].relation) else {
      return false
    }
    return annotated.subtree(of: clause).prefix(3).contains { questions.contains(annotated.lower($0)) }
  }
}

private let supposing: Set<String> = ["could", "can", "may", "might", "should", "must", "ca"]
private let unaffected: Set<Claim.Response> = [
  .couldNotBeReached, .neitherConfirmedNorDenied, .declinedToComment,
]
private let questions: Set<String> = [
  "how", "why", "what", "who", "whom", "when", "where", "whether", "which", "if",
]
/// Verbs of asking, whose infinitive tells what is asked for.
private let asking: Set<String> = [
  "ask", "urge", "press", "call", "want", "demand", "invite", "order", "expect", "challenge", "force",
  "oblige",
  "require", "tell", "pressure", "advise", "instruct", "warn", "allow", "forbid", "persuade", "counsel",
]
/// Verbs and adjectives whose infinitive tells what is not done, or not yet.
private let leavingUndone: Set<String> = [
  "refuse", "decline", "fail", "hesitate", "want", "wish", "hope", "need", "plan", "intend", "expect",
  "prefer",
  "threaten", "promise", "offer", "pledge", "vow", "agree", "consider", "willing", "unwilling", "ready",
  "likely",
  "unlikely", "able", "unable", "reluctant", "prepared", "free", "hesitant", "loath",
]
private let naming: Set<String> = ["name", "identify", "quote", "cite"]
/// Nouns for ways to reach somebody.
private let approaches: Set<String> = [
  "call", "message", "email", "e-mail", "mail", "request", "query", "inquiry", "enquiry", "letter", "text",
  "phone",
  "telephone", "mobile", "voicemail", "fax", "approach", "number",
]
/// Nouns for what somebody who is asked may give.
private let answers: Set<String> = [
  "comment", "response", "reply", "reaction", "answer", "word", "statement", "confirmation",
]
