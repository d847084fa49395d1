import RapporteurCore

/// Finds speakers' labels: "Marran: We left." of interviews, transcripts and stacks of headlines.
struct SpeakerLabels {
  let annotated: AnnotatedReport
  let actors: ActorTable

  /// A label with what is said behind it.
  struct Label {
    let source: Range<Int>
    let colon: Int
    let content: [Range<Int>]
    /// Whether the words are given as they were spoken, as in an interview.
    let isTranscript: Bool
  }

  /// All labels, in text order.
  func labels() -> [Label] {
    let found = annotated.sentences.compactMap { sentence in colon(in: sentence.tokens).map { (sentence, $0) }
    }
    let names = found.map { annotated.text(of: annotated.span(of: $0.0.tokens.lowerBound..<$0.1)) }
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(found, names).compactMap { pair, name in
      label(pair.0, colon: pair.1, isRepeated: (counts[name] ?? 0) > 1)
    }
  }

  /// The colon behind a label of at most five words that opens a sentence.
  private func colon(in sentence: Range<Int>) -> Int? {
    let reach = sentence.prefix(6)
    guard let colon = reach.first(where: { annotated.tokens[$0].form == ":" }), colon > sentence.lowerBound,
      colon + 1 < sentence.upperBound
    else { return nil }
    let words = sentence.lowerBound..<colon
    let areNames = words.allSatisfy { [.propn, .noun, .adj, .adp, .det].contains(annotated.tokens[$0].upos) }
    guard areNames, annotated.tokens[words.lowerBound].form.first?.isUppercase == true else { return nil }
    return colon
  }

  private func label(_ sentence: Sentence, colon: Int, isRepeated: Bool) -> Label? {
    let words = sentence.tokens.lowerBound..<colon
    guard isSpeaker(words, isRepeated: isRepeated) else { return nil }
    let paragraph = annotated.paragraph(of: sentence.tokens.lowerBound)
    let opens = paragraph.lowerBound == sentence.tokens.lowerBound
    let isTranscript = opens && isRepeated
    let end = isTranscript ? paragraph.upperBound : sentence.tokens.upperBound
    let content = annotated.ranges(of: spoken(in: (colon + 1)..<end, isTranscript: isTranscript))
    return content.isEmpty
      ? nil : Label(source: words, colon: colon, content: content, isTranscript: isTranscript)
  }

  /// Whether the label names somebody who can speak; a country in capitals heads a section.
  private func isSpeaker(_ words: Range<Int>, isRepeated: Bool) -> Bool {
    let isShouted = words.allSatisfy { token in
      let form = annotated.tokens[token].form
      return form == form.uppercased()
    }
    if isShouted && !isRepeated { return false }
    let hasPreposition = words.contains { annotated.tokens[$0].upos == .adp }
    guard isRepeated || !hasPreposition else { return false }
    return [annotated.topToken(of: words), words.upperBound - 1].contains { token in
      actors.actors(headedBy: token).contains { actors.actor($0).kind != .state }
    }
  }

  /// The words without remarks of the editors in brackets and, for a headline, without its full stop.
  private func spoken(in tokens: Range<Int>, isTranscript: Bool) -> [Int] {
    var depth = 0
    var found: [Int] = []
    for token in tokens {
      let form = annotated.tokens[token].form
      if form == "(" || form == "[" { depth += 1 }
      if depth == 0 { found.append(token) }
      if form == ")" || form == "]" { depth = max(0, depth - 1) }
    }
    return isTranscript ? found : annotated.trimmed(found)
  }
}

extension AnnotatedReport {
  /// The tokens of the paragraph that holds a token.
  func paragraph(of token: Int) -> Range<Int> {
    let own = sentenceIndex(of: token)
    let paragraph = sentences[own].paragraph
    var first = own
    while first > 0, sentences[first - 1].paragraph == paragraph { first -= 1 }
    var last = own
    while last + 1 < sentences.count, sentences[last + 1].paragraph == paragraph { last += 1 }
    return sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
  }
}

extension ClaimAssembly {
  /// Makes each label a claim, or completes the claim that the model tagged there.
  mutating func add(_ labels: [SpeakerLabels.Label]) {
    for label in labels {
      var draft = ClaimDraft(
        source: [label.source], cue: [label.colon..<(label.colon + 1)], content: label.content,
        head: label.colon,
        rule: "speaker:label", standsAlone: true, complement: .clause, cueName: "say")
      draft.isTranscript = label.isTranscript
      draft.response = answer(label)
      for index in drafts.indices where isSame(drafts[index], label) { drop(index) }
      append(draft)
    }
  }

  /// "Marran: No." denies what she was asked; "Yes." confirms it.
  private func answer(_ label: SpeakerLabels.Label) -> Claim.Response? {
    guard label.isTranscript, let first = label.content.first?.lowerBound, first + 1 < annotated.tokens.count,
      annotated.tokens[first + 1].upos == .punct
    else { return nil }
    switch annotated.lower(first) {
    case "no": return .denied
    case "yes": return .confirmed
    default: return nil
    }
  }

  /// Whether the model tagged the label as a source or the colon as a cue, or the words as a free quotation.
  private func isSame(_ draft: ClaimDraft, _ label: SpeakerLabels.Label) -> Bool {
    if draft.isDropped { return false }
    if draft.cue.contains(where: { $0.contains(label.colon) }) { return true }
    return draft.cue.isEmpty
      && draft.content.contains { range in label.content.contains { $0.overlaps(range) } }
  }
}
