import RapporteurCore

/// Counts of people killed, injured, held or missing, with bounds ("at least 12 dead", "between 3 and 5").
struct CasualtyReader: Sendable {
  let lexicon: EventLexicon
  let clauses: ClauseReader

  private var annotated: AnnotatedReport { clauses.annotated }

  /// A count and the word that it hangs on.
  struct Count {
    let kind: Event.Casualties.Kind
    let low: Int?
    let high: Int?
    let span: TextSpan
    let word: Int
  }

  /// The counts of a sentence, in text order.
  func counts(in sentence: Sentence) -> [Count] {
    sentence.tokens.flatMap { token -> [Count] in
      guard let kind = lexicon.casualtyWords[clauses.lemma(token)] else { return [] }
      return harmed(by: token).compactMap { count(of: $0, kind, word: token) }
    }
  }

  /// The noun phrases that a word counts: the object of "kill", the subject of "die", "12 dead", "a toll of 12".
  private func harmed(by token: Int) -> [Int] {
    let clause = clauses.clause(of: token)
    let word = annotated.tokens[token]
    if word.upos == .verb {
      let intransitive = lexicon.classes.contains(clauses.lemma(token), in: "DYING")
      return (intransitive ? clause.subjects : clause.objects).flatMap { annotated.conjuncts(of: $0) }
    }
    if word.upos == .adj || word.upos == .noun {
      if hasNumber(token) { return [token] }
      if word.relation == .amod, let head = word.head { return [head] }
      if word.relation == .xcomp, let head = word.head { return annotated.children(of: head, .obj) }
      return clause.heads(after: ["of", "at"]) + (word.upos == .adj ? clause.subjects : [])
    }
    return []
  }

  private func hasNumber(_ token: Int) -> Bool { !annotated.children(of: token, .nummod).isEmpty }

  private func count(of phrase: Int, _ kind: Event.Casualties.Kind, word: Int) -> Count? {
    let number = annotated.tokens[phrase].upos == .num ? phrase : annotated.child(of: phrase, .nummod)
    guard let number, let value = value(of: number) else { return nil }
    let around = bounds(around: number, phrase: phrase)
    let range = min(around.first ?? number, number)..<(max(number, phrase) + 1)
    let pair = pairAfter(number)
    var low: Int? = value
    var high: Int? = value
    if let pair {
      low = min(value, pair)
      high = max(value, pair)
    } else if around.isLower {
      high = nil
    } else if around.isUpper {
      low = nil
    }
    return Count(kind: kind, low: low, high: high, span: annotated.span(of: range), word: word)
  }

  /// The value of a number token, in digits or words.
  func value(of token: Int) -> Int? {
    let form = annotated.tokens[token].form.lowercased()
    let digits = form.filter { $0 != "," }
    if let number = Int(digits) { return number }
    if let number = lexicon.numbers[form] { return number }
    let parts = form.split(separator: "-").compactMap { lexicon.numbers[String($0)] }
    return parts.count == 2 && parts[0] >= 20 && parts[1] < 10 ? parts[0] + parts[1] : nil
  }

  private func bounds(around number: Int, phrase: Int) -> (first: Int?, isLower: Bool, isUpper: Bool) {
    let start = max(annotated.sentence(of: number).tokens.lowerBound, number - 3)
    let before = (start..<number).map { annotated.tokens[$0].form.lowercased() }
    let text = before.joined(separator: " ")
    let lower = [
      "at least", "more than", "over", "no fewer than", "no less than", "not less than", "upwards of",
    ]
    let upper = [
      "up to", "at most", "fewer than", "less than", "no more than", "as many as", "nearly", "almost",
    ]
    for words in upper where text.hasSuffix(words) {
      return (number - words.split(separator: " ").count, false, !["nearly", "almost"].contains(words))
    }
    for words in lower where text.hasSuffix(words) {
      return (number - words.split(separator: " ").count, true, false)
    }
    return (nil, false, false)
  }

  /// "3 to 5", "between 3 and 5", "3-5": the second number.
  private func pairAfter(_ number: Int) -> Int? {
    let end = annotated.sentence(of: number).tokens.upperBound
    guard number + 2 < end else { return nil }
    let joint = annotated.tokens[number + 1].form.lowercased()
    let hasBetween = number > 0 && annotated.tokens[number - 1].form.lowercased() == "between"
    guard joint == "to" || joint == "-" || joint == "–" || (joint == "and" && hasBetween) || joint == "or"
    else { return nil }
    return value(of: number + 2)
  }
}
