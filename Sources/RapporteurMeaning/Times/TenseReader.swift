import RapporteurCore

/// Reads from tense and context which way an expression looks from the publication.
struct TenseReader {
  let annotated: AnnotatedReport
  let words: TenseWords

  /// The direction of the clause around the bytes of an expression.
  func direction(at span: TextSpan) -> TimeDirection {
    let tokens = annotated.tokens(in: span)
    guard !tokens.isEmpty else { return .unknown }
    if isOwner(after: tokens) { return opensFuture(before: tokens.lowerBound) ? .future : .past }
    if isTold(tokens.lowerBound) { return .past }
    if isDue(tokens.lowerBound) { return .future }
    if annotated.tokens[tokens.lowerBound].upos != .other,
      let found = ParsedTense(annotated: annotated, words: words).direction(of: tokens)
    {
      return found
    }
    return byWords(tokens)
  }

  /// `said on Monday`: what was told was told on a day behind us, whatever the parse takes the day for.
  private func isTold(_ token: Int) -> Bool {
    var before = token - 1
    if before >= 0, words.prepositions.contains(annotated.tokens[before].form) { before -= 1 }
    return before >= 0 && words.told.contains(annotated.tokens[before].form)
  }

  /// `Wednesday's ruling`: what a day owns has mostly happened.
  private func isOwner(after tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < annotated.tokens.count else { return false }
    let form = annotated.tokens[next].form
    if form == "'s" || form == "’s" { return true }
    return (form == "'" || form == "’") && next + 1 < annotated.tokens.count
      && annotated.tokens[next + 1].form == "s"
  }

  /// `by May`, `effective June 1`, unless the sentence says what had happened by then.
  private func isDue(_ token: Int) -> Bool {
    guard token > 0, words.bounds.contains(annotated.tokens[token - 1].form.lowercased()) else {
      return false
    }
    return !annotated.sentence(of: token).tokens.contains { annotated.tokens[$0].form == "had" }
  }

  /// Whether the word before the expression looks ahead by itself: `by`, `until`.
  private func opensFuture(before token: Int) -> Bool {
    token > 0 && words.openers.contains(annotated.tokens[token - 1].form.lowercased())
  }

  // MARK: Without a parse

  /// The nearest word in the sentence that tells a direction, those before the expression first.
  private func byWords(_ tokens: Range<Int>) -> TimeDirection {
    let sentence = annotated.sentence(of: tokens.lowerBound).tokens
    var index = tokens.lowerBound - 1
    while index >= sentence.lowerBound {
      if let found = hint(index, isBefore: true) { return found }
      index -= 1
    }
    index = tokens.upperBound
    while index < sentence.upperBound {
      if let found = hint(index, isBefore: false) { return found }
      index += 1
    }
    return opensFuture(before: tokens.lowerBound) ? .future : .unknown
  }

  /// What one word tells; plans look ahead only where they stand before the expression.
  private func hint(_ index: Int, isBefore: Bool) -> TimeDirection? {
    let form = annotated.tokens[index].form
    let lower = form.lowercased()
    if words.modals.contains(lower) || isBefore && words.futures.contains(lower) {
      return isUndone(index) ? .past : .future
    }
    if lower == "to", index + 1 < annotated.tokens.count {
      return words.begun.contains(annotated.tokens[index + 1].form) ? .future : nil
    }
    if words.pasts.contains(lower) { return .past }
    guard form.utf8.count > 4, lower.hasSuffix("ed"), form == lower else { return nil }
    return index > 0 && annotated.tokens[index - 1].form == "be" ? nil : .past
  }

  /// A modal before `have` looks back: `would have met`.
  private func isUndone(_ index: Int) -> Bool {
    index + 1 < annotated.tokens.count && annotated.tokens[index + 1].form == "have"
  }
}
