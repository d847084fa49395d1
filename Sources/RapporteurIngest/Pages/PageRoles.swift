import CRapporteurMarkup

/// What each element of a page is for, as far as its tag and its names tell.
struct PageRoles {
  private let tree: PageTree
  /// By node.
  private(set) var hints: [PageHint]
  /// By node: bytes of visible text before it, so that a subtree's text is a difference.
  private let textBefore: [Int32]
  /// The same of long stretches of text only, which are likely prose.
  private let proseBefore: [Int32]
  private let totalProse: Int
  private let trustsNames: Bool
  /// By node: not to be read, nor what is below it.
  private var skipped: [Bool]

  /// Looks at every element once; without trust in names only tags tell what is left out.
  init(_ tree: PageTree, table: PageHintTable, trustsNames: Bool = true) {
    self.tree = tree
    self.trustsNames = trustsNames
    hints = Array(repeating: [], count: tree.count)
    skipped = Array(repeating: false, count: tree.count)
    (textBefore, proseBefore) = PageRoles.textLengths(tree)
    totalProse = Int(proseBefore[tree.count])
    for node in 0..<tree.count where tree.nodes[node].tag != 0 {
      hints[node] = PageRoles.hints(tree, node, table)
      skipped[node] = decide(node)
    }
  }

  /// Knows no names: of a fragment only scripts, forms and the like are left out.
  init(_ tree: PageTree) {
    self.tree = tree
    trustsNames = false
    hints = Array(repeating: [], count: tree.count)
    skipped = tree.nodes.map { node in PageTag(rawValue: node.tag).map(PageRoles.isNeverText) ?? false }
    textBefore = Array(repeating: 0, count: tree.count + 1)
    proseBefore = textBefore
    totalProse = 0
  }

  /// Whether the element and all below it is left out.
  func isSkipped(_ node: Int) -> Bool { skipped[node] }

  /// The bytes of text below a node, scripts and styles left out.
  func textLength(_ node: Int) -> Int { Int(textBefore[tree.end(node)] - textBefore[node]) }

  /// The bytes of text between two nodes, scripts and styles left out.
  func textLength(from start: Int, to end: Int) -> Int { Int(textBefore[end] - textBefore[start]) }

  private static func hints(_ tree: PageTree, _ node: Int, _ table: PageHintTable) -> PageHint {
    guard tree.nodes[node].attribute_count > 0 else { return [] }
    var found: PageHint = []
    if let names = tree.attributeBytes(node, "class") { found.formUnion(table.hints(names)) }
    if let name = tree.attributeBytes(node, "id") { found.formUnion(table.hints(name)) }
    if let name = tree.attributeBytes(node, "data-testid") { found.formUnion(table.hints(name)) }
    if let name = tree.attributeBytes(node, "data-component") { found.formUnion(table.hints(name)) }
    if let kind = tree.attributeBytes(node, "itemprop") {
      if kind.elementsEqual("articleBody".utf8) || kind.elementsEqual("reviewBody".utf8) {
        found.insert(.body)
      }
    }
    return found
  }

  /// By node, the letters of text nodes before it outside scripts and styles, all and those of long stretches; one
  /// entry more than nodes.
  private static func textLengths(_ tree: PageTree) -> (all: [Int32], long: [Int32]) {
    var all = Array(repeating: Int32(0), count: tree.count + 1)
    var long = all
    var sum: Int32 = 0
    var longSum: Int32 = 0
    var silentUntil = 0
    for node in 0..<tree.count {
      all[node] = sum
      long[node] = longSum
      switch tree.tag(node) {
      case .text where node >= silentUntil:
        var count: Int32 = 0
        for byte in tree.text(node) where byte > 0x20 { count &+= 1 }
        sum &+= count
        if count > 60 { longSum &+= count }
      case .script, .style, .noscript, .template, .iframe, .head:
        silentUntil = max(silentUntil, tree.end(node))
      default: break
      }
    }
    all[tree.count] = sum
    long[tree.count] = longSum
    return (all, long)
  }

  private func decide(_ node: Int) -> Bool {
    let tag = tree.tag(node)
    if PageRoles.isNeverText(tag) { return true }
    switch tag {
    case .nav, .footer, .aside, .menu, .dialog: return !isMostOfPage(node)
    case .html, .body, .main, .article: return false
    default: break
    }
    if isHidden(node) { return !isMostOfPage(node) }
    guard trustsNames else { return false }
    let hint = hints[node]
    if hint.contains(.comments) { return proseShare(node) < 0.6 }
    guard hint.contains(.boilerplate) else { return false }
    return proseShare(node) < (hint.contains(.body) ? 0.15 : 0.3)
  }

  private static func isNeverText(_ tag: PageTag) -> Bool {
    switch tag {
    case .head, .script, .style, .noscript, .template, .iframe, .svg, .math, .button, .select, .textarea,
      .input,
      .canvas, .audio, .video, .object, .embed, .map, .label, .progress, .ampAd, .ampIframe:
      true
    default: false
    }
  }

  private func isMostOfPage(_ node: Int) -> Bool { proseShare(node) > 0.4 }

  /// The share of the page's long stretches of text that stands below a node, 0…1.
  private func proseShare(_ node: Int) -> Double {
    let length = proseBefore[tree.end(node)] - proseBefore[node]
    return totalProse == 0 ? 0 : Double(length) / Double(totalProse)
  }

  private func isHidden(_ node: Int) -> Bool {
    if tree.nodes[node].attribute_count == 0 { return false }
    if tree.attributeBytes(node, "hidden") != nil { return true }
    if let role = tree.attributeBytes(node, "role") {
      let silent: [StaticString] = ["navigation", "complementary", "contentinfo", "dialog", "search"]
      if silent.contains(where: {
        role.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount))
      }) {
        return true
      }
    }
    guard let style = tree.attributeBytes(node, "style") else { return false }
    let letters = style.filter { $0 > 0x20 }
    return letters.count >= 12 && letters.containsBytes("display:none")
  }
}

extension Array where Element == UInt8 {
  /// Whether the bytes of `word` stand next to each other somewhere.
  func containsBytes(_ word: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard count >= wanted.count else { return false }
    return (0...(count - wanted.count)).contains { self[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
