/// Reads feeds in XML: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF.
package struct FeedReader {
  private let source: String
  private let root: LooseElement
  /// The element that describes the feed as a whole.
  private let feed: LooseElement?

  /// Parses a feed in any character set; `address` resolves relative links.
  package init(_ bytes: ArraySlice<UInt8>, source: String, address: String? = nil, charset: String? = nil) {
    self.source = source
    root = LooseXML.parse(CharacterDecoding.utf8(bytes, transport: charset), base: address ?? "")
    feed = root.find("channel") ?? root.find("feed")
  }

  /// One article for each entry, in the feed's order. An entry's text may be empty.
  package func articles() -> [Article] {
    var entries: [LooseElement] = []
    collect(root, into: &entries)
    return entries.enumerated().map { index, entry in article(entry, number: index + 1) }
  }

  private func collect(_ element: LooseElement, into entries: inout [LooseElement]) {
    for child in element.elements {
      let isEntry =
        (child.name == "item" || child.name == "entry") && (child.space == "" || child.space == "atom")
      if isEntry { entries.append(child) } else { collect(child, into: &entries) }
    }
  }

  private func article(_ entry: LooseElement, number: Int) -> Article {
    let link = FeedLinks.link(of: entry)
    let dates = FeedDates(entry)
    let identifier = entry.first("guid") ?? entry.first("id")
    let about = entry.attributes["rdf:about"]
    return Article(
      key: identifier?.trimmedText ?? about ?? link ?? "\(source):\(number)", uri: link, title: title(entry),
      authors: FeedPeople.atom(entry, feed: isAtom(entry) ? feed : nil), published: dates.published,
      modified: dates.modified, outlet: outlet(entry), language: language(entry), text: text(entry),
      life: ArticleLife(sources: sources(entry)))
  }

  private func isAtom(_ entry: LooseElement) -> Bool { entry.name == "entry" }

  private func title(_ entry: LooseElement) -> String? {
    let own = entry.first("title") ?? entry.first("title", ["dc"]) ?? media("title", entry).first
    return own.flatMap(FeedText.line)
  }

  /// The fullest that the entry gives: its content, else its summary.
  private func text(_ entry: LooseElement) -> String {
    let contents =
      entry.all("encoded", ["content"]) + entry.all("content") + entry.all("body", ["xhtml", "", "atom"])
      + entry.all("div", ["xhtml"]) + entry.all("fullitem")
    let found = contents.lazy.compactMap { FeedText.body($0, isAlwaysHTML: $0.space != "atom") }.first {
      !$0.isEmpty
    }
    if let found { return found }
    let summaries =
      entry.all("description") + entry.all("summary") + entry.all("description", ["dc"])
      + entry.all("abstract", ["", "atom", "dcterms"]) + entry.all("summary", ["itunes"])
      + media("description", entry)
    return summaries.lazy.compactMap { FeedText.body($0, isAlwaysHTML: $0.space != "atom") }.first ?? ""
  }

  /// What Media RSS says of the entry, or of its group.
  private func media(_ name: String, _ entry: LooseElement) -> [LooseElement] {
    entry.all(name, ["media"]) + entry.all("group", ["media"]).flatMap { $0.all(name, ["media"]) }
  }

  private func outlet(_ entry: LooseElement) -> String? {
    let origin = entry.first("source").flatMap { $0.first("title") ?? ($0.elements.isEmpty ? $0 : nil) }
    return origin.flatMap(FeedText.line) ?? feed?.first("title").flatMap(FeedText.line)
  }

  private func sources(_ entry: LooseElement) -> [String] {
    entry.all("source").compactMap { $0.attributes["url"] ?? FeedLinks.alternate($0) }
  }

  private func language(_ entry: LooseElement) -> String? {
    entry.first("language", ["dc"])?.trimmedText ?? entry.language ?? feed?.first("language")?.trimmedText
      ?? feed?.first("language", ["dc"])?.trimmedText ?? feed?.language
  }
}
