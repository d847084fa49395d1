/// Reads JSON Feed.
///
/// Source: <https://www.jsonfeed.org/version/1.1/>.
enum JSONFeed {
  /// Whether the object is a feed.
  static func matches(_ object: JSONValue) -> Bool {
    guard case .array = object["items"] else { return false }
    return object["version"]?.string?.contains("jsonfeed.org") == true || object["feed_url"] != nil
  }

  /// One article for each item.
  static func articles(_ feed: JSONValue, source: String) -> [Article] {
    (feed["items"]?.elements ?? []).enumerated().map { index, item in
      let link = item["url"]?.scalar ?? item["external_url"]?.scalar
      let base = feed["home_page_url"]?.string ?? ""
      let published = item["date_published"]?.string.flatMap(MomentParser.moment)
      let modified = item["date_modified"]?.string.flatMap(MomentParser.moment)
      return Article(
        key: item["id"]?.scalar ?? link ?? "\(source):\(index + 1)",
        uri: link.map { Address.resolve($0, against: base) },
        title: item["title"]?.scalar.map { MarkupText.line($0) }, authors: authors(item, feed),
        published: published ?? modified, modified: modified, outlet: feed["title"]?.scalar,
        language: item["language"]?.scalar ?? feed["language"]?.scalar, text: text(item))
    }
  }

  private static func authors(_ item: JSONValue, _ feed: JSONValue) -> [String] {
    for holder in [item, feed] {
      let entries = (holder["authors"]?.elements ?? []) + (holder["author"]?.elements ?? [])
      let names = entries.compactMap { $0["name"]?.scalar }
      if !names.isEmpty { return names }
    }
    return []
  }

  private static func text(_ item: JSONValue) -> String {
    if let html = item["content_html"]?.string { return MarkupText.plain(html) }
    return MarkupText.collapsed(item["content_text"]?.string ?? item["summary"]?.string ?? "")
  }
}
