import Foundation
public import RapporteurCore

extension Report {
  /// A report from one line of JSON Lines: `{"id", "text", "title"?, "published"?, "uri"?, "outlet"?, "authors"?}`.
  ///
  /// `text` is taken verbatim; a null or missing optional field is absent; a missing `published` is taken from
  /// `facts`. A missing `id` becomes `source:line`.
  public init(
    jsonLine bytes: ArraySlice<UInt8>, source: String, line: Int, facts: ReportFacts
  ) throws(IngestError) {
    let fields = try JSONFields(bytes, source: source, line: line)
    guard let text = try fields.text("text") else { throw fields.error(.missingField("text")) }
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw fields.error(.empty) }
    guard text.utf8.count <= InputFile.reportLimit else {
      throw fields.error(.tooLarge(bytes: text.utf8.count, limit: InputFile.reportLimit))
    }
    let key = try fields.identifier("id") ?? "\(source):\(line)"
    let uri = try fields.text("uri")
    let outlet = try fields.text("outlet")
    self.init(
      id: StableID.of(uri ?? outlet ?? key, text), key: key, uri: uri, title: try fields.text("title"),
      authors: try fields.texts("authors"), published: try fields.date("published") ?? facts.published,
      outlet: outlet, text: text)
  }
}

/// The fields of one JSON object, with typed access that says what is wrong and where.
private struct JSONFields {
  private let fields: [String: Any]
  private let source: String
  private let line: Int

  init(_ bytes: ArraySlice<UInt8>, source: String, line: Int) throws(IngestError) {
    self.source = source
    self.line = line
    let text = try TextDecoding.text(of: bytes, source: source, line: line)
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Foundation.Data(text.utf8), options: [.fragmentsAllowed])
    } catch {
      throw IngestError(source: source, line: line, reason: .notAnObject("it is no valid JSON"))
    }
    guard let object = value as? [String: Any] else {
      throw IngestError(source: source, line: line, reason: .notAnObject("it is another JSON value"))
    }
    fields = object
  }

  func error(_ reason: IngestError.Reason) -> IngestError {
    IngestError(source: source, line: line, reason: reason)
  }

  func text(_ name: String) throws(IngestError) -> String? {
    guard let value = fields[name], !(value is NSNull) else { return nil }
    guard let text = value as? String else { throw error(.wrongType(field: name, expected: "a string")) }
    return text
  }

  func texts(_ name: String) throws(IngestError) -> [String] {
    guard let value = fields[name], !(value is NSNull) else { return [] }
    guard let texts = value as? [String] else {
      throw error(.wrongType(field: name, expected: "a list of strings"))
    }
    return texts
  }

  /// A string, or a whole number written as one.
  func identifier(_ name: String) throws(IngestError) -> String? {
    if let number = fields[name] as? Int, !(fields[name] is Bool) { return String(number) }
    return try text(name)
  }

  func date(_ name: String) throws(IngestError) -> CalendarDate? {
    guard let text = try text(name) else { return nil }
    guard let date = CalendarDate(iso: text) else { throw error(.badDate(text)) }
    return date
  }
}
