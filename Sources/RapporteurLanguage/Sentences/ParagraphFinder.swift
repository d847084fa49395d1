import RapporteurCore

/// Joins lines that were broken to a width into paragraphs, and says what kind of line each is.
///
/// A line break inside a block is taken for a wrapped one where the first word of the next line would not have
/// fitted in the width of the block (Kernighan and Plauger's filling, read backwards), or where a line without
/// an end mark is followed by a small letter.
struct ParagraphFinder {
  /// Wider lines aren't wrapped by hand.
  static let widestWrap = 110
  /// Narrower blocks are verse, lists or headings.
  static let narrowestWrap = 45

  let text: TextBytes

  func paragraphs() -> [Paragraph] {
    let lines = LineReader(text: text).lines()
    var found: [Paragraph] = []
    var index = 0
    while index < lines.count {
      var blockEnd = index + 1
      while blockEnd < lines.count, !lines[blockEnd].opensBlock { blockEnd += 1 }
      let block = lines[index..<blockEnd]
      append(block, to: &found)
      index = blockEnd
    }
    return found
  }

  private func append(_ block: ArraySlice<TextLine>, to found: inout [Paragraph]) {
    let width = block.reduce(0) { max($0, $1.length) }
    var first = block.startIndex
    for index in block.indices {
      let next = index + 1
      if next < block.endIndex, isWrapped(block[index], block[next], width: width) { continue }
      let range = block[first].range.lowerBound..<block[index].range.upperBound
      found.append(Paragraph(range: range, kind: kind(of: range, isOneLine: first == index)))
      first = next
    }
  }

  private func isWrapped(_ line: TextLine, _ next: TextLine, width: Int) -> Bool {
    if isListItem(next.range) || next.indent > line.indent + 1 { return false }
    if !hasEndMark(line.range), text.kind(at: next.range.lowerBound) == .small { return true }
    guard ParagraphFinder.narrowestWrap...ParagraphFinder.widestWrap ~= width else { return false }
    return line.length + 1 + lengthOfFirstWord(next.range) > width - 2
  }

  private func lengthOfFirstWord(_ range: Range<Int>) -> Int {
    var length = 0
    for offset in range where text[offset] & 0xC0 != 0x80 {
      if text[offset] <= 0x20 { break }
      length += 1
    }
    return length
  }

  // MARK: - Kinds

  private func kind(of range: Range<Int>, isOneLine: Bool) -> Sentence.Kind {
    if isListItem(range) { return .listItem }
    guard isOneLine else { return .prose }
    if isByline(range) { return .byline }
    return isHeading(range) ? .heading : .prose
  }

  /// A short line without an end mark, comma or colon at its end.
  private func isHeading(_ range: Range<Int>) -> Bool {
    range.count <= 160 && !hasEndMark(range)
      && ![0x2C, 0x3A, 0x3B, 0x2D].contains(text[range.upperBound - 1])
  }

  /// `By Jane Roe`.
  private func isByline(_ range: Range<Int>) -> Bool {
    range.count <= 100 && !hasEndMark(range) && text.matches("by ", at: range.lowerBound)
      && text[range.lowerBound] == 0x42 && text.kind(at: range.lowerBound + 3) == .capital
  }

  /// `- text`, `• text`, `1. text`, `(a) text`.
  private func isListItem(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    let (value, length) = text.scalar(at: start)
    switch value {
    case 0x2D, 0x2A, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x2013, 0xB7, 0x25E6:
      return start + length < range.upperBound && text.kind(at: start + length) == .space
    default: return isNumbered(range)
    }
  }

  private func isNumbered(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    let hasBracket = text[at] == 0x28
    if hasBracket { at += 1 }
    let first = at
    while at < range.upperBound, at - first < 3, 0x30...0x39 ~= text[at] { at += 1 }
    if at == first, text.kind(at: at) == .small { at += text.glyph(at: at).length }
    guard at > first, at + 1 < range.upperBound, text.kind(at: at + 1) == .space else { return false }
    return text[at] == 0x29 || (text[at] == 0x2E && !hasBracket && text.kind(at: first) == .digit)
  }

  /// Whether the range ends with a full stop, exclamation or question mark, quotes and brackets aside.
  private func hasEndMark(_ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, let value = text.scalar(before: end) {
      switch value {
      case 0x2E, 0x21, 0x3F, 0x2026: return true
      case 0x22, 0x27, 0x29, 0x5D, 0x2018...0x201F: end -= value < 0x80 ? 1 : 3
      default: return false
      }
    }
    return false
  }
}
