/// Finds the names and the dates that a page shows, for pages whose head tells none.
struct BylineFinder {
  let tree: PageTree
  let roles: PageRoles

  /// Names marked as the author's: `rel=author`, `itemprop=author`, then classes such as `byline`.
  ///
  /// Names of other reports' authors stand further down, so that only the first group counts.
  func authors() -> [String] {
    let marked = texts { node in
      tree.attribute(node, "rel")?.lowercased().split(separator: " ").contains("author") == true
        || tree.attribute(node, "itemprop")?.lowercased().split(separator: " ").contains("author") == true
    }
    if !marked.isEmpty { return marked }
    let named = texts { roles.hints[$0].contains(.byline) && tree.tag($0) == .a }
    if !named.isEmpty { return named }
    let bylines = texts { roles.hints[$0].contains(.byline) }
    if let said = bylines.first(where: AuthorNames.isByline) { return [said] }
    return bylines.prefix(1).filter { $0.split(separator: " ").count <= 5 }
  }

  /// The date that the page shows: `itemprop=datePublished`, then `<time>`, then an element whose name speaks of one.
  func published() -> Moment? {
    for node in 0..<tree.count where tree.nodes[node].tag != 0 && tree.nodes[node].attribute_count > 0 {
      guard let property = tree.attribute(node, "itemprop"), property.lowercased().contains("datepublished")
      else { continue }
      if let found = moment(node) { return found }
    }
    let heading = tree.elements(.h1).first ?? 0
    let times = tree.elements(.time)
    let inOrder = times.filter { $0 > heading } + times.filter { $0 < heading }
    for node in inOrder.filter({ !isUpdate($0) }) + inOrder.filter(isUpdate) {
      if let found = moment(node) { return found }
    }
    for node in 0..<tree.count where roles.hints[node].contains(.date) {
      guard tree.tag(node) != .body, tree.tag(node) != .html, roles.textLength(node) < 120 else { continue }
      if let found = moment(node) { return found }
    }
    return nil
  }

  /// Whether a time is told as that of a change: by its names, or by the words just before it.
  private func isUpdate(_ node: Int) -> Bool {
    let names = [
      tree.attribute(node, "class"), tree.attribute(node, "itemprop"), tree.plainText(node),
      wordsBefore(node),
    ]
    return names.contains { name in
      guard let name = name?.lowercased() else { return false }
      return ["updated", "modified", "aktualisiert", "mis à jour", "actualizado"].contains(
        where: name.contains)
        && !name.contains("published")
    }
  }

  /// The nearest text before a node, no more than six nodes away.
  private func wordsBefore(_ node: Int) -> String? {
    for before in stride(from: node - 1, through: max(0, node - 6), by: -1) where tree.tag(before) == .text {
      let text = String(decoding: tree.text(before).suffix(40), as: UTF8.self)
      if text.contains(where: \.isLetter) { return text }
    }
    return nil
  }

  private func moment(_ node: Int) -> Moment? {
    let written = [
      tree.attribute(node, "datetime"), tree.attribute(node, "content"), tree.attribute(node, "title"),
      tree.plainText(node),
    ]
    for text in written {
      if let found = text.flatMap(MomentParser.moment), (1980...2100).contains(found.day.year) {
        return found
      }
    }
    return nil
  }

  /// The texts of the first group of elements that match: no more than 150 nodes and 200 letters from one to the next.
  private func texts(where matches: (Int) -> Bool) -> [String] {
    var texts: [String] = []
    var node = 0
    var last = 0
    while node < tree.count,
      texts.isEmpty || node - last < 150 && roles.textLength(from: last, to: node) < 200
    {
      defer { node += 1 }
      guard tree.nodes[node].tag != 0, tree.nodes[node].attribute_count > 0, roles.textLength(node) < 160,
        matches(node)
      else { continue }
      let text = tree.attribute(node, "content").map(PageTitle.plain) ?? tree.plainText(node)
      if !text.isEmpty, !texts.contains(text), texts.count < 8 { texts.append(text) }
      if !texts.isEmpty { last = node }
      node = tree.end(node) - 1
    }
    return texts
  }
}
