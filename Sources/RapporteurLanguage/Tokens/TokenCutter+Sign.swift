/// Punctuation and symbols.
extension TokenCutter {
  /// Cuts the sign at `at`.
  mutating func cutSign(_ kind: Glyph, _ length: Int) {
    if let end = endOfEmoticon() { return emit(to: end) }
    if kind == .apostrophe { return cutApostrophe(length) }
    let byte = text[at]
    if byte == 0x2E, text.kind(at: at + 1) == .digit, !text.kind(before: at).isWord {
      return cutPointNumber()
    }
    if lengthOfEndMark(at) > 0 { return cutEndMarks() }
    switch byte {
    case 0x24, 0x2D, 0x2A, 0x3D, 0x5F, 0x7E, 0x2B, 0x3C, 0x3E, 0x7C, 0x5E, 0x23:
      cutRun(of: byte)
    case 0..<0x80: emit(to: endOfMarks(from: at + 1))
    default: cutSymbol(length)
    }
  }

  /// The length of the full stop, exclamation or question mark or ellipsis at `offset`; 0 for anything else.
  private func lengthOfEndMark(_ offset: Int) -> Int {
    guard offset < text.count else { return 0 }
    switch text[offset] {
    case 0x2E, 0x21, 0x3F: return 1
    case 0xE2: return text.scalar(at: offset).value == 0x2026 ? 3 : 0
    default: return 0
    }
  }

  private mutating func cutEndMarks() {
    var end = at
    while case let step = lengthOfEndMark(end), step > 0, end < limit || end == at { end += step }
    emit(to: endOfMarks(from: end))
  }

  /// The same sign again and again: `--`, `***`.
  private mutating func cutRun(of byte: UInt8) {
    var end = at + 1
    while text.byte(at: end) == byte, end < limit { end += 1 }
    emit(to: endOfMarks(from: end))
  }

  /// `.5`.
  private mutating func cutPointNumber() {
    var end = at + 1
    while end < text.count, text.kind(at: end) == .digit { end += text.glyph(at: end).length }
    emit(to: end)
  }

  /// A clitic behind a quotation mark or number, two apostrophes as a quotation mark, or one alone.
  private mutating func cutApostrophe(_ length: Int) {
    let next = at + length
    let isTight = text.kind(before: at) != .space
    if isTight, text.kind(at: next).isLetter, let end = endOfClitic(next) { return emit(to: end) }
    if text.byte(at: next) == text[at], length == 1 || text.kind(at: next) == .apostrophe {
      return emit(to: next + length)
    }
    emit(to: endOfMarks(from: next))
  }

  /// A symbol with what modifies it: variation selectors, skin tones, joined emoji, the second half of a flag.
  private mutating func cutSymbol(_ length: Int) {
    let isFlag = 0x1F1E6...0x1F1FF ~= text.scalar(at: at).value
    var end = at + length
    if isFlag, end < text.count, 0x1F1E6...0x1F1FF ~= text.scalar(at: end).value { end += 4 }
    while end < text.count, text[end] >= 0x80 {
      let (value, width) = text.scalar(at: end)
      if value == 0x200D {
        let joined = end + width
        guard joined < text.count, text[joined] >= 0x80, text.kind(at: joined) == .other else { break }
        end = joined + text.scalar(at: joined).length
      } else if Glyph(value) == .mark || 0x1F3FB...0x1F3FF ~= value {
        end += width
      } else {
        break
      }
    }
    emit(to: end)
  }

  /// An emoticon that ends the run of visible characters.
  private func endOfEmoticon() -> Int? {
    guard ":;=^(>8".utf8.contains(text[at]) else { return nil }
    var end = at
    while end < text.count, end - at < 5, text[end] > 0x20, text[end] < 0x80 { end += 1 }
    guard end - at < 5, end - at > 1, text.kind(at: end) == .space else { return nil }
    return lexicon.isEmoticon(text.string(at..<end)) ? end : nil
  }
}
