import RapporteurCore

/// Cuts the words of a source where they only tell how it speaks.
struct SourceEdges {
  let annotated: AnnotatedReport
  let check: SourceCheck

  /// The range up to a clause on anonymity: "an official, who asked not to be named".
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    for token in range.dropFirst() where token < range.upperBound {
      guard annotated.tokens[token].relation == .acl, reachesEnd(token, range) else { continue }
      let start =
        annotated.subtree(of: token).first { range.contains($0) && annotated.tokens[$0].upos != .punct }
        ?? token
      guard start > range.lowerBound, check.grantsAnonymity(token) else { continue }
      return range.lowerBound..<withoutComma(start, range)
    }
    return range
  }

  /// "Oslo neither confirmed": the word belongs to the cue.
  func withoutNegation(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 1, annotated.lower(range.upperBound - 1) == "neither" else { return range }
    return range.lowerBound..<(range.upperBound - 1)
  }

  private func reachesEnd(_ clause: Int, _ range: Range<Int>) -> Bool {
    let last = annotated.subtree(of: clause).last { range.contains($0) } ?? clause
    return (last + 1..<max(last + 1, range.upperBound)).allSatisfy { annotated.tokens[$0].upos == .punct }
  }

  private func isEdge(_ token: Int) -> Bool {
    annotated.tokens[token].form == "," || ["who", "whose", "which"].contains(annotated.lower(token))
  }

  private func withoutComma(_ start: Int, _ range: Range<Int>) -> Int {
    var end = start
    while end > range.lowerBound + 1, isEdge(end - 1) { end -= 1 }
    return end
  }
}
