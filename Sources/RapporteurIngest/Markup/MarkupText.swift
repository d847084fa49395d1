/// The text of a piece of HTML: of a feed's entry, of a wire's story.
package enum MarkupText {
  /// Paragraphs stand apart by empty lines; scripts and forms are left out, all other text is kept.
  package static func plain(_ html: String) -> String {
    guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return collapsed(html) }
    let bytes = html.utf8.contains(0) ? html.utf8.filter { $0 != 0 } : Array(html.utf8)
    guard let tree = PageTree(utf8: bytes) else { return collapsed(html) }
    var finder = PageBlockFinder(tree, roles: PageRoles(tree))
    finder.run()
    let text = finder.text.bytes
    return finder.blocks.map { String(decoding: text[$0.range], as: UTF8.self) }.joined(separator: "\n\n")
  }

  /// The text with white space collapsed; an empty line stays one.
  package static func collapsed(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    return paragraphs.map { lines in lines.map(line).joined(separator: " ") }.joined(separator: "\n\n")
  }

  /// One line: all white space collapsed.
  package static func line(_ text: some StringProtocol) -> String {
    var collapsed = PageText()
    Array(text.utf8).withUnsafeBufferPointer { _ = collapsed.append($0) }
    return collapsed.string(from: 0)
  }

  /// Whether plain text is likely HTML: it has an end tag or a known entity, and no tag that HTML lacks.
  package static func looksLikeHTML(_ text: String) -> Bool {
    guard text.contains("</") || Entities.resolved(text) != text else { return false }
    let tree = PageTree(utf8: Array(text.utf8))
    return tree.map { tree in (0..<tree.count).dropFirst().allSatisfy { tree.tag($0) != .other } } ?? false
  }
}
