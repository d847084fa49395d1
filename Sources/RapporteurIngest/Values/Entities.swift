import CRapporteurMarkup

/// Character references of HTML and XML.
package enum Entities {
  /// The text with `&amp;`, `&eacute;`, `&#233;`, `&#xE9;` resolved; what is no reference stays as it is.
  package static func resolved(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    return String(decoding: resolved(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The same over UTF-8 bytes. One pass: what comes out is not looked at again.
  package static func resolved(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x26, let found = reference(bytes[index...]) {
        result.append(contentsOf: found.text)
        index += found.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The reference that `bytes` start with: its text and its length with `&` and `;`.
  static func reference(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
    let body = bytes.dropFirst().prefix(32)
    guard let first = body.first else { return nil }
    if first == 0x23 { return numeric(body) }
    let name = body.prefix { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
    guard !name.isEmpty, body.dropFirst(name.count).first == 0x3B else { return nil }
    if name.elementsEqual("apos".utf8) { return ([0x27], 6) }
    let code = Array(name).withUnsafeBufferPointer { crm_entity($0.baseAddress, $0.count) }
    guard code >= 0, let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
    return (Array(String(scalar).utf8), name.count + 2)
  }

  /// `#233;` or `#xE9;`; the numbers 128…159 are meant in Windows-1252, as every browser takes them.
  private static func numeric(_ body: ArraySlice<UInt8>) -> (text: [UInt8], length: Int)? {
    let isHex = body.dropFirst().first.map { $0 | 0x20 } == 0x78
    let digits = body.dropFirst(isHex ? 2 : 1).prefix {
      (0x30...0x39).contains($0) || (isHex && (0x61...0x66).contains($0 | 0x20))
    }
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    guard var code = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10) else {
      return nil
    }
    if (0x80...0x9F).contains(code) { code = Windows1252.scalars[Int(code) - 0x80] }
    let scalar = code == 0 ? "\u{FFFD}" : Unicode.Scalar(code) ?? "\u{FFFD}"
    let length = 1 + (isHex ? 2 : 1) + digits.count
    let isClosed = body.dropFirst(length - 1).first == 0x3B
    return (Array(String(scalar).utf8), length + (isClosed ? 1 : 0))
  }
}

/// The half of Windows-1252 that Latin-1 leaves to control characters.
///
/// Source: the WHATWG encoding standard, index windows-1252, <https://encoding.spec.whatwg.org/index-windows-1252.txt>.
enum Windows1252 {
  /// The code points of the bytes 0x80…0x9F.
  static let scalars: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The UTF-8 of one byte of 0x80…0xFF.
  static func utf8(_ byte: UInt8) -> [UInt8] {
    let code = byte < 0xA0 ? scalars[Int(byte) - 0x80] : UInt32(byte)
    return Unicode.Scalar(code).map { Array(String($0).utf8) } ?? [0xEF, 0xBF, 0xBD]
  }
}
