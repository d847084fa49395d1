import RapporteurCore

/// Phrases that tell a line of a page's furniture, such as an invitation to subscribe.
struct PagePhrases: Sendable {
  private var starts: [[UInt8]] = []
  private var wholes: Set<[UInt8]> = []
  private var ends: Set<[UInt8]> = []
  private var insides: [[UInt8]] = []

  /// Reads the table `page-phrases.tsv`: columns `phrase` and `match` (`start`, `whole`, `end`, `inside`).
  init(_ table: LexiconTable) throws(LexiconError) {
    for row in table.rows {
      let phrase = Array(try row.cell("phrase").utf8)
      switch try row.cell("match") {
      case "start": starts.append(phrase)
      case "whole": wholes.insert(phrase)
      case "end": ends.insert(phrase)
      case "inside": insides.append(phrase)
      case let other:
        throw row.error("match", .unknownValue(String(other), allowed: "start, whole, end, inside"))
      }
    }
  }

  /// Whether the line is furniture by its first words or as a whole.
  func isFurniture(_ line: ArraySlice<UInt8>) -> Bool {
    let folded = PagePhrases.folded(line.prefix(80))
    if line.count <= 80, wholes.contains(folded) || ends.contains(folded) { return true }
    return starts.contains { folded.starts(with: $0) && PagePhrases.isWordEnd(folded, $0.count) }
  }

  /// Whether the line is a picture's: it holds a credit such as `(AP Photo/…)` and is no longer than a caption.
  func isCaption(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 400 else { return false }
    let folded = PagePhrases.folded(line)
    return insides.contains { phrase in
      folded.count >= phrase.count
        && (0...(folded.count - phrase.count)).contains {
          folded[$0] == phrase[0] && folded[$0...].starts(with: phrase)
        }
    }
  }

  /// Whether nothing of the report follows a heading of these words.
  func endsReport(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 80 && ends.contains(PagePhrases.folded(line))
  }

  private static func isWordEnd(_ line: [UInt8], _ index: Int) -> Bool {
    index >= line.count || !(0x61...0x7A).contains(line[index])
  }

  /// Small letters, without signs at either end.
  static func folded(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var folded = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    while let last = folded.last, last < 0x30 || (0x3A...0x40).contains(last) { folded.removeLast() }
    let lead = folded.prefix { $0 < 0x30 || (0x3A...0x60).contains($0) }.count
    folded.removeFirst(lead)
    return folded
  }
}
