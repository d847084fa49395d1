import RapporteurCore

/// Finds silence in headlines and notes: "Marran Rail: no comment", "Marran Rail, asked about the bridge: no comment".
struct TerseAnswers {
  let annotated: AnnotatedReport

  /// The drafts, in text order.
  func drafts() -> [ClaimDraft] {
    annotated.sentences.compactMap { draft(in: $0.tokens) }
  }

  private func draft(in sentence: Range<Int>) -> ClaimDraft? {
    guard let colon = sentence.first(where: { annotated.tokens[$0].form == ":" }),
      colon > sentence.lowerBound,
      colon + 2 < sentence.upperBound, annotated.lower(colon + 1) == "no",
      annotated.lower(colon + 2) == "comment", isEnd(colon + 3, of: sentence),
      let source = asked(in: sentence.lowerBound..<colon)
    else { return nil }
    return ClaimDraft(
      source: source, cue: [(colon + 1)..<(colon + 3)], content: [], head: colon + 2,
      rule: "response:\(Claim.Response.declinedToComment.rawValue)", standsAlone: true,
      response: .declinedToComment)
  }

  private func isEnd(_ token: Int, of sentence: Range<Int>) -> Bool {
    (token..<max(token, sentence.upperBound)).allSatisfy { annotated.tokens[$0].upos == .punct }
  }

  /// The phrase before the colon, without "asked about …".
  private func asked(in words: Range<Int>) -> [Range<Int>]? {
    let comma = words.first { annotated.tokens[$0].form == "," } ?? words.upperBound
    guard words.lowerBound < comma else { return nil }
    let phrase = words.lowerBound..<comma
    let top = annotated.topToken(of: phrase)
    return [.noun, .propn].contains(annotated.tokens[top].upos) ? [phrase] : nil
  }
}

extension ClaimAssembly {
  /// Adds terse answers in place of what was taken for their words or their colon.
  mutating func add(_ answers: TerseAnswers) {
    for answer in answers.drafts() {
      let colon = answer.cue[0].lowerBound - 1
      let words = colon..<answer.cue[0].upperBound
      for index in drafts.indices where !drafts[index].isDropped {
        let own = drafts[index].cue + drafts[index].content
        if own.contains(where: { $0.overlaps(words) }), drafts[index].contentSize < 4 { drop(index) }
      }
      append(answer)
    }
  }
}
