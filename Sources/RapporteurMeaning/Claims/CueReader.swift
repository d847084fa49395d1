import RapporteurCore

/// Reads attributions off the parse: a cue of the lexicon with its source and content.
///
/// It serves where the model is silent: inside contents that the model tagged, and for plain cues that it missed.
struct CueReader {
  let annotated: AnnotatedReport
  let lexicon: CueLexicon
  let marks: QuotationMarks
  let check: SourceCheck

  /// All drafts, in the text order of their cues.
  func drafts() -> [ClaimDraft] {
    annotated.tokens.indices.compactMap { accordingDraft($0) ?? draft(at: $0) }
  }

  private func draft(at token: Int) -> ClaimDraft? {
    switch annotated.tokens[token].upos {
    case .verb: verbDraft(token)
    case .noun: nounDraft(token)
    case .adj: adjectiveDraft(token)
    case .adv: adverbDraft(token)
    default: nil
    }
  }

  /// The lemma of a verb with its particle: "find out".
  func name(ofVerb verb: Int) -> String {
    let lemma = annotated.tokens[verb].lemma
    let particles = annotated.children(of: verb).filter { annotated.tokens[$0].deprel.subtype == "prt" }
    let cases = annotated.children(of: verb, .obl).filter { $0 > verb }.compactMap {
      annotated.child(of: $0, .caseMarker)
    }
    let known = (particles + cases).lazy.map { "\(lemma) \(annotated.lower($0))" }.first { whole in
      !lexicon.senses(of: whole, .verb).isEmpty
    }
    return known ?? lemma
  }

  // MARK: Verbs

  private func verbDraft(_ verb: Int) -> ClaimDraft? {
    let name = name(ofVerb: verb)
    let senses = lexicon.senses(of: name, .verb)
    guard !senses.isEmpty, let (content, complement) = content(ofVerb: verb, senses) else { return nil }
    let sense = lexicon.sense(of: name, .verb, taking: complement)
    let passive = annotated.isPassive(verb)
    let subject = passive ? annotated.agent(of: verb) : annotated.speaker(of: verb)
    guard passive || subject != nil else { return nil }
    var source = subject.map(annotated.sourcePhrase) ?? []
    if let subject, annotated.tokens[subject].relation == .expl { source = [] }
    let cue = annotated.ranges(of: annotated.verbGroup(verb))
    let reach = content.filter { token in !cue.contains { $0.contains(token) } }
    guard !reach.isEmpty else { return nil }
    return ClaimDraft(
      source: source, cue: cue, content: annotated.ranges(of: reach), head: verb, rule: "cue:\(name)",
      standsAlone: isPlain(name, sense, complement), complement: complement, cueName: name)
  }

  /// Whether the cue needs no model: the lexicon says so, or who asks whom for what is plain from the parse.
  private func isPlain(_ name: String, _ sense: CueSense?, _ complement: CueSense.Complement) -> Bool {
    switch complement {
    case .clause: sense?.standsAlone == true
    case .infinitive, .object: requests.contains(name)
    case .of, .source: false
    }
  }

  private func content(ofVerb verb: Int, _ senses: [CueSense]) -> ([Int], CueSense.Complement)? {
    let takes = Set(senses.map(\.takes))
    let passive = annotated.isPassive(verb)
    if annotated.tokens[verb].lemma == "put" { return figure(verb) }
    if let clause = annotated.child(of: verb, .ccomp) {
      let stray = annotated.strayedSubject(of: clause).map(annotated.subtree) ?? []
      return (annotated.trimmed((stray + annotated.subtree(of: clause)).sorted()), .clause)
    }
    if annotated.tokens[verb].relation == .parataxis, takes.contains(.clause),
      annotated.speaker(of: verb) != nil,
      let host = annotated.tokens[verb].head
    {
      return (annotated.trimmed(annotated.subtree(of: host) { $0 == verb }), .clause)
    }
    if takes.contains(.clause), let quotation = quotationBefore(verb) {
      return (annotated.trimmed(Array(quotation)), .clause)
    }
    if let open = annotated.child(of: verb, .xcomp) {
      let isInfinitive = annotated.child(of: open, .mark) != nil
      if isInfinitive && (takes.contains(.infinitive) || passive) {
        return (annotated.trimmed((addressee(of: verb) + annotated.subtree(of: open)).sorted()), .infinitive)
      }
      if takes.contains(.clause) && (passive || annotated.tokens[open].upos != .verb) {
        return passiveReport(verb, open)
      }
    }
    if let clause = annotated.child(of: verb, .parataxis), takes.contains(.clause), clause > verb,
      isAnnounced(clause, by: verb)
    {
      return (annotated.trimmed(annotated.subtree(of: clause)), .clause)
    }
    return charge(verb) ?? figure(verb) ?? quotedObject(verb) ?? demand(verb)
  }

  /// "'P', the official said": the quotation that ends where the clause of the verb begins, though the parse takes that
  /// clause for a relative one inside the quotation.
  private func quotationBefore(_ verb: Int) -> Range<Int>? {
    guard !marks.isQuoted[verb], annotated.tokens[verb].relation == .acl,
      let host = annotated.tokens[verb].head, let speaker = annotated.speaker(of: verb),
      annotated.relativeHead(of: speaker) == nil,
      let first = annotated.subtree(of: speaker).first
    else { return nil }
    let start = min(first, verb)
    return marks.quotations.first { quotation in
      quotation.isClosed && quotation.tokens.upperBound == start && quotation.tokens.contains(host)
    }?.tokens
  }

  /// Who is told to do something belongs to what is said: "told **them** to walk", "**he** was told to go".
  private func addressee(of verb: Int) -> [Int] {
    guard annotated.tokens[verb].lemma == "tell" else { return [] }
    let told = annotated.child(of: verb, .obj, .iobj) ?? passiveSubject(verb)
    return told.map(annotated.subtree) ?? []
  }

  /// "called for calm", "appealed for 55 million dollars", "demanded a hearing": the content is what is asked for.
  private func demand(_ verb: Int) -> ([Int], CueSense.Complement)? {
    guard requests.contains(name(ofVerb: verb)), !annotated.isPassive(verb) else { return nil }
    if ["demand", "urge"].contains(annotated.tokens[verb].lemma) {
      return annotated.child(of: verb, .obj).map { (annotated.trimmed(annotated.subtree(of: $0)), .object) }
    }
    let wish = annotated.children(of: verb, .obl).first { $0 > verb && annotated.caseWord(of: $0) == "for" }
    return wish.map { (annotated.trimmed(annotated.subtree(of: $0)), .object) }
  }

  /// Whether a colon or a quotation mark stands between a verb and what it introduces.
  private func isAnnounced(_ clause: Int, by verb: Int) -> Bool {
    guard let first = annotated.subtree(of: clause).first, first > verb else { return false }
    return (verb...first).contains {
      annotated.tokens[$0].form == ":" || QuotationMark(annotated.tokens[$0].form) != nil
    }
  }

  /// "put the death toll at 31": the content is the figure and what it counts.
  private func figure(_ verb: Int) -> ([Int], CueSense.Complement)? {
    guard ["put", "place", "estimate", "set"].contains(annotated.tokens[verb].lemma),
      let count = annotated.child(of: verb, .obj), counts.contains(annotated.tokens[count].lemma),
      let value = annotated.children(of: verb, .obl).first(where: { annotated.caseWord(of: $0) == "at" }),
      annotated.tokens[value].upos == .num || annotated.child(of: value, .nummod) != nil
    else { return nil }
    let words = annotated.subtree(of: count) + annotated.subtree(of: value)
    return (annotated.trimmed(words.sorted()), .clause)
  }

  /// "was said to have left": the subject belongs to the content.
  private func passiveReport(_ verb: Int, _ open: Int) -> ([Int], CueSense.Complement)? {
    let subject = passiveSubject(verb).map(annotated.subtree) ?? []
    return (annotated.trimmed((subject + annotated.subtree(of: open)).sorted()), .clause)
  }

  /// The subject of a passive, or the one that it shares with the passive before it.
  private func passiveSubject(_ verb: Int) -> Int? {
    var current = verb
    for _ in 0..<4 {
      if let own = annotated.children(of: current).first(where: { annotated.tokens[$0].relation == .nsubj }) {
        return annotated.tokens[own].deprel.subtype == "pass" ? own : nil
      }
      guard annotated.tokens[current].relation == .conj, let head = annotated.tokens[current].head else {
        return nil
      }
      current = head
    }
    return nil
  }

  /// "accused Y of theft", "Y was accused of theft": the content is Y and what stands behind "of".
  private func charge(_ verb: Int) -> ([Int], CueSense.Complement)? {
    guard ["accuse", "suspect", "blame"].contains(annotated.tokens[verb].lemma) else { return nil }
    let charge = annotated.children(of: verb, .obl, .advcl).first { child in
      let word = annotated.child(of: child, .caseMarker, .mark).map(annotated.lower)
      return word == "of" || word == "for"
    }
    guard let charge else { return suspicion(verb) }
    let target = annotated.child(of: verb, .obj) ?? passiveSubject(verb)
    let words = annotated.subtree(of: charge) + (target.map(annotated.subtree) ?? [])
    return (annotated.trimmed(words.sorted()), .clause)
  }

  /// "suspected rebels": who is suspected is all that is told.
  private func suspicion(_ verb: Int) -> ([Int], CueSense.Complement)? {
    guard annotated.tokens[verb].lemma == "suspect", !annotated.isPassive(verb) else { return nil }
    return annotated.child(of: verb, .obj).map { (annotated.trimmed(annotated.subtree(of: $0)), .object) }
  }

  private func quotedObject(_ verb: Int) -> ([Int], CueSense.Complement)? {
    guard let object = annotated.child(of: verb, .obj), marks.isQuoted[object], !marks.isQuoted[verb] else {
      return nil
    }
    return (annotated.trimmed(annotated.subtree(of: object)), .clause)
  }

  // MARK: Nouns, adjectives, adverbs

  private func nounDraft(_ noun: Int) -> ClaimDraft? {
    let lemma = annotated.tokens[noun].lemma
    let senses = lexicon.senses(of: lemma, .noun)
    guard !senses.isEmpty, let (content, complement) = content(ofNoun: noun, senses) else { return nil }
    guard let source = source(ofNoun: noun) else { return nil }
    return ClaimDraft(
      source: source, cue: [noun..<(noun + 1)], content: annotated.ranges(of: content), head: noun,
      rule: "cue:\(lemma)", complement: complement, cueName: lemma)
  }

  private func content(ofNoun noun: Int, _ senses: [CueSense]) -> ([Int], CueSense.Complement)? {
    for clause in annotated.children(of: noun, .acl, .ccomp) where clause > noun {
      guard annotated.tokens[clause].deprel.subtype != "relcl",
        let mark = annotated.child(of: clause, .mark).map(annotated.lower)
      else { continue }
      if mark == "that" { return (annotated.trimmed(annotated.subtree(of: clause)), .clause) }
      if mark == "to" && senses.contains(where: { $0.takes == .infinitive }) {
        return (annotated.trimmed(annotated.subtree(of: clause)), .infinitive)
      }
    }
    guard senses.contains(where: { $0.kind != .neutral && $0.medium != .thought }) else { return nil }
    let of = annotated.children(of: noun, .nmod, .acl).first { child in
      child > noun && annotated.child(of: child, .caseMarker, .mark).map(annotated.lower) == "of"
    }
    return of.map { (annotated.trimmed(annotated.subtree(of: $0)), .of) }
  }

  /// The possessor of a noun cue, or the noun behind "by" or "from"; none stated is an empty source.
  private func source(ofNoun noun: Int) -> [Range<Int>]? {
    for child in annotated.children(of: noun) where annotated.tokens[child].relation == .nmod {
      if annotated.tokens[child].deprel.subtype == "poss" { return annotated.sourcePhrase(child) }
      if ["by", "from"].contains(annotated.caseWord(of: child) ?? "") {
        return annotated.sourcePhrase(child)
      }
    }
    return []
  }

  private func adjectiveDraft(_ adjective: Int) -> ClaimDraft? {
    let lemma = annotated.tokens[adjective].lemma
    let senses = lexicon.senses(of: lemma, .adjective)
    guard !senses.isEmpty, annotated.child(of: adjective, .cop) != nil,
      let subject = annotated.speaker(of: adjective), annotated.tokens[subject].relation == .nsubj,
      let clause = annotated.child(of: adjective, .ccomp, .xcomp)
    else { return nil }
    let isInfinitive = annotated.tokens[clause].relation == .xcomp
    guard senses.contains(where: { ($0.takes == .infinitive) == isInfinitive }) else { return nil }
    return ClaimDraft(
      source: annotated.sourcePhrase(subject), cue: annotated.ranges(of: annotated.verbGroup(adjective)),
      content: annotated.ranges(of: annotated.trimmed(annotated.subtree(of: clause))), head: adjective,
      rule: "cue:\(lemma)", complement: isInfinitive ? .infinitive : .clause, cueName: lemma)
  }

  private func adverbDraft(_ adverb: Int) -> ClaimDraft? {
    let lemma = annotated.lower(adverb)
    guard let sense = lexicon.senses(of: lemma, .adverb).first, let host = annotated.tokens[adverb].head
    else {
      return nil
    }
    let content = annotated.subtree(of: host) { $0 == adverb }
    return ClaimDraft(
      source: [], cue: [adverb..<(adverb + 1)], content: annotated.ranges(of: annotated.trimmed(content)),
      head: adverb, rule: "cue:\(lemma)", standsAlone: sense.standsAlone, complement: .clause, cueName: lemma)
  }

  // MARK: According to

  private func accordingDraft(_ token: Int) -> ClaimDraft? {
    guard annotated.lower(token) == "according", token + 1 < annotated.tokens.count,
      annotated.lower(token + 1) == "to", let noun = annotated.tokens[token].head
    else { return nil }
    guard noun > token, let host = annotated.tokens[noun].head else { return nil }
    let content = annotated.subtree(of: host) { $0 == noun }
    let phrase = annotated.sourcePhrase(noun)
    if check.isHearsay(phrase) {
      return ClaimDraft(
        source: [], cue: [token..<(phrase[0].upperBound)],
        content: annotated.ranges(of: annotated.trimmed(content)),
        head: token, rule: "cue:according to", standsAlone: true, complement: .source, cueName: "according to"
      )
    }
    return ClaimDraft(
      source: phrase, cue: [token..<(token + 2)],
      content: annotated.ranges(of: annotated.trimmed(content)), head: token, rule: "cue:according to",
      standsAlone: true, complement: .source, cueName: "according to")
  }
}

private let counts: Set<String> = [
  "toll", "number", "figure", "count", "total", "cost", "damage", "loss", "casualty",
]

/// Cues of asking that need no model: who asks whom for what is plain from the parse.
let requests: Set<String> = [
  "call on", "call for", "call upon", "urge", "appeal", "appeal for", "ask", "demand", "order", "beg",
  "implore", "plead",
]
