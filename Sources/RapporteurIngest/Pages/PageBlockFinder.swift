/// Cuts a page into blocks, leaving out what is no text of the page at all and what its names call boilerplate.
struct PageBlockFinder {
  private struct Open {
    let end: Int
    let element: Int
    let kind: PageBlock.Kind
    let isBlock: Bool
    let isLink: Bool
    let isMarked: Bool
  }

  private let tree: PageTree
  private let roles: PageRoles
  private(set) var text = PageText()
  private(set) var blocks: [PageBlock] = []
  private var open: [Open] = []
  private var linkDepth = 0
  private var markDepth = 0
  private var start = 0
  private var firstNode = -1
  private var linkLength = 0
  private var markedLength = 0
  private var breaks = 0

  init(_ tree: PageTree, roles: PageRoles) {
    self.tree = tree
    self.roles = roles
    text = PageText()
    blocks.reserveCapacity(512)
  }

  /// Finds all blocks of the page, in document order.
  mutating func run() {
    var node = 0
    while node < tree.count {
      close(before: node)
      node = visit(node)
    }
    close(before: Int.max)
    flush()
  }

  private mutating func visit(_ node: Int) -> Int {
    let tag = tree.tag(node)
    if tag == .text {
      add(node)
      return node + 1
    }
    if roles.isSkipped(node) {
      if PageBlockFinder.isBlock(tag) { flush() }
      return tree.end(node)
    }
    if tag == .br {
      lineBreak()
      return node + 1
    }
    enter(node, tag)
    return node + 1
  }

  private mutating func enter(_ node: Int, _ tag: PageTag) {
    let isBlock = PageBlockFinder.isBlock(tag)
    if isBlock { flush() }
    let outer = open.last?.kind ?? .plain
    let item = Open(
      end: tree.end(node), element: isBlock ? node : open.last?.element ?? 0,
      kind: PageBlockFinder.kind(tag) ?? outer, isBlock: isBlock, isLink: tag == .a,
      isMarked: PageBlockFinder.isMark(tag))
    if item.isLink { linkDepth += 1 }
    if item.isMarked { markDepth += 1 }
    open.append(item)
  }

  private mutating func close(before node: Int) {
    while let last = open.last, last.end <= node {
      if last.isBlock { flush() }
      if last.isLink { linkDepth -= 1 }
      if last.isMarked { markDepth -= 1 }
      open.removeLast()
    }
  }

  private mutating func add(_ node: Int) {
    let written = text.append(tree.text(node))
    guard written > 0 else { return }
    if firstNode < 0 { firstNode = node }
    if linkDepth > 0 { linkLength += written }
    if markDepth > 0 { markedLength += written }
    breaks = 0
  }

  /// One line break is kept; two end the block.
  private mutating func lineBreak() {
    breaks += 1
    if breaks > 1 { flush() } else { text.breakLine() }
  }

  private mutating func flush() {
    defer {
      start = text.startStretch()
      firstNode = -1
      linkLength = 0
      markedLength = 0
      breaks = 0
    }
    guard firstNode >= 0 else { return }
    var end = text.bytes.count
    while end > start, text.bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > start else { return }
    blocks.append(
      PageBlock(
        element: open.last?.element ?? 0, node: firstNode, kind: open.last?.kind ?? .plain,
        range: start..<end,
        linkLength: min(linkLength, end - start), sentenceCount: sentences(start..<end),
        markedLength: min(markedLength, end - start)))
  }

  /// Counts `.`, `!`, `?` and `…` (with a closing quotation mark) before a space or the end.
  private func sentences(_ range: Range<Int>) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for index in range {
        guard bytes[index] == 0x2E || bytes[index] == 0x21 || bytes[index] == 0x3F else { continue }
        let next = index + 1
        if next >= range.upperBound || bytes[next] <= 0x22 || bytes[next] == 0x29 || bytes[next] >= 0x80 {
          count += 1
        }
      }
      return count
    }
  }

  private static func isMark(_ tag: PageTag) -> Bool {
    switch tag {
    case .b, .strong, .i, .em, .small: true
    default: false
    }
  }

  private static func kind(_ tag: PageTag) -> PageBlock.Kind? {
    switch tag {
    case .p, .pre: .paragraph
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .li, .dd, .dt: .item
    case .blockquote: .quote
    case .td, .th: .cell
    case .figcaption, .figure, .caption: .caption
    case .div, .section, .article, .main: .plain
    default: nil
    }
  }

  /// Whether a browser starts a new block here; elements of unknown names are taken as inline.
  static func isBlock(_ tag: PageTag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl,
      .dt,
      .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup,
      .hr, .html, .legend, .li, .main, .menu, .nav, .ol, .p, .pre, .section, .summary, .table, .tbody, .td,
      .tfoot, .th, .thead, .tr, .ul:
      true
    default: false
    }
  }
}
