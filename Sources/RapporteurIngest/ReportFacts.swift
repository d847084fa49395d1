public import RapporteurCore

/// What the command line says about reports that do not say it themselves.
public struct ReportFacts: Sendable {
  /// The publication day.
  public let published: CalendarDate?

  /// Collects the facts.
  public init(published: CalendarDate? = nil) { self.published = published }
}

extension Article {
  /// An article whose text is a whole plain-text file.
  ///
  /// - Throws: `.empty` where the text is white space only.
  init(plainText text: String, source: String) throws(IngestError) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw IngestError(source: source, reason: .empty) }
    self.init(key: source, text: text)
  }
}

extension Report {
  /// A report whose text is a whole plain-text file.
  ///
  /// - Throws: `.empty` where the text is white space only.
  public init(plainText text: String, source: String, facts: ReportFacts) throws(IngestError) {
    self = try Article(plainText: text, source: source).report(published: facts.published)
  }
}
