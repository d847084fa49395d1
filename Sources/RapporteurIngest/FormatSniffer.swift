/// What the first bytes of an input show of its format.
enum FormatSniffer {
  /// Whether the bytes are likely text in units of two or four bytes.
  static func isWide(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0x3C, 0])
      || head.starts(with: [0, 0x3C]) || head.starts(with: [0, 0, 0xFE, 0xFF])
      || head.starts(with: [0, 0, 0, 0x3C])
  }

  /// `{` followed by a string or `}`.
  static func startsObject(_ body: ArraySlice<UInt8>) -> Bool {
    let next = body.dropFirst().first { $0 > 0x20 }
    return next == 0x22 || next == 0x7D
  }

  /// `[` followed by an object or `]`.
  static func startsList(_ body: ArraySlice<UInt8>) -> Bool {
    let rest = body.dropFirst().drop { $0 <= 0x20 }
    return rest.first == 0x7B && startsObject(rest) || (rest.first == 0x5D && body.count < 8)
  }

  /// Whether the first line holds a whole object, or is too long to tell.
  static func isOneLine(_ body: ArraySlice<UInt8>) -> Bool {
    guard let end = body.firstIndex(of: 0x0A) else { return true }
    return (try? JSONParser.parse(body[..<end])) != nil || !hasNameAtLineStart(body[end...])
  }

  /// The next line starts with a member's name, as in indented JSON.
  private static func hasNameAtLineStart(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = rest.first { $0 > 0x20 }
    return next == 0x22 || next == 0x7D
  }

  /// `<` followed by a letter, `!` or `?`.
  static func startsMarkup(_ body: ArraySlice<UInt8>) -> Bool {
    guard let next = body.dropFirst().first else { return false }
    return next == 0x21 || next == 0x3F || (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next)
  }

  /// The format that the name of the root element tells; nil for HTML and for what is not known.
  static func markup(_ body: ArraySlice<UInt8>) -> InputFormat? {
    let root = LooseXML.parse(Array(body))
    guard let first = root.elements.first else { return nil }
    switch first.name {
    case "rss", "rdf", "feed", "channel": return .feed
    case "entry" where first.space == "atom": return .feed
    case "nitf": return .nitf
    case "newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem",
      "catalogitem":
      return .newsml
    case "html", "head", "body": return nil
    default:
      let isFeed = first.elements.contains { ["rss", "rdf", "feed", "channel"].contains($0.name) }
      return isFeed ? .feed : nil
    }
  }

  /// The same where something stands before `<?xml`, `<rss` or `<feed`.
  static func declaredMarkup(_ body: ArraySlice<UInt8>) -> InputFormat? {
    guard let start = body.firstIndex(of: 0x3C), start - body.startIndex < 256 else { return nil }
    let rest = body[start...]
    let isMarked = ["<?xml", "<rss", "<feed", "<rdf:RDF"].contains { rest.starts(with: $0.utf8) }
    return isMarked ? markup(rest) : nil
  }

  /// A format that is neither JSON nor markup.
  static func plain(_ head: [UInt8], _ body: ArraySlice<UInt8>) -> InputFormat {
    if body.starts(with: "WARC/".utf8) { return .warc }
    if looksLikeConllu(head) { return .conllu }
    let line = body.prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count < body.count, TableReader(header: line) != nil else { return .text }
    return line.contains(0x09) ? .tsv : .csv
  }

  /// The first line that is no comment has ten columns and starts with a number.
  static func looksLikeConllu(_ head: [UInt8]) -> Bool {
    let line = head.split(separator: 0x0A).first { $0.first != 0x23 }
    guard let line, let first = line.first, (0x30...0x39).contains(first) else { return false }
    return line.count(where: { $0 == 0x09 }) == 9
  }
}
