/// The best dependency tree of a sentence under scores for each arc.
///
/// Words are numbered from 1; node 0 is the root above the sentence, and exactly one word hangs on it.
/// Sources: Chu and Liu 1965, Edmonds 1967 (the contraction of cycles); McDonald et al. 2005,
/// <https://aclanthology.org/H05-1066> (their use in parsing).
package struct SpanningTree {
  /// The nodes: words and root.
  private let count: Int
  /// `[dependent * count + head]`, scores of the best real arc between two nodes as they stand.
  private var scores: [Double]
  /// For each pair the real arc behind its score, as `dependent * count + head`.
  private var arcs: [Int32]
  /// The nodes that aren't swallowed by a cycle.
  private var live: [Int]
  /// For each word the node that it is part of.
  private var owner: [Int]

  /// The governor of each word 1…n (element 0 is word 1's), each 0…n, under `scores[dependent][head]`.
  ///
  /// - Parameters:
  ///   - words: n, at least 1.
  ///   - score: The finite score of the arc from `head` (0…n) to `dependent` (1…n).
  package static func best(words: Int, score: (_ dependent: Int, _ head: Int) -> Float) -> [Int] {
    var tree = SpanningTree(words: words, score: score)
    return tree.solve()
  }

  /// Whether `heads` (as `best` gives them) hang together as one tree under one root word.
  package static func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    var state = [UInt8](repeating: 0, count: heads.count + 1)
    state[0] = 2
    for word in 1...heads.count {
      var node = word
      while state[node] == 0 {
        state[node] = 1
        node = heads[node - 1]
      }
      if state[node] == 1 { return false }
      node = word
      while state[node] == 1 {
        state[node] = 2
        node = heads[node - 1]
      }
    }
    return true
  }

  /// Copies the scores; arcs from the root pay a fee higher than any other gain, so the best tree has one.
  private init(words: Int, score: (Int, Int) -> Float) {
    count = words + 1
    scores = [Double](repeating: -.infinity, count: count * count)
    arcs = [Int32](repeating: 0, count: count * count)
    live = Array(0..<count)
    owner = Array(0..<count)
    var (lowest, highest) = (Double.infinity, -Double.infinity)
    for dependent in 1..<count {
      for head in 0..<count where head != dependent {
        let value = Double(score(dependent, head))
        precondition(value.isFinite)
        scores[dependent * count + head] = value
        arcs[dependent * count + head] = Int32(dependent * count + head)
        lowest = min(lowest, value)
        highest = max(highest, value)
      }
    }
    let fee = (highest - lowest + 1) * Double(count)
    for dependent in 1..<count { scores[dependent * count] -= fee }
  }

  /// A cycle that became one node, with what is needed to open it again.
  private struct Contraction {
    let node: Int
    let cycle: [Int]
    /// The real arc that entered each member inside the cycle.
    let inner: [Int32]
    /// Which node each word was part of before.
    let owner: [Int]
  }

  private mutating func solve() -> [Int] {
    var contractions: [Contraction] = []
    var entering = [Int32](repeating: 0, count: count)
    while true {
      let best = bestHeads()
      for node in live where node != 0 { entering[node] = arcs[node * count + best[node]] }
      guard let cycle = cycle(in: best) else { break }
      contractions.append(
        Contraction(node: cycle[0], cycle: cycle, inner: cycle.map { entering[$0] }, owner: owner))
      contract(cycle, best)
    }
    for contraction in contractions.reversed() {
      let arc = entering[contraction.node]
      let opened = contraction.owner[Int(arc) / count]
      for (member, inner) in zip(contraction.cycle, contraction.inner) { entering[member] = inner }
      entering[opened] = arc
    }
    return (1..<count).map { Int(entering[$0]) % count }
  }

  private func bestHeads() -> [Int] {
    var best = [Int](repeating: 0, count: count)
    for node in live where node != 0 {
      var top = live.first { $0 != node } ?? 0
      for head in live
      where head != node && scores[node * count + head] > scores[node * count + top] {
        top = head
      }
      best[node] = top
    }
    return best
  }

  private func cycle(in heads: [Int]) -> [Int]? {
    var seen = [Int](repeating: 0, count: count)
    for (round, start) in live.enumerated() where start != 0 {
      var node = start
      while node != 0, seen[node] == 0 {
        seen[node] = round + 1
        node = heads[node]
      }
      guard node != 0, seen[node] == round + 1 else { continue }
      var members = [node]
      while heads[members[members.count - 1]] != node {
        members.append(heads[members[members.count - 1]])
      }
      return members
    }
    return nil
  }

  /// Makes the cycle one node, which takes the number of its first member.
  private mutating func contract(_ cycle: [Int], _ best: [Int]) {
    let node = cycle[0]
    let members = Set(cycle)
    let outside = live.filter { !members.contains($0) }
    let inner = cycle.map { scores[$0 * count + best[$0]] }
    for other in outside {
      keepBestEntry(from: other, into: cycle, inner: inner)
      if other != 0 { keepBestExit(to: other, from: cycle) }
    }
    live = live.filter { $0 == node || !members.contains($0) }
    for word in owner.indices where members.contains(owner[word]) { owner[word] = node }
  }

  private mutating func keepBestEntry(from head: Int, into cycle: [Int], inner: [Double]) {
    var (top, arc) = (-Double.infinity, arcs[cycle[0] * count + head])
    for (member, cost) in zip(cycle, inner) where scores[member * count + head] - cost > top {
      top = scores[member * count + head] - cost
      arc = arcs[member * count + head]
    }
    scores[cycle[0] * count + head] = top
    arcs[cycle[0] * count + head] = arc
  }

  private mutating func keepBestExit(to dependent: Int, from cycle: [Int]) {
    for member in cycle.dropFirst()
    where scores[dependent * count + member] > scores[dependent * count + cycle[0]] {
      scores[dependent * count + cycle[0]] = scores[dependent * count + member]
      arcs[dependent * count + cycle[0]] = arcs[dependent * count + member]
    }
  }
}
