/// The text of NITF: paragraphs and headings, without pictures and tables' rules.
enum WireText {
  private static let blocks: Set<String> = [
    "p", "hl2", "li", "dt", "dd", "td", "th", "pre", "bq", "credit", "tagline",
  ]
  private static let silent: Set<String> = [
    "media", "nitf-table-metadata", "note", "head", "body.head", "docdata", "script", "style", "col",
  ]

  /// Paragraphs apart by empty lines; text that stands in no paragraph is one of its own.
  static func nitf(_ element: LooseElement) -> String {
    let content = element.find("body.content") ?? element
    var paragraphs: [String] = []
    collect(content, into: &paragraphs)
    return paragraphs.joined(separator: "\n\n")
  }

  private static func collect(_ element: LooseElement, into paragraphs: inout [String]) {
    var loose = ""
    func flush() {
      let line = MarkupText.line(loose)
      if !line.isEmpty { paragraphs.append(line) }
      loose = ""
    }
    for child in element.children {
      switch child {
      case .text(let text): loose += text
      case .element(let inner) where silent.contains(inner.name): flush()
      case .element(let inner) where holdsBlocks(inner):
        flush()
        collect(inner, into: &paragraphs)
      case .element(let inner) where blocks.contains(inner.name):
        flush()
        loose = inner.text
        flush()
      case .element(let inner) where inner.name == "br": loose += " "
      case .element(let inner): loose += inner.text
      }
    }
    flush()
  }

  private static func holdsBlocks(_ element: LooseElement) -> Bool {
    element.elements.contains { blocks.contains($0.name) || silent.contains($0.name) || holdsBlocks($0) }
  }
}
