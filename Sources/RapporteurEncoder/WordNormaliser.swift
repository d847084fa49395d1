/// Cuts a word into lower-cased runs without accents, as BERT's uncased models expect.
///
/// Control characters vanish; white space parts runs; a punctuation mark or an ideograph is a run of its own.
/// Source: Devlin et al. 2019, <https://github.com/google-research/bert>, `tokenization.py`, `BasicTokenizer`.
struct WordNormaliser: Sendable {
  private let bases: [UInt32: [Unicode.Scalar]]

  init() {
    var bases: [UInt32: [Unicode.Scalar]] = [:]
    for entry in canonicalBases.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
      guard let from = UInt32(sides[0], radix: 16) else {
        preconditionFailure("canonicalBases: '\(entry)'")
      }
      bases[from] = sides[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
        .compactMap(Unicode.Scalar.init)
    }
    self.bases = bases
  }

  /// Appends the runs of `word` to `runs`, each as UTF-8 with its number of characters.
  func append(_ word: String, to runs: inout WordRuns) {
    var word = word
    let isASCII = word.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      for byte in bytes { appendASCII(byte, to: &runs) }
      return true
    }
    if !isASCII {
      let scalars = word.unicodeScalars
      for index in scalars.indices {
        let isSigma = scalars[index].value == 0x3A3 && WordNormaliser.endsWord(scalars, at: index)
        append(isSigma ? "\u{3C2}" : scalars[index], to: &runs)
      }
    }
    runs.close()
  }

  /// Whether a capital sigma there is lowered to the letter's final form.
  ///
  /// Source: The Unicode Standard, section 3.13, `Final_Sigma`.
  private static func endsWord(_ scalars: String.UnicodeScalarView, at index: String.Index) -> Bool
  {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[scalars.index(after: index)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
  }

  private func appendASCII(_ byte: UInt8, to runs: inout WordRuns) {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: runs.add(byte)
    case 0x41...0x5A: runs.add(byte | 0x20)
    case 0x20, 0x09, 0x0A, 0x0D: runs.close()
    case 0x21...0x7E:
      runs.close()
      runs.add(byte)
      runs.close()
    default: break
    }
  }

  private func append(_ scalar: Unicode.Scalar, to runs: inout WordRuns) {
    if scalar.value < 0x80 { return appendASCII(UInt8(scalar.value), to: &runs) }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned: return
    default: break
    }
    if scalar.value == 0xFFFD { return }
    if scalar.properties.isWhitespace { return runs.close() }
    if 0xAC00...0xD7A3 ~= scalar.value {
      for part in WordNormaliser.hangul(scalar) { runs.add(part) }
    } else if let base = bases[scalar.value] {
      for part in base { appendDecomposed(part, to: &runs) }
    } else {
      appendDecomposed(scalar, to: &runs)
    }
  }

  private func appendDecomposed(_ scalar: Unicode.Scalar, to runs: inout WordRuns) {
    if scalar.value < 0x80 { return appendASCII(UInt8(scalar.value), to: &runs) }
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return }
    if WordNormaliser.isPunctuation(properties.generalCategory)
      || WordNormaliser.isIdeograph(scalar.value)
    {
      runs.close()
      runs.add(scalar)
      return runs.close()
    }
    if properties.isWhitespace { return runs.close() }
    if properties.changesWhenLowercased {
      for part in properties.lowercaseMapping.unicodeScalars { runs.add(part) }
    } else {
      runs.add(scalar)
    }
  }

  private static func isPunctuation(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  /// The blocks of CJK ideographs that BERT cuts into single signs.
  private static func isIdeograph(_ code: UInt32) -> Bool {
    guard code >= 0x3400 else { return false }
    return switch code {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
      0x2B740...0x2B81F, 0x2B820...0x2CEAF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  /// A Hangul syllable as its two or three letters. Source: The Unicode Standard, section 3.12.
  private static func hangul(_ syllable: Unicode.Scalar) -> [Unicode.Scalar] {
    let index = syllable.value - 0xAC00
    let codes = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
    return codes.filter { $0 != 0x11A7 }.compactMap(Unicode.Scalar.init)
  }
}

/// Runs of normalised text, end to end in one buffer that is used again for each word.
struct WordRuns: Sendable {
  /// One run: where its UTF-8 lies and how many characters it has.
  struct Run: Equatable, Sendable {
    let range: Range<Int>
    let characters: Int
  }

  private(set) var utf8: [UInt8] = []
  private(set) var runs: [Run] = []
  private var start = 0
  private var characters = 0

  /// Forgets all runs, keeps the memory.
  mutating func removeAll() {
    utf8.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    start = 0
    characters = 0
  }

  mutating func add(_ ascii: UInt8) {
    utf8.append(ascii)
    characters += 1
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    characters += 1
  }

  /// Ends the run; nothing happens where it is empty.
  mutating func close() {
    if utf8.count > start { runs.append(Run(range: start..<utf8.count, characters: characters)) }
    start = utf8.count
    characters = 0
  }
}
