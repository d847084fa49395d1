/// Up to 16 lower-cased bytes of a word, packed so that words compare as numbers.
struct PackedWord: Hashable, Sendable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0
  private(set) var count: UInt8 = 0

  /// The empty word.
  init() {}

  /// Packs a lower-cased word; words of more than 16 bytes are equal where their first 16 bytes and lengths are.
  init(_ word: some Sequence<UInt8>) {
    for byte in word { append(byte) }
  }

  /// Adds one byte, ASCII capitals lower-cased.
  mutating func append(_ byte: UInt8) {
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    if count < 8 {
      high = high << 8 | UInt64(lower)
    } else if count < 16 {
      low = low << 8 | UInt64(lower)
    }
    if count < 255 { count += 1 }
  }
}

/// A run of letters, a run of digits, or one sign of a report.
///
/// The reader cuts the text itself, so that no rule depends on how a tokenizer treats `mid-March` or `9am`.
struct TimeAtom: Sendable {
  /// What the atom is made of.
  enum Kind: UInt8, Sendable { case word, number, sign }

  /// What it is made of.
  var kind: Kind
  /// The UTF-8 offsets.
  var span: Range<Int32>
  /// Whether white space stands before it.
  var isSpaced: Bool
  /// Whether an empty line, or nothing at all, stands before it.
  var startsParagraph: Bool
  /// Whether the first letter is a capital.
  var isCapital = false
  /// Whether all letters are capitals.
  var isAllCapital = false
  /// The number; -1 where it is no number or has more than nine digits.
  var number: Int = -1
  /// The sign as ASCII (all dashes are `-`, all quotation marks `"` or `'`); 0 for other signs and kinds.
  var sign: UInt8 = 0
  /// The word in lower case.
  var key = PackedWord()
  /// The index of the word in the lexicon; 0 for a word that it does not hold.
  var entry: Int32 = 0

  /// How many digits or letters.
  var length: Int { span.count }
}

/// Cuts a text into atoms, in one pass over its bytes.
struct TimeAtomizer {
  let lexicon: TimeLexicon

  /// The atoms of `text`, in order.
  func atoms(of text: String) -> [TimeAtom] {
    var copy = text
    return copy.withUTF8 { bytes in
      var atoms: [TimeAtom] = []
      atoms.reserveCapacity(bytes.count / 5 + 8)
      var state = Gap()
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        switch ByteClass(bytes, index) {
        case .space(let width):
          state.add(newline: byte == 0x0A)
          index += width
        case .letter: index = word(bytes, index, &atoms, &state)
        case .digit: index = number(bytes, index, &atoms, &state)
        case .sign(let sign, let width):
          var atom = state.atom(.sign, index..<(index + width))
          atom.sign = sign
          atoms.append(atom)
          index += width
        }
      }
      return atoms
    }
  }

  private func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ atoms: inout [TimeAtom], _ gap: inout Gap
  ) -> Int {
    var key = PackedWord()
    var index = start
    var capitals = 0
    while index < bytes.count, case .letter = ByteClass(bytes, index) {
      if (0x41...0x5A).contains(bytes[index]) { capitals += 1 }
      key.append(bytes[index])
      index += 1
    }
    var atom = gap.atom(.word, start..<index)
    atom.isCapital = (0x41...0x5A).contains(bytes[start])
    atom.isAllCapital = capitals == index - start
    atom.key = key
    atom.entry = lexicon.index(of: key)
    atoms.append(atom)
    return index
  }

  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ atoms: inout [TimeAtom], _ gap: inout Gap
  ) -> Int {
    var value = 0
    var index = start
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      if index - start < 9 { value = value * 10 + Int(bytes[index] - 0x30) }
      index += 1
    }
    var atom = gap.atom(.number, start..<index)
    atom.number = index - start <= 9 ? value : -1
    atoms.append(atom)
    return index
  }

  /// What stands between two atoms.
  private struct Gap {
    private var isSpace = true
    private var newlines = 2

    mutating func add(newline: Bool) {
      isSpace = true
      if newline { newlines += 1 }
    }

    mutating func atom(_ kind: TimeAtom.Kind, _ range: Range<Int>) -> TimeAtom {
      defer {
        isSpace = false
        newlines = 0
      }
      return TimeAtom(
        kind: kind, span: Int32(range.lowerBound)..<Int32(range.upperBound), isSpaced: isSpace,
        startsParagraph: newlines > 1)
    }
  }
}

/// What a byte of UTF-8 text opens.
private enum ByteClass {
  case space(width: Int)
  case letter
  case digit
  case sign(UInt8, width: Int)

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let byte = bytes[index]
    switch byte {
    case 0x00...0x20: self = .space(width: 1)
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xC0:
      self = ByteClass.latin(bytes[index + 1])
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      self = ByteClass.punctuation(bytes[index + 2])
    case 0x80...0xFF: self = .letter
    default: self = .sign(byte, width: 1)
    }
  }

  /// U+0080…U+00BF: the no-break space, the half sign, and other signs.
  private static func latin(_ second: UInt8) -> ByteClass {
    switch second {
    case 0xA0: .space(width: 2)
    case 0xBD: .sign(0x48, width: 2)
    default: .sign(0, width: 2)
    }
  }

  /// U+2000…U+203F: spaces, dashes and quotation marks.
  private static func punctuation(_ third: UInt8) -> ByteClass {
    switch third {
    case 0x80...0x8B, 0xAF: .space(width: 3)
    case 0x90...0x95: .sign(0x2D, width: 3)
    case 0x98...0x9B: .sign(0x27, width: 3)
    case 0x9C...0x9F: .sign(0x22, width: 3)
    default: .sign(0, width: 3)
    }
  }
}
