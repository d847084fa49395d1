public import RapporteurCore

/// What the command line says about reports that do not say it themselves.
public struct ReportFacts: Sendable {
  /// The publication day.
  public let published: CalendarDate?

  /// Collects the facts.
  public init(published: CalendarDate? = nil) { self.published = published }
}

extension Report {
  /// A report whose text is a whole plain-text file.
  ///
  /// - Throws: `.empty` where the text is white space only.
  public init(plainText text: String, source: String, facts: ReportFacts) throws(IngestError) {
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw IngestError(source: source, reason: .empty) }
    self.init(id: StableID.of(source, text), key: source, published: facts.published, text: text)
  }
}
