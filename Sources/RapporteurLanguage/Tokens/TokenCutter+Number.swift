/// Numbers: thousands, decimals, times, dates, telephone numbers, ordinals.
extension TokenCutter {
  /// Cuts the number at `at`, which starts with a digit.
  mutating func cutNumber() {
    if let end = endOfHyphenedNumber() { return emit(to: end) }
    var end = at
    while end < text.count {
      let (kind, length) = text.glyph(at: end)
      if kind == .digit || kind == .mark {
        end += length
      } else if kind != .space, end < limit, joinsDigits(end) {
        end += 1
      } else {
        break
      }
    }
    if let after = endOfDecade(end) { return emit(to: after) }
    guard text.kind(at: end).isLetter else { return emit(to: end) }
    isUnit(at: end) ? emit(to: end) : cutWord(from: end)
  }

  /// Whether the sign at `sign` stands between two parts of one number.
  private func joinsDigits(_ sign: Int) -> Bool {
    guard text.kind(at: sign + 1) == .digit else { return false }
    switch text[sign] {
    case 0x2E, 0x3A, 0x2F: return true
    case 0x2C:
      var digits = 0
      while digits < 4, 0x30...0x39 ~= text.byte(at: sign + 1 + digits) { digits += 1 }
      return digits == 3 || (digits == 2 && text.byte(at: sign + 3) == 0x2C)
    default: return false
    }
  }

  /// `555-010-4477`, `2031-03-06`, `555-0104`: three groups, or three and four digits.
  private func endOfHyphenedNumber() -> Int? {
    var end = at
    var groups = [0]
    while end < text.count, end - at < 24 {
      if 0x30...0x39 ~= text[end] {
        groups[groups.count - 1] += 1
      } else if text[end] == 0x2D, 0x30...0x39 ~= text.byte(at: end + 1) {
        groups.append(0)
      } else {
        break
      }
      end += 1
    }
    guard groups.count >= 3 || groups == [3, 4], !text.kind(at: end).isWord else { return nil }
    return end
  }

  /// `1980's`: the clitic of a decade belongs to the number.
  private func endOfDecade(_ end: Int) -> Int? {
    guard end - at == 4 || end - at == 2, text[end - 1] == 0x30, text.kind(at: end) == .apostrophe else {
      return nil
    }
    let letters = end + text.glyph(at: end).length
    guard text.byte(at: letters) == 0x73, !text.kind(at: letters + 1).isWord else { return nil }
    return letters + 1
  }

  private func isUnit(at offset: Int) -> Bool {
    var end = offset
    while end < text.count, end - offset < 5, 0x61...0x7A ~= text[end] | 0x20 { end += 1 }
    if text.byte(at: end) == 0x2E, text.byte(at: end + 1) | 0x20 == 0x6D {
      return lexicon.isUnit(text.lowercased(offset..<end) + ".m")
    }
    return !text.kind(at: end).isWord && lexicon.isUnit(text.string(offset..<end))
  }
}
