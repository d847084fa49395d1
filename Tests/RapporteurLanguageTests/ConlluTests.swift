import RapporteurCore
import RapporteurLanguage
import RapporteurTesting
import Testing

/// Given words come back as they were, with the new annotation.
struct ConlluTests {
  static let file = """
    # newdoc id = d1
    # text = They don't know.
    1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\tEntity=1
    2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    3.1\tgap\t_\t_\t_\t_\t_\t_\t4:dep\t_
    4\tknow\tknow\tVERB\tVBP\t_\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

    # newpar
    # text = Yes
    1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

    # newdoc id = d2
    1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_

    """

  /// The document's own words, each hung on the first of its sentence.
  private func annotated(_ document: ConlluDocument) -> AnnotatedReport {
    let report = document.report(key: "k")
    var tokens: [Token] = []
    for sentence in document.segmentation.sentences {
      for index in sentence.tokens {
        let span = document.segmentation.tokens[index]
        let isFirst = index == sentence.tokens.lowerBound
        tokens.append(
          Token(
            span: span, form: report.text(of: span), lemma: "x", upos: .noun,
            features: Features(bundle: "Number=Sing"),
            head: isFirst ? nil : sentence.tokens.lowerBound, deprel: Deprel(isFirst ? .root : .dep)))
      }
    }
    return AnnotatedReport(report: report, tokens: tokens, sentences: document.segmentation.sentences)
  }

  @Test func theTextIsRebuilt() throws {
    let documents = try ConlluReader().documents(ConlluTests.file, file: "a.conllu")
    #expect(documents.map(\.id) == ["d1", "d2"])
    #expect(documents.map(\.text) == ["They don't know.\n\nYes", "No"])
    #expect(documents[0].segmentation.sentences.map(\.tokens) == [0..<5, 5..<6])
    #expect(documents[0].segmentation.sentences.map(\.paragraph) == [0, 1])
  }

  @Test func annotationIsReplacedAndTheRestKept() throws {
    let documents = try ConlluReader().documents(ConlluTests.file, file: "a.conllu")
    let rendered = documents.map { $0.rendered(annotated($0)) }.joined()
    #expect(
      rendered == """
        # newdoc id = d1
        # text = They don't know.
        1\tThey\tx\tNOUN\t_\tNumber=Sing\t0\troot\t_\t_
        2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
        2\tdo\tx\tNOUN\t_\tNumber=Sing\t1\tdep\t_\t_
        3\tn't\tx\tNOUN\t_\tNumber=Sing\t1\tdep\t_\t_
        4\tknow\tx\tNOUN\t_\tNumber=Sing\t1\tdep\t_\tSpaceAfter=No
        5\t.\tx\tNOUN\t_\tNumber=Sing\t1\tdep\t_\t_

        # newpar
        # text = Yes
        1\tYes\tx\tNOUN\t_\tNumber=Sing\t0\troot\t_\t_

        # newdoc id = d2
        1\tNo\tx\tNOUN\t_\tNumber=Sing\t0\troot\t_\t_


        """)
  }

  @Test func aParseIsReadBackAsItWasWritten() throws {
    let parse = try handmade(
      """
      1  Kyiv    PROPN  2  nsubj
      2  denied  VERB   0  root   deny
      3-  .      PUNCT  2  punct
      """)
    let text = ConlluWriter.render(parse)
    let document = try #require(try ConlluReader().documents(text, file: "b").first)
    #expect(document.text == "Kyiv denied.")
    #expect(document.rendered(parse) == text)
  }

  @Test func aVerbTellsItsFactuality() throws {
    let parse = try handmade(
      """
      1  Kyiv    PROPN  2  nsubj
      2  denied  VERB   0  root   deny
      3-  .      PUNCT  2  punct
      """)
    let rated = AnnotatedReport(
      report: parse.report, tokens: parse.tokens, sentences: parse.sentences, factuality: [2, -1.254, 0])
    let cells = ConlluWriter.render(rated).split(separator: "\n").filter { $0.first?.isNumber == true }
      .map { $0.split(separator: "\t").last.map(String.init) }
    #expect(cells == ["_", "SpaceAfter=No|Factuality=-1.25", "_"])
  }

  @Test(arguments: [
    ("1\tA\n", 1, ConlluError.Reason.wrongCellCount(2)),
    ("# c\nx\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", 2, .wrongID("x")),
    ("2\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", 1, .wrongOrder("2", expected: 1)),
    ("1\t\t_\t_\t_\t_\t_\t_\t_\t_\n", 1, .emptyForm),
    ("2-3\tA\t_\t_\t_\t_\t_\t_\t_\t_\n", 1, .wrongRange("2-3")),
    ("# c\n\n", 2, .noWords),
  ])
  func errorsNameTheLine(text: String, line: Int, reason: ConlluError.Reason) {
    #expect(throws: ConlluError(file: "c.conllu", line: line, reason: reason)) {
      try ConlluReader().documents(text, file: "c.conllu")
    }
  }
}
