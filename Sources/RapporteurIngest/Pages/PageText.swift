/// Text under construction: white space is collapsed as a browser shows it.
struct PageText {
  /// What was written, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Whether a space is due before the next letter.
  private var owesSpace = false
  /// Where the current stretch starts.
  private var start = 0

  /// Ends a word.
  mutating func space() { owesSpace = true }

  /// Starts a new stretch at the end of the buffer; returns where it starts.
  mutating func startStretch() -> Int {
    owesSpace = false
    start = bytes.count
    return start
  }

  /// Breaks the line, unless nothing stands on it yet.
  mutating func breakLine() {
    owesSpace = false
    if bytes.count > start, bytes.last != 0x0A { bytes.append(0x0A) }
  }

  /// Takes everything from `start` away.
  mutating func discard(from start: Int) {
    bytes.removeSubrange(start...)
    _ = startStretch()
  }

  /// Adds text; control characters of Latin-1 are meant in Windows-1252. Returns how many bytes were
  /// written.
  @discardableResult
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let before = bytes.count
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte <= 0x20 || byte == 0x7F {
        owesSpace = true
        index += 1
      } else if byte == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 {
        appendWord(Windows1252.utf8(text[index + 1]))
        index += 2
      } else if byte == 0xC2 || byte == 0xE2 || byte == 0xEF, let skip = invisible(text, index) {
        if skip.isSpace { owesSpace = true }
        index += skip.length
      } else {
        let first = index
        index += 1
        while index < text.count, PageText.isPlain(text[index]) { index += 1 }
        appendWord(text[first..<index])
      }
    }
    return bytes.count - before
  }

  private mutating func appendWord(_ word: some Collection<UInt8>) {
    if owesSpace, bytes.count > start, bytes.last != 0x0A { bytes.append(0x20) }
    owesSpace = false
    bytes.append(contentsOf: word)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
  }

  /// No-break and other wide spaces count as white space; zero-width signs and soft hyphens are left out.
  private func invisible(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (length: Int, isSpace: Bool)? {
    func next(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
    switch (text[index], next(1), next(2)) {
    case (0xC2, 0xA0, _): return (2, true)
    case (0xC2, 0xAD, _): return (2, false)
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF): return (3, true)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
      return (3, false)
    default: return nil
    }
  }

  /// The text from `start` on, without white space at its end.
  func string(from start: Int) -> String {
    var end = bytes.count
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    guard start < end else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
