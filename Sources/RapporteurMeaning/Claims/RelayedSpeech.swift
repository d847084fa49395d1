import RapporteurCore

/// Speech that one source passes on for another: two claims, the second inside the first.
///
/// "The Ledger quoted an official as saying that P"; "the Ledger reported, citing an official, that P"; "P, an official said,
/// according to the Ledger".
extension ClaimAssembly {
  /// Parts what the model tagged as one attribution; `found` is what the rules read.
  mutating func addRelayedSpeech(_ found: [ClaimDraft]) {
    for token in annotated.tokens.indices {
      if let saying = annotated.quotedSaying(token) {
        addQuoted(token, saying)
      } else if let clause = annotated.clauseBehindCitation(token) {
        addCited(token, clause, found)
      } else if annotated.lower(token) == "according" {
        addAttributed(token, found)
      }
    }
  }

  /// "quoted an official as saying that P".
  private mutating func addQuoted(_ verb: Int, _ saying: Int) {
    let isPassive = annotated.isPassive(verb)
    guard let speaker = annotated.child(of: verb, isPassive ? .nsubj : .obj) else { return }
    let clause = annotated.child(of: saying, .ccomp)
    let words =
      clause.map { annotated.trimmed(annotated.subtree(of: $0)) } ?? wordsBefore(verb) ?? hostWords(of: verb)
    guard !words.isEmpty else { return }
    let passedOn = Set(words + annotated.subtree(of: speaker) + annotated.subtree(of: saying))
    var outer = ClaimDraft(
      source: annotated.quoter(verb).map(annotated.sourcePhrase) ?? [],
      cue: annotated.ranges(of: annotated.verbGroup(verb)),
      content: annotated.ranges(of: annotated.trimmed(passedOn.sorted())), head: verb, rule: "cue:quote",
      standsAlone: true,
      complement: .clause, cueName: annotated.tokens[verb].lemma)
    outer.isTagged = true
    for owner in Set([cueOwner[verb], cueOwner[saying]]) where owner >= 0 {
      if outer.source.isEmpty, !isPassive { outer.source = drafts[owner].source }
      drop(owner)
    }
    append(outer)
    var inner = ClaimDraft(
      source: annotated.sourcePhrase(speaker), cue: [saying..<(saying + 1)],
      content: annotated.ranges(of: words),
      head: saying, rule: "cue:say", complement: .clause, cueName: annotated.tokens[saying].lemma)
    inner.parent = drafts.count - 1
    append(inner)
  }

  /// "'P', Interfax quoted the ministry as saying": the clause before the verb.
  private func wordsBefore(_ verb: Int) -> [Int]? {
    annotated.children(of: verb, .ccomp).first { $0 < verb }.map {
      annotated.trimmed(annotated.subtree(of: $0))
    }
  }

  /// "P, Interfax quoted the ministry as saying": the words around the inserted clause.
  private func hostWords(of verb: Int) -> [Int] {
    guard annotated.tokens[verb].relation == .parataxis, let host = annotated.tokens[verb].head else {
      return []
    }
    return annotated.trimmed(annotated.subtree(of: host) { $0 == verb })
  }

  /// "reported, citing two officials, that P", where the parse hangs P on "citing".
  private mutating func addCited(_ citing: Int, _ clause: Int, _ found: [ClaimDraft]) {
    guard let verb = annotated.tokens[citing].head, let cited = annotated.child(of: citing, .obj),
      let subject = annotated.speaker(of: verb)
    else { return }
    let words = annotated.ranges(of: annotated.trimmed(annotated.subtree(of: clause)))
    for owner in Set([cueOwner[verb], cueOwner[citing]]) where owner >= 0 { drop(owner) }
    var outer = ClaimDraft(
      source: annotated.sourcePhrase(subject), cue: annotated.ranges(of: annotated.verbGroup(verb)),
      content: words,
      head: verb, rule: "cue:\(annotated.tokens[verb].lemma)", standsAlone: true, complement: .clause,
      cueName: annotated.tokens[verb].lemma)
    outer.isTagged = true
    append(outer)
    var inner = ClaimDraft(
      source: annotated.sourcePhrase(cited), cue: [citing..<(citing + 1)], content: words, head: citing,
      rule: "cue:\(annotated.tokens[citing].lemma)", complement: .clause)
    inner.parent = drafts.count - 1
    append(inner)
  }

  /// "P, an official said, according to the Ledger": what the official said is told by the Ledger.
  private mutating func addAttributed(_ according: Int, _ found: [ClaimDraft]) {
    let owner = cueOwner[according]
    guard owner >= 0, let noun = annotated.tokens[according].head, let verb = annotated.tokens[noun].head,
      cueOwner[verb] < 0, !drafts[owner].content.contains(where: { $0.contains(verb) }),
      var draft = found.first(where: { $0.head == verb }), !draft.source.isEmpty,
      !draft.source.contains(where: { $0.contains(noun) })
    else { return }
    let said = Set((draft.source + draft.cue + draft.content).joined()).union(drafts[owner].content.joined())
    drafts[owner].content = annotated.ranges(of: annotated.trimmed(said.sorted()))
    draft.standsAlone = true
    draft.parent = owner
    append(draft)
  }
}

extension AnnotatedReport {
  /// The "saying" of "quoted an official as saying"; nil where the token is no verb of quoting.
  fileprivate func quotedSaying(_ verb: Int) -> Int? {
    guard tokens[verb].upos == .verb, ["quote", "cite"].contains(tokens[verb].lemma) else { return nil }
    return children(of: verb, .advcl).first { clause in
      clause > verb
        && ["saying", "telling", "claiming", "warning", "insisting", "arguing"].contains(lower(clause))
        && child(of: clause, .mark).map(lower) == "as"
    }
  }

  /// Who quotes: the subject, or the agent of a passive.
  fileprivate func quoter(_ verb: Int) -> Int? { isPassive(verb) ? agent(of: verb) : speaker(of: verb) }

  /// The clause with "that" which the parse hangs on "citing officials" beside a verb of saying.
  fileprivate func clauseBehindCitation(_ citing: Int) -> Int? {
    guard ["citing", "quoting"].contains(lower(citing)), tokens[citing].relation == .advcl,
      let object = child(of: citing, .obj), let verb = tokens[citing].head,
      tellings.contains(tokens[verb].lemma), child(of: verb, .ccomp) == nil
    else { return nil }
    return children(of: citing, .ccomp).first { clause in
      clause > object && child(of: clause, .mark).map(lower) == "that"
    }
  }
}

/// Verbs of telling beside which somebody is cited.
private let tellings: Set<String> = [
  "report", "say", "write", "announce", "claim", "state", "add", "warn", "allege", "argue", "note", "tell",
  "disclose",
  "reveal", "suggest", "assert",
]
