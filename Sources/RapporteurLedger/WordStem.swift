/// The first six letters of a word, packed into one number so that two events' words are compared fast.
///
/// Without their last letters "attacks" and "attacked" are one. Different beginnings are different numbers as long as they
/// are ASCII; others are hashed.
struct WordStem: Hashable, Sendable {
  private let bits: UInt64

  /// How many scalars of a word count.
  private static let length = 6
  /// Words that are shorter tell nothing, unless they are numbers.
  private static let least = 5

  /// The longer words and the numbers of a text, each once.
  ///
  /// Example: `"Three drones hit 2 boats"` gives the stems of "three", "drones", "boats" and "2".
  static func all(in text: String) -> Set<WordStem> {
    var stems: Set<WordStem> = []
    var word = Word()
    for scalar in text.unicodeScalars {
      if word.add(scalar) { continue }
      if let stem = word.stem { stems.insert(stem) }
      word = Word()
    }
    if let stem = word.stem { stems.insert(stem) }
    return stems
  }

  /// A word on its way.
  private struct Word {
    private var bits: UInt64 = 0
    private var count = 0
    private var isNumber = true

    /// Takes a letter or a digit, in lower case; false where the word is over.
    mutating func add(_ scalar: Unicode.Scalar) -> Bool {
      let value = scalar.value
      switch value {
      case 0x30...0x39: take(UInt64(value))
      case 0x61...0x7A: takeLetter(UInt64(value))
      case 0x41...0x5A: takeLetter(UInt64(value + 0x20))
      case 0x80...:
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
        takeLetter(UInt64(scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value))
      default: return false
      }
      return true
    }

    private mutating func takeLetter(_ value: UInt64) {
      isNumber = false
      take(value)
    }

    private mutating func take(_ value: UInt64) {
      count += 1
      if count <= WordStem.length {
        bits = value < 0x80 ? bits << 8 | value : (bits << 8 | value) &* 0x9E37_79B9_7F4A_7C15
      }
    }

    /// The stem, where the word is long enough or a number.
    var stem: WordStem? {
      count >= WordStem.least || isNumber && count > 0 ? WordStem(bits: bits) : nil
    }
  }
}
