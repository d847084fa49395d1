/// The common runs of two texts, found word by word.
///
/// Runs are taken greedily from left to right, the longest at each word; no word of either text is used twice.
/// Source: Wise 1993, "Running Karp-Rabin matching and greedy string tiling", in one pass.
public struct Alignment: Sendable {
  /// The fewest words of a run.
  static let shortestRun = 4

  /// How many of the shorter text's words stand in common runs.
  public let matched: Int
  /// The same, words outside quotation marks only.
  public let matchedOwn: Int
  /// The same, within the first half of the shorter text's own words.
  public let matchedEarlyOwn: Int
  /// The longest run, in words outside quotation marks.
  public let longestOwnRun: Int
  /// The own words of the shorter text.
  public let ownCount: Int
  /// All words of the shorter text.
  public let count: Int

  /// The share of the shorter text's own words that the other has too, 0…1.
  public var containment: Double { ownCount == 0 ? 0 : Double(matchedOwn) / Double(ownCount) }

  /// The same for the first half of the shorter text, 0…1.
  public var earlyContainment: Double {
    ownCount == 0 ? 0 : min(1, Double(matchedEarlyOwn) / (Double(ownCount) / 2))
  }

  /// Aligns two texts; which of them is named first makes no difference.
  public init(_ a: WordSequence, _ b: WordSequence) {
    let (short, long) = a.ownCount <= b.ownCount ? (a, b) : (b, a)
    var tiling = Tiling(short, long)
    tiling.run()
    matched = tiling.matched
    matchedOwn = tiling.matchedOwn
    matchedEarlyOwn = tiling.matchedEarlyOwn
    longestOwnRun = tiling.longestOwnRun
    ownCount = short.ownCount
    count = short.count
  }
}

/// One pass over the shorter text.
private struct Tiling {
  let short: WordSequence
  let long: WordSequence
  /// Where each run of three words begins in the longer text.
  let places: [UInt64: [Int32]]
  var isUsed: [Bool]
  var ownSeen = 0
  var matched = 0
  var matchedOwn = 0
  var matchedEarlyOwn = 0
  var longestOwnRun = 0

  /// The most places that are tried for one word; a phrase that is more frequent says little.
  static let tries = 32

  init(_ short: WordSequence, _ long: WordSequence) {
    self.short = short
    self.long = long
    isUsed = Array(repeating: false, count: long.count)
    var places: [UInt64: [Int32]] = [:]
    for index in 0..<max(0, long.count - 2) {
      places[Tiling.triple(long, index), default: []].append(Int32(index))
    }
    self.places = places
  }

  mutating func run() {
    var index = 0
    while index < short.count {
      let (place, length) = longestRun(at: index)
      if length >= Alignment.shortestRun { take(index, place, length) } else { pass(index) }
      index += length >= Alignment.shortestRun ? length : 1
    }
  }

  private func longestRun(at index: Int) -> (place: Int, length: Int) {
    guard index + 3 <= short.count, let starts = places[Tiling.triple(short, index)] else { return (0, 0) }
    var best = (place: 0, length: 0)
    for start in starts.prefix(Tiling.tries) {
      let length = runLength(index, Int(start))
      if length > best.length { best = (Int(start), length) }
    }
    return best
  }

  private func runLength(_ index: Int, _ place: Int) -> Int {
    var length = 0
    while index + length < short.count, place + length < long.count, !isUsed[place + length],
      short.word(index + length) == long.word(place + length)
    { length += 1 }
    return length
  }

  private mutating func take(_ index: Int, _ place: Int, _ length: Int) {
    var own = 0
    for step in 0..<length {
      isUsed[place + step] = true
      guard short.isOwn(index + step) else { continue }
      own += 1
      if ownSeen * 2 < short.ownCount { matchedEarlyOwn += 1 }
      ownSeen += 1
    }
    matched += length
    matchedOwn += own
    longestOwnRun = max(longestOwnRun, own)
  }

  private mutating func pass(_ index: Int) { if short.isOwn(index) { ownSeen += 1 } }

  private static func triple(_ words: WordSequence, _ index: Int) -> UInt64 {
    Fingerprints.mixed(
      Fingerprints.mixed(UInt64(words.word(index)) << 32 | UInt64(words.word(index + 1)))
        ^ UInt64(words.word(index + 2)))
  }
}
