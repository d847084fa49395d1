/// Reads NITF, the XML of news stories.
///
/// Source: IPTC, NITF 3.6, <https://iptc.org/standards/nitf/>.
enum NITFReader {
  /// The article of the `nitf` element in a document; nil where it has none.
  static func article(_ root: LooseElement, source: String) -> Article? {
    guard let story = root.find("nitf") else { return nil }
    let docdata = story.find("docdata")
    let head = story.find("body.head")
    let identifier = docdata?.find("doc-id")?.attributes["id-string"]
    let issued =
      docdata?.find("date.issue")?.attributes["norm"] ?? story.find("story.date")?.attributes["norm"]
    let title = head?.find("hl1") ?? head?.find("hedline") ?? story.find("title")
    return Article(
      key: identifier ?? source,
      uri: story.find("pubdata")?.attributes["ex-ref"].flatMap { $0.contains("://") ? $0 : nil },
      title: title?.trimmedText.map { MarkupText.line($0) }, authors: authors(head),
      published: issued.flatMap(MomentParser.moment),
      modified: nil, outlet: outlet(story, docdata, head),
      language: story.language ?? story.attributes["lang"],
      text: WireText.nitf(story.find("body.content") ?? story),
      life: ArticleLife(
        version: docdata?.find("du-key")?.attributes["version"],
        status: docdata?.attributes["management-status"],
        embargo: docdata?.find("date.release")?.attributes["norm"].flatMap(MomentParser.moment),
        sources: (head?.find("distributor")?.trimmedText).map { [MarkupText.line($0)] } ?? []))
  }

  private static func authors(_ head: LooseElement?) -> [String] {
    guard let byline = head?.find("byline") else { return [] }
    let persons = byline.elements.filter { $0.name == "person" }.compactMap(\.trimmedText)
    if !persons.isEmpty { return persons.map { MarkupText.line($0) } }
    let said = byline.children.compactMap { child -> String? in
      if case .text(let text) = child { text } else { nil }
    }
    return AuthorNames.cleaned([said.joined(separator: " ")], outlet: nil)
  }

  private static func outlet(_ story: LooseElement, _ docdata: LooseElement?, _ head: LooseElement?)
    -> String?
  {
    docdata?.find("doc.copyright")?.attributes["holder"] ?? story.find("pubdata")?.attributes["name"]
      ?? head?.find("distributor")?.trimmedText.map { MarkupText.line($0) }
  }
}
