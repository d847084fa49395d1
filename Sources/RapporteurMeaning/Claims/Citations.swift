import RapporteurCore

/// "X said, citing Y": Y holds the same content inside what X says.
extension ClaimAssembly {
  /// Adds a claim for each source that a claim cites.
  ///
  /// - Parameters:
  ///   - found: What the rules read, for outer claims that the model hung on "citing" itself.
  ///   - isSource: Whether the word names somebody or something that says things: nobody is quoted who cites reasons.
  mutating func addCitations(_ found: [ClaimDraft], isSource: (Int) -> Bool) {
    for token in annotated.tokens.indices where isCitation(token) {
      guard let object = annotated.child(of: token, .obj), isSource(object) else { continue }
      if let verb = annotated.tokens[token].head, cueOwner[verb] < 0 { reclaim(verb, from: token, found) }
      guard let outer = outer(of: token), !drafts[outer].content.isEmpty else { continue }
      let cited = Set(annotated.subtree(of: token))
      drafts[outer].content = without(cited, drafts[outer].content)
      guard !drafts[outer].content.isEmpty else { continue }
      place(object, at: token, inside: outer)
    }
  }

  /// "citing", "quoting" as a clause beside a verb; not "quoting him as saying that …", which has its own content.
  private func isCitation(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard ["cite", "quote"].contains(word.lemma), [.advcl, .acl, .parataxis, .conj].contains(word.relation),
      annotated.lower(token).hasSuffix("ing") || isRelative(token)
    else { return false }
    return !annotated.children(of: token, .advcl, .ccomp).contains { $0 > token }
  }

  /// "The newspaper, which quoted two officials, said".
  private func isRelative(_ token: Int) -> Bool { annotated.tokens[token].deprel == Deprel(.acl, "relcl") }

  /// The claim of the verb that "citing" belongs to, or else that of the nearest cue of its sentence.
  private func outer(of token: Int) -> Int? {
    if isRelative(token), let medium = annotated.tokens[token].head {
      return drafts.indices.first { index in
        !drafts[index].isDropped && drafts[index].head != token
          && drafts[index].source.contains { $0.contains(medium) }
      }
    }
    if let verb = annotated.tokens[token].head, let owner = owner(of: verb, besides: token) { return owner }
    let sentence = annotated.sentence(of: token).tokens
    let before = (sentence.lowerBound..<token).reversed()
    return before.lazy.compactMap { owner(of: $0, besides: token) }.first
      ?? ((token + 1)..<sentence.upperBound).lazy.compactMap { owner(of: $0, besides: token) }.first
  }

  private func owner(of cue: Int, besides token: Int) -> Int? {
    let owner = cueOwner[cue]
    guard owner >= 0 else { return nil }
    return drafts[owner].cue == [token..<(token + 1)] ? nil : owner
  }

  /// Gives the claim that hangs on "citing" to the verb that it belongs to, where the rules read one there.
  private mutating func reclaim(_ verb: Int, from token: Int, _ found: [ClaimDraft]) {
    guard let read = found.first(where: { $0.head == verb }) else { return }
    var draft = read
    draft.standsAlone = true
    if cueOwner[token] >= 0, drafts[cueOwner[token]].source == read.source { drop(cueOwner[token]) }
    append(draft)
  }

  /// Hangs what is cited on the claim that cites it.
  private mutating func place(_ object: Int, at token: Int, inside outer: Int) {
    let owner = cueOwner[token]
    if owner < 0 || owner == outer {
      var inner = ClaimDraft(
        source: annotated.sourcePhrase(object), cue: [token..<(token + 1)], content: drafts[outer].content,
        head: token, rule: "cue:\(annotated.tokens[token].lemma)", complement: .clause)
      inner.parent = outer
      append(inner)
      return
    }
    if !drafts[owner].source.contains(where: { $0.contains(object) }) {
      drafts[owner].source = annotated.sourcePhrase(object)
    }
    drafts[owner].content = drafts[outer].content
    drafts[owner].parent = outer
  }

  private func without(_ words: Set<Int>, _ content: [Range<Int>]) -> [Range<Int>] {
    guard content.contains(where: { $0.contains(where: words.contains) }) else { return content }
    return annotated.ranges(of: annotated.trimmed(content.joined().filter { !words.contains($0) }))
  }
}
