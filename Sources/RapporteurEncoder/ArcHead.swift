import CRapporteurKernels

/// Chooses the governor of each word: the best arcs, made a tree where they aren't one.
///
/// Where a word's two best governors are close, the relation has a say: the one under which no relation fits well falls
/// behind (arc and label chosen together, as in Dozat and Manning's labelled scores).
struct ArcHead: Sendable {
  /// Scores of arcs (natural logarithms) this close are in doubt.
  private static let doubt: Float = 2

  private let scorer: PairScorer
  private let labels: LabelHead

  init(_ weights: Safetensors, labels: LabelHead) throws(ModelError) {
    scorer = try PairScorer(weights, "arc", none: "root", width: Dimensions.arc)
    self.labels = labels
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
      set, rows.segment(.arcDependent, word: sentence.lowerBound), stride: rows.input.stride, rows: count,
      to: mapped)
    rk_matrix_multiply(
      set, mapped, width, candidates, 16, 16 * width, nil, scores, columns, count, width, columns / 16)
    let table = ArcScores(values: scores, columns: columns, words: count)
    weigh(set, rows, table, sentence, memory: scores + count * columns)
    return table.tree().map { ArcHead.word($0, in: sentence) }
  }

  /// The word of a column, -1 for the root.
  private static func word(_ column: Int, in sentence: Range<Int>) -> Int {
    column == 0 ? -1 : sentence.lowerBound + column - 1
  }

  /// Takes from the governors in doubt what their relations are less certain than the rival's.
  private func weigh(
    _ set: rk_set, _ rows: HeadRows, _ table: ArcScores, _ sentence: Range<Int>,
    memory: UnsafeMutablePointer<Float>
  ) {
    let rivals = (1...table.words).compactMap { table.rivals(of: $0, within: ArcHead.doubt) }
    let arcs = rivals.flatMap { rival in
      [rival.best, rival.second].map {
        (word: sentence.lowerBound + rival.word - 1, head: ArcHead.word($0, in: sentence))
      }
    }
    let certainties = labels.certainties(set, rows, arcs: arcs, memory: memory)
    for (index, rival) in rivals.enumerated() {
      let (first, second) = (certainties[2 * index], certainties[2 * index + 1])
      table.lower(rival.word, under: rival.best, by: max(0, second - first))
      table.lower(rival.word, under: rival.second, by: max(0, first - second))
    }
  }

  /// Floats that a sentence of `words` words needs.
  static func scratchCount(words: Int) -> Int {
    let columns = (words + 16) & ~15
    return (columns + words) * Dimensions.arc + words * columns + LabelHead.scratchCount
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
        column == 0 ? scorer.none.pointer : rows.segment(.arcHead, word: sentence.lowerBound + column - 1)
      let target = panels + column / 16 * 16 * width + column % 16
      for index in 0..<width { target[index * 16] = vector[index] }
    }
  }
}
