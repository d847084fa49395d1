import RapporteurCore

/// Finds quotations that no cue introduces, and who speaks them.
///
/// A quotation that runs on from an earlier one belongs to the same claim; one that stands alone is a claim without cue,
/// whose speaker stands behind a dash, or is whoever spoke last.
struct FreeQuotations {
  let annotated: AnnotatedReport
  let marks: QuotationMarks

  /// What is to be done with a quotation.
  enum Finding {
    /// It goes on with what the claim at a place in the list says.
    case continues(Int)
    /// It is a claim of its own.
    case stands(source: [Range<Int>], speaker: [Range<Int>])
  }

  /// The quotations of whole sentences of which no content holds a word, with what becomes of them.
  ///
  /// - Parameter drafts: The claims found so far, in text order or not.
  func findings(among drafts: [ClaimDraft]) -> [(content: Range<Int>, finding: Finding)] {
    var taken = [Bool](repeating: false, count: annotated.tokens.count)
    for token in drafts.lazy.flatMap({ $0.content.joined() }) { taken[token] = true }
    for token in drafts.lazy.flatMap({ $0.cue.joined() }) { taken[token] = true }
    var last: (content: Range<Int>, finding: Finding)?
    return marks.quotations.compactMap { quotation in
      guard isWhole(quotation.tokens), !quotation.tokens.contains(where: { taken[$0] }) else { return nil }
      let found = (quotation.tokens, finding(for: quotation.tokens, among: drafts, after: last))
      last = found
      return found
    }
  }

  /// Whether the quotation is one or several whole sentences, of four words at least.
  private func isWhole(_ tokens: Range<Int>) -> Bool {
    let words = tokens.count { annotated.tokens[$0].upos != .punct }
    guard words > 3, annotated.sentence(of: tokens.lowerBound).tokens.lowerBound == tokens.lowerBound else {
      return false
    }
    let end = annotated.sentence(of: tokens.upperBound - 1).tokens.upperBound
    return (tokens.upperBound..<end).allSatisfy { annotated.tokens[$0].upos == .punct }
      || signature(after: tokens) != nil
  }

  private func finding(
    for tokens: Range<Int>, among drafts: [ClaimDraft], after last: (content: Range<Int>, finding: Finding)?
  ) -> Finding {
    if let signature = signature(after: tokens) { return .stands(source: [signature], speaker: []) }
    if let last, runsOn(from: last.content.upperBound, to: tokens) {
      switch last.finding {
      case .continues: return last.finding
      case .stands(let source, let speaker): return .stands(source: [], speaker: source + speaker)
      }
    }
    guard let before = speech(before: tokens, among: drafts) else { return .stands(source: [], speaker: []) }
    let draft = drafts[before]
    if runsOn(from: end(of: draft), to: tokens) { return .continues(before) }
    return .stands(source: [], speaker: isNear(draft, tokens) ? draft.source + draft.speaker : [])
  }

  /// "…" — Name: the words between the dash and the end of the sentence.
  private func signature(after tokens: Range<Int>) -> Range<Int>? {
    let next = tokens.upperBound
    guard next + 1 < annotated.tokens.count, ["―", "—", "–", "--", "-"].contains(annotated.tokens[next].form)
    else {
      return nil
    }
    let end = annotated.sentence(of: next + 1).tokens.upperBound
    let words = (next + 1)..<end
    guard words.count <= 8, annotated.tokens[next + 1].upos == .propn else { return nil }
    return annotated.ranges(of: annotated.trimmed(Array(words))).first
  }

  /// The last claim before that quotes its source, or that announces a quotation by a colon.
  private func speech(before tokens: Range<Int>, among drafts: [ClaimDraft]) -> Int? {
    let before = drafts.indices.filter { end(of: drafts[$0]) <= tokens.lowerBound && drafts[$0].head != nil }
    return before.filter { isSpeech(drafts[$0]) }.max { end(of: drafts[$0]) < end(of: drafts[$1]) }
  }

  private func isSpeech(_ draft: ClaimDraft) -> Bool {
    draft.content.contains { marks.isQuoted[$0.lowerBound] } || announces(draft)
  }

  private func announces(_ draft: ClaimDraft) -> Bool {
    let end = end(of: draft)
    return draft.content.isEmpty && end < annotated.tokens.count && annotated.tokens[end].form == ":"
  }

  /// Whether nothing but the claim's own words stands between it and the quotation, in one paragraph or over the border
  /// of an open quotation.
  private func runsOn(from end: Int, to tokens: Range<Int>) -> Bool {
    guard end <= tokens.lowerBound else { return false }
    let between = end..<tokens.lowerBound
    guard between.allSatisfy({ annotated.tokens[$0].upos == .punct }) else { return false }
    if annotated.sentence(of: tokens.lowerBound).paragraph
      == annotated.sentence(of: max(0, end - 1)).paragraph
    {
      return true
    }
    let colon = tokens.lowerBound > 0 && annotated.tokens[tokens.lowerBound - 1].form == ":"
    return colon || marks.quotations.contains { $0.tokens.upperBound == end && !$0.isClosed }
  }

  /// Within two sentences.
  private func isNear(_ draft: ClaimDraft, _ tokens: Range<Int>) -> Bool {
    annotated.sentenceIndex(of: tokens.lowerBound) - annotated.sentenceIndex(of: max(0, end(of: draft) - 1))
      <= 2
  }

  private func end(of draft: ClaimDraft) -> Int {
    (draft.source + draft.cue + draft.content).map(\.upperBound).max() ?? 0
  }
}

extension ClaimAssembly {
  /// Gives quotations that no claim holds to the claim that they go on from, or makes them claims.
  mutating func addFreeQuotations(_ marks: QuotationMarks) {
    let free = FreeQuotations(annotated: annotated, marks: marks)
    for (content, finding) in free.findings(among: drafts) {
      switch finding {
      case .continues(let index): extend(index, by: content)
      case .stands(let source, let speaker):
        append(
          ClaimDraft(
            source: source, cue: [], content: [content], head: nil, rule: "quotation:free", standsAlone: true,
            speaker: speaker))
      }
    }
  }
}
