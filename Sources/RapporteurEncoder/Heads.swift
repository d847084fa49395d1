import CRapporteurKernels

/// All heads: from the words' vectors to the reading of a window.
struct Heads: Sendable {
  private let labels: Labels
  private let input: HeadInput
  private let arc: ArcHead
  private let label: LabelHead
  private let names: TagDecoder
  private let attribution: TagDecoder
  private let link: LinkHead
  private let factuality: FactualityHead?
  private let coreference: CoreferenceHead?

  init(_ weights: Safetensors, _ labels: Labels, _ arithmetic: Arithmetic) throws(ModelError) {
    self.labels = labels
    input = try HeadInput(weights, labels, arithmetic)
    label = try LabelHead(weights, labels: labels.deprel.count, arithmetic)
    arc = try ArcHead(weights, labels: label)
    names = TagDecoder(legal: labels.names)
    let tags = labels.attribution.count
    attribution = TagDecoder(
      start: try weights.floats("attribution.start", [tags]),
      transition: try weights.floats("attribution.transition", [tags, tags]))
    link = try LinkHead(weights)
    factuality = input.has(.factualityHidden) ? try FactualityHead(weights) : nil
    coreference =
      input.has(.mention) && input.has(.coreferenceDependent) ? try CoreferenceHead(weights) : nil
  }

  /// Floats that `read` needs.
  func scratchCount(words: Int, longestSentence: Int) -> Int {
    words * input.stride
      + max(
        HeadInput.scratchCount(words: words), ArcHead.scratchCount(words: longestSentence),
        LabelHead.scratchCount, 16 * words, Dimensions.pair)
  }

  /// Reads the word vectors `[words, 384]` of a window with these sentences.
  func read(
    _ set: rk_set, _ vectors: UnsafePointer<Float>, words: Int, sentences: [Range<Int>],
    paragraphStarts: [Int], memory: UnsafeMutablePointer<Float>
  ) -> WindowReading {
    var reading = WindowReading()
    guard words > 0 else { return reading }
    let free = memory + words * input.stride
    input.apply(set, vectors, words: words, to: memory, memory: free)
    let rows = HeadRows(input: input, words: words, memory: memory)
    reading.upos = (0..<words).map { UInt8(rows.best(.upos, word: $0, of: labels.upos.count)) }
    reading.features = (0..<words).map { UInt16(rows.best(.features, word: $0, of: labels.features.count)) }
    reading.lemmas = (0..<words).map { UInt16(rows.best(.lemma, word: $0, of: labels.lemma.count)) }
    reading.heads = sentences.flatMap { arc.heads(set, rows, sentence: $0, memory: free) }
    let arcs = reading.heads.enumerated().map { (word: $0.offset, head: $0.element) }
    reading.deprels = label.labels(set, rows, arcs: arcs, memory: free)
    reading.names = sentences.flatMap { sentence in
      names.best(sentence.count) { rows.segment(.names, word: sentence.lowerBound + $0)[$1] }
    }
    reading.attribution = attributionTags(rows, paragraphStarts)
    reading.links = link.links(
      set, rows, tags: reading.attribution, names: labels.attribution, memory: free)
    reading.factuality = factuality?.values(set, rows, memory: free) ?? []
    reading.antecedents = coreference?.antecedents(set, rows, memory: free) ?? []
    return reading
  }

  /// The best attribution tags; a paragraph doesn't go on with a span of the one before.
  private func attributionTags(_ rows: HeadRows, _ paragraphStarts: [Int]) -> [UInt8] {
    let continues = labels.attribution.map { $0.hasPrefix("I-") }
    var isStart = [Bool](repeating: false, count: rows.words)
    for word in paragraphStarts { isStart[word] = true }
    return attribution.best(rows.words) { word, tag in
      isStart[word] && continues[tag] ? TagDecoder.forbidden : rows.segment(.attribution, word: word)[tag]
    }
  }
}
