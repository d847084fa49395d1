import RapporteurCore

/// Finds the words by which a report says why it leaves a name out.
struct AnonymityReason {
  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  /// The reason behind the grant at `token`, else before it in its sentence, else what the source was not allowed to do.
  func reason(near token: Int) -> [TextSpan] {
    let sentence = annotated.sentence(of: token).tokens
    for index in (token + 1)..<max(token + 1, sentence.upperBound) {
      if let found = reason(at: index) { return found }
    }
    let own = lackOfLeave(in: sentence, near: token)
    if !own.isEmpty { return own }
    for index in (sentence.lowerBound..<token).reversed() where isPlain(index) {
      if let found = reason(at: index), found.allSatisfy({ $0.end <= annotated.tokens[token].span.start }) {
        return found
      }
    }
    return lackOfLeaveNext(to: sentence)
  }

  private func reason(at index: Int) -> [TextSpan]? {
    guard let start = start(at: index) else { return nil }
    let found = words(from: start, governedFrom: index)
    return found.isEmpty ? nil : found
  }

  /// Words that introduce nothing but reasons, and so may stand before the grant.
  private func isPlain(_ index: Int) -> Bool {
    ["because", "citing", "fearing"].contains(annotated.lower(index))
  }

  // MARK: Leave

  /// "who was not authorised to speak and asked not to be named": from "not" to the end of the clause.
  private func lackOfLeave(in sentence: Range<Int>, near token: Int) -> [TextSpan] {
    guard let verb = sentence.first(where: { lacksLeave($0) && abs($0 - token) < 20 }) else { return [] }
    let clause = annotated.subtree(of: verb) {
      [.conj, .cc, .nsubj, .aux, .cop].contains(annotated.tokens[$0].relation)
        && annotated.tokens[$0].head == verb
    }
    return annotated.spans(of: annotated.trimmed(clause)).prefix(1).map { $0 }
  }

  /// "… asked not to be named. He was not authorised to speak": the sentence behind gives the reason.
  private func lackOfLeaveNext(to sentence: Range<Int>) -> [TextSpan] {
    guard sentence.upperBound < annotated.tokens.count else { return [] }
    let next = annotated.sentence(of: sentence.upperBound).tokens
    guard let first = next.first, ["he", "she", "they"].contains(annotated.lower(first)) else { return [] }
    return lackOfLeave(in: next.prefix(8), near: next.lowerBound)
  }

  private func lacksLeave(_ index: Int) -> Bool {
    let form = annotated.lower(index)
    return AnonymityWords.leave.contains { form.hasPrefix($0) }
      && annotated.children(of: index).contains { child in
        annotated.tokens[child].features.isNegative
          || ["not", "n't", "n\u{2019}t"].contains(annotated.lower(child))
      }
      && annotated.children(of: index, .xcomp, .ccomp, .obl).contains { clause in
        annotated.tokens[clause].relation != .obl
          || annotated.children(of: clause).contains { annotated.lower($0) == "to" }
      }
  }

  // MARK: Words

  /// Where the reason begins, if the word at `index` introduces one.
  private func start(at index: Int) -> Int? {
    let count = annotated.tokens.count
    func word(_ offset: Int) -> String { index + offset < count ? annotated.lower(index + offset) : "" }
    switch word(0) {
    case "because", "owing", "due": return word(1) == "of" || word(1) == "to" ? index + 2 : index + 1
    case "since", "as": return annotated.tokens[index].relation == .mark ? index + 1 : nil
    case "citing", "given": return index + 1
    case "fearing": return index
    case "for":
      return ["fear", "fears", "security", "safety"].contains(word(1))
        || [1, 2, 3].contains { ["reasons", "reason", "safety", "security"].contains(word($0)) }
        || annotated.tokens[index].relation == .mark ? index + 1 : nil
    case "out", "on", "over", "amid", "in": return phrase(at: index, word(0), word(1), word(2))
    case "under":
      return ["rules", "law", "laws", "policy", "rule", "code", "regulations"].contains { name in
        (1...5).contains { word($0) == name }
      } ? index + 1 : nil
    case "so": return word(1) == "that" || word(1) == "as" ? index : nil
    case "lest": return index
    case "to":
      return annotated.tokens[index].relation == .mark && isPurpose(index) && !tellsLeave(index) ? index : nil
    default: return nil
    }
  }

  /// "in order to", "in line with", "out of fear", "on the grounds that", "over fears".
  private func phrase(at index: Int, _ first: String, _ second: String, _ third: String) -> Int? {
    switch (first, second, third) {
    case ("in", "order", "to"): index + 2
    case ("in", "line", "with"), ("in", "keeping", "with"), ("in", "accordance", "with"): index + 3
    case ("in", "view", "of"), ("in", "light", "of"): index + 3
    case ("out", "of", "fear"), ("out", "of", "concern"), ("out", "of", "respect"): index + 2
    case ("on", "the", "grounds"), ("on", "the", "ground"): index + 4
    case ("on", "grounds", _): index + 3
    case ("over", "fears", _), ("over", "concerns", _), ("amid", "fears", _): index + 1
    default: nil
    }
  }

  /// "authorised to speak": the infinitive belongs to the leave.
  private func tellsLeave(_ index: Int) -> Bool {
    guard let verb = annotated.tokens[index].head, let above = annotated.tokens[verb].head else {
      return false
    }
    return AnonymityWords.leave.contains { annotated.lower(above).hasPrefix($0) }
  }

  private func isPurpose(_ index: Int) -> Bool {
    guard let verb = annotated.tokens[index].head else { return false }
    return annotated.tokens[verb].relation == .advcl || annotated.tokens[verb].relation == .acl
      || ["discuss", "describe", "speak", "talk", "protect", "avoid", "share", "disclose"].contains(
        annotated.tokens[verb].lemma)
  }

  /// From `start` to the end of the phrase that its introducing word belongs to.
  private func words(from start: Int, governedFrom marker: Int) -> [TextSpan] {
    let sentence = annotated.sentence(of: marker).tokens
    let word = annotated.tokens[marker]
    let isOwnHead = word.relation == .advcl || word.relation == .acl
    let phrase = isOwnHead ? marker : word.head ?? marker
    let covered = Set(annotated.subtree(of: phrase))
    var first = aside(at: start, in: sentence)
    while first < sentence.upperBound, annotated.tokens[first].upos == .punct, covered.contains(first) {
      first += 1
    }
    var last = first
    while last < sentence.upperBound, covered.contains(last) { last += 1 }
    while last > first, annotated.tokens[last - 1].upos == .punct, !annotated.isQuotationMark(last - 1) {
      last -= 1
    }
    return last > first ? [annotated.span(of: first..<last)] : []
  }

  /// "because, the paper said, his station …": behind the words between two commas.
  private func aside(at start: Int, in sentence: Range<Int>) -> Int {
    guard start < sentence.upperBound, annotated.tokens[start].form == ",",
      let end = ((start + 1)..<sentence.upperBound).first(where: { annotated.tokens[$0].form == "," }),
      end - start < 8
    else { return start }
    return end + 1
  }
}
