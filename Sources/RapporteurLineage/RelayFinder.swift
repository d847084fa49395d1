/// Takes reports one by one and says how each hangs on those before it.
///
/// Adding a report costs the same however many there are: every list that is looked at has a limit.
///
/// ```swift
/// var finder = RelayFinder(shelf: MemoryShelf())
/// try finder.add(wire)   // []
/// try finder.add(copy)   // [copy -> wire, relay]
/// ```
public struct RelayFinder<Store: Shelf> {
  /// The most reports that are aligned with a new one.
  static var candidates: Int { 32 }
  /// The fewest fingerprints that make a candidate.
  static var fewestShared: Int { 2 }

  /// Where reports are kept.
  public private(set) var shelf: Store

  /// A finder over what `shelf` holds.
  public init(shelf: Store) { self.shelf = shelf }

  /// Adds a report; the edges between it and those that were added before, the strongest first.
  ///
  /// - Throws: What the shelf throws.
  public mutating func add(_ dispatch: Dispatch) throws(Store.Failure) -> [RelayEdge] {
    let traced = Traced(dispatch)
    let fingerprints = Fingerprints.of(traced.words)
    let (edges, related) = try textual(traced, fingerprints)
    let cited = try citations(of: traced, dispatch, besides: related)
    let number = try shelf.keep(traced)
    try shelf.put(number, under: fingerprints + addresses(traced) + topicKeys(traced, dispatch))
    return edges.sorted { $0.containment > $1.containment } + cited
  }

  // MARK: Shared text

  private mutating func textual(_ traced: Traced, _ fingerprints: [UInt64]) throws(Store.Failure) -> (
    [RelayEdge], Set<Int>
  ) {
    var votes: [Int: Int] = [:]
    for key in fingerprints { for report in try shelf.reports(under: key) { votes[report, default: 0] += 1 } }
    for key in addresses(traced) {
      for report in try shelf.reports(under: key) { votes[report, default: 0] += 1000 }
    }
    var (edges, related) = ([RelayEdge](), Set<Int>())
    for report in best(votes, atLeast: Self.fewestShared, limit: Self.candidates) {
      guard let other = try shelf.traced(report), let edge = Kinship(traced, other).edge() else { continue }
      edges.append(edge)
      related.insert(report)
    }
    return (edges, related)
  }

  private func addresses(_ traced: Traced) -> [UInt64] {
    [traced.uri, traced.canonical].compactMap { $0 }.map { Fingerprints.key("uri", $0) }
  }

  // MARK: Own words that cite

  private mutating func citations(
    of traced: Traced, _ dispatch: Dispatch, besides related: Set<Int>
  ) throws(Store.Failure) -> [RelayEdge] {
    var edges: [RelayEdge] = []
    var cited = related
    let topic = Topic(dispatch.text)
    for name in Citations.candidates(in: dispatch.text) where !traced.isPublished(by: name) {
      if try shelf.reports(under: Fingerprints.key("outlet", name.joined)).isEmpty { continue }
      var votes: [Int: Int] = [:]
      for word in topic.words {
        for report in try shelf.reports(under: Fingerprints.key("topic", name.joined, word)) {
          votes[report, default: 0] += 1
        }
      }
      let needed = max(Topic.fewestShared, Int(Topic.leastShare * Double(topic.words.count)))
      for report in best(votes, atLeast: needed, limit: 1) where !cited.contains(report) {
        guard let other = try shelf.traced(report), isPlausible(traced, after: other) else { continue }
        let share = Alignment(traced.words, other.words).containment
        let reason = "cites \(name.written), whose report shares \(votes[report] ?? 0) of its topic words"
        cited.insert(report)
        edges.append(
          RelayEdge(from: traced.key, to: other.key, kind: .reportsOn, containment: share, reasons: [reason]))
      }
    }
    return edges
  }

  /// A citation means a report that came out before, and not long before.
  private func isPlausible(_ traced: Traced, after other: Traced) -> Bool {
    guard let mine = traced.published, let theirs = other.published else { return true }
    let days = mine.day.daysSinceEpoch - theirs.day.daysSinceEpoch
    return days <= 14 && mine.seconds(after: theirs).map { $0 >= 0 } ?? true
  }

  private func topicKeys(_ traced: Traced, _ dispatch: Dispatch) -> [UInt64] {
    guard let outlet = traced.outlet else { return [] }
    return [Fingerprints.key("outlet", outlet.joined)]
      + Topic(dispatch.text).words.map { Fingerprints.key("topic", outlet.joined, $0) }
  }

  // MARK: Votes

  /// The reports with the most votes; the older where votes are equal.
  private func best(_ votes: [Int: Int], atLeast least: Int, limit: Int) -> [Int] {
    let enough = votes.filter { $0.value >= least }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return enough.prefix(limit).map(\.key)
  }
}
