/// The scores of all arcs of a sentence, in memory that someone else owns.
///
/// Words are numbered from 1; governor 0 is the root.
struct ArcScores {
  /// `[word - 1, governor]`, rows `columns` apart.
  let values: UnsafeMutablePointer<Float>
  let columns: Int
  let words: Int

  /// A word whose two best governors score almost the same.
  struct Rivals {
    let word: Int
    let best: Int
    let second: Int
  }

  private func row(_ word: Int) -> UnsafeMutablePointer<Float> { values + (word - 1) * columns }

  /// The two best governors of `word`, where they lie less than `margin` apart.
  func rivals(of word: Int, within margin: Float) -> Rivals? {
    let row = row(word)
    var (best, second) = (0, -1)
    for head in 1...words where head != word {
      if row[head] > row[best] {
        (best, second) = (head, best)
      } else if second < 0 || row[head] > row[second] {
        second = head
      }
    }
    guard second >= 0, row[best] - row[second] < margin else { return nil }
    return Rivals(word: word, best: best, second: second)
  }

  /// Makes a governor of `word` less likely.
  func lower(_ word: Int, under head: Int, by amount: Float) { row(word)[head] -= amount }

  /// The governor of each word: the best ones where they make a tree, else the best tree.
  func tree() -> [Int] {
    let greedy = (1...words).map(best)
    if SpanningTree.isTree(greedy) { return greedy }
    return SpanningTree.best(words: words) { dependent, head in row(dependent)[head] }
  }

  private func best(_ word: Int) -> Int {
    let row = row(word)
    var best = 0
    for head in 1...words where head != word && row[head] > row[best] { best = head }
    return best
  }
}
