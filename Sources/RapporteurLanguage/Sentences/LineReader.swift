/// Reads the lines of a text; "\r\n", "\r", form feeds and Unicode's separators end a line as "\n" does.
struct LineReader {
  let text: TextBytes

  /// All lines that hold something visible, in order.
  func lines() -> [TextLine] {
    var lines: [TextLine] = []
    var at = 0
    var isAfterEmpty = true
    while at < text.count {
      let (line, next) = readLine(from: at, opensBlock: isAfterEmpty)
      if let line { lines.append(line) }
      isAfterEmpty = line == nil
      at = next
    }
    return lines
  }

  private func readLine(from start: Int, opensBlock: Bool) -> (TextLine?, next: Int) {
    var at = start
    var count = 0
    var indent = 0
    var first: Int?
    var last = start
    var lastCount = 0
    while at < text.count {
      let ending = lengthOfLineEnd(at)
      if ending > 0 {
        at += ending
        break
      }
      let (kind, length) = text.glyph(at: at)
      count += 1
      if kind != .space {
        if first == nil { (first, indent) = (at, count - 1) }
        (last, lastCount) = (at + length, count)
      }
      at += length
    }
    let line = first.map {
      TextLine(range: $0..<last, length: lastCount, indent: indent, opensBlock: opensBlock)
    }
    return (line, at)
  }

  private func lengthOfLineEnd(_ offset: Int) -> Int {
    switch text[offset] {
    case 0x0A...0x0C: return 1
    case 0x0D: return text.byte(at: offset + 1) == 0x0A ? 2 : 1
    case 0xC2: return text.byte(at: offset + 1) == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator = text.byte(at: offset + 1) == 0x80 && 0xA8...0xA9 ~= text.byte(at: offset + 2)
      return isSeparator ? 3 : 0
    default: return 0
    }
  }
}
