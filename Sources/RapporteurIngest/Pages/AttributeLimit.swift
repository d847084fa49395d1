/// Keeps a tag from having so many attributes that the parser, which compares each with all before it, takes minutes.
enum AttributeLimit {
  /// What follows this many words of one tag is blanked.
  private static let limit = 1000

  /// The page with the words of each tag beyond the limit turned into spaces.
  static func applied(_ page: [UInt8]) -> [UInt8] {
    var page = page
    page.withUnsafeMutableBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let isTag = bytes[index] == 0x3C && index + 1 < bytes.count && isLetter(bytes[index + 1])
        index = isTag ? cut(bytes, from: index + 1) : index + 1
      }
    }
    return page
  }

  /// Goes through one tag; returns where it ends.
  private static func cut(_ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int) -> Int {
    var words = 0
    var quote: UInt8 = 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E || byte == 0x3C {
        return byte == 0x3C ? index : index + 1
      } else if (byte == 0x22 || byte == 0x27), bytes[index - 1] == 0x3D {
        quote = byte
      } else if byte <= 0x20 || byte == 0x2F {
        words += 1
      }
      if words > limit { bytes[index] = 0x20 }
      index += 1
    }
    return index
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
