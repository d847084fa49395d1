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
    if annotated.tokens[tokens.lowerBound].upos != .other, let found = byParse(tokens) { return found }
    return byWords(tokens)
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

  /// Whether the word before the expression looks ahead by itself: `by`, `until`.
  private func opensFuture(before token: Int) -> Bool {
    token > 0 && words.openers.contains(annotated.tokens[token - 1].form.lowercased())
  }

  // MARK: With a parse

  /// The tense of the nearest verb above the expression that tells.
  private func byParse(_ tokens: Range<Int>) -> TimeDirection? {
    let top = tokens.first { index in annotated.tokens[index].head.map { !tokens.contains($0) } ?? true }
    guard var current = top.flatMap({ annotated.tokens[$0].head }) else { return nil }
    for _ in 0..<12 {
      if let found = direction(ofPredicate: current) { return found }
      guard let head = annotated.tokens[current].head else { return nil }
      current = head
    }
    return nil
  }

  /// The direction that the predicate at `index` gives; nil where it gives none.
  private func direction(ofPredicate index: Int) -> TimeDirection? {
    let token = annotated.tokens[index]
    let copula = annotated.child(of: index, .cop)
    guard token.upos == .verb || token.upos == .aux || copula != nil else { return nil }
    let helpers = annotated.children(of: index, .aux, .cop).map { annotated.tokens[$0] }
    if helpers.contains(where: { words.modals.contains($0.form.lowercased()) }) { return .future }
    let isPlan = words.plans.contains(token.lemma)
    if helpers.contains(where: { $0.features.tense == "Past" || $0.lemma == "have" }) {
      return isPlan ? nil : .past
    }
    if let copula { return annotated.tokens[copula].features.tense == "Past" ? .past : nil }
    switch token.features.verbForm {
    case "Inf": return isPurpose(index) ? .future : nil
    case "Fin" where token.features.tense == "Past": return isPlan ? nil : .past
    case "Fin", "Ger": return isPlan ? .future : nil
    case "Part": return direction(ofParticiple: token, isPlan)
    default: return nil
    }
  }

  private func direction(ofParticiple token: Token, _ isPlan: Bool) -> TimeDirection? {
    if isPlan { return .future }
    return token.features.tense == "Past" ? .past : nil
  }

  /// Whether the infinitive says what is planned rather than what was begun or managed.
  private func isPurpose(_ index: Int) -> Bool {
    guard let head = annotated.tokens[index].head else { return true }
    return words.plans.contains(annotated.tokens[head].lemma) || annotated.tokens[index].relation != .xcomp
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
