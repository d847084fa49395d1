/// Finds the report's text among the blocks of a page.
///
/// Each block is worth what it holds of running text, or costs something where it is mostly links or a scrap. The
/// worth goes up to the elements around it and shrinks with each step; the element with the most is the body. What
/// stands in it and is no prose of the report is left out.
struct PageBody {
  /// What is left of a block's worth one element further out.
  private static let decay = 0.92
  /// The same where the element is the teaser of another report.
  private static let teaserDecay = 0.3

  private let tree: PageTree
  private let roles: PageRoles
  private let phrases: PagePhrases
  private let blocks: [PageBlock]
  private let text: [UInt8]

  init(_ tree: PageTree, roles: PageRoles, phrases: PagePhrases) {
    self.tree = tree
    self.roles = roles
    self.phrases = phrases
    var finder = PageBlockFinder(tree, roles: roles)
    finder.run()
    blocks = finder.blocks
    text = finder.text.bytes
  }

  /// The paragraphs of the body, each as text; `title` is left out where it stands before them.
  func paragraphs(title: String?) -> [String] {
    guard let container = container() else { return [] }
    let end = tree.end(container)
    let inside = blocks.filter { $0.node > container && $0.node < end }
    let kept = PageBlockFilter(blocks: inside, text: text, phrases: phrases, roles: roles, title: title)
      .kept()
    return kept.map { String(decoding: text[$0.range], as: UTF8.self) }
  }

  /// What the blocks below an element come to.
  private struct Sum {
    var worth = 0.0
    var proseCount: Int32 = 0
    var linkCount: Int32 = 0
  }

  /// The element that holds the body; nil where nothing on the page reads like prose.
  private func container() -> Int? {
    var sums = Array(repeating: Sum(), count: tree.count)
    for block in blocks {
      sums[block.element].worth += PageBody.worth(of: block) * weight(of: block)
      if block.linkShare > 0.5 {
        sums[block.element].linkCount += 1
      } else if block.ownLength > 40, block.kind != .heading {
        sums[block.element].proseCount += 1
      }
    }
    var best: Int?
    var most = 0.0
    for node in stride(from: tree.count - 1, through: 0, by: -1) where sums[node].worth != 0 {
      let sum = sums[node]
      let parent = tree.parent(node)
      if parent >= 0 {
        sums[parent].worth += sum.worth * (isTeaser(sum) ? PageBody.teaserDecay : PageBody.decay)
        sums[parent].proseCount += sum.proseCount
        sums[parent].linkCount += sum.linkCount
      }
      let candidate = sum.worth * bonus(of: node)
      if candidate > most, isContainer(node) {
        most = candidate
        best = node
      }
    }
    return best
  }

  /// One paragraph beside a link: the teaser of another report.
  private func isTeaser(_ sum: Sum) -> Bool { sum.proseCount == 1 && sum.linkCount > 0 && sum.worth < 600 }

  private func isContainer(_ node: Int) -> Bool {
    switch tree.tag(node) {
    case .text, .p, .ul, .ol, .li, .h1, .h2, .h3, .h4, .blockquote, .html: false
    default: true
    }
  }

  private func bonus(of node: Int) -> Double {
    var bonus = 1.0
    if roles.hints[node].contains(.body) { bonus *= 1.6 }
    if roles.hints[node].contains(.boilerplate) || roles.hints[node].contains(.comments) { bonus *= 0.8 }
    switch tree.tag(node) {
    case .article: bonus *= 1.05
    case .body: bonus *= 0.95
    default: break
    }
    return bonus
  }

  private func weight(of block: PageBlock) -> Double {
    block.kind == .caption || roles.hints[block.element].contains(.caption) ? 0.2 : 1
  }

  /// Bytes of prose; less than 0 for a scrap or a list of links.
  private static func worth(of block: PageBlock) -> Double {
    let own = Double(block.ownLength)
    if block.linkShare > 0.5 { return -Double(min(block.length, 60)) * 0.3 }
    switch block.kind {
    case .heading: return 0
    case .caption: return own * 0.2
    case .item: return block.sentenceCount > 0 ? own * 0.6 : -5
    case .cell: return block.sentenceCount > 0 ? own * 0.5 : -5
    case .paragraph, .quote: return own >= 25 ? own * (block.sentenceCount > 0 ? 1 : 0.5) : 0
    case .plain: return block.sentenceCount > 0 && own > 40 ? own * 0.9 : -5
    }
  }
}
