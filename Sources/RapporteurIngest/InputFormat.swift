/// A format that an input may have.
public enum InputFormat: String, Sendable, CaseIterable {
  case text, html, jsonl, conllu
  /// One JSON document: a JSON Feed, an item, or a list of items.
  case json
  /// RSS, Atom, CDF.
  case feed
  /// News items of IPTC: in JSON, and in two kinds of XML.
  case ninjs, nitf, newsml
  /// A table with named columns; a comma, a semicolon or a tab separates.
  case csv, tsv
  /// A web archive.
  case warc

  /// Tells the format from the first bytes of an input; plain text where nothing else fits.
  public init(sniffing bytes: some Collection<UInt8>) {
    let given = Array(bytes.prefix(4096))
    let head = FormatSniffer.isWide(given) ? CharacterDecoding.utf8(given[...]) : given
    let body = head.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    switch body.first {
    case 0x7B where FormatSniffer.startsObject(body): self = FormatSniffer.isOneLine(body) ? .jsonl : .json
    case 0x5B where FormatSniffer.startsList(body): self = .json
    case 0x3C where FormatSniffer.startsMarkup(body): self = FormatSniffer.markup(body) ?? .html
    default:
      if let found = FormatSniffer.declaredMarkup(body) { self = found; return }
      self = FormatSniffer.plain(head, body)
    }
  }
}
