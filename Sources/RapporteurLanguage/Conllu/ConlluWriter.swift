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
        writer.write(annotated, token, sentence.tokens, misc: isTight ? "SpaceAfter=No" : "_")
      }
      writer.write("")
    }
    return writer.text
  }

  mutating func write(_ line: String) {
    text += line
    text += "\n"
  }

  /// The word at `index`, inside the sentence of the tokens `sentence`; MISC tells its factuality after `misc`.
  mutating func write(_ annotated: AnnotatedReport, _ index: Int, _ sentence: Range<Int>, misc: String) {
    let token = annotated.tokens[index]
    let head = token.head.map { $0 - sentence.lowerBound + 1 } ?? 0
    let lemma = token.lemma.isEmpty ? "_" : token.lemma
    let told = [misc == "_" ? nil : misc, ConlluWriter.factuality(annotated, index)].compactMap { $0 }
    text += "\(index - sentence.lowerBound + 1)\t\(token.form)\t\(lemma)\t\(token.upos.rawValue)\t_\t"
    text += "\(token.features.bundle)\t\(head)\t\(token.deprel)\t_\t"
    text += "\(told.isEmpty ? "_" : told.joined(separator: "|"))\n"
  }

  /// Relations of a word that heads a clause, whatever its part of speech.
  private static let clauses: Set<Relation> = [.root, .csubj, .ccomp, .xcomp, .advcl, .acl, .parataxis]

  /// `Factuality=-1.25`, -3 (certainly not) … 3 (certainly): of predicates, since on other words it means nothing.
  private static func factuality(_ annotated: AnnotatedReport, _ index: Int) -> String? {
    let word = annotated.tokens[index]
    guard !annotated.factuality.isEmpty, word.upos == .verb || clauses.contains(word.relation) else {
      return nil
    }
    let hundredths = Int((annotated.factuality[index] * 100).rounded())
    let (units, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    return "Factuality=\(hundredths < 0 ? "-" : "")\(units).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A text with each run of white space made one space.
  private static func oneLine(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }
      .map { String(Substring($0)) }.joined(separator: " ")
  }
}
