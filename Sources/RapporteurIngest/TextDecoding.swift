/// Turning bytes into text, or saying where they are none.
public enum TextDecoding {
  /// The text of `bytes`, without a byte order mark.
  ///
  /// - Throws: `IngestError` `.binary` at the first NUL byte, `.invalidUTF8` at the first byte that starts no
  ///   UTF-8 sequence; both carry the offset and the line.
  public static func text(
    of bytes: some BidirectionalCollection<UInt8>, source: String, line: Int? = nil
  ) throws(IngestError) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : Array(bytes)
    let skipped = bytes.count - body.count
    if let offset = body.firstIndex(of: 0) {
      throw IngestError(
        source: source, line: line ?? lineNumber(of: offset, in: body),
        reason: .binary(offset: offset + skipped))
    }
    guard let text = String(validating: body, as: UTF8.self) else {
      let offset = firstInvalidByte(in: body)
      throw IngestError(
        source: source, line: line ?? lineNumber(of: offset, in: body),
        reason: .invalidUTF8(offset: offset + skipped))
    }
    return text
  }

  /// The offset of the first byte that belongs to no well-formed UTF-8 sequence.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var good = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      good += UTF8.width(scalar)
    }
    return min(good, bytes.count)
  }

  private static func lineNumber(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes.prefix(offset).count { $0 == 0x0A }
  }
}
