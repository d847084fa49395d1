import RapporteurEncoder
import Testing

@Suite struct SpanningTreeTests {
  /// Every assignment of governors to `words` words.
  private func assignments(_ words: Int) -> [[Int]] {
    (0..<words).reduce([[]]) { lists, _ in lists.flatMap { list in (0...words).map { list + [$0] } }
    }
  }

  @Test func aLoopIsOpenedWhereItCostsLeast() {
    // Words 1 and 2 like each other best; the root reaches 2 more cheaply than 1.
    let scores: [[Float]] = [[0, 0, 0], [1, 0, 10], [3, 10, 0]]
    #expect(SpanningTree.best(words: 2) { scores[$0][$1] } == [2, 0])
  }

  @Test func onlyOneWordHangsOnTheRoot() {
    let scores: [[Float]] = [[0, 0, 0, 0], [10, 0, 1, 1], [9, 2, 0, 1], [9, 1, 3, 0]]
    #expect(SpanningTree.best(words: 3) { scores[$0][$1] } == [0, 1, 2])
  }

  @Test func oneWordIsTheRoot() {
    #expect(SpanningTree.best(words: 1) { _, _ in -5 } == [0])
  }

  @Test(arguments: 1...5) func noTreeScoresHigher(words: Int) {
    var random = SeededGenerator(state: UInt64(words))
    let trees = assignments(words).filter(SpanningTree.isTree)
    for _ in 0..<60 {
      let scores = (0...words).map { _ in
        (0...words).map { _ in Float.random(in: -9...9, using: &random) }
      }
      func total(_ heads: [Int]) -> Float {
        heads.indices.reduce(0) { $0 + scores[$1 + 1][heads[$1]] }
      }
      let found = SpanningTree.best(words: words) { scores[$0][$1] }
      #expect(SpanningTree.isTree(found))
      let best = trees.map(total).max() ?? -.infinity
      #expect(abs(total(found) - best) < 1e-3, "\(scores)")
    }
  }

  @Test func aLongSentenceBecomesATree() {
    var random = SeededGenerator(state: 7)
    let scores = (0...200).map { _ in
      (0...200).map { _ in Float.random(in: -9...9, using: &random) }
    }
    #expect(SpanningTree.isTree(SpanningTree.best(words: 200) { scores[$0][$1] }))
  }

  @Test(arguments: [
    ([0, 0], false), ([2, 1], false), ([2, 0], true), ([3, 1, 2, 0], false), ([2, 3, 0], true),
  ])
  func trees(heads: [Int], isTree: Bool) {
    #expect(SpanningTree.isTree(heads) == isTree)
  }
}
