/// Reads XML that may be broken: feeds and wires as they are found.
///
/// Bare ampersands and `<` stay as they are, HTML's entities are known without a declaration, an end tag closes what
/// was left open inside, a CDATA section or a comment may lack its end. No declared entity is ever expanded and
/// nothing is loaded: a document type is passed over.
package struct LooseXML {
  /// Elements nested deeper stand beside each other instead.
  static let depthLimit = 200
  /// What follows this many elements is not read.
  static let elementLimit = 1_000_000

  private let bytes: [UInt8]
  private var position = 0
  private var open: [Open]
  private var count = 0

  private struct Open {
    let element: LooseElement
    /// Prefix to namespace word, "" for the default.
    let spaces: [String: String]
  }

  /// The root of a document of UTF-8 bytes; an element without a name that holds all there is.
  package static func parse(_ bytes: [UInt8], base: String = "") -> LooseElement {
    let root = LooseElement(name: "", space: "", attributes: [:], base: base, language: nil)
    var parser = LooseXML(bytes: bytes, open: [Open(element: root, spaces: [:])])
    parser.run()
    return root
  }

  private init(bytes: [UInt8], open: [Open]) {
    self.bytes = bytes
    self.open = open
  }

  private mutating func run() {
    while position < bytes.count, count < LooseXML.elementLimit {
      guard bytes[position] == 0x3C else {
        text(upTo: bytes[position...].firstIndex(of: 0x3C) ?? bytes.count)
        continue
      }
      markup()
    }
  }

  private func starts(_ word: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes[position...].prefix(wanted.count).elementsEqual(wanted)
  }

  private mutating func markup() {
    if starts("<!--") { return skip(past: "-->", from: position + 4) }
    if starts("<![CDATA[") { return section() }
    if starts("<?") { return skip(past: "?>", from: position + 2) }
    if starts("<!") { return declaration() }
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if next == 0x2F { return endTag() }
    if LooseXML.startsName(next) { return startTag() }
    text(upTo: bytes[(position + 1)...].firstIndex(of: 0x3C) ?? bytes.count)
  }

  private func find(_ word: StaticString, from start: Int) -> Int? {
    let wanted = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    guard start <= bytes.count - wanted.count else { return nil }
    return (start...(bytes.count - wanted.count)).first {
      bytes[$0] == wanted[0] && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
  }

  private mutating func skip(past word: StaticString, from start: Int) {
    position = find(word, from: min(start, bytes.count)).map { $0 + word.utf8CodeUnitCount } ?? bytes.count
  }

  /// `<!DOCTYPE …[ … ]>`: passed over with its declarations.
  private mutating func declaration() {
    var depth = 0
    while position < bytes.count {
      defer { position += 1 }
      switch bytes[position] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth <= 0: return
      default: break
      }
    }
  }

  private mutating func section() {
    let start = position + 9
    let end = find("]]>", from: min(start, bytes.count))
    add(String(decoding: bytes[min(start, bytes.count)..<(end ?? bytes.count)], as: UTF8.self))
    position = end.map { $0 + 3 } ?? bytes.count
  }

  private mutating func text(upTo end: Int) {
    add(String(decoding: Entities.resolved(bytes[position..<end]), as: UTF8.self))
    position = end
  }

  private func add(_ text: String) {
    guard !text.isEmpty, let parent = open.last?.element else { return }
    parent.children.append(.text(text))
  }

  private mutating func endTag() {
    position += 2
    let name = LooseXML.local(readName())
    position = bytes[position...].firstIndex(of: 0x3E).map { $0 + 1 } ?? bytes.count
    guard let index = open.lastIndex(where: { $0.element.name == name }), index > 0 else { return }
    open.removeSubrange(index...)
  }

  private mutating func startTag() {
    position += 1
    let name = readName()
    let (attributes, isClosed) = readAttributes()
    guard let parent = open.last else { return }
    var spaces = parent.spaces
    for (key, value) in attributes {
      if key == "xmlns" { spaces[""] = LooseNamespaces.word(value) }
      if key.hasPrefix("xmlns:") { spaces[String(key.dropFirst(6))] = LooseNamespaces.word(value) }
    }
    let given = attributes["xml:base"]
    let element = LooseElement(
      name: LooseXML.local(name), space: LooseXML.space(name, spaces), attributes: attributes,
      base: given.map { Address.resolve($0, against: parent.element.base) } ?? parent.element.base,
      language: attributes["xml:lang"].map { $0.isEmpty ? nil : $0 } ?? parent.element.language)
    parent.element.children.append(.element(element))
    count += 1
    if !isClosed, open.count < LooseXML.depthLimit { open.append(Open(element: element, spaces: spaces)) }
  }

  private mutating func readName() -> String {
    let start = position
    while position < bytes.count, bytes[position] > 0x20, ![0x3E, 0x2F, 0x3D, 0x3C].contains(bytes[position])
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
  }

  private mutating func readAttributes() -> (attributes: [String: String], isClosed: Bool) {
    var attributes: [String: String] = [:]
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x3E {
        position += 1
        return (attributes, false)
      }
      if byte == 0x2F, position + 1 < bytes.count, bytes[position + 1] == 0x3E {
        position += 2
        return (attributes, true)
      }
      if byte == 0x3C { return (attributes, false) }
      guard byte > 0x20, byte != 0x2F, byte != 0x3D else {
        position += 1
        continue
      }
      let name = readName()
      attributes[name] = readValue() ?? ""
    }
    return (attributes, false)
  }

  private mutating func readValue() -> String? {
    var next = position
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, bytes[next] == 0x3D else { return nil }
    next += 1
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count else { return nil }
    let quote = bytes[next]
    if quote == 0x22 || quote == 0x27 {
      let end = bytes[(next + 1)...].firstIndex(of: quote) ?? bytes.count
      position = min(end + 1, bytes.count)
      return String(decoding: Entities.resolved(bytes[(next + 1)..<end]), as: UTF8.self)
    }
    let end = bytes[next...].firstIndex { $0 <= 0x20 || $0 == 0x3E } ?? bytes.count
    position = end
    return String(decoding: Entities.resolved(bytes[next..<end]), as: UTF8.self)
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x3A
      || byte >= 0x80
  }

  private static func local(_ name: String) -> String {
    name.split(separator: ":", maxSplits: 1).last.map(String.init) ?? name
  }

  private static func space(_ name: String, _ spaces: [String: String]) -> String {
    guard let colon = name.firstIndex(of: ":") else { return spaces[""] ?? "" }
    let prefix = String(name[..<colon])
    return spaces[prefix] ?? LooseNamespaces.word(prefix: prefix)
  }
}
