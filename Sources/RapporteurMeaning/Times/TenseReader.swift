import RapporteurCore

/// Reads from tense and context which way an expression looks from the publication.
struct TenseReader {
  let annotated: AnnotatedReport

  /// The direction of the clause around the bytes of an expression.
  func direction(at span: TextSpan) -> TimeDirection {
    let tokens = annotated.tokens(in: span)
    guard let first = tokens.first else { return .unknown }
    if annotated.tokens[first].upos != .other, let found = byParse(tokens) { return found }
    return byWords(first)
  }

  /// The tense of the nearest verb above the expression.
  private func byParse(_ tokens: Range<Int>) -> TimeDirection? {
    guard let top = tokens.first(where: { annotated.tokens[$0].head.map { !tokens.contains($0) } ?? true }) else { return nil }
    var current = annotated.tokens[top].head
    var steps = 0
    while let index = current, steps < 12 {
      if let found = direction(ofVerb: index) { return found }
      current = annotated.tokens[index].head
      steps += 1
    }
    return nil
  }

  /// The direction that the verb at `index` gives; nil where it gives none.
  private func direction(ofVerb index: Int) -> TimeDirection? {
    let token = annotated.tokens[index]
    guard token.upos == .verb || token.upos == .aux || annotated.child(of: index, .cop) != nil else { return nil }
    let helpers = annotated.children(of: index, .aux, .cop).map { annotated.tokens[$0] }
    if helpers.contains(where: { TenseReader.modals.contains($0.form.lowercased()) }) { return .future }
    if helpers.contains(where: { $0.features.tense == "Past" || $0.lemma == "have" }) { return .past }
    switch token.features.verbForm {
    case "Inf":
      return annotated.children(of: index, .mark).isEmpty ? nil : .future
    case "Fin":
      if token.features.tense == "Past" { return .past }
      return TenseReader.plans.contains(token.lemma) ? .future : nil
    case "Part" where token.features.tense == "Past":
      return TenseReader.plans.contains(token.lemma) ? .future : .past
    default: return nil
    }
  }

  /// Without a parse: the nearest word in the sentence that tells a direction, those before the expression first.
  private func byWords(_ token: Int) -> TimeDirection {
    let sentence = annotated.sentence(of: token).tokens
    var index = token - 1
    while index >= sentence.lowerBound {
      if let found = hint(index) { return found }
      index -= 1
    }
    index = token + 1
    while index < sentence.upperBound {
      if let found = hint(index) { return found }
      index += 1
    }
    return .unknown
  }

  private func hint(_ index: Int) -> TimeDirection? {
    let form = annotated.tokens[index].form.lowercased()
    if TenseReader.modals.contains(form) || TenseReader.planned.contains(form) { return .future }
    if form == "to", index + 1 < annotated.tokens.count {
      return TenseReader.openers.contains(annotated.tokens[index + 1].form) ? .future : nil
    }
    if TenseReader.pasts.contains(form) { return .past }
    if form.utf8.count > 4, form.hasSuffix("ed") { return .past }
    return nil
  }

  private static let modals: Set<String> = ["will", "'ll", "shall", "would", "may", "might", "can", "could", "should", "must", "wo"]
  private static let plans: Set<String> = ["plan", "schedule", "expect", "intend", "hope", "aim", "want", "set", "due", "slate"]
  private static let planned: Set<String> = [
    "scheduled", "expected", "planned", "plans", "due", "slated", "upcoming", "going", "until", "expects", "expire", "expires",
  ]
  private static let openers: Set<String> = [
    "be", "begin", "start", "meet", "resume", "open", "leave", "arrive", "return", "expire", "end", "visit", "travel", "hold", "vote",
  ]
  private static let pasts: Set<String> = [
    "was", "were", "had", "did", "said", "told", "went", "came", "left", "met", "took", "made", "began", "fell", "rose", "held",
    "won", "lost", "sent", "got", "gave", "found", "saw", "broke", "shot", "led", "struck", "spoke", "flew", "became", "ran",
  ]
}
