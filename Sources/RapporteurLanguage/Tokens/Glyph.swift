/// What a character is to the tokenizer.
enum Glyph: UInt8, Sendable {
  /// White space, control characters and invisible marks: never part of a token.
  case space
  case capital, small
  /// A letter without case.
  case letter
  case digit
  /// A combining mark or joiner: it stays with what stands before it.
  case mark
  /// `'`, `’` or a grave accent in its place.
  case apostrophe
  /// A hyphen that may stand inside a word.
  case hyphen
  case other

  var isLetter: Bool { self == .small || self == .capital || self == .letter }
  var isWord: Bool { isLetter || self == .digit || self == .mark }

  /// The kind of an ASCII byte.
  @inline(__always)
  init(ascii byte: UInt8) {
    switch byte {
    case 0x61...0x7A: self = .small
    case 0x41...0x5A: self = .capital
    case 0...0x20, 0x7F: self = .space
    case 0x30...0x39: self = .digit
    case 0x27, 0x60: self = .apostrophe
    case 0x2D: self = .hyphen
    default: self = .other
    }
  }

  /// The kind of a character beyond ASCII.
  init(_ value: UInt32) {
    switch value {
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      self = .space
    case 0x2019, 0x02BC, 0xFF07: self = .apostrophe
    case 0x2010, 0x2011: self = .hyphen
    case 0xAD, 0x200C, 0x200D, 0x0300...0x036F, 0xFE00...0xFE0F: self = .mark
    case 0x4E00...0x9FFF, 0x3040...0x30FF, 0xAC00...0xD7A3: self = .letter
    default: self = Unicode.Scalar(value).map(Glyph.init(properties:)) ?? .other
    }
  }

  private init(properties scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: self = .small
    case .uppercaseLetter, .titlecaseLetter: self = .capital
    case .otherLetter, .modifierLetter, .letterNumber: self = .letter
    case .decimalNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: self = .space
    default: self = .other
    }
  }
}
