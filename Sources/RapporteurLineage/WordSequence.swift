/// The words of a text as numbers, so that texts are compared without regard to case, punctuation and typography.
///
/// Each word is 32 bits: 31 bits of a hash, and the lowest bit for "stands inside quotation marks".
public struct WordSequence: Sendable, Hashable {
  /// One number for each word.
  public let codes: [UInt32]
  /// How many words stand outside quotation marks.
  public let ownCount: Int

  /// Takes words that were kept.
  public init(codes: [UInt32]) {
    self.codes = codes
    ownCount = codes.count { $0 & 1 == 0 }
  }

  /// Reads the words of a text; a word is a run of letters and digits.
  public init(_ text: String) {
    var scanner = WordScanner()
    for scalar in text.unicodeScalars { scanner.take(scalar) }
    scanner.endWord()
    self.init(codes: scanner.codes)
  }

  /// The number of words.
  public var count: Int { codes.count }

  /// The word at `index` without its quotation mark bit.
  func word(_ index: Int) -> UInt32 { codes[index] >> 1 }

  /// Whether the word at `index` is the report's own, not quoted.
  func isOwn(_ index: Int) -> Bool { codes[index] & 1 == 0 }
}

/// Cuts words and keeps track of quotation marks; a mark that is never closed ends with its paragraph.
private struct WordScanner {
  var codes: [UInt32] = []
  private var hash: UInt32 = WordScanner.start
  private var length = 0
  private var isQuoted = false

  /// FNV-1a, 32 bits.
  private static let start: UInt32 = 0x811c_9dc5

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: add(scalar.value)
    case 0x41...0x5A: add(scalar.value + 32)
    case 0x27, 0x2019, 0xAD: break  // an apostrophe or a soft hyphen stands inside its word
    case 0x0A:
      endWord()
      isQuoted = false
    case 0x201C:
      endWord()
      isQuoted = true
    case 0x22, 0x201D, 0x201E, 0xAB, 0xBB:
      endWord()
      isQuoted.toggle()
    default:
      if scalar.value > 0x7F, scalar.properties.isAlphabetic {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower.value) }
      } else {
        endWord()
      }
    }
  }

  mutating func endWord() {
    if length > 0 { codes.append(hash << 1 | (isQuoted ? 1 : 0)) }
    hash = WordScanner.start
    length = 0
  }

  private mutating func add(_ value: UInt32) {
    hash = (hash ^ value) &* 0x0100_0193
    length += 1
  }
}
