/// The text that a page keeps for its scripts (`__NEXT_DATA__` and its like), for pages that show none of it themselves.
enum PageState {
  /// Shorter strings are names, labels and addresses.
  private static let leastParagraph = 40
  /// A text in one string is at least so long.
  private static let leastBody = 200
  private static let deepest = 40

  /// The longest text in the page's JSON scripts: the paragraphs of one list, or one string; nil where there is none.
  static func body(_ tree: PageTree) -> String? {
    var best = ""
    for node in tree.elements(.script) where isState(tree, node) && node + 1 < tree.end(node) {
      let bytes = tree.text(node + 1)
      // A script that is no JSON says nothing.
      guard let value = try? JSONParser.parse(bytes[...], isLenient: true) else { continue }
      search(value, depth: 0, best: &best)
    }
    return best.utf8.count >= leastBody ? best : nil
  }

  private static func isState(_ tree: PageTree, _ node: Int) -> Bool {
    tree.attribute(node, "id") == "__NEXT_DATA__"
      || tree.attribute(node, "type")?.lowercased() == "application/json"
  }

  private static func search(_ value: JSONValue, depth: Int, best: inout String) {
    guard depth < deepest else { return }
    switch value {
    case .string(let text): offer(text, best: &best)
    case .array(let elements):
      offer(paragraphs: elements, best: &best)
      for element in elements { search(element, depth: depth + 1, best: &best) }
    case .object(let members): for member in members { search(member.value, depth: depth + 1, best: &best) }
    default: break
    }
  }

  private static func offer(_ text: String, best: inout String) {
    guard text.utf8.count >= leastBody, text.utf8.count > best.utf8.count, text.contains(" ") else { return }
    let plain = MarkupText.plain(text)
    if plain.utf8.count > best.utf8.count { best = plain }
  }

  private static func offer(paragraphs elements: [JSONValue], best: inout String) {
    let texts = elements.compactMap(paragraph)
    guard texts.reduce(0, { $0 + $1.utf8.count }) > best.utf8.count else { return }
    let joined = texts.map(MarkupText.plain).joined(separator: "\n\n")
    if joined.utf8.count > best.utf8.count { best = joined }
  }

  /// The text of one element: itself, or what it holds under a name that such lists use.
  private static func paragraph(_ element: JSONValue) -> String? {
    let names = ["content", "text", "html", "value", "body"]
    let texts = [element.string] + names.map { element[$0]?.string }
    return texts.lazy.compactMap { $0 }.first { $0.utf8.count >= leastParagraph && $0.contains(" ") }
  }
}
