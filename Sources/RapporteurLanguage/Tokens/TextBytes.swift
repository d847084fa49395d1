/// A text as UTF-8, with the characters that stand in it.
///
/// Swift's `Character` takes "\r\n" for one; here everything is bytes and Unicode scalars.
struct TextBytes: Sendable {
  let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  @inline(__always)
  var count: Int { bytes.count }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { bytes[offset] }

  /// The byte at `offset`, or 0 past the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  /// The kind and the length in bytes of the character at `offset`, which must start one.
  @inline(__always)
  func glyph(at offset: Int) -> (kind: Glyph, length: Int) {
    let byte = bytes[offset]
    if byte < 0x80 { return (Glyph(ascii: byte), 1) }
    let (value, length) = scalar(at: offset)
    return (Glyph(value), length)
  }

  /// The kind at `offset`; white space past the end.
  @inline(__always)
  func kind(at offset: Int) -> Glyph { offset < bytes.count ? glyph(at: offset).kind : .space }

  /// The code point and the length in bytes of the character at `offset`.
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    func tail(_ index: Int) -> UInt32 { UInt32(byte(at: offset + index)) & 0x3F }
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC0..<0xE0: return ((first & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0: return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// The code point of the character that ends before `offset`, or nil at the start.
  func scalar(before offset: Int) -> UInt32? {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start >= 0 ? scalar(at: start).value : nil
  }

  /// The kind of the character that ends before `offset`; white space at the start.
  func kind(before offset: Int) -> Glyph {
    guard offset > 0 else { return .space }
    if bytes[offset - 1] < 0x80 { return Glyph(ascii: bytes[offset - 1]) }
    return scalar(before: offset).map { Glyph($0) } ?? .space
  }

  /// The first visible character at or after `offset`; nil at the end and after an empty line.
  ///
  /// Looks at most 200 bytes ahead, so that a caller that asks at each word stays linear.
  func nextVisible(from offset: Int) -> Int? {
    var at = offset
    var lines = 0
    while at < min(count, offset + 200) {
      if bytes[at] == 0x0A { lines += 1 }
      if lines > 1 { return nil }
      let (kind, length) = glyph(at: at)
      if kind != .space { return at }
      at += length
    }
    return nil
  }

  /// The words between two offsets.
  @inline(__always)
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The words between two offsets, with ASCII capitals made small.
  func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether the ASCII letters of `word`, in any case, stand at `offset`.
  func matches(_ word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= count else { return false }
    return word.withUTF8Buffer { letters in
      letters.indices.allSatisfy { index in
        let byte = bytes[offset + index]
        return (0x41...0x5A ~= byte ? byte | 0x20 : byte) == letters[index]
      }
    }
  }
}
