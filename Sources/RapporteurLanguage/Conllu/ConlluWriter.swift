public import RapporteurCore

/// Writes words in the ten columns of CoNLL-U. Source: <https://universaldependencies.org/format.html>.
public struct ConlluWriter {
  private(set) var text = ""

  init() {}

  /// The parse of a report: documents, paragraphs, sentences with their text, one word a line.
  public static func render(_ annotated: AnnotatedReport) -> String {
    var writer = ConlluWriter()
    writer.write("# newdoc id = \(oneLine(annotated.report.id))")
    var paragraph = -1
    for (index, sentence) in annotated.sentences.enumerated() {
      if sentence.paragraph != paragraph { writer.write("# newpar") }
      paragraph = sentence.paragraph
      writer.write("# sent_id = \(oneLine(annotated.report.id))-\(index + 1)")
      writer.write("# text = \(oneLine(annotated.text(of: sentence.span)))")
      for token in sentence.tokens {
        let isTight =
          token + 1 < annotated.tokens.count
          && annotated.tokens[token].span.end == annotated.tokens[token + 1].span.start
        writer.write(
          annotated.tokens[token], token - sentence.tokens.lowerBound, sentence.tokens,
          misc: isTight ? "SpaceAfter=No" : "_")
      }
      writer.write("")
    }
    return writer.text
  }

  mutating func write(_ line: String) {
    text += line
    text += "\n"
  }

  /// A word; its number counts from 0 inside its sentence.
  mutating func write(_ token: Token, _ number: Int, _ sentence: Range<Int>, misc: String) {
    let head = token.head.map { $0 - sentence.lowerBound + 1 } ?? 0
    let lemma = token.lemma.isEmpty ? "_" : token.lemma
    text += "\(number + 1)\t\(token.form)\t\(lemma)\t\(token.upos.rawValue)\t_\t\(token.features.bundle)\t"
    text += "\(head)\t\(token.deprel)\t_\t\(misc)\n"
  }

  /// A text with each run of white space made one space.
  private static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }
      .map { String(Substring($0)) }.joined(separator: " ")
  }
}
