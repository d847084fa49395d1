/// Numbers that look random and are the same for the same seed. Source: SplitMix64, Steele et al. 2014.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts from a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A sample of fixed size from a stream of unknown length, each item as likely as any other.
///
/// Source: Vitter 1985, algorithm R. Memory grows with the sample, not with the stream.
public struct Reservoir<Item: Sendable>: Sendable {
  /// The sample so far, in no meaningful order.
  public private(set) var items: [(order: Int, item: Item)] = []
  private let size: Int
  private var seen = 0
  private var generator: SeededGenerator

  /// An empty sample of at most `size` items.
  public init(size: Int, seed: UInt64) {
    self.size = size
    generator = SeededGenerator(seed: seed)
  }

  /// Offers the next item of the stream.
  public mutating func offer(_ item: Item) {
    let order = seen
    seen += 1
    if items.count < size {
      items.append((order, item))
    } else {
      let place = Int.random(in: 0..<seen, using: &generator)
      if place < size { items[place] = (order, item) }
    }
  }

  /// The sample in the order of the stream.
  public var inOrder: [Item] { items.sorted { $0.order < $1.order }.map(\.item) }
}
