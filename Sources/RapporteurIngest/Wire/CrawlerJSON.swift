/// Reads what news-please and newspaper write about a page.
enum CrawlerJSON {
  /// Whether the object is one of theirs.
  static func matches(_ object: JSONValue) -> Bool {
    if object["maintext"] != nil { return true }
    let marks = ["publish_date", "source_url", "top_image", "meta_lang", "date_publish", "source_domain"]
    return object["text"] != nil && marks.contains { object[$0] != nil }
  }

  /// The article of one object; a date that cannot be read counts as none, as with any page.
  static func article(_ fields: JSONFields) throws(IngestError) -> Article {
    let object = fields.object
    func first(_ names: String...) -> String? {
      names.lazy.compactMap { object[$0]?.scalar }.first { $0 != "None" && $0 != "null" }
    }
    guard let text = first("maintext", "text"), text.utf8.contains(where: { $0 > 0x20 }) else {
      throw fields.error(.empty)
    }
    let uri = first("canonical_link", "url")
    return Article(
      key: uri ?? first("filename", "localpath") ?? fields.place, uri: uri,
      title: first("title", "title_page").map(PageTitle.plain),
      authors: AuthorNames.cleaned(
        (object["authors"] ?? object["author"])?.elements.compactMap(\.scalar) ?? [], outlet: nil),
      published: first("date_publish", "publish_date").flatMap(MomentParser.moment),
      modified: first("date_modify").flatMap(MomentParser.moment),
      outlet: first("source_domain", "meta_site_name", "source_url"),
      language: first("language", "meta_lang"), text: text)
  }
}
