/// A report as it came in: its text, never edited after ingest, and what the input said about it.
public struct Report: Sendable, Hashable {
  /// Stable id, derived from the text and its origin.
  public let id: String
  /// The id that the input gave: JSON Lines `id`, feed guid, ninjs uri, file name.
  public let key: String
  /// Where the report was published, or nil.
  public let uri: String?
  /// The headline that the input gave apart from the text, or nil.
  public let title: String?
  /// The authors that the input gave.
  public let authors: [String]
  /// The publication day, or nil where the input gave none.
  public let published: CalendarDate?
  /// The outlet that the input gave, or nil.
  public let outlet: String?
  /// The canonical text.
  public let text: String

  /// Makes a report from what the input gave.
  public init(
    id: String, key: String? = nil, uri: String? = nil, title: String? = nil, authors: [String] = [],
    published: CalendarDate? = nil, outlet: String? = nil, text: String
  ) {
    self.id = id
    self.key = key ?? id
    self.uri = uri
    self.title = title
    self.authors = authors
    self.published = published
    self.outlet = outlet
    var contiguous = text
    contiguous.makeContiguousUTF8()
    self.text = contiguous
  }

  /// The words of `span`, which must lie inside the text on code point boundaries.
  public func text(of span: TextSpan) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: span.start)
    let end = utf8.index(start, offsetBy: span.length)
    return String(text[start..<end])
  }
}
