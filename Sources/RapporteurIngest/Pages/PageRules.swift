import RapporteurCore

/// The word lists that the reading of pages needs.
public struct PageRules: Sendable {
  let hints: PageHintTable
  let phrases: PagePhrases

  /// Loads the lists from the module's resources.
  ///
  /// - Throws: `ResourceError` or `LexiconError`.
  public init() throws {
    self.init(
      hints: try PageHintTable(PageRules.table("page-hints.tsv")),
      phrases: try PagePhrases(PageRules.table("page-phrases.tsv")))
  }

  private init(hints: PageHintTable, phrases: PagePhrases) {
    self.hints = hints
    self.phrases = phrases
  }

  private static func table(_ file: String) throws -> LexiconTable {
    let folder = try ResourceFolder(module: "RapporteurIngest")
    return try LexiconTable(folder.text(of: "Lexicons/\(file)"), file: file)
  }
}
