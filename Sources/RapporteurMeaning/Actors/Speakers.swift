import RapporteurCore

/// Finds the token that heads the source of the words in which a token stands.
struct Speakers {
  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  /// The head of the source; nil for words outside quotations and for quotations without a source nearby.
  func source(of token: Int, isQuoted: [Bool]) -> Int? {
    guard isQuoted[token] else { return nil }
    let tagged = annotated.attributions.filter { attribution in
      !attribution.source.isEmpty && attribution.content.contains { $0.contains(token) }
    }
    let length = { (attribution: TaggedAttribution) in attribution.content.reduce(0) { $0 + $1.count } }
    if let closest = tagged.min(by: { length($0) < length($1) }), let range = closest.source.first {
      return annotated.topToken(of: range)
    }
    if let above = subject(above: token, isQuoted: isQuoted) { return above }
    return subject(inSentencesBefore: token, isQuoted: isQuoted)
  }

  private func subject(above token: Int, isQuoted: [Bool]) -> Int? {
    for verb in annotated.ancestors(of: token) {
      if let source = annotated.child(of: verb, .nsubj), !isQuoted[source], !isQuoted[verb] { return source }
      for clause in annotated.children(of: verb, .parataxis) where !isQuoted[clause] {
        if let source = annotated.child(of: clause, .nsubj), !isQuoted[source] { return source }
      }
    }
    return nil
  }

  /// The speaker of the sentence before, inside the same paragraph, where the quotation runs on.
  private func subject(inSentencesBefore token: Int, isQuoted: [Bool]) -> Int? {
    let own = annotated.sentenceIndex(of: token)
    for index in stride(from: own - 1, through: max(0, own - 3), by: -1) {
      let sentence = annotated.sentences[index]
      guard sentence.paragraph == annotated.sentences[own].paragraph else { return nil }
      for verb in sentence.tokens where annotated.tokens[verb].upos == .verb && !isQuoted[verb] {
        if let source = annotated.child(of: verb, .nsubj), !isQuoted[source] { return source }
      }
    }
    return nil
  }
}
