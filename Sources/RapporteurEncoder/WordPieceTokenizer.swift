/// Cuts words into word pieces of the uncased vocabulary.
///
/// Each run of a word is cut greedily, longest piece first; a run that can't be cut, or that has more than 100
/// characters, becomes `[UNK]`, and so does a word of no run. At most 16 pieces of a word are kept.
/// Source: Devlin et al. 2019, <https://arxiv.org/abs/1810.04805>.
package struct WordPieceTokenizer: Sendable {
  /// The most pieces that one word keeps.
  package static let maximumPiecesOfWord = 16
  /// The most characters of a run that is cut.
  static let maximumCharacters = 100

  let vocabulary: Vocabulary
  private let normaliser = WordNormaliser()

  /// A tokenizer over the pieces of `vocabulary.txt` at `path`.
  package init(vocabularyPath path: String) throws(ModelError) {
    vocabulary = try Vocabulary(path: path)
  }

  /// The pieces of one word: 1 to 16 indices into the vocabulary.
  package func pieces(of word: String) -> [Int32] {
    var memory = WordRuns()
    var found: [Int32] = []
    append(word, to: &found, memory: &memory)
    return found
  }

  /// Appends the pieces of one word; `memory` is used again from word to word. Returns how many they are.
  @discardableResult
  func append(_ word: String, to found: inout [Int32], memory: inout WordRuns) -> Int {
    memory.removeAll()
    normaliser.append(word, to: &memory)
    let first = found.count
    for run in memory.runs where found.count - first < WordPieceTokenizer.maximumPiecesOfWord {
      cut(run, of: memory.utf8, into: &found)
    }
    if found.count == first { found.append(vocabulary.unknown) }
    let extra = found.count - first - WordPieceTokenizer.maximumPiecesOfWord
    if extra > 0 { found.removeLast(extra) }
    return found.count - first
  }

  private func cut(_ run: WordRuns.Run, of text: [UInt8], into found: inout [Int32]) {
    guard run.characters <= WordPieceTokenizer.maximumCharacters else {
      found.append(vocabulary.unknown)
      return
    }
    let first = found.count
    var start = run.range.lowerBound
    while start < run.range.upperBound {
      guard
        let (piece, end) = longest(
          in: text[start..<run.range.upperBound], isFirst: found.count == first)
      else {
        found.removeLast(found.count - first)
        found.append(vocabulary.unknown)
        return
      }
      found.append(piece)
      start = end
    }
  }

  /// The longest piece at the front of `rest`, and where it ends.
  ///
  /// A piece never ends inside a character: pieces are whole UTF-8 sequences, so their bytes can't match there.
  private func longest(in rest: ArraySlice<UInt8>, isFirst: Bool) -> (piece: Int32, end: Int)? {
    var best: (Int32, Int)?
    var hash = Vocabulary.emptyHash
    for end in rest.indices.prefix(vocabulary.longest) {
      hash = Vocabulary.hash(hash, rest[end])
      let bytes = rest[rest.startIndex...end]
      if let piece = vocabulary.piece(bytes, hash: hash, continuation: !isFirst) {
        best = (piece, end + 1)
      }
    }
    return best
  }
}
