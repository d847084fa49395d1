public import RapporteurCore

/// Hands out the reports of one input for the reader; an article without text comes out as an error in its place.
public struct ReportReader {
  /// What messages call the input.
  public var source: String { articles.source }
  /// The format, as given or as told from the content.
  public var format: InputFormat { articles.format }
  private let facts: ReportFacts
  private var articles: ArticleReader

  /// Opens an input; `format` nil means that it is told from the content.
  ///
  /// - Throws: `IngestError` where the input can't be opened at all.
  public init(
    _ input: InputFile, format: InputFormat?, facts: ReportFacts, rules: PageRules
  ) throws(IngestError) {
    self.facts = facts
    articles = try ArticleReader(input, format: format, rules: rules)
  }

  /// The next report, or what was wrong with it; nil at the end.
  public mutating func next() -> Result<Report, IngestError>? {
    guard let outcome = articles.next() else { return nil }
    return outcome.flatMap { article in
      guard article.text.utf8.contains(where: { $0 > 0x20 }) else {
        let source = article.key == source ? source : "\(source): \(article.key)"
        return .failure(IngestError(source: source, reason: .empty))
      }
      return .success(article.report(published: facts.published))
    }
  }

  /// All that is left of the input, as text.
  ///
  /// - Throws: `.tooLarge` where it is more than `limit` bytes, `.binary`, `.invalidUTF8`, `.empty`.
  public mutating func text(limit: Int) throws(IngestError) -> String { try articles.text(limit: limit) }
}
