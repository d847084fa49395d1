/// A window as the encoder sees it: its pieces between `[CLS]` and `[SEP]`.
struct PieceSequence: Sendable {
  /// Indices into the vocabulary.
  private(set) var pieces: [Int32] = []
  /// The letter case of the word each piece belongs to.
  private(set) var cases: [UInt8] = []
  /// For each word, its pieces: at least one.
  private(set) var words: [Range<Int>] = []
  private var runs = WordRuns()

  /// Replaces the sequence by that of the words of `text`.
  mutating func fill(_ text: [String], _ tokenizer: WordPieceTokenizer) {
    pieces.removeAll(keepingCapacity: true)
    cases.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    append(tokenizer.vocabulary.start)
    for word in text {
      let first = pieces.count
      let count = tokenizer.append(word, to: &pieces, memory: &runs)
      words.append(first..<pieces.count)
      cases.append(contentsOf: repeatElement(CaseClass(word).rawValue, count: count))
    }
    append(tokenizer.vocabulary.end)
  }

  private mutating func append(_ special: Int32) {
    pieces.append(special)
    cases.append(CaseClass.lower.rawValue)
  }
}
