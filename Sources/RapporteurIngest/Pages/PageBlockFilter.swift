/// Leaves out of the body's blocks what is no part of the report: captions, scraps, links to other reports.
struct PageBlockFilter {
  let blocks: [PageBlock]
  let text: [UInt8]
  let phrases: PagePhrases
  let roles: PageRoles
  let title: String?

  /// The blocks of the report, in order.
  func kept() -> [PageBlock] {
    var kept: [PageBlock] = []
    let heading = title.map { PagePhrases.folded(Array($0.utf8)[...]) }
    for (index, block) in blocks.enumerated() {
      let line = text[block.range]
      if block.kind == .heading || block.length < 60, phrases.endsReport(line),
        proseLength(after: index) * 10 < proseLength(after: -1) * 3
      {
        break
      }
      if kept.isEmpty, let heading, PagePhrases.folded(line) == heading { continue }
      if isProse(block, line, isFirst: kept.isEmpty) { kept.append(block) }
    }
    while let last = kept.last, isTail(last) { kept.removeLast() }
    return kept
  }

  /// Whether nothing is lost where the report ends before this block: a heading, a scrap, the author's address.
  private func isTail(_ block: PageBlock) -> Bool {
    if block.kind == .heading { return true }
    if block.sentenceCount == 0, block.kind == .plain, block.length < 60 { return true }
    return block.length < 250 && PageBlockFilter.holdsMailAddress(text[block.range])
  }

  private static func holdsMailAddress(_ line: ArraySlice<UInt8>) -> Bool {
    guard let at = line.firstIndex(of: 0x40), at > line.startIndex, at + 1 < line.endIndex else {
      return false
    }
    let domain = line[(at + 1)...].prefix { $0 > 0x20 }
    return line[at - 1] > 0x20 && domain.dropLast(2).contains(0x2E)
  }

  /// Whether a short line before the first paragraph holds a date and is no sentence: when, and by whom, it was written.
  private static func isDateline(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 140, !isClosed(line), line.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    return MomentParser.moment(String(decoding: line, as: UTF8.self)) != nil
  }

  private func proseLength(after index: Int) -> Int {
    blocks[(index + 1)...].reduce(0) { $0 + ($1.sentenceCount > 0 && $1.linkShare < 0.5 ? $1.ownLength : 0) }
  }

  private func isProse(_ block: PageBlock, _ line: ArraySlice<UInt8>, isFirst: Bool) -> Bool {
    if block.kind == .caption || roles.hints[block.element].contains(.caption) { return false }
    if phrases.isFurniture(line) || phrases.isCaption(line) { return false }
    if isFirst, PageBlockFilter.isDateline(line) { return false }
    let hint = roles.hints[block.element]
    if hint.contains(.byline) || hint.contains(.date), block.length < 200 { return false }
    switch block.kind {
    case .heading: return !isFirst && block.linkShare < 0.5
    case .paragraph, .quote:
      if block.linkShare > 0.8 { return block.sentenceCount > 0 && PageBlockFilter.isClosed(line) }
      return true
    case .item: return block.linkShare < 0.6
    case .cell: return block.linkShare < 0.4 && block.sentenceCount > 0
    case .plain:
      if block.linkShare > 0.5 { return false }
      return block.sentenceCount > 0 || block.ownLength > 50
    case .caption: return false
    }
  }

  /// Whether the line ends as a sentence does.
  private static func isClosed(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last else { return false }
    return last == 0x2E || last == 0x21 || last == 0x3F
  }
}
