/// Writes JSON with its keys in the order in which they are given, so that the same value gives the same bytes.
///
/// Slashes are not escaped; text beyond ASCII is written as UTF-8; control characters as `\u00XX`.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var isFirst = true

  init(isIndented: Bool) {
    self.isIndented = isIndented
    bytes.reserveCapacity(1 << 14)
  }

  /// `{ … }`; the body calls `field` for each key.
  mutating func object(_ body: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, body) }

  /// `[ … ]` with one element for each value.
  mutating func array<Values: Sequence>(
    _ values: Values, _ element: (inout JSONWriter, Values.Element) -> Void
  ) {
    nest(0x5B, 0x5D) { writer in
      for value in values {
        writer.separate()
        element(&writer, value)
      }
    }
  }

  /// `"key": value`, where the body writes the value.
  mutating func field(_ key: StaticString, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(0x22)
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
    if isIndented { bytes.append(0x20) }
    body(&self)
  }

  /// `"key": "text"`, or null.
  mutating func field(_ key: StaticString, _ text: String?) { field(key) { $0.string(text) } }

  /// `"key": number`, or null.
  mutating func field(_ key: StaticString, _ number: Int?) { field(key) { $0.integer(number) } }

  /// `"key": ["text", …]`.
  mutating func field(_ key: StaticString, _ texts: [String]) {
    field(key) { $0.flat { writer in writer.array(texts) { $0.string($1) } } }
  }

  /// A string, or null.
  mutating func string(_ text: String?) {
    guard let text else { return null() }
    bytes.append(0x22)
    for byte in text.utf8 { escape(byte) }
    bytes.append(0x22)
  }

  /// A whole number, or null.
  mutating func integer(_ number: Int?) {
    guard let number else { return null() }
    bytes.append(contentsOf: String(number).utf8)
  }

  /// A number in its shortest form (`2.5`, `10`), or null.
  mutating func decimal(_ number: Double?) {
    guard let number else { return null() }
    let text = number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    bytes.append(contentsOf: text.utf8)
  }

  /// `null`.
  mutating func null() { bytes.append(contentsOf: "null".utf8) }

  /// What the body writes, on one line also in an indented record.
  mutating func flat(_ body: (inout JSONWriter) -> Void) {
    guard isIndented else { return body(&self) }
    var inner = JSONWriter(isIndented: false)
    body(&inner)
    bytes.append(contentsOf: inner.bytes)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newline() }
    isFirst = false
    bytes.append(close)
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
    newline()
  }

  private mutating func newline() {
    guard isIndented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
    case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    default: bytes.append(byte)
    }
  }
}
