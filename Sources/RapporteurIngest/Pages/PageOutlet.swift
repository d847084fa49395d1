/// Chooses the outlet's name among those that a page gives.
///
/// JSON-LD often names the publishing house, `og:site_name` sometimes an address, and the window's title puts the outlet
/// beside the headline: what two of them agree on counts, else `og:site_name`.
struct PageOutlet {
  /// `og:site_name` first, then the publisher, then the rest; where names are equally good the first one counts.
  private let given: [String]
  /// The outlet beside a headline in the window's title or in `og:title`.
  private let beside: [String]

  /// - Parameters:
  ///   - given: Names that the page gives as the outlet's, the best kind first.
  ///   - titles: The window's title and `og:title`, which may hold the outlet's name.
  ///   - headlines: What the headline may be, without an outlet.
  init(given: [String], titles: [String], headlines: [String]) {
    self.given = given.map(PageOutlet.firstPart).filter { !$0.isEmpty }
    let keys = headlines.map(PageTitle.key).filter { $0.count >= 8 }
    beside = titles.compactMap { PageOutlet.beside($0, keys) }
  }

  /// The name; nil where the page gives none.
  var name: String? {
    let names = (given + beside).filter { !PageOutlet.isAddress($0) }
    let best = names.enumerated().max { a, b in
      (votes(a.element, names), -a.offset) < (votes(b.element, names), -b.offset)
    }
    return best?.element ?? given.first
  }

  private func votes(_ name: String, _ names: [String]) -> Int {
    let key = PageOutlet.key(name)
    return names.count { PageOutlet.key($0) == key }
  }

  /// The name without what some sites put behind it: `Outlet | World, sport and weather`.
  private static func firstPart(_ name: String) -> String {
    guard let cut = name.range(of: " | ") ?? name.range(of: " - ") else { return name }
    return String(name[..<cut.lowerBound])
  }

  /// What stands after the headline, or before it where nothing stands after it.
  private static func beside(_ title: String, _ headlines: [String]) -> String? {
    for separator in PageTitle.separators {
      guard let last = title.range(of: separator, backwards: true) else { continue }
      let tail = String(title[last.upperBound...])
      let head = PageTitle.key(String(title[..<last.lowerBound]))
      if headlines.contains(where: head.hasPrefix), isName(tail) { return tail }
    }
    for separator in PageTitle.separators + [": "] {
      guard let first = title.range(of: separator) else { continue }
      let lead = String(title[..<first.lowerBound])
      if headlines.contains(PageTitle.key(String(title[first.upperBound...]))), isName(lead) { return lead }
    }
    return nil
  }

  private static func isName(_ text: String) -> Bool {
    (1...5).contains(text.split(separator: " ").count) && text.count <= 40
  }

  /// `www.outlet.example`, `outlet.com`
  private static func isAddress(_ name: String) -> Bool {
    !name.contains(" ") && name.dropFirst().dropLast().contains(".")
  }

  private static func key(_ name: String) -> String {
    let key = PageTitle.key(name)
    return key.hasPrefix("the") && key.count > 5 ? String(key.dropFirst(3)) : key
  }

  /// The publisher that microdata names: `itemprop=publisher`, below it `itemprop=name`.
  static func microdata(_ tree: PageTree) -> String? {
    for node in 0..<tree.count where isMarked(tree, node, "publisher") {
      for inner in node..<tree.end(node) where isMarked(tree, inner, "name") {
        let name = tree.attribute(inner, "content") ?? tree.plainText(inner)
        if !name.isEmpty { return PageTitle.plain(name) }
      }
    }
    return nil
  }

  private static func isMarked(_ tree: PageTree, _ node: Int, _ property: String) -> Bool {
    guard tree.nodes[node].tag != 0, tree.nodes[node].attribute_count > 0 else { return false }
    return tree.attribute(node, "itemprop") == property
  }
}
