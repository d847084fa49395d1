/// The text of a feed's constructs, whose kind is told by attributes or must be guessed.
enum FeedText {
  /// What a construct holds.
  enum Kind {
    case plain, html, markup
    /// Bytes in base64.
    case encoded
    /// Something that is no text: a picture, a sound.
    case foreign
  }

  /// One line of plain text: a title.
  static func line(_ element: LooseElement) -> String? {
    let text = MarkupText.line(body(element, isAlwaysHTML: false) ?? "")
    return text.isEmpty ? nil : text
  }

  /// Paragraphs of plain text; `isAlwaysHTML` for constructs that hold HTML without saying so (RSS descriptions).
  static func body(_ element: LooseElement, isAlwaysHTML: Bool) -> String? {
    let text: String
    switch kind(element, isAlwaysHTML: isAlwaysHTML) {
    case .plain: text = MarkupText.collapsed(element.text)
    case .html: text = MarkupText.plain(element.text)
    case .markup: text = MarkupText.plain(element.innerMarkup)
    case .encoded: text = Base64.decoded(element.text).map { MarkupText.plain(decoded($0)) } ?? ""
    case .foreign: text = ""
    }
    return text.isEmpty ? nil : text
  }

  private static func decoded(_ bytes: [UInt8]) -> String {
    String(decoding: CharacterDecoding.utf8(bytes[...]), as: UTF8.self)
  }

  private static func kind(_ element: LooseElement, isAlwaysHTML: Bool) -> Kind {
    let type = element.attributes["type"]?.lowercased().trimmingSpace ?? ""
    let mode = element.attributes["mode"]?.lowercased() ?? ""
    if mode == "base64" { return .encoded }
    if type == "xhtml" || type == "application/xhtml+xml" || (mode == "xml" && !element.elements.isEmpty) {
      return .markup
    }
    if !element.elements.isEmpty { return .markup }
    if type == "html" || type == "text/html" { return .html }
    if element.space == "atom" {
      if type.isEmpty || type.hasPrefix("text") { return .plain }
      return type.hasSuffix("xml") ? .markup : type.contains("/") ? .encoded : .plain
    }
    if isAlwaysHTML { return .html }
    return MarkupText.looksLikeHTML(element.text) ? .html : .plain
  }
}

/// Base64 as feeds write it: white space anywhere.
enum Base64 {
  /// The bytes; nil where a sign is none of base64's.
  ///
  /// Source: RFC 4648, section 4.
  static func decoded(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 where byte > 0x20 && byte != 0x3D {
      guard let value = value(byte) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case 0x2B: 62
    case 0x2F: 63
    default: nil
    }
  }
}
