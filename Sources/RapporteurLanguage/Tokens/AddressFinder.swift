/// Finds web and mail addresses, handles and tags in a run of visible characters.
struct AddressFinder {
  let text: TextBytes

  /// The addresses from `start` to the next white space, and where that is. Linear in the run.
  func addresses(from start: Int) -> ([Range<Int>], end: Int) {
    var end = start
    var isSuspect = false
    while end < text.count {
      let byte = text[end]
      if byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 {
        if text.kind(at: end) == .space { break }
      }
      if byte == 0x40 || byte == 0x23 || (byte == 0x3A && text.byte(at: end + 1) == 0x2F) { isSuspect = true }
      if byte == 0x77 && text.byte(at: end + 1) == 0x77 { isSuspect = true }
      end += 1
    }
    return (isSuspect ? find(in: start..<end) : [], end)
  }

  private func find(in run: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = run.lowerBound
    var free = run.lowerBound
    while at < run.upperBound {
      guard let range = address(at: at, free: free, end: run.upperBound) else {
        at += 1
        continue
      }
      found.append(range)
      at = range.upperBound
      free = at
    }
    return found
  }

  private func address(at offset: Int, free: Int, end: Int) -> Range<Int>? {
    switch text[offset] {
    case 0x3A: web(colon: offset, free: free, end: end)
    case 0x77, 0x57: bareWeb(offset, free: free, end: end)
    case 0x40: mail(sign: offset, free: free, end: end) ?? tag(offset, end: end)
    case 0x23: tag(offset, end: end)
    default: nil
    }
  }

  /// `https://…`: letters before the colon, two slashes after it.
  private func web(colon: Int, free: Int, end: Int) -> Range<Int>? {
    guard text.byte(at: colon + 1) == 0x2F, text.byte(at: colon + 2) == 0x2F else { return nil }
    var start = colon
    while start > free, colon - start < 8, isLetter(text[start - 1]) { start -= 1 }
    guard start < colon else { return nil }
    let last = trimmed(colon + 3, end)
    return last > colon + 3 ? start..<last : nil
  }

  private func bareWeb(_ start: Int, free: Int, end: Int) -> Range<Int>? {
    guard start == free || !isName(text[start - 1]), text.matches("www.", at: start) else { return nil }
    let last = trimmed(start + 4, end)
    return last > start + 4 ? start..<last : nil
  }

  /// `jane.roe@example.org`.
  private func mail(sign: Int, free: Int, end: Int) -> Range<Int>? {
    var start = sign
    while start > free, isName(text[start - 1]) || text[start - 1] == 0x25 || text[start - 1] == 0x2B {
      start -= 1
    }
    var last = sign + 1
    while last < end, isName(text[last]), text[last] != 0x5F { last += 1 }
    while last > sign + 1, text[last - 1] == 0x2E || text[last - 1] == 0x2D { last -= 1 }
    return start < sign && last > sign + 1 ? start..<last : nil
  }

  /// `@handle` or `#tag`: not inside a word, and with a letter in front.
  private func tag(_ start: Int, end: Int) -> Range<Int>? {
    guard !text.kind(before: start).isWord, text.kind(at: start + 1).isLetter else { return nil }
    var last = start + 1
    while last < end {
      let (kind, length) = text.glyph(at: last)
      guard kind.isWord || text[last] == 0x5F else { break }
      last += length
    }
    return start..<last
  }

  /// The end of an address without the punctuation that closes the sentence around it.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var last = end
    while last > start {
      var first = last - 1
      while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
      let (value, length) = text.scalar(at: first)
      guard first + length == last, AddressFinder.closes(value) else { return last }
      last = first
    }
    return last
  }

  private static func closes(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x22, 0x29, 0x5D, 0x3E, 0x7D, 0x2018...0x201F, 0x2026,
      0xBB:
      true
    default: false
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  private func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || 0x30...0x39 ~= byte || byte == 0x2E || byte == 0x2D || byte == 0x5F
  }
}
