import RapporteurCore

/// Brings the drafts of model and rules together: no cue twice, each inside the content that holds it.
struct ClaimAssembly {
  let annotated: AnnotatedReport
  var drafts: [ClaimDraft] = []
  /// For each token the draft whose cue it belongs to, or -1.
  private(set) var cueOwner: [Int]
  /// For each sentence whether the model tagged a cue in it.
  private var hasTaggedCue: [Bool]
  /// For each token whether it stands in any content.
  private var isInContent: [Bool]
  /// For each token whether it stands in the source of a tagged attribution.
  private var isInSource: [Bool]

  init(annotated: AnnotatedReport) {
    self.annotated = annotated
    cueOwner = [Int](repeating: -1, count: annotated.tokens.count)
    hasTaggedCue = [Bool](repeating: false, count: annotated.sentences.count)
    isInContent = [Bool](repeating: false, count: annotated.tokens.count)
    isInSource = isInContent
  }

  /// Takes the model's attributions as they are, but for empty ones.
  mutating func addTagged(_ attributions: [TaggedAttribution]) {
    for tagged in attributions {
      var draft = ClaimDraft(
        source: tagged.source, cue: tagged.cue, content: tagged.content, head: head(of: tagged.cue),
        rule: "model:attribution", isTagged: true, standsAlone: true)
      guard draft.anchor != nil else { continue }
      draft.complement = complement(of: draft)
      append(draft)
    }
  }

  /// Marks the claims that are responses, and adds the responses that are no claims yet.
  mutating func add(responsesOf reader: ResponseReader) {
    for token in annotated.tokens.indices {
      guard let found = reader.response(at: token) else { continue }
      if let owner = owner(of: found, reader) {
        if drafts[owner].response == nil || found.head != found.verb {
          drafts[owner].response = found.response
        }
        complete(owner, found, reader)
      } else if let outer = saying(found, reader) {
        drafts[outer].response = found.response
        for word in reader.words(of: found) where cueOwner[word] < 0 { cueOwner[word] = outer }
      } else if let draft = reader.draft(found) {
        append(draft)
      }
    }
  }

  /// The claim whose cue holds the response; of "neither confirmed nor denied" the second verb will do.
  private func owner(of found: ResponseReader.Found, _ reader: ResponseReader) -> Int? {
    var words = [found.head, found.verb]
    if found.response == .neitherConfirmedNorDenied { words += annotated.conjuncts(of: found.head) }
    return words.lazy.map { cueOwner[$0] }.first { $0 >= 0 }
  }

  /// "said it would not comment": the response is what the claim says, where its subject is the source itself.
  private func saying(_ found: ResponseReader.Found, _ reader: ResponseReader) -> Int? {
    let silent: Set<Claim.Response> = [
      .declinedToComment, .neitherConfirmedNorDenied, .didNotRespond, .couldNotBeReached,
    ]
    guard silent.contains(found.response) || annotated.tokens[found.verb].lemma == "stand",
      let subject = annotated.speaker(of: found.verb), selves.contains(annotated.lower(subject))
    else { return nil }
    let clause = firstConjunct(of: found.verb)
    if annotated.tokens[clause].relation == .ccomp, let verb = annotated.tokens[clause].head,
      cueOwner[verb] >= 0, holds(drafts[cueOwner[verb]], found.verb)
    {
      return cueOwner[verb]
    }
    guard ["we", "i"].contains(annotated.lower(subject)) else { return nil }
    let holding = drafts.indices.filter { index in
      !drafts[index].isDropped && drafts[index].head != nil && drafts[index].response == nil
        && holds(drafts[index], found.verb)
    }
    return holding.min { drafts[$0].contentSize < drafts[$1].contentSize }
  }

  /// Whether a response stands in what a claim says; in the long answer of an interview only at its beginning.
  private func holds(_ draft: ClaimDraft, _ token: Int) -> Bool {
    guard draft.content.contains(where: { $0.contains(token) }) else { return false }
    return !draft.isTranscript || draft.content.first.map { token - $0.lowerBound < 10 } ?? false
  }

  private func firstConjunct(of token: Int) -> Int {
    var current = token
    while annotated.tokens[current].relation == .conj, let head = annotated.tokens[current].head {
      current = head
    }
    return current
  }

  /// "declined to comment" is one cue, whatever the model took for the content.
  private mutating func complete(_ owner: Int, _ found: ResponseReader.Found, _ reader: ResponseReader) {
    let end = reader.comment(of: found) ?? found.head
    if found.response == .neitherConfirmedNorDenied, annotated.tokens[found.head].lemma == "confirm" {
      unite(owner, reader.cue(of: found))
    }
    for word in reader.words(of: found) where cueOwner[word] < 0 { cueOwner[word] = owner }
    guard drafts[owner].response == .declinedToComment, annotated.tokens[end].lemma == "comment",
      let last = drafts[owner].cue.last, last.upperBound <= end, end - last.upperBound < 3
    else { return }
    drafts[owner].cue[drafts[owner].cue.count - 1] = last.lowerBound..<(end + 1)
    drafts[owner].content = annotated.ranges(of: drafts[owner].content.joined().filter { $0 > end })
    for token in last.lowerBound...end { cueOwner[token] = owner }
  }

  /// "neither confirmed nor denied" is one cue, though the model tagged two.
  private mutating func unite(_ owner: Int, _ cue: [Range<Int>]) {
    guard let last = cue.last, drafts[owner].content.allSatisfy({ $0.lowerBound >= last.upperBound }) else {
      return
    }
    for other in Set(cue.joined().map { cueOwner[$0] }) where other >= 0 && other != owner { drop(other) }
    drafts[owner].cue = cue
  }

  /// Adds what the rules read, where its cue isn't taken, inside contents or where the cue stands alone.
  mutating func add(_ found: [ClaimDraft]) {
    for draft in found {
      guard let anchor = draft.anchor, cueOwner[anchor] < 0 else { continue }
      if isInContent[anchor] || (draft.standsAlone && mayStand(draft, at: anchor)) { append(draft) }
    }
  }

  /// "…, the official said, according to the Gazette": a relay without a content holds what the parse gives it.
  mutating func fillRelays(_ found: [ClaimDraft]) {
    for relay in found where relay.complement == .source {
      guard let head = relay.head, cueOwner[head] >= 0, drafts[cueOwner[head]].content.isEmpty else {
        continue
      }
      drafts[cueOwner[head]].content = relay.content
      drafts[cueOwner[head]].complement = .source
    }
  }

  /// The drafts in text order, each with the place of the draft whose content holds it.
  func finished() -> [ClaimDraft] {
    let parents = parents()
    let kept = drafts.indices.filter { isKept($0, parents) }
    let order = kept.sorted { a, b in
      (drafts[a].start, -drafts[a].contentSize, a) < (drafts[b].start, -drafts[b].contentSize, b)
    }
    var place = [Int](repeating: 0, count: drafts.count)
    for (position, index) in order.enumerated() { place[index] = position }
    return order.map { index in
      var draft = drafts[index]
      draft.parent = keptParent(of: index, parents).map { place[$0] }
      return draft
    }
  }

  /// The nearest enclosing draft that is kept.
  private func keptParent(of index: Int, _ parents: [Int?]) -> Int? {
    guard let parent = parents[index] else { return nil }
    return isKept(parent, parents) ? parent : nil
  }

  private func isKept(_ index: Int, _ parents: [Int?]) -> Bool {
    !drafts[index].isDropped && (drafts[index].standsAlone || parents[index] != nil)
  }

  // MARK: Parts

  /// Takes a draft back: its cue is free again.
  mutating func drop(_ index: Int) {
    for token in drafts[index].cue.joined() where cueOwner[token] == index { cueOwner[token] = -1 }
    drafts[index].isDropped = true
  }

  /// Makes the content of a draft go on.
  mutating func extend(_ index: Int, by content: Range<Int>) {
    if let last = drafts[index].content.last, last.upperBound == content.lowerBound {
      drafts[index].content[drafts[index].content.count - 1] = last.lowerBound..<content.upperBound
    } else {
      drafts[index].content.append(content)
    }
    for token in content { isInContent[token] = true }
  }

  mutating func append(_ draft: ClaimDraft) {
    let index = drafts.count
    drafts.append(draft)
    for token in draft.cue.joined() where cueOwner[token] < 0 { cueOwner[token] = index }
    for token in draft.content.joined() { isInContent[token] = true }
    guard draft.isTagged else { return }
    for token in draft.source.joined() { isInSource[token] = true }
    for token in draft.cue.joined() { hasTaggedCue[annotated.sentenceIndex(of: token)] = true }
  }

  /// A cue of the rules stands where the model tagged none; figures that someone gives, and responses, stand anywhere.
  private func mayStand(_ draft: ClaimDraft, at token: Int) -> Bool {
    guard !isInSource[token] else { return false }
    let asks = draft.complement != .clause && requests.contains(draft.cueName ?? "")
    return asks || draft.cueName == "put" || !hasTaggedCue[annotated.sentenceIndex(of: token)]
  }

  /// The innermost content that holds each draft's anchor and is larger than the draft's own content.
  ///
  /// Contents are painted from the largest to the smallest, so the last colour on a token is the innermost.
  private func parents() -> [Int?] {
    var found = drafts.map(\.parent)
    let bySize = drafts.indices.sorted { (-drafts[$0].contentSize, $0) < (-drafts[$1].contentSize, $1) }
    var innermost = [Int](repeating: -1, count: annotated.tokens.count)
    for index in bySize {
      let draft = drafts[index]
      if found[index] == nil, let anchor = draft.anchor, innermost[anchor] >= 0 {
        let holder = innermost[anchor]
        if drafts[holder].contentSize > draft.contentSize { found[index] = holder }
      }
      if draft.isDropped { continue }
      for token in draft.content.joined() { innermost[token] = index }
    }
    return found
  }

  /// The word that heads a cue: its top token.
  private func head(of cue: [Range<Int>]) -> Int? {
    let verbs = cue.lazy.map { annotated.topToken(of: $0) }
    return verbs.first { [.verb, .noun, .adj].contains(annotated.tokens[$0].upos) } ?? verbs.first
  }

  private func complement(of draft: ClaimDraft) -> CueSense.Complement? {
    guard let head = draft.head, let first = draft.content.first?.lowerBound, head < first else {
      return .clause
    }
    if annotated.lower(first) == "to" && annotated.tokens[first].upos == .part { return .infinitive }
    return annotated.child(of: head, .obj) == nil ? .clause : .object
  }
}

private let selves: Set<String> = ["he", "she", "it", "they", "i", "we"]
