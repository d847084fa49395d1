/// When an entry of a feed was published and changed.
struct FeedDates {
  private(set) var published: Moment?
  private(set) var modified: Moment?

  /// What tells of a change alone stands for the publication where nothing else does.
  init(_ entry: LooseElement) {
    let changed = FeedDates.first(
      entry, [("updated", ["", "atom"]), ("modified", ["", "atom", "dcterms"]), ("lastbuilddate", [""])])
    let dated = FeedDates.first(entry, [("date", ["dc", ""]), ("date", ["dcterms"])])
    published = FeedDates.first(
      entry,
      [
        ("pubdate", [""]), ("published", ["", "atom"]), ("issued", ["", "atom", "dcterms"]),
        ("available", ["dcterms"]),
        ("created", ["", "atom", "dcterms"]),
      ])
    let attribute = entry.attributes["lastmod"].flatMap(MomentParser.moment)
    published = published ?? dated ?? changed ?? attribute
    modified = changed ?? dated ?? attribute
  }

  /// Of several of a kind the last counts, which is the newest where a feed was edited by hand.
  private static func first(_ entry: LooseElement, _ kinds: [(name: String, spaces: [String])]) -> Moment? {
    for kind in kinds {
      for element in entry.all(kind.name, kind.spaces).reversed() {
        if let found = element.trimmedText.flatMap(MomentParser.moment) { return found }
      }
    }
    return nil
  }
}
