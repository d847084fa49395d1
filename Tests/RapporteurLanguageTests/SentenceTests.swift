import RapporteurCore
import RapporteurLanguage
import Testing

/// Paragraphs, sentences and their kinds.
struct SentenceTests {
  let segmenter: Segmenter

  init() throws { segmenter = Segmenter(lexicon: try WordLexicon()) }

  private func sentences(_ text: String) -> [String] {
    let report = Report(id: "r1", text: text)
    return segmenter.segment(text).sentences.map { report.text(of: $0.span) }
  }

  /// The text; its sentences are parted by `|`.
  @Test(arguments: [
    "Talks failed. |Both sides left.",
    "Mr. Roe met J. R. Doe of Acme Inc. in Jan. 2031. |He left at 5 p.m. on Monday.",
    "It came from the U.S. |The minister agreed.",
    "It came from the U.S. Army base.",
    "“We agreed,” she said. |“Now we wait.” |Nobody spoke.",
    "\"We agreed.\" |He left.",
    "\"Why?\" Roe asked. |Nobody knew.",
    "He asked why? |Nobody knew!",
    "They waited... |Then they left.",
    "They waited... and left.",
    "(He left on Monday.) |She stayed.",
    "“First we wait. |Then we see,” he said.",
    "He said \"no. |Then he left.",
    "Prices rose 2.5 percent. |80 people came.",
    "No. 5 won. |No. 6 lost.",
    "Yahoo! said so.",
    "the shop is shut. |it opens at nine. |why? |nobody knew",
    "“The shop is shut.” he said.",
    "He asked why? said Roe.",
    "The dept. head and approx. two others left.",
  ])
  func sentencesOfAParagraph(marked: String) {
    let parts = marked.split(separator: "|").map(String.init)
    #expect(sentences(parts.joined()) == parts.map { $0.last == " " ? String($0.dropLast()) : $0 })
  }

  @Test func aWrappedTextIsReadAsParagraphs() {
    let text = """
      The two ministers met in a quiet hotel by the harbour late on
      Monday, three officials said, and agreed that a second round of
      talks would follow. Neither side has confirmed it.

      A spokeswoman declined to comment.
      """
    #expect(sentences(text).count == 3)
    #expect(segmenter.segment(text).sentences.map(\.paragraph) == [0, 0, 1])
  }

  @Test func aParagraphALineIsNotJoined() {
    let text =
      "Talks fail again\nBy Jane Roe\nThe ministers left the hall on Monday.\n- first point\n- second point"
    let kinds = segmenter.segment(text).sentences.map(\.kind)
    #expect(kinds == [.heading, .byline, .prose, .listItem, .listItem])
  }

  @Test func windowsLineEndsChangeNothing() {
    let text = "Talks fail again\n\nThe ministers left. They said nothing.\n"
    let dos = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(sentences(dos) == sentences(text))
  }

  /// A quotation over several paragraphs, closed only at its end.
  @Test func aQuotationMayRunOverParagraphs() {
    let text = "“We will wait,” he said. “We are patient.\n\n“We are also ready.”\n\nNobody answered."
    #expect(
      sentences(text) == [
        "“We will wait,” he said.", "“We are patient.", "“We are also ready.”", "Nobody answered.",
      ])
  }

  @Test func aLongSentenceStaysOne() {
    let text = String(repeating: "and then they waited, ", count: 5_000) + "said Roe."
    #expect(segmenter.segment(text).sentences.count == 1)
  }
}
