/// A format that `read` accepts.
public enum InputFormat: String, Sendable, CaseIterable {
  case text, html, jsonl, conllu

  /// Tells the format from the first bytes of an input; plain text where nothing else fits.
  public init(sniffing bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(4096))
    let body = head.drop {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
    }
    switch body.first {
    case 0x7B where InputFormat.startsObject(body): self = .jsonl
    case 0x3C where InputFormat.startsMarkup(body): self = .html
    default: self = InputFormat.looksLikeConllu(head) ? .conllu : .text
    }
  }

  /// `{` followed by a string or `}`.
  private static func startsObject(_ body: ArraySlice<UInt8>) -> Bool {
    let next = body.dropFirst().first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return next == 0x22 || next == 0x7D
  }

  /// `<` followed by a letter, `!` or `?`.
  private static func startsMarkup(_ body: ArraySlice<UInt8>) -> Bool {
    guard let next = body.dropFirst().first else { return false }
    return next == 0x21 || next == 0x3F || (0x41...0x5A).contains(next) || (0x61...0x7A).contains(next)
  }

  /// The first line that is no comment has ten columns and starts with a number.
  private static func looksLikeConllu(_ head: [UInt8]) -> Bool {
    let line = head.split(separator: 0x0A).first { $0.first != 0x23 }
    guard let line, let first = line.first, (0x30...0x39).contains(first) else { return false }
    return line.count(where: { $0 == 0x09 }) == 9
  }
}
