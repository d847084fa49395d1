/// Reads JSON.
///
/// Strict it follows RFC 8259; lenient it also takes what pages write: line breaks inside strings, a comma before a
/// closing bracket, and anything after the first value.
package struct JSONParser {
  /// Values nested deeper are refused.
  static let depthLimit = 128

  private let bytes: [UInt8]
  private let isLenient: Bool
  private var position = 0

  /// Parses `bytes`, which must be UTF-8 without a byte order mark.
  package static func parse(
    _ bytes: some Collection<UInt8>, isLenient: Bool = false
  ) throws(JSONFault) -> JSONValue {
    var parser = JSONParser(bytes: Array(bytes), isLenient: isLenient)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    if !isLenient, parser.position < parser.bytes.count { throw parser.fault("something follows the value") }
    return value
  }

  private init(bytes: [UInt8], isLenient: Bool) {
    self.bytes = bytes
    self.isLenient = isLenient
  }

  private func fault(_ what: String) -> JSONFault { JSONFault(offset: position, what: what) }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < JSONParser.depthLimit else { throw fault("values nested too deeply") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")), UInt8(ascii: "-"): return try number()
    default: throw fault(current == nil ? "the text ends where a value should stand" : "no value")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
    guard bytes[position...].prefix(count).elementsEqual(expected) else { throw fault("no value") }
    position += count
    return value
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if takes(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      if isLenient, takes(UInt8(ascii: "}")) { return .object(members) }
      guard current == UInt8(ascii: "\"") else { throw fault("no member name") }
      let name = try string()
      skipSpace()
      guard takes(UInt8(ascii: ":")) else { throw fault("no ':' after a member name") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if takes(UInt8(ascii: "}")) { return .object(members) }
      guard takes(UInt8(ascii: ",")) else { throw fault("no ',' or '}' after a member") }
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    position += 1
    var elements: [JSONValue] = []
    skipSpace()
    if takes(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      skipSpace()
      if isLenient, takes(UInt8(ascii: "]")) { return .array(elements) }
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if takes(UInt8(ascii: "]")) { return .array(elements) }
      guard takes(UInt8(ascii: ",")) else { throw fault("no ',' or ']' after an element") }
    }
  }

  private mutating func digits() -> Int {
    let start = position
    while let byte = current, (0x30...0x39).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    _ = takes(UInt8(ascii: "-"))
    let first = current
    let whole = digits()
    guard whole > 0, whole == 1 || first != 0x30 else { throw fault("no number") }
    if takes(UInt8(ascii: ".")), digits() == 0 { throw fault("no digit after the point") }
    if takes(UInt8(ascii: "e")) || takes(UInt8(ascii: "E")) {
      if !takes(UInt8(ascii: "+")) { _ = takes(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw fault("no digit in the exponent") }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func string() throws(JSONFault) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20 where !isLenient: throw fault("a control character inside a string")
      default: text.append(byte)
      }
    }
    throw fault("a string without its end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard let byte = current else { throw fault("a string without its end") }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): try unicode(into: &text)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    default:
      guard isLenient else { throw fault("no escape sequence") }
      text.append(byte)
    }
  }

  private mutating func unit() throws(JSONFault) -> UInt32 {
    guard position + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits are missing") }
    position += 4
    return unit
  }

  /// One code point, or two halves of one; a lone half becomes U+FFFD.
  private mutating func unicode(into text: inout [UInt8]) throws(JSONFault) {
    var code = try unit()
    if (0xD800..<0xDC00).contains(code), bytes[position...].starts(with: [0x5C, 0x75]) {
      let before = position
      position += 2
      let low = try unit()
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      } else {
        position = before
      }
    }
    text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
  }
}
