public import RapporteurCore

/// A hand-made parse is not well formed.
public struct HandmadeError: Error, CustomStringConvertible {
  /// What is wrong.
  public let description: String
}

/// Builds an annotated report from a hand-written parse, so that meaning can be tested without a model.
///
/// One word a line, cells parted by two or more spaces or a tab: number, form, UPOS, head, deprel, then optional
/// lemma (default: the lower-cased form, the form itself for PROPN) and features (`Tense=Past|Mood=Ind`).
/// A blank line ends a sentence, two end a paragraph. Words are joined by one space, unless the number is written `3-` : that word
/// follows the one before without a space. Names are given by token numbers counted from 1 over the report.
///
/// ```swift
/// let annotated = try handmade("""
///   1  Kyiv    PROPN  2  nsubj
///   2  denied  VERB   0  root   deny
///   """, published: "2031-03-06")
/// ```
public func handmade(
  _ parse: String, published: String? = nil, names: [NameMention] = [],
  attributions: [TaggedAttribution] = [],
  antecedents: [Int: Int] = [:]
) throws -> AnnotatedReport {
  var text = ""
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  var first = 0
  var paragraph = 0
  func endSentence() {
    guard tokens.count > first else {
      paragraph = (sentences.last?.paragraph ?? -1) + 1
      return
    }
    let span = TextSpan(tokens[first].span.start, tokens[tokens.count - 1].span.end)
    sentences.append(Sentence(span: span, tokens: first..<tokens.count, paragraph: paragraph))
    first = tokens.count
  }
  for line in parse.split(separator: "\n", omittingEmptySubsequences: false) {
    let cells = cells(of: line)
    if cells.isEmpty {
      endSentence()
      continue
    }
    guard cells.count >= 5, let upos = UPOS(rawValue: cells[2]), let head = Int(cells[3]),
      let deprel = Deprel(cells[4])
    else { throw HandmadeError(description: "not a word line: '\(line)'") }
    if !text.isEmpty && !cells[0].hasSuffix("-") { text += " " }
    let start = text.utf8.count
    text += cells[1]
    let lemma = cells.count > 5 ? cells[5] : (upos == .propn ? cells[1] : cells[1].lowercased())
    tokens.append(
      Token(
        span: TextSpan(start, text.utf8.count), form: cells[1], lemma: lemma, upos: upos,
        features: cells.count > 6 ? Features(bundle: cells[6]) : .none,
        head: head == 0 ? nil : first + head - 1, deprel: deprel))
  }
  endSentence()
  let report = Report(id: "handmade", published: published.flatMap { CalendarDate(iso: $0) }, text: text)
  return AnnotatedReport(
    report: report, tokens: tokens, sentences: sentences, names: names, attributions: attributions,
    antecedents: antecedents.mapValues { head in
      AntecedentBelief(candidates: [.init(head: head, probability: 1)], none: 0)
    })
}

private func cells(of line: Substring) -> [String] {
  line.replacing("\t", with: "  ").split(separator: "  ").map { cell in
    String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }.filter { !$0.isEmpty }
}
