/// Where an entry of a feed was published.
enum FeedLinks {
  /// RSS's link, Atom's alternate, a guid that is a permanent link; relative ones against the base; nil for none.
  static func link(of entry: LooseElement) -> String? {
    let written = entry.all("link").filter { link in
      link.attributes["href"] == nil && link.trimmedText != nil && isAlternate(link)
    }
    if let first = written.first(where: { $0.space == "" }), let text = first.trimmedText {
      return Address.resolve(text, against: first.base)
    }
    if let alternate = alternate(entry) { return alternate }
    if let first = written.first, let text = first.trimmedText {
      return Address.resolve(text, against: first.base)
    }
    if let href = entry.attributes["href"] { return Address.resolve(href, against: entry.base) }
    return permanent(entry) ?? entry.attributes["rdf:about"]
  }

  /// The first link of Atom that is the entry itself in another form, HTML before other forms.
  static func alternate(_ entry: LooseElement) -> String? {
    let links = entry.all("link").filter { $0.attributes["href"] != nil && isAlternate($0) }
    let isHTML: (LooseElement) -> Bool = {
      ["text/html", "application/xhtml+xml", ""].contains($0.attributes["type"]?.lowercased() ?? "")
    }
    guard let link = links.first(where: isHTML) ?? links.first, let href = link.attributes["href"] else {
      return nil
    }
    return Address.resolve(href, against: link.base)
  }

  private static func isAlternate(_ link: LooseElement) -> Bool {
    ["", "alternate"].contains(link.attributes["rel"]?.lowercased() ?? "")
  }

  private static func permanent(_ entry: LooseElement) -> String? {
    guard let guid = entry.first("guid"), guid.attributes["ispermalink"]?.lowercased() != "false" else {
      return nil
    }
    guard let text = guid.trimmedText else { return nil }
    let address = Address.resolve(text, against: guid.base)
    return address.contains("://") ? address : nil
  }
}
