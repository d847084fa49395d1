import RapporteurCore

/// Walks once over a text and cuts off one token after the other.
struct TokenCutter {
  let text: TextBytes
  let lexicon: WordLexicon
  private(set) var spans: [TextSpan] = []
  /// Where the next token is looked for.
  var at = 0
  /// Web and mail addresses in the run of visible characters that is being cut, in order.
  private var addresses: [Range<Int>] = []
  private var nextAddress = 0
  /// Up to where `addresses` are known.
  private var addressesEnd = 0
  /// Up to where dotted runs are known not to be web names.
  var plainUntil = 0

  init(text: TextBytes, lexicon: WordLexicon) {
    self.text = text
    self.lexicon = lexicon
    spans.reserveCapacity(text.count / 5)
  }

  mutating func cut() {
    while at < text.count {
      let (kind, length) = text.glyph(at: at)
      if kind == .space {
        at += length
        continue
      }
      if at >= addressesEnd { findAddresses() }
      if nextAddress < addresses.count, addresses[nextAddress].lowerBound <= at {
        cutAddress()
        continue
      }
      switch kind {
      case .capital, .small, .letter, .mark: cutWord(from: at)
      case .digit: cutNumber()
      default: cutSign(kind, length)
      }
    }
  }

  /// Emits `at..<end` and goes on behind it.
  @inline(__always)
  mutating func emit(to end: Int) {
    spans.append(TextSpan(at, end))
    at = end
  }

  /// The end of the marks that follow `offset`.
  @inline(__always)
  func endOfMarks(from offset: Int) -> Int {
    var end = offset
    while end < text.count {
      if text[end] < 0x80 { return end }
      let (kind, length) = text.glyph(at: end)
      if kind != .mark { return end }
      end += length
    }
    return end
  }

  /// The most that a token at `at` may reach: the next address.
  var limit: Int { nextAddress < addresses.count ? addresses[nextAddress].lowerBound : text.count }

  private mutating func findAddresses() {
    addresses.removeAll(keepingCapacity: true)
    nextAddress = 0
    (addresses, addressesEnd) = AddressFinder(text: text).addresses(from: at)
  }

  private mutating func cutAddress() {
    let address = addresses[nextAddress]
    nextAddress += 1
    if address.upperBound > at { emit(to: address.upperBound) }
  }
}
