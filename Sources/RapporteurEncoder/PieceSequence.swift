/// A window as the encoder sees it: its pieces between `[CLS]` and `[SEP]`.
struct PieceSequence: Sendable {
  /// Indices into the vocabulary.
  private(set) var pieces: [Int32] = []
  /// The letter case of the word each piece belongs to.
  private(set) var cases: [UInt8] = []
  /// For each word, its first piece.
  private(set) var firsts: [Int] = []
  private var runs = WordRuns()

  /// Replaces the sequence by that of `words`.
  mutating func fill(_ words: [String], _ tokenizer: WordPieceTokenizer) {
    pieces.removeAll(keepingCapacity: true)
    cases.removeAll(keepingCapacity: true)
    firsts.removeAll(keepingCapacity: true)
    append(tokenizer.vocabulary.start)
    for word in words {
      firsts.append(pieces.count)
      let count = tokenizer.append(word, to: &pieces, memory: &runs)
      cases.append(contentsOf: repeatElement(CaseClass(word).rawValue, count: count))
    }
    append(tokenizer.vocabulary.end)
  }

  private mutating func append(_ special: Int32) {
    pieces.append(special)
    cases.append(CaseClass.lower.rawValue)
  }
}
