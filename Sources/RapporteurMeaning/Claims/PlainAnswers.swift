import RapporteurCore

/// Finds answers that are only said: "“Yes, for six months,” she said", "“No comment,” said the mayor".
struct PlainAnswers {
  let annotated: AnnotatedReport
  let lexicon: ResponseLexicon

  /// "“No comment,”" and nothing else.
  func leavesUnsaid(_ draft: ClaimDraft) -> Bool {
    draft.content.joined().filter { annotated.tokens[$0].upos != .punct }.map(annotated.lower) == [
      "no", "comment",
    ]
  }

  /// "“Yes, for six months.”": a word of its own, and more behind it.
  func saysYes(_ draft: ClaimDraft) -> Bool {
    let words = draft.content.joined().drop { annotated.isQuotationMark($0) }.prefix(2)
    guard let first = words.first, let second = words.last, second > first else { return false }
    return annotated.lower(first) == "yes" && annotated.tokens[second].upos == .punct
  }

  /// "It's true", "That is correct".
  func isTrue(_ root: Int) -> Bool {
    guard lexicon.family("TRUE").contains(annotated.lower(root)), !annotated.isNegated(root),
      annotated.lower(root) != "case", annotated.child(of: root, .cop) != nil,
      annotated.children(of: root, .ccomp, .csubj, .advcl, .obl, .xcomp).isEmpty,
      let subject = annotated.child(of: root, .nsubj)
    else { return false }
    return ["it", "that", "this"].contains(annotated.lower(subject))
  }
}
