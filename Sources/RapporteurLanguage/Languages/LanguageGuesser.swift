/// Which language a text is in, and how sure that is.
public struct LanguageGuess: Sendable, Equatable {
  /// The ISO 639-1 code; nil where nothing tells.
  public let code: String?
  /// The winner's share of the evidence against the runner-up, 0 … 1.
  public let confidence: Double

  /// Whether the text is English.
  public var isEnglish: Bool { code == "en" }
}

/// Guesses the language of a text by its script, its function words and a few telling letters.
///
/// A word counts the less, the more languages have it. English wins near ties: headlines have few function
/// words, and an English report may quote another language at length. Looks at the first 24,000 bytes.
public struct LanguageGuesser: Sendable {
  static let sampleBytes = 24_000
  /// How much more evidence than English another language needs.
  static let margin = 1.25

  private let profiles: LanguageProfiles
  private let english: Int

  /// A guesser with the module's own list.
  public init() throws { self.init(profiles: try LanguageProfiles()) }

  /// A guesser with the given profiles.
  public init(profiles: LanguageProfiles) {
    self.profiles = profiles
    english = profiles.profiles.firstIndex { $0.code == "en" } ?? -1
  }

  /// Guesses the language of `text`.
  public func guess(_ text: String) -> LanguageGuess {
    var evidence = Evidence(profiles: profiles)
    var word: [UInt8] = []
    for scalar in text.utf8.prefix(LanguageGuesser.sampleBytes).scalars {
      if evidence.add(letter: scalar.value) {
        UTF8.encode(LanguageGuesser.small(scalar)).map { word.append(contentsOf: $0) }
      } else if scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .spacingMark
      {
        UTF8.encode(scalar).map { word.append(contentsOf: $0) }
      } else if !word.isEmpty {
        evidence.add(word: String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { evidence.add(word: String(decoding: word, as: UTF8.self)) }
    return decide(evidence)
  }

  private func decide(_ evidence: Evidence) -> LanguageGuess {
    guard let script = evidence.script else { return LanguageGuess(code: nil, confidence: 0) }
    let candidates = profiles.profiles.indices.filter { profiles.profiles[$0].script == script }
    let ranked = candidates.sorted { evidence.scores[$0] > evidence.scores[$1] }
    guard let first = ranked.first else { return LanguageGuess(code: nil, confidence: 0) }
    let isLatin = script == .latin
    if isLatin, evidence.scores[first] == 0 { return LanguageGuess(code: nil, confidence: 0) }
    let isClose =
      isLatin && first != english
      && evidence.scores[first] < evidence.scores[english] * LanguageGuesser.margin
    let winner = isClose ? english : first
    let rival = ranked.first { $0 != winner }.map { evidence.scores[$0] } ?? 0
    let won = evidence.scores[winner]
    let confidence = won + rival > 0 ? won / (won + rival) : 1
    if isLatin, winner != english, won - evidence.scores[english] < 3 {
      return LanguageGuess(code: nil, confidence: confidence)
    }
    return LanguageGuess(code: profiles.profiles[winner].code, confidence: confidence)
  }

  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if 0x41...0x5A ~= scalar.value { return Unicode.Scalar(UInt8(scalar.value) | 0x20) }
    guard scalar.value >= 0x80 else { return scalar }
    return scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  /// Counts of what speaks for each language.
  private struct Evidence {
    let profiles: LanguageProfiles
    var scores: [Double]
    private var scripts: [WritingSystem: Int] = [:]
    private var latin = 0

    init(profiles: LanguageProfiles) {
      self.profiles = profiles
      scores = Array(repeating: 0, count: profiles.profiles.count)
    }

    /// The script of most letters; kana anywhere among ideographs means Japanese.
    var script: WritingSystem? {
      var counts = scripts
      counts[.latin] = latin
      if let kana = counts[.kana], let han = counts[.han], kana * 10 > han { counts[.kana] = kana + han }
      // An ideograph says as much as a word of some three letters.
      for script in [WritingSystem.han, .kana] { counts[script] = counts[script].map { $0 * 3 } }
      let best = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
      return best.flatMap { $0.value > 0 ? $0.key : nil }
    }

    /// Whether `value` is a letter; counts it where it tells.
    mutating func add(letter value: UInt32) -> Bool {
      if value < 0x80 {
        guard 0x61...0x7A ~= value | 0x20 else { return false }
        latin += 1
        return true
      }
      guard let script = WritingSystem(value) else { return false }
      scripts[script, default: 0] += 1
      if script == .latin { latin += 1 }
      if let owners = profiles.profilesOfLetter[value] {
        for owner in owners { scores[owner] += 0.5 / Double(owners.count) }
      }
      return true
    }

    mutating func add(word: String) {
      guard let owners = profiles.profilesOfWord[word] else { return }
      for owner in owners { scores[owner] += 1 / Double(owners.count) }
    }
  }
}

extension Substring.UTF8View {
  /// The code points of a prefix, the last of which may be cut short (it is left out).
  fileprivate var scalars: String.UnicodeScalarView { String(decoding: self, as: UTF8.self).unicodeScalars }
}
