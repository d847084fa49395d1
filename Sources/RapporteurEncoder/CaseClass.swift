/// How a word's letters are cased: the uncased vocabulary loses it, so the encoder adds it back.
///
/// The raw value is the row of `embeddings.case.weight`.
package enum CaseClass: UInt8, Sendable {
  /// No capital, or no letter.
  case lower = 0
  /// One capital, in front (`Kabul`, `I`).
  case title = 1
  /// Two letters or more, all capitals.
  case upper = 2
  /// Any other mix (`McDonald`).
  case mixed = 3
  /// A decimal digit anywhere; it decides first.
  case digit = 4
  /// Letters of a script without case.
  case caseless = 5

  /// The class of a word.
  package init(_ word: String) {
    var letters = 0
    var cased = 0
    var capitals = 0
    var startsCapital = false
    for scalar in word.unicodeScalars {
      let kind = LetterKind(scalar)
      if kind == .digit {
        self = .digit
        return
      }
      if kind == .other { continue }
      letters += 1
      if kind == .letter { continue }
      if cased == 0 { startsCapital = kind == .capital }
      cased += 1
      if kind == .capital { capitals += 1 }
    }
    self = CaseClass.of(
      letters: letters, cased: cased, capitals: capitals, startsCapital: startsCapital)
  }

  private static func of(letters: Int, cased: Int, capitals: Int, startsCapital: Bool) -> CaseClass
  {
    if letters == 0 { return .lower }
    if cased == 0 { return .caseless }
    if capitals == 0 { return .lower }
    if capitals == cased { return capitals > 1 ? .upper : .title }
    return capitals == 1 && startsCapital ? .title : .mixed
  }
}

/// What a character counts as when the case of a word is read.
private enum LetterKind {
  case digit, capital, small, letter, other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A: self = .capital
    case 0x61...0x7A: self = .small
    case 0..<0x80: self = .other
    default: self = LetterKind(beyondASCII: scalar)
    }
  }

  private init(beyondASCII scalar: Unicode.Scalar) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber: self = .digit
    case .uppercaseLetter: self = .capital
    case .lowercaseLetter: self = .small
    case .titlecaseLetter, .otherLetter: self = .letter
    case .modifierLetter: self = properties.isLowercase ? .small : .letter
    default: self = .other
    }
  }
}
