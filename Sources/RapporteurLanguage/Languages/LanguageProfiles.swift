public import RapporteurCore

/// What tells languages apart: their script, their function words and a few letters.
public struct LanguageProfiles: Sendable {
  struct Profile: Sendable {
    let code: String
    let script: WritingSystem
  }

  let profiles: [Profile]
  /// For each word the profiles that have it.
  let profilesOfWord: [String: [Int]]
  /// For each telling letter the profiles that have it.
  let profilesOfLetter: [UInt32: [Int]]

  /// Reads the module's own list.
  public init() throws {
    let text = try ResourceFolder(module: "RapporteurLanguage").text(of: "Lexicons/languages.tsv")
    try self.init(text)
  }

  /// Reads `languages.tsv`: code, script, letters, words.
  public init(_ text: String) throws(LexiconError) {
    var profiles: [Profile] = []
    var words: [String: [Int]] = [:]
    var letters: [UInt32: [Int]] = [:]
    for row in try LexiconTable(text, file: "languages.tsv").rows {
      let name = String(try row.cell("script"))
      guard let script = WritingSystem(rawValue: name) else {
        let allowed = WritingSystem.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.error("script", .unknownValue(name, allowed: allowed))
      }
      for word in try row.cell("words").split(separator: " ") {
        words[String(word), default: []].append(profiles.count)
      }
      for letter in try row.cell("letters").unicodeScalars {
        letters[letter.value, default: []].append(profiles.count)
      }
      profiles.append(Profile(code: String(try row.cell("code")), script: script))
    }
    self.profiles = profiles
    profilesOfWord = words
    profilesOfLetter = letters
  }
}
