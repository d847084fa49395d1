/// Reads one HTML page: its metadata from JSON-LD and meta tags first, its text from the document.
package struct PageReader: Sendable {
  private let rules: PageRules

  /// Reads with the given word lists.
  package init(rules: PageRules) { self.rules = rules }

  /// The report on a page.
  ///
  /// - Parameters:
  ///   - bytes: The page in any character set.
  ///   - key: What the input calls the page.
  ///   - address: Where it was fetched, for pages that do not tell their own address.
  ///   - charset: What the transport said about the character set.
  package func article(
    _ bytes: ArraySlice<UInt8>, key: String, address: String? = nil, charset: String? = nil
  ) -> Article? {
    guard let tree = PageTree(utf8: CharacterDecoding.utf8(bytes, transport: charset)) else { return nil }
    let roles = PageRoles(tree, table: rules.hints)
    let meta = MetaTags(tree)
    let headings = tree.elements(.h1).prefix(8).map { PageTitle.plain(tree.plainText($0)) }.filter {
      !$0.isEmpty
    }
    let window = tree.elements(.title).first.map { PageTitle.plain(tree.plainText($0)) }
    let linked = LinkedData(
      tree, addresses: [meta.canonical, meta.first(["og:url"]), address], headlines: headings + meta.titles)
    let shown = BylineFinder(tree: tree, roles: roles)
    let uri = absolute(meta.canonical) ?? absolute(meta.first(["og:url"])) ?? absolute(linked.uri) ?? address
    let outlet = outlet(tree, linked, meta, titles: [window, meta.titles.first], headings: headings)
    let title = PageTitle.choose(
      headline: linked.headline, headings: headings, social: meta.titles.first, window: window, outlet: outlet
    )
    return Article(
      key: key, uri: uri, title: title, authors: authors(linked, meta, shown, outlet),
      published: published(linked, meta, shown, uri), modified: modified(linked, meta), outlet: outlet,
      language: language(linked, meta), text: text(tree, roles, linked, title))
  }

  /// The body; what the page's data hold where it shows next to nothing of it.
  private func text(_ tree: PageTree, _ roles: PageRoles, _ linked: LinkedData, _ title: String?) -> String {
    let shown = shownText(tree, roles, title)
    // A page that is built by scripts shows no text of its own.
    if let body = linked.body, body.utf8.count > 400, shown.utf8.count * 3 < body.utf8.count {
      return MarkupText.plain(body)
    }
    guard shown.utf8.count < 300, let kept = PageState.body(tree), shown.utf8.count * 3 < kept.utf8.count
    else {
      return shown
    }
    return kept
  }

  /// The body that the page shows; where the names of elements leave next to nothing of it, they are not trusted.
  private func shownText(_ tree: PageTree, _ roles: PageRoles, _ title: String?) -> String {
    let paragraphs = PageBody(tree, roles: roles, phrases: rules.phrases).paragraphs(title: title)
    let text = paragraphs.joined(separator: "\n\n")
    if text.utf8.count >= 300 { return text }
    let plain = PageRoles(tree, table: rules.hints, trustsNames: false)
    let second = PageBody(tree, roles: plain, phrases: rules.phrases).paragraphs(title: title)
    let other = second.joined(separator: "\n\n")
    return other.utf8.count > 2 * text.utf8.count ? other : text
  }

  private func absolute(_ address: String?) -> String? {
    guard let address, address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
    return address
  }

  private func outlet(
    _ tree: PageTree, _ linked: LinkedData, _ meta: MetaTags, titles: [String?], headings: [String]
  ) -> String? {
    let given = [
      meta.first(["og:site_name"]), linked.outlet, linked.site, PageOutlet.microdata(tree),
      meta.first(["application-name", "dc.publisher", "publisher"]),
    ]
    return PageOutlet(
      given: given.compactMap { $0 }, titles: titles.compactMap { $0 },
      headlines: headings + meta.titles + [linked.headline].compactMap { $0 }
    ).name
  }

  private func authors(
    _ linked: LinkedData, _ meta: MetaTags, _ shown: BylineFinder, _ outlet: String?
  ) -> [String] {
    let fromData = AuthorNames.cleaned(linked.authors, outlet: outlet)
    if !fromData.isEmpty, fromData != [outlet ?? ""], !linked.authorsAreBodies { return fromData }
    let names = [
      "author", "byl", "article:author", "article:author_name", "parsely-author", "sailthru.author",
      "dc.creator", "dcterms.creator",
    ]
    for name in names {
      let cleaned = AuthorNames.cleaned(meta.all([name]), outlet: outlet)
      if !cleaned.isEmpty, cleaned != [outlet ?? ""], cleaned != fromData { return cleaned }
    }
    let visible = AuthorNames.cleaned(shown.authors(), outlet: outlet)
    return visible.isEmpty ? fromData : visible
  }

  private func published(_ linked: LinkedData, _ meta: MetaTags, _ shown: BylineFinder, _ uri: String?)
    -> Moment?
  {
    if let found = linked.published.flatMap(PageReader.moment) { return found }
    let names = [
      "article:published_time", "og:article:published_time", "og:published_time", "article:published",
      "datepublished",
      "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate",
      "publish-date",
      "publish_date", "date.published", "published-date", "article.published", "dc.date.issued",
      "dcterms.issued",
      "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "dc.created", "date", "pub_date",
      "article_date_original", "ptime", "displaydate",
      "originalpublicationdate", "rnews:datepublished",
    ]
    for name in names {
      if let found = meta.first([name]).flatMap(PageReader.moment) { return found }
    }
    return shown.published() ?? uri.flatMap(PageReader.dateInAddress)
  }

  private func modified(_ linked: LinkedData, _ meta: MetaTags) -> Moment? {
    let text =
      linked.modified
      ?? meta.first([
        "article:modified_time", "og:updated_time", "datemodified", "lastmod", "dcterms.modified",
        "dc.date.modified",
      ])
    return text.flatMap(PageReader.moment)
  }

  private func language(_ linked: LinkedData, _ meta: MetaTags) -> String? {
    let text =
      meta.language ?? meta.first(["og:locale", "content-language", "language", "dc.language"])
      ?? linked.language
    guard let text = text?.replacing("_", with: "-"), (2...12).contains(text.count) else { return nil }
    return text
  }

  /// A date that a report can have; content systems write the year 1 or 1970 for none.
  private static func moment(_ text: String) -> Moment? {
    MomentParser.moment(text).flatMap { $0.day.year > 1970 && $0.day.year < 2200 ? $0 : nil }
  }

  /// `…/2031/03/06/…` or `…-20310306…`
  private static func dateInAddress(_ address: String) -> Moment? {
    let parts = address.split(separator: "/").map(String.init)
    for index in parts.indices where parts[index].count == 4 && index + 2 < parts.count {
      if let found = MomentParser.moment("\(parts[index])-\(parts[index + 1])-\(parts[index + 2])"),
        found.day.year > 1980,
        parts[index + 2].count <= 2
      {
        return found
      }
    }
    return nil
  }
}
