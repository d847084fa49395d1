/// Words: letters with clitics, points, hyphens and ampersands.
extension TokenCutter {
  /// Cuts the word at `at`, whose first bytes up to `first` are known to belong to it.
  mutating func cutWord(from first: Int) {
    var end = first
    var segment = at
    while end < text.count {
      let byte = text[end]
      if 0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte {
        end += 1
        continue
      }
      if byte <= 0x20 { break }
      let (kind, length) = text.glyph(at: end)
      if kind.isWord {
        end += length
        continue
      }
      guard end > at, end < limit, let next = continuation(end, kind, length, &segment) else { break }
      if next < 0 { return }
      end = next
    }
    cutContraction(to: min(end, max(limit, at + 1)))
  }

  /// Where the word goes on behind the sign at `sign`; nil where it ends; -1 where tokens were cut off.
  private mutating func continuation(_ sign: Int, _ kind: Glyph, _ length: Int, _ segment: inout Int) -> Int?
  {
    let next = sign + length
    if kind == .apostrophe { return apostrophe(sign, next) }
    if kind == .hyphen {
      guard hyphenStays(segment..<sign, next) else { return nil }
      segment = next
      return next
    }
    switch text[sign] {
    case 0x2E: return point(sign)
    case 0x26:
      let isShort = sign - at <= 3 && text.kind(before: sign) == .capital
      return isShort && text.kind(at: next) == .capital ? next : nil
    case 0x5F: return text.kind(at: next).isWord || text.byte(at: next) == 0x5F ? next : nil
    default: return nil
    }
  }

  /// `cannot`, `gonna`: one run of letters that is two words.
  private mutating func cutContraction(to end: Int) {
    let isCapital = text.kind(at: at) == .capital
    guard end - at <= lexicon.longestContraction,
      let parts = lexicon.parts(of: text.lowercased(at..<end), hasCapital: isCapital)
    else { return emit(to: end) }
    for length in parts { emit(to: at + length) }
  }

  // MARK: - Apostrophes

  /// A clitic is cut off; any other letter behind an apostrophe goes on with the word (`O'Brien`).
  private mutating func apostrophe(_ sign: Int, _ next: Int) -> Int? {
    guard text.kind(at: next).isLetter else { return nil }
    if endsAfter(next, "t"), sign - at > 1, text[sign - 1] | 0x20 == 0x6E {
      emit(to: sign - 1)
      emit(to: next + 1)
      return -1
    }
    if let end = endOfClitic(next) {
      cutContraction(to: sign)
      emit(to: end)
      return -1
    }
    return text[sign] == 0x60 ? nil : next
  }

  /// The end of the clitic whose letters start at `offset`, or nil.
  func endOfClitic(_ offset: Int) -> Int? {
    for one in ["s", "m", "d"] as [StaticString] where endsAfter(offset, one) { return offset + 1 }
    for two in ["re", "ve", "ll"] as [StaticString] where endsAfter(offset, two) { return offset + 2 }
    return nil
  }

  /// Whether `letters` stand at `offset` and no word goes on behind them.
  private func endsAfter(_ offset: Int, _ letters: StaticString) -> Bool {
    text.matches(letters, at: offset) && !text.kind(at: offset + letters.utf8CodeUnitCount).isWord
  }

  // MARK: - Hyphens

  /// Whether the hyphen behind `segment` stays in the word.
  private func hyphenStays(_ segment: Range<Int>, _ next: Int) -> Bool {
    guard text.kind(at: next).isWord, segment.lowerBound == at else { return false }
    if segment.count <= 8, lexicon.isPrefix(text.lowercased(segment)) { return true }
    var end = next
    while end < text.count, end - next <= 6, text.kind(at: end).isWord { end += 1 }
    return end - next <= 6 && lexicon.isSuffix(text.lowercased(next..<min(end, text.count)))
  }

  // MARK: - Points

  /// What a point behind letters is: part of an abbreviation or a web name, or the end of the word (nil).
  private mutating func point(_ sign: Int) -> Int? {
    let next = sign + 1
    let isTight = text.kind(at: next).isWord
    if isTight, let end = endOfWebName(through: next) ?? endOfDottedName(sign) {
      emit(to: end)
      return -1
    }
    if let end = endOfLetterPoints(sign) {
      emit(to: end)
      return -1
    }
    if let end = endOfDottedAbbreviation(next) ?? endOfAbbreviation(sign) {
      emit(to: end)
      return -1
    }
    let isVersion = isTight && text.kind(before: sign) == .digit && text.kind(at: next) == .digit
    return isVersion ? next : nil
  }

  /// `U.S.`, `a.m.`, `J.`: single letters with points. A lone letter must look like an initial.
  private func endOfLetterPoints(_ sign: Int) -> Int? {
    guard sign == endOfMarks(from: at + text.glyph(at: at).length), text.kind(at: at).isLetter else {
      return nil
    }
    var end = sign
    var letters = 1
    while end + 1 < text.count, letters < 12 {
      let (kind, length) = text.glyph(at: end + 1)
      guard kind.isLetter, !text.kind(at: end + 1 + length).isWord else { break }
      letters += 1
      end += 1 + length
      guard text.byte(at: end) == 0x2E else { return end }
    }
    if letters > 1 { return end + 1 }
    return isInitial(sign) ? sign + 1 : nil
  }

  private func isInitial(_ sign: Int) -> Bool {
    guard let next = text.nextVisible(from: sign + 1) else { return false }
    let following = text.kind(at: next)
    if text.kind(at: at) == .small { return following == .digit && text[at] != 0x61 && text[at] != 0x69 }
    guard following == .capital else { return text[next] == 0x2C && text[at] != 0x49 }
    let word = wordAt(next)
    if lexicon.isStarter(word) { return false }
    return text[at] != 0x49 || isCapitalised(spans.count - 1)
  }

  private func isCapitalised(_ index: Int) -> Bool {
    spans.indices.contains(index) && text.kind(at: spans[index].start) == .capital
  }

  /// The lower-cased ASCII word at `offset`, at most 12 letters.
  private func wordAt(_ offset: Int) -> String {
    var end = offset
    while end < text.count, end - offset < 12, 0x61...0x7A ~= text[end] | 0x20 { end += 1 }
    return text.lowercased(offset..<end)
  }

  /// `Ph.D.`: an abbreviation with a point inside.
  private func endOfDottedAbbreviation(_ inner: Int) -> Int? {
    guard text.kind(at: inner).isLetter else { return nil }
    var end = inner
    while end < text.count, end - at < 8, 0x61...0x7A ~= text[end] | 0x20 { end += 1 }
    guard text.byte(at: end) == 0x2E, lexicon.abbreviation(text.string(at..<end)) != nil else { return nil }
    return end + 1
  }

  private func endOfAbbreviation(_ sign: Int) -> Int? {
    guard sign - at <= 12, let known = lexicon.abbreviation(text.string(at..<sign)) else { return nil }
    if text.byte(at: sign + 1) == 0x2E { return nil }
    let following = text.nextVisible(from: sign + 1).map { text.kind(at: $0) } ?? .space
    switch known.condition {
    case .any: return sign + 1
    case .number: return following == .digit ? sign + 1 : nil
    case .capital: return following == .capital || following == .digit ? sign + 1 : nil
    }
  }

  /// `example.org`, with its path where one follows.
  private mutating func endOfWebName(through offset: Int) -> Int? {
    guard offset > plainUntil else { return nil }
    var end = offset
    var last = offset
    while end < text.count, isWebByte(text[end]) {
      if text[end] == 0x2E {
        guard end + 1 < text.count, isWebByte(text[end + 1]), text[end + 1] != 0x2E else { break }
        last = end + 1
      }
      end += 1
    }
    plainUntil = end
    guard end - last <= 5, lexicon.isWebEnding(text.lowercased(last..<end)) else { return nil }
    guard text.byte(at: end) == 0x2F, text.kind(at: end + 1).isWord else { return end }
    while end < text.count, isWebByte(text[end]) || text[end] == 0x2F { end += 1 }
    while text[end - 1] == 0x2E { end -= 1 }
    return end
  }

  /// `sci.space.policy`: three or more small words of two letters and more, tied by points, are one name.
  private func endOfDottedName(_ sign: Int) -> Int? {
    guard isSmallWord(at..<sign) else { return nil }
    var end = sign
    var parts = 1
    while text.byte(at: end) == 0x2E, end - at < 80 {
      var next = end + 1
      while next < text.count, isSmallLetter(text[next]) || text[next] == 0x2D { next += 1 }
      guard isSmallWord(end + 1..<next), !text.kind(at: next).isWord else { break }
      parts += 1
      end = next
    }
    return parts > 2 ? end : nil
  }

  private func isSmallWord(_ range: Range<Int>) -> Bool {
    range.count > 1 && range.allSatisfy { isSmallLetter(text[$0]) || text[$0] == 0x2D }
  }

  private func isSmallLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte }

  private func isWebByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || byte == 0x2E || byte == 0x2D
  }
}
