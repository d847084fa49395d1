/// Articles in JSON of several kinds, told apart by their members.
enum JSONArticles {
  /// The articles of a whole document: a feed, one item, or a list of items.
  static func all(in bytes: ArraySlice<UInt8>, source: String) throws(IngestError) -> [Article] {
    let text = try TextDecoding.text(of: bytes, source: source)
    let value: JSONValue
    do {
      value = try JSONParser.parse(text.utf8)
    } catch {
      throw IngestError(source: source, reason: .notAnObject("it is no valid JSON: \(error)"))
    }
    guard case .array(let items) = value else {
      guard case .object = value else {
        throw IngestError(source: source, reason: .notAnObject("it is another JSON value"))
      }
      return try all(JSONFields(value, source: source, line: nil))
    }
    var articles: [Article] = []
    for (index, item) in items.enumerated() {
      articles += try all(JSONFields(item, source: "\(source)[\(index)]", line: nil))
    }
    return articles
  }

  /// The articles of one object.
  static func all(_ fields: JSONFields) throws(IngestError) -> [Article] {
    if JSONFeed.matches(fields.object) { return JSONFeed.articles(fields.object, source: fields.place) }
    if NinjsItem.matches(fields.object) { return [NinjsItem.article(fields.object, source: fields.place)] }
    if CrawlerJSON.matches(fields.object) { return [try CrawlerJSON.article(fields)] }
    return [try Article(fields)]
  }
}
