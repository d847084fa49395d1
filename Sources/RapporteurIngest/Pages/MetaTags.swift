/// The `<meta>` and `<link>` elements of a page, and what microdata says in the open.
struct MetaTags {
  private var values: [String: [String]] = [:]
  /// The address that the page calls its own.
  private(set) var canonical: String?
  /// What `<html lang>` says.
  private(set) var language: String?

  init(_ tree: PageTree) {
    for node in 0..<tree.count {
      switch tree.tag(node) {
      case .meta: add(tree, node)
      case .link:
        if canonical == nil, tree.attribute(node, "rel")?.lowercased() == "canonical" {
          canonical = tree.attribute(node, "href")
        }
      case .html: language = language ?? tree.attribute(node, "lang") ?? tree.attribute(node, "xml:lang")
      default: break
      }
    }
  }

  private mutating func add(_ tree: PageTree, _ node: Int) {
    guard let content = tree.attribute(node, "content") else { return }
    let plain = PageTitle.plain(content)
    guard !plain.isEmpty else { return }
    let name =
      tree.attribute(node, "property") ?? tree.attribute(node, "name") ?? tree.attribute(node, "itemprop")
      ?? tree.attribute(node, "http-equiv")
    guard let name else { return }
    let key = name.lowercased()
    guard values[key, default: []].count < 64 else { return }
    values[key, default: []].append(plain)
  }

  /// The first value of the first of these names that has one.
  func first(_ names: [String]) -> String? {
    names.lazy.compactMap { values[$0]?.first }.first
  }

  /// What the page gives as the headline to those who show links to it.
  var titles: [String] {
    ["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title"].compactMap {
      values[$0]?.first
    }
  }

  /// All values of the first of these names that has any.
  func all(_ names: [String]) -> [String] {
    names.lazy.compactMap { values[$0] }.first ?? []
  }
}
