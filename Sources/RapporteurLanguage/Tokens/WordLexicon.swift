public import RapporteurCore

/// The words that the tokenizer and the sentence finder must know: abbreviations, prefixes, units and the like.
public struct WordLexicon: Sendable {
  /// A word that is written with a point.
  struct Abbreviation: Sendable {
    /// What must follow for the point to belong to the word.
    enum Condition: String { case any, number, capital }
    let condition: Condition
    /// Whether a sentence may end with it.
    let endsSentence: Bool
  }

  /// What a row of `words.tsv` is about.
  private enum Role: String, CaseIterable {
    case prefix, suffix, unit, contraction, slip, label, web, starter, speech, month, emoticon
  }

  /// By the word without its last point, as written.
  private var abbreviations: [String: Abbreviation] = [:]
  /// Where a word is cut that has no apostrophe: the length of its parts (`cannot`: 3, 3).
  private var contractions: [String: [Int]] = [:]
  private var words: [Role: Set<String>] = [:]
  let longestContraction: Int

  /// Reads the two lists from the module's resources.
  public init() throws {
    let folder = try ResourceFolder(module: "RapporteurLanguage")
    try self.init(
      abbreviations: folder.text(of: "Lexicons/abbreviations.tsv"),
      words: folder.text(of: "Lexicons/words.tsv"))
  }

  /// Reads the lists `abbreviations.tsv` (form, next, ends) and `words.tsv` (role, word, parts).
  public init(abbreviations: String, words: String) throws(LexiconError) {
    for row in try LexiconTable(abbreviations, file: "abbreviations.tsv").rows {
      let next = String(try row.cell("next"))
      guard let condition = Abbreviation.Condition(rawValue: next) else {
        throw row.error("next", .unknownValue(next, allowed: "any, number, capital"))
      }
      self.abbreviations[String(try row.cell("form"))] = Abbreviation(
        condition: condition, endsSentence: try row.cell("ends") == "yes")
    }
    for row in try LexiconTable(words, file: "words.tsv").rows {
      let name = String(try row.cell("role"))
      guard let role = Role(rawValue: name) else {
        let allowed = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.error("role", .unknownValue(name, allowed: allowed))
      }
      let word = String(try row.cell("word"))
      self.words[role, default: []].insert(word)
      if role == .contraction || role == .slip {
        contractions[word] = try row.cell("parts").split(separator: " ").map(\.utf8.count)
      }
    }
    longestContraction = contractions.keys.map(\.utf8.count).max() ?? 0
  }

  /// The lengths of the parts of a word that is two; `im` and the like count only without a capital.
  func parts(of word: String, hasCapital: Bool) -> [Int]? {
    guard let parts = contractions[word] else { return nil }
    return hasCapital && words[.slip]?.contains(word) == true ? nil : parts
  }

  /// What is known of a word without its last point; a word in capitals is looked up with one capital, too.
  func abbreviation(_ word: String) -> Abbreviation? {
    if let known = abbreviations[word] { return known }
    guard word.utf8.count > 1, word.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else { return nil }
    return abbreviations[word.prefix(1) + word.dropFirst().lowercased()]
  }

  /// `non`, `anti`: the hyphen after it stays in the word. All words here are lower-case.
  func isPrefix(_ word: String) -> Bool { words[.prefix]?.contains(word) == true }
  /// `wise`: the hyphen before it stays in the word.
  func isSuffix(_ word: String) -> Bool { words[.suffix]?.contains(word) == true }
  /// `km`, `pm`, `bn`: a word of its own after a number.
  func isUnit(_ word: String) -> Bool { words[.unit]?.contains(word) == true }
  /// `com`, `org`: the end of a web name.
  func isWebEnding(_ word: String) -> Bool { words[.web]?.contains(word) == true }
  /// `the`, `he`, `but`: with a capital it most likely opens a sentence.
  func isStarter(_ word: String) -> Bool { words[.starter]?.contains(word) == true }
  /// `said`, `asked`: what may follow a quoted question inside one sentence.
  func isSpeech(_ word: String) -> Bool { words[.speech]?.contains(word) == true }
  /// `exclusive`, `update`: stands where a dateline might, but names no place.
  func isLabel(_ word: String) -> Bool { words[.label]?.contains(word) == true }
  /// `april`, `oct`: without a point.
  func isMonth(_ word: String) -> Bool { words[.month]?.contains(word) == true }
  /// `:)`.
  func isEmoticon(_ word: String) -> Bool { words[.emoticon]?.contains(word) == true }
}
