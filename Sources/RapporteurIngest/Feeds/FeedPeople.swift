/// The people of feeds: RSS writes one line for each, Atom an element with parts.
enum FeedPeople {
  /// The authors of an entry of Atom, else of what it was taken from, else of the feed.
  static func atom(_ entry: LooseElement, feed: LooseElement?) -> [String] {
    for holder in [entry, entry.first("source"), feed].compactMap({ $0 }) {
      let names = holder.all("author").compactMap(name)
      if !names.isEmpty { return names }
    }
    return rss(entry)
  }

  /// `author`, `dc:creator`, `itunes:author`: the first kind that names anyone.
  static func rss(_ item: LooseElement) -> [String] {
    let kinds = [
      item.all("author"), item.all("creator", ["dc"]), item.all("author", ["dc"]),
      item.all("author", ["itunes"]),
      item.all("creator", ["dcterms"]), item.all("creator"),
    ]
    return kinds.lazy.map { $0.compactMap(name) }.first { !$0.isEmpty } ?? []
  }

  private static func name(_ element: LooseElement) -> String? {
    if let name = element.first("name"), let text = name.trimmedText { return MarkupText.line(text) }
    if element.elements.isEmpty { return element.trimmedText.flatMap(nameInLine) }
    if let mail = element.first("email")?.trimmedText { return mail }
    return element.trimmedText.flatMap(nameInLine)
  }

  /// `me@example.com (Name)`, `Name (me@example.com)`, `Name <me@example.com>` → Name; the address where no name is.
  static func nameInLine(_ text: String) -> String? {
    let line = MarkupText.line(text)
    guard let at = line.firstIndex(of: "@") else { return line.isEmpty ? nil : line }
    let isEdge: (Character) -> Bool = { $0.isWhitespace || "()<>[]:,;\"".contains($0) }
    let start = line[..<at].lastIndex(where: isEdge).map { line.index(after: $0) } ?? line.startIndex
    let end = line[at...].firstIndex(where: isEdge) ?? line.endIndex
    let mail = String(line[start..<end])
    var rest = String(line[..<start] + " " + line[end...]).replacing("mailto:", with: "")
    rest.removeAll { "()<>[]\"".contains($0) }
    let name = MarkupText.line(rest.trimmingSpace)
    return name.isEmpty ? (mail.isEmpty ? nil : mail) : name
  }
}
