/// Writes articles as `extract` prints them.
public enum ArticleJSON {
  /// One line: `{"key","uri","title","authors","published","modified","outlet","language","text"}`, without its break.
  public static func line(_ article: Article) -> [UInt8] {
    var line = Array("{".utf8)
    add("key", article.key, to: &line)
    add("uri", article.uri, to: &line)
    add("title", article.title, to: &line)
    line += Array("\"authors\": [".utf8)
    for (index, author) in article.authors.enumerated() {
      if index > 0 { line += Array(", ".utf8) }
      append(author, to: &line)
    }
    line += Array("], ".utf8)
    add("published", article.published?.description, to: &line)
    add("modified", article.modified?.description, to: &line)
    add("outlet", article.outlet, to: &line)
    add("language", article.language, to: &line)
    line += Array("\"text\": ".utf8)
    append(article.text, to: &line)
    line.append(UInt8(ascii: "}"))
    return line
  }

  private static func add(_ name: String, _ value: String?, to line: inout [UInt8]) {
    line += Array("\"\(name)\": ".utf8)
    if let value { append(value, to: &line) } else { line += Array("null".utf8) }
    line += Array(", ".utf8)
  }

  private static func append(_ text: String, to line: inout [UInt8]) {
    line.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: line += [0x5C, byte]
      case 0x0A: line += [0x5C, 0x6E]
      case 0x09: line += [0x5C, 0x74]
      case 0x0D: line += [0x5C, 0x72]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        line += Array("\\u00\(byte < 16 ? "0" : "")\(digits)".utf8)
      default: line.append(byte)
      }
    }
    line.append(0x22)
  }
}
