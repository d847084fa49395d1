public import RapporteurCore

extension Report {
  /// A report from one line of JSON Lines: `{"id", "text", "title"?, "published"?, "uri"?, "outlet"?, "authors"?}`.
  ///
  /// `text` is taken verbatim; a null or missing optional field is absent; a missing `published` is taken from
  /// `facts`. A missing `id` becomes `source:line`.
  public init(
    jsonLine bytes: ArraySlice<UInt8>, source: String, line: Int, facts: ReportFacts
  ) throws(IngestError) {
    let fields = try JSONFields(line: bytes, source: source, line: line)
    self = try Article(fields).report(published: facts.published)
  }
}

extension Article {
  /// An article from the fields of a JSON Lines record.
  init(_ fields: JSONFields) throws(IngestError) {
    guard let text = try fields.text("text") else { throw fields.error(.missingField("text")) }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw fields.error(.empty) }
    guard text.utf8.count <= InputFile.reportLimit else {
      throw fields.error(.tooLarge(bytes: text.utf8.count, limit: InputFile.reportLimit))
    }
    let key = try fields.identifier("key")
    self.init(
      key: try fields.identifier("id") ?? (key ?? fields.place), uri: try fields.text("uri"),
      title: try fields.text("title"),
      authors: try fields.texts("authors"), published: try fields.moment("published"),
      modified: try fields.moment("modified"), outlet: try fields.text("outlet"),
      language: try fields.text("language"),
      text: text)
  }
}
