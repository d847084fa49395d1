import RapporteurCore

/// Finds speakers' labels: "Marran: We left." of interviews, transcripts and stacks of headlines.
struct SpeakerLabels {
  let annotated: AnnotatedReport
  let actors: ActorTable

  /// A label with what is said behind it.
  struct Label {
    /// The words of the label; nobody stands behind a bare "Q".
    let source: Range<Int>?
    /// The name of whoever answers behind a bare "A".
    let speaker: Range<Int>?
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
      label(pair.0, colon: pair.1, name: name, count: counts[name] ?? 0)
    }
  }

  /// The colon behind a label of at most five words that opens a sentence.
  private func colon(in sentence: Range<Int>) -> Int? {
    let reach = sentence.prefix(6)
    guard let colon = reach.first(where: { annotated.tokens[$0].form == ":" }), colon > sentence.lowerBound,
      colon + 1 < sentence.upperBound
    else { return nil }
    let words = sentence.lowerBound..<colon
    let isLetter = words.count == 1 && ["Q", "A"].contains(annotated.tokens[words.lowerBound].form)
    let areNames =
      isLetter || words.allSatisfy { [.propn, .noun, .adj, .adp, .det].contains(annotated.tokens[$0].upos) }
    guard areNames, annotated.tokens[words.lowerBound].form.first?.isUppercase == true else { return nil }
    return colon
  }

  private func label(_ sentence: Sentence, colon: Int, name: String, count: Int) -> Label? {
    let words = sentence.tokens.lowerBound..<colon
    let paragraph = annotated.paragraph(of: sentence.tokens.lowerBound)
    let opens = paragraph.lowerBound == sentence.tokens.lowerBound
    let isTurn = opens && (count > 1 && ["Q", "A"].contains(name) || count > 2)
    guard isTurn || isSpeaker(words, isRepeated: count > 1) else { return nil }
    let isTranscript = opens && count > 1
    let end = isTranscript ? paragraph.upperBound : sentence.tokens.upperBound
    let content = annotated.ranges(of: spoken(in: (colon + 1)..<end, isTranscript: isTranscript))
    if content.isEmpty { return nil }
    return Label(
      source: isTurn && name == "Q" ? nil : words,
      speaker: isTurn && name == "A" ? firstPerson(before: words) : namesake(of: words, name),
      colon: colon, content: content, isTranscript: isTranscript)
  }

  /// The actor whose name the label repeats where the model tagged no name: an outlet before its questions.
  private func namesake(of label: Range<Int>, _ name: String) -> Range<Int>? {
    if label.contains(where: { !actors.actors(headedBy: $0).isEmpty }) { return nil }
    let heads = actors.actors.lazy.filter { $0.name == name }.compactMap { $0.mentions.first?.head }
    return heads.first.map { $0..<($0 + 1) }
  }

  /// The person whom the report names first: whom an interview introduces answers its questions.
  private func firstPerson(before label: Range<Int>) -> Range<Int>? {
    let heads = actors.actors.lazy.filter { $0.kind == .person && $0.anonymity == .named }
      .compactMap { $0.mentions.first?.head }
    return heads.min().flatMap { $0 < label.lowerBound ? $0..<($0 + 1) : nil }
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
        source: label.source.map { [$0] } ?? [], cue: [label.colon..<(label.colon + 1)],
        content: label.content,
        head: label.colon,
        rule: "speaker:label", standsAlone: true, complement: .clause, cueName: "say")
      draft.isTranscript = label.isTranscript
      draft.speaker = label.speaker.map { [$0] } ?? []
      draft.response = answer(label)
      for index in drafts.indices where isSame(drafts[index], label) { drop(index) }
      append(draft)
    }
  }

  /// "Marran: No." denies what she was asked; "Yes.", "That's true." confirm it.
  private func answer(_ label: SpeakerLabels.Label) -> Claim.Response? {
    guard label.isTranscript, let first = label.content.first?.lowerBound else { return nil }
    let sentence = (first..<annotated.sentence(of: first).tokens.upperBound).filter {
      annotated.tokens[$0].upos != .punct
    }
    let words = sentence.map(annotated.lower)
    let isWhole = label.content.allSatisfy {
      annotated.sentenceIndex(of: $0.upperBound - 1) == annotated.sentenceIndex(of: first)
    }
    if words.count == 1, isWhole {
      switch words.first {
      case "no": return .denied
      case "yes": return .confirmed
      default: break
      }
    }
    guard words.count < 5 else { return nil }
    let isNegated = words.contains { ["not", "n't", "n’t"].contains($0) }
    if words.contains(where: ["true", "correct", "right"].contains) {
      return isNegated ? .denied : .confirmed
    }
    if words.contains(where: ["false", "untrue", "nonsense", "lie", "wrong"].contains) {
      return isNegated ? nil : .denied
    }
    return nil
  }

  /// Whether the model tagged the label as a source or the colon as a cue, or the words as a free quotation.
  private func isSame(_ draft: ClaimDraft, _ label: SpeakerLabels.Label) -> Bool {
    if draft.isDropped { return false }
    if draft.cue.contains(where: { $0.contains(label.colon) }) { return true }
    return draft.cue.isEmpty
      && draft.content.contains { range in label.content.contains { $0.overlaps(range) } }
  }
}
