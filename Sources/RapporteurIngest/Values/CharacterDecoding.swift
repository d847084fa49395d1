import CRapporteurMarkup

/// Turns the bytes of pages and feeds, in whatever character set, into UTF-8.
package enum CharacterDecoding {
  /// The text of `bytes` as UTF-8 without NUL and byte order mark; never fails.
  ///
  /// A byte order mark tells most; then what the transport said, then what the document says, then whether the bytes
  /// are UTF-8; else they are read as Windows-1252.
  package static func utf8(_ bytes: ArraySlice<UInt8>, transport: String? = nil) -> [UInt8] {
    if let marked = byteOrderMark(bytes) { return decoded(bytes.dropFirst(marked.length), marked.name) }
    if let wide = wideGuess(bytes) { return decoded(bytes, wide) }
    let named = transport.flatMap(name(forLabel:)) ?? declared(bytes)
    if let named, named != "UTF-8" { return decoded(bytes, named) }
    return repaired(bytes)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    if name == "UTF-8" { return repaired(bytes) }
    var count = 0
    let converted = bytes.withUnsafeBufferPointer { crm_to_utf8(name, $0.baseAddress, $0.count, &count) }
    guard let converted else { return repaired(bytes) }
    defer { converted.deallocate() }
    return withoutNul(Array(UnsafeBufferPointer(start: converted, count: count)))
  }

  private static func byteOrderMark(_ bytes: ArraySlice<UInt8>) -> (name: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// `<` in two or four bytes.
  private static func wideGuess(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.starts(with: [0x3C, 0, 0, 0]) { return "UTF-32LE" }
    if bytes.starts(with: [0, 0, 0, 0x3C]) { return "UTF-32BE" }
    if bytes.starts(with: [0x3C, 0]) { return "UTF-16LE" }
    if bytes.starts(with: [0, 0x3C]) { return "UTF-16BE" }
    return nil
  }

  /// What `<meta charset>`, `<meta … content="…charset=">` or `<?xml … encoding=>` names in the first 4 KiB.
  private static func declared(_ bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let isXML = head.drop { $0 <= 0x20 }.starts(with: Array("<?xml".utf8))
    for key in isXML ? ["encoding", "charset"] : ["charset"] {
      let word = Array(key.utf8)
      var index = 0
      while let found = position(of: word, in: head, from: index) {
        index = found + word.count
        var rest = head[index...].drop { $0 <= 0x20 }
        guard rest.first == 0x3D else { continue }
        rest = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
        let label = rest.prefix { $0 > 0x20 && ![0x22, 0x27, 0x3B, 0x3E, 0x2F, 0x3F].contains($0) }
        guard let name = name(forLabel: String(decoding: label, as: UTF8.self)) else { continue }
        // A document whose head can be read byte by byte is not in UTF-16, whatever it says.
        return name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") ? "UTF-8" : name
      }
    }
    return nil
  }

  private static func position(of word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
    return (start...(bytes.count - word.count)).first {
      bytes[$0] == word[0] && bytes[$0..<$0 + word.count].elementsEqual(word)
    }
  }

  /// The name that the C library knows for a label of the web; nil for one that is no label.
  ///
  /// Latin-1 means Windows-1252 and GB2312 means GB18030, as the WHATWG encoding standard has it.
  static func name(forLabel label: String) -> String? {
    let folded = label.lowercased().filter { !$0.isWhitespace }
    switch folded {
    case "": return nil
    case "utf-8", "utf8": return "UTF-8"
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252":
      return "CP1252"
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80": return "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": return "CP932"
    case "euc-kr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949": return "CP949"
    case "iso-8859-9", "latin5", "windows-1254": return "CP1254"
    case "big5", "big5-hkscs": return "BIG5-HKSCS"
    case "utf-16", "utf_16", "utf16", "unicode": return "UTF-16LE"
    case "windows-874", "tis-620", "iso-8859-11": return "CP874"
    default:
      let isLabel = folded.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x5F, 0x3A].contains($0)
      }
      guard isLabel, folded.utf8.count <= 24 else { return nil }
      let name = folded.hasPrefix("windows-") ? "CP" + folded.dropFirst(8) : folded.uppercased()
      var count = 0
      guard let probe = crm_to_utf8(name, [0x41], 1, &count) else { return nil }
      probe.deallocate()
      return name
    }
  }

  /// UTF-8 as it is; a byte that belongs to no sequence is read as Windows-1252.
  private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let isGood = bytes.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    if isGood { return withoutNul(Array(bytes)) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = sequenceLength(bytes[index...])
      if length > 0 {
        result.append(contentsOf: bytes[index..<index + length])
        index += length
      } else {
        result.append(contentsOf: Windows1252.utf8(bytes[index]))
        index += 1
      }
    }
    return withoutNul(result)
  }

  /// The length of the well-formed UTF-8 sequence at the start, 0 where there is none.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    guard let first = bytes.first else { return 0 }
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, bytes.count >= length else { return 0 }
    return String(validating: bytes.prefix(length), as: UTF8.self) == nil ? 0 : length
  }

  private static func withoutNul(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(0) ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes
  }
}
