/// Turns UTF-8 byte offsets of one text into offsets in Unicode code points.
///
/// Built in one pass over the text; each lookup afterwards is constant time.
public struct CodePointOffsets: Sendable {
  /// For each block of 64 bytes, the number of code points that start before it.
  private let before: [Int32]
  private let bytes: [UInt8]
  private let isASCII: Bool

  /// Counts the code points of `text`.
  public init(_ text: String) {
    bytes = Array(text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    var counts: [Int32] = []
    if !isASCII {
      var count: Int32 = 0
      for (offset, byte) in bytes.enumerated() {
        if offset & 63 == 0 { counts.append(count) }
        if byte & 0xC0 != 0x80 { count += 1 }
      }
      if bytes.count & 63 == 0 { counts.append(count) }
    }
    before = counts
  }

  /// The number of code points before the byte at `offset`, which must start a code point or end the text.
  public func codePoint(atByte offset: Int) -> Int {
    precondition(offset <= bytes.count, "offset past the end of the text")
    if isASCII { return offset }
    let block = offset >> 6
    var count = Int(before[block])
    for byte in bytes[(block << 6)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The span in code points, as `[start, end]`.
  public func codePoints(of span: TextSpan) -> [Int] {
    [codePoint(atByte: span.start), codePoint(atByte: span.end)]
  }
}
