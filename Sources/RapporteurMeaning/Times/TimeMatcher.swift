import RapporteurCore

/// A thing found in the atoms, and the index of the atom after it.
struct Found<Value> {
  var value: Value
  var end: Int

  init(_ value: Value, _ end: Int) {
    self.value = value
    self.end = end
  }
}

/// Finds time expressions in the atoms of one paragraph.
///
/// Every rule is a function from an index to what stands there, or nil; rules call each other, and the longest
/// reading of a place wins. No rule looks back further than its neighbour, so that the whole is linear.
struct TimeMatcher {
  let lexicon: TimeLexicon
  let atoms: [TimeAtom]
  /// The atoms of the paragraph; nothing outside it is seen.
  let bounds: Range<Int>
  let register: TimeRegister
  /// The day that a message is written on; unused for reports.
  var reference: CalendarDate?

  private static let blank = TimeWord()

  /// The atom at `i`, or nil outside the paragraph.
  func atom(_ i: Int) -> TimeAtom? { bounds.contains(i) ? atoms[i] : nil }

  /// What the lexicon says of the word at `i`.
  func word(_ i: Int) -> TimeWord {
    guard bounds.contains(i), atoms[i].entry > 0 else { return TimeMatcher.blank }
    return lexicon.words[Int(atoms[i].entry)]
  }

  /// The keyword at `i`.
  func keyword(_ i: Int) -> TimeKeyword? { word(i).keyword }

  /// Whether one of the keywords stands at `i`.
  func isKeyword(_ i: Int, _ keywords: TimeKeyword...) -> Bool {
    guard let keyword = keyword(i) else { return false }
    return keywords.contains(keyword)
  }

  /// Whether `sign` stands at `i`.
  func isSign(_ i: Int, _ sign: Character) -> Bool {
    guard let atom = atom(i), atom.kind == .sign else { return false }
    return atom.sign == sign.asciiValue
  }

  /// Whether the atom at `i` follows the one before without a space.
  func isJoined(_ i: Int) -> Bool { atom(i).map { !$0.isSpaced } ?? false }

  /// The index after an optional hyphen at `i`.
  func skipHyphen(_ i: Int) -> Int { isSign(i, "-") ? i + 1 : i }

  /// The index after an optional comma at `i`.
  func skipComma(_ i: Int) -> Int { isSign(i, ",") ? i + 1 : i }

  /// The index after an optional keyword at `i`.
  func skip(_ i: Int, _ keywords: TimeKeyword...) -> Int {
    guard let keyword = keyword(i) else { return i }
    return keywords.contains(keyword) ? i + 1 : i
  }

  /// The index after `'s` at `i`, or nil.
  func possessive(_ i: Int) -> Int? {
    isSign(i, "'") && isJoined(i) && isKeyword(i + 1, .s) && isJoined(i + 1) ? i + 2 : nil
  }

  /// The best of several readings: the longest, the first of equals.
  func longest(_ readings: TimeExpression?...) -> TimeExpression? {
    var best: TimeExpression?
    for case let reading? in readings where reading.atoms.upperBound > best?.atoms.upperBound ?? -1 {
      best = reading
    }
    return best
  }

  /// An expression over the atoms from `start` up to `end`.
  func expression(
    _ start: Int, _ end: Int, _ meaning: TimeMeaning, _ modifier: String? = nil
  ) -> TimeExpression {
    TimeExpression(atoms: start..<end, meaning: meaning, modifier: modifier)
  }
}
