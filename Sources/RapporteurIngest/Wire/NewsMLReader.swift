/// Reads the news items of NewsML-G2.
///
/// Source: IPTC, NewsML-G2 2.x, <https://iptc.org/standards/newsml-g2/>. Names are compared in small letters.
enum NewsMLReader {
  /// One article for each news item of a document, or of a message that carries several. An item without text, such
  /// as a picture's, has an empty one.
  static func articles(_ root: LooseElement, source: String) -> [Article] {
    var items: [LooseElement] = []
    collect(root, into: &items)
    return items.map { article($0, source: source) }
  }

  private static func collect(_ element: LooseElement, into items: inout [LooseElement]) {
    for child in element.elements {
      if child.name == "newsitem" { items.append(child) } else { collect(child, into: &items) }
    }
  }

  private static func article(_ item: LooseElement, source: String) -> Article {
    let meta = item.find("itemmeta")
    let content = item.find("contentmeta")
    let inline = inlineStory(item)
    return Article(
      key: item.attributes["guid"] ?? source, uri: nil,
      title: title(meta, content) ?? inline?.title,
      authors: authors(content) ?? inline?.authors ?? [],
      published: moment(meta?.find("firstcreated")) ?? moment(content?.find("contentcreated"))
        ?? moment(meta?.find("versioncreated")),
      modified: moment(content?.find("contentmodified")) ?? moment(meta?.find("versioncreated")),
      outlet: name(meta?.find("provider")) ?? inline?.outlet ?? name(item.find("copyrightholder")),
      language: content?.find("language")?.attributes["tag"] ?? item.language, text: text(item, inline),
      life: ArticleLife(
        version: item.attributes["version"], status: meta?.find("pubstatus").flatMap(code),
        embargo: moment(meta?.find("embargoed")),
        sources: (content?.all("infosource", anySpace(content)) ?? []).compactMap(name)))
  }

  private static func anySpace(_ element: LooseElement?) -> [String] {
    Array(Set(element?.elements.map(\.space) ?? []))
  }

  private static func inlineStory(_ item: LooseElement) -> Article? {
    item.find("inlinexml").flatMap { NITFReader.article($0, source: "") }
  }

  /// Inline XML (NITF or XHTML), else inline data.
  private static func text(_ item: LooseElement, _ inline: Article?) -> String {
    if let inline { return inline.text }
    if let xml = item.find("inlinexml"), let html = xml.find("html") {
      return MarkupText.plain("<html>\(html.innerMarkup)</html>")
    }
    if let xml = item.find("inlinexml"), xml.trimmedText != nil { return WireText.nitf(xml) }
    guard let data = item.find("inlinedata") else { return "" }
    if data.attributes["encoding"] != nil { return "" }
    return data.attributes["contenttype"]?.contains("html") == true
      ? MarkupText.plain(data.text) : MarkupText.collapsed(data.text)
  }

  private static func title(_ meta: LooseElement?, _ content: LooseElement?) -> String? {
    let written =
      content?.find("headline")?.trimmedText ?? meta?.find("title")?.trimmedText
      ?? content?.find("slugline")?.trimmedText
    return written.map { MarkupText.line($0) }
  }

  private static func authors(_ content: LooseElement?) -> [String]? {
    let creators = (content?.elements ?? []).filter { $0.name == "creator" }.compactMap(name)
    if !creators.isEmpty { return creators }
    return content?.find("by")?.trimmedText.map { AuthorNames.cleaned([$0], outlet: nil) }
  }

  private static func name(_ element: LooseElement?) -> String? {
    guard let element else { return nil }
    return element.find("name")?.trimmedText.map { MarkupText.line($0) } ?? element.attributes["literal"]
      ?? code(element)
  }

  /// `stat:usable` → usable; an address stays whole.
  private static func code(_ element: LooseElement) -> String? {
    element.attributes["qcode"]?.split(separator: ":").last.map(String.init) ?? element.attributes["uri"]
  }

  private static func moment(_ element: LooseElement?) -> Moment? {
    element?.trimmedText.flatMap(MomentParser.moment)
  }
}
