/// How a form becomes its lemma: `case/0|/N|SUFFIX` or `=WORD`, as the model's labels write it.
///
/// The case says what is edited: `l` the lower-cased form, `k` the form as it stands, `c` the lower-cased form,
/// then Capitalised, `u` the lower-cased form, then UPPER-CASED.
/// Source: Straka 2018, <https://aclanthology.org/K18-2020>.
public enum LemmaScript: Sendable, Equatable {
  /// What letters the edit works on.
  public enum LetterCase: Character, Sendable { case lower = "l", keep = "k", capitalised = "c", upper = "u" }

  /// The lemma, whatever the form is.
  case word(String)
  /// Code points dropped and added in front, then at the back.
  case edit(LetterCase, dropFront: Int, addFront: String, dropBack: Int, addBack: String)

  /// Reads a script; nil where it isn't one.
  public init?(_ script: String) {
    if script.hasPrefix("=") {
      self = .word(String(script.dropFirst()))
      return
    }
    let parts = script.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 1, let letterCase = LetterCase(rawValue: parts[0].first ?? " "),
      let front = LemmaScript.edit(parts[1]), let back = LemmaScript.edit(parts[2])
    else { return nil }
    self = .edit(letterCase, dropFront: front.0, addFront: front.1, dropBack: back.0, addBack: back.1)
  }

  /// The lemma of `form`; a form shorter than the cut keeps nothing of itself.
  public func lemma(of form: String) -> String {
    switch self {
    case .word(let word): return word
    case .edit(let letterCase, let dropFront, let addFront, let dropBack, let addBack):
      let base = letterCase == .keep ? form : LemmaScript.lowercased(form)
      if dropFront == 0, dropBack == 0, addFront.isEmpty, addBack.isEmpty {
        return LemmaScript.cased(base, letterCase)
      }
      let stem = base.unicodeScalars.dropFirst(dropFront).dropLast(dropBack)
      return LemmaScript.cased(addFront + String(stem) + addBack, letterCase)
    }
  }

  /// Most forms are small already and need no copy.
  private static func lowercased(_ form: String) -> String {
    form.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x20...0x40 ~= $0 } ? form : form.lowercased()
  }

  private static func cased(_ word: String, _ letterCase: LetterCase) -> String {
    switch letterCase {
    case .lower, .keep: word
    case .upper: word.uppercased()
    case .capitalised: word.prefix(1).uppercased() + word.dropFirst().lowercased()
    }
  }

  private static func edit(_ text: Substring) -> (Int, String)? {
    let sides = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, let count = Int(sides[0]), count >= 0 else { return nil }
    return (count, String(sides[1]))
  }
}
