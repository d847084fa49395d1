/// The numbers, words and signs of a date as it is written.
struct MomentWords {
  enum Word: Equatable {
    /// Its value and how many digits it has.
    case number(Int, Int)
    /// In small letters, without its point.
    case word(String)
    case sign(Character)
  }

  let list: [Word]

  /// Cuts the first 400 characters of `text`; white space separates.
  init(_ text: String) {
    var list: [Word] = []
    var digits = ""
    var letters = ""
    func flush() {
      if let value = Int(digits) { list.append(.number(value, digits.count)) }
      if !letters.isEmpty { list.append(.word(letters)) }
      digits = ""
      letters = ""
    }
    for character in text.prefix(400) {
      if let byte = character.asciiValue, (0x30...0x39).contains(byte) {
        if !letters.isEmpty { flush() }
        digits.append(character)
        if digits.count > 14 { digits = "" }
      } else if character.isLetter {
        if !digits.isEmpty { flush() }
        letters += character.lowercased()
      } else {
        flush()
        if !character.isWhitespace { list.append(.sign(character)) }
      }
    }
    flush()
    self.list = list
  }

  func number(_ index: Int) -> (value: Int, digits: Int)? {
    guard list.indices.contains(index), case .number(let value, let digits) = list[index] else { return nil }
    return (value, digits)
  }

  func word(_ index: Int) -> String? {
    guard list.indices.contains(index), case .word(let word) = list[index] else { return nil }
    return word
  }

  func sign(_ index: Int) -> Character? {
    guard list.indices.contains(index), case .sign(let sign) = list[index] else { return nil }
    return sign
  }

  func isSign(_ index: Int, _ sign: Character) -> Bool { self.sign(index) == sign }

  /// What may stand between the parts of a date: `,`, `-`, `.`, `of`, `th`.
  func isFiller(_ index: Int) -> Bool {
    if let sign = sign(index) { return sign == "," || sign == "-" || sign == "." || sign == "/" }
    if let word = word(index) { return ["of", "th", "st", "nd", "rd", "the"].contains(word) }
    return false
  }

  /// 1…12 for an English name of a month or its first three letters (or `sept`), and for the whole names that other
  /// languages' pages write.
  func month(_ index: Int) -> Int? {
    guard let word = word(index), word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november",
      "december",
    ]
    return (names.firstIndex { $0 == word || ($0.prefix(3) == word) }.map { $0 + 1 })
      ?? MomentWords.foreignMonths[word]
  }

  /// German, French, Spanish, Italian, Portuguese and Dutch names. Source: Unicode CLDR 46, months, wide format.
  private static let foreignMonths: [String: Int] = {
    let names = [
      "januar janvier enero gennaio janeiro januari", "februar février febrero febbraio fevereiro februari",
      "märz mars marzo março maart", "avril abril aprile", "mai mayo maggio maio mei",
      "juni juin junio giugno junho",
      "juli juillet julio luglio julho", "août agosto augustus", "septembre septiembre settembre setembro",
      "oktober octobre octubre ottobre outubro", "novembre noviembre novembro",
      "dezember décembre diciembre dicembre dezembro december",
    ]
    return Dictionary(
      names.enumerated().flatMap { month, words in words.split(separator: " ").map { (String($0), month + 1) }
      },
      uniquingKeysWith: { first, _ in first })
  }()
}
