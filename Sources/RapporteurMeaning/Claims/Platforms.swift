import RapporteurCore

/// Where sources speak and write: `platforms.tsv`.
struct Platforms: Sendable {
  /// A place to speak or write.
  struct Platform: Sendable {
    let name: String
    let prepositions: Set<String>
    let medium: Claim.Medium?
  }

  private let platforms: [String: Platform]

  init(_ table: LexiconTable) throws(LexiconError) {
    var found: [String: Platform] = [:]
    for row in table.rows {
      let prepositions = try row.cell("prepositions").split(separator: "|", omittingEmptySubsequences: false)
      let platform = Platform(
        name: String(try row.cell("name")), prepositions: Set(prepositions.map(String.init)),
        medium: try row.optionalValue("medium"))
      for words in try row.words("words") { found[words] = platform }
    }
    platforms = found
  }

  /// The platform that the objects and adjuncts of a cue name; nil where they name none.
  func platform(at cue: Int, in annotated: AnnotatedReport) -> Platform? {
    for noun in annotated.children(of: cue, .obl, .obj, .iobj, .nmod) {
      if let platform = platform(named: noun, in: annotated) { return platform }
    }
    return nil
  }

  private func platform(named noun: Int, in annotated: AnnotatedReport) -> Platform? {
    let preposition = annotated.caseWord(of: noun) ?? ""
    let parts = annotated.children(of: noun, .compound, .amod, .flat).filter { abs($0 - noun) <= 3 } + [noun]
    let words = parts.sorted().map(annotated.lower)
    for first in words.indices {
      if let platform = platforms[words[first...].joined(separator: " ")] {
        return platform.prepositions.contains(preposition) ? platform : nil
      }
    }
    return nil
  }
}
