/// Finds the best sequence of tags under scores for each word and for each pair of neighbours.
///
/// Source: Viterbi 1967; Lafferty et al. 2001 for the scores.
package struct TagDecoder: Sendable {
  /// A score so low that no legal path is worse.
  static let forbidden: Float = -1e9

  private let count: Int
  private let start: [Float]
  /// `[from * count + to]`.
  private let transition: [Float]

  /// A decoder with learned scores: `start` has one for each tag, `transition` is `[from, to]`.
  package init(start: [Float], transition: [Float]) {
    precondition(transition.count == start.count * start.count)
    count = start.count
    self.start = start.map { max($0, TagDecoder.forbidden) }
    self.transition = transition.map { max($0, TagDecoder.forbidden) }
  }

  /// A decoder that only keeps to the rules of BIO tags: `I-X` follows `B-X` or `I-X`.
  package init(legal tags: [String]) {
    let start: [Float] = tags.map { $0.hasPrefix("I-") ? TagDecoder.forbidden : 0 }
    let transition: [Float] = tags.flatMap { from in
      tags.map { to -> Float in
        let continues = from != "O" && from.dropFirst(2) == to.dropFirst(2)
        return to.hasPrefix("I-") && !continues ? TagDecoder.forbidden : 0
      }
    }
    self.init(start: start, transition: transition)
  }

  /// The best tags for `length` words; `score` gives a word's score for a tag. Ties go to the earlier tag.
  package func best(_ length: Int, score: (_ word: Int, _ tag: Int) -> Float) -> [UInt8] {
    guard length > 0 else { return [] }
    var paths = (0..<count).map { start[$0] + score(0, $0) }
    var origins = [UInt8](repeating: 0, count: length * count)
    var next = paths
    for word in 1..<max(length, 1) {
      for tag in 0..<count {
        let from = bestOrigin(of: tag, paths)
        origins[word * count + tag] = UInt8(from)
        next[tag] = paths[from] + transition[from * count + tag] + score(word, tag)
      }
      swap(&paths, &next)
    }
    var tag = firstMaximum(paths)
    var tags = [UInt8](repeating: UInt8(tag), count: length)
    for word in stride(from: length - 1, to: 0, by: -1) {
      tag = Int(origins[word * count + tag])
      tags[word - 1] = UInt8(tag)
    }
    return tags
  }

  private func bestOrigin(of tag: Int, _ paths: [Float]) -> Int {
    var best = 0
    for from in 1..<count
    where paths[from] + transition[from * count + tag] > paths[best]
      + transition[best * count + tag]
    {
      best = from
    }
    return best
  }

  private func firstMaximum(_ values: [Float]) -> Int {
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    return best
  }
}
