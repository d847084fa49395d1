import CRapporteurKernels

/// Chooses the governor of each word: the best arcs, made a tree where they aren't one.
struct ArcHead: Sendable {
  private let scorer: PairScorer

  init(_ weights: Safetensors) throws(ModelError) {
    scorer = try PairScorer(weights, "arc", none: "root", width: Dimensions.arc)
  }

  /// The governors of the words of `sentence` as indices in the window, -1 for the root.
  func heads(
    _ set: rk_set, _ rows: HeadRows, sentence: Range<Int>, memory: UnsafeMutablePointer<Float>
  ) -> [Int] {
    let count = sentence.count
    let columns = (count + 16) & ~15
    let width = scorer.width
    let candidates = memory
    let mapped = candidates + columns * width
    let scores = mapped + count * width
    packCandidates(rows, sentence, into: candidates)
    scorer.map(
      set, rows.segment(.arcDependent, word: sentence.lowerBound), stride: rows.input.stride,
      rows: count,
      to: mapped)
    rk_matrix_multiply(
      set, mapped, width, candidates, 16, 16 * width, nil, scores, columns, count, width,
      columns / 16)
    return decode(scores, columns: columns, count: count).map {
      $0 == 0 ? -1 : sentence.lowerBound + $0 - 1
    }
  }

  /// Floats that a sentence of `words` words needs.
  static func scratchCount(words: Int) -> Int {
    let columns = (words + 16) & ~15
    return (columns + words) * Dimensions.arc + words * columns
  }

  /// Column 0 is the root, column j word j of the sentence; panels of 16 columns.
  private func packCandidates(
    _ rows: HeadRows, _ sentence: Range<Int>, into panels: UnsafeMutablePointer<Float>
  ) {
    let width = scorer.width
    let columns = (sentence.count + 16) & ~15
    panels.update(repeating: 0, count: columns * width)
    for column in 0...sentence.count {
      let vector =
        column == 0
        ? scorer.none.pointer : rows.segment(.arcHead, word: sentence.lowerBound + column - 1)
      let target = panels + column / 16 * 16 * width + column % 16
      for index in 0..<width { target[index * 16] = vector[index] }
    }
  }

  private func decode(_ scores: UnsafePointer<Float>, columns: Int, count: Int) -> [Int] {
    let greedy = (1...count).map { word in
      let row = scores + (word - 1) * columns
      var best = 0
      for head in 1...count where head != word && row[head] > row[best] { best = head }
      return best
    }
    if SpanningTree.isTree(greedy) { return greedy }
    return SpanningTree.best(words: count) { dependent, head in
      scores[(dependent - 1) * columns + head]
    }
  }
}
