import RapporteurCore
import RapporteurEncoder
import RapporteurLanguage
import Testing

/// Lemma scripts, BIO tags and attributions, by hand.
struct DecodingTests {
  @Test(arguments: [
    ("l/0|/0|", "Talks", "talks"), ("l/0|/1|", "Talks", "talk"), ("l/0|/3|y", "Armies", "army"),
    ("k/0|/2|", "Kyiv's", "Kyiv"), ("c/0|/0|", "KYIV", "Kyiv"), ("u/0|/0|", "nato", "NATO"),
    ("=be", "Was", "be"),
    ("l/0|/9|x", "is", "x"), ("l/2|re/0|", "unlock", "relock"), ("l/0|/1|", "É", ""),
  ])
  func lemmas(script: String, form: String, lemma: String) throws {
    #expect(try #require(LemmaScript(script)).lemma(of: form) == lemma)
  }

  @Test(arguments: ["", "l", "l/0|", "x/0|/1|", "l/0/1", "l/a|/1|", "ll/0|/1|"])
  func noLemmaScript(text: String) { #expect(LemmaScript(text) == nil) }

  @Test func tagsBecomeSpans() {
    let tags = BIOTags(names: ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"], types: ["PER", "ORG"])
    #expect(
      tags.spans([1, 2, 1, 0, 4, 4, 2]) == [
        TagSpan(words: 0..<2, type: 0), TagSpan(words: 2..<3, type: 0), TagSpan(words: 4..<6, type: 1),
        TagSpan(words: 6..<7, type: 0),
      ])
  }

  /// Roe said talks failed , adding that envoys left .
  private func joined(_ links: [WindowReading.Link], isQuoted: Bool = false) -> [TaggedAttribution] {
    AttributionJoiner(
      spans: [
        TagSpan(words: 0..<1, type: 0), TagSpan(words: 1..<2, type: 1), TagSpan(words: 2..<4, type: 2),
        TagSpan(words: 5..<6, type: 1), TagSpan(words: 6..<9, type: 2),
      ],
      links: links, heads: [1, -1, 3, 1, 1, 1, 8, 8, 5, 1],
      relation: { [.nsubj, .root, .nsubj, .ccomp, .punct, .advcl, .mark, .nsubj, .ccomp, .punct][$0] },
      isQuoted: { _ in isQuoted }
    ).attributions()
  }

  @Test func whatLinksToACueIsOneAttribution() {
    let found = joined([.init(span: 0, cue: 1), .init(span: 2, cue: 1), .init(span: 6, cue: 5)])
    #expect(
      found == [
        TaggedAttribution(source: [0..<1], cue: [1..<2], content: [2..<4]),
        TaggedAttribution(source: [0..<1], cue: [5..<6], content: [6..<9]),
      ])
  }

  @Test func onlyAQuotedContentStandsAlone() {
    let links: [WindowReading.Link] = [
      .init(span: 0, cue: 1), .init(span: 2, cue: nil), .init(span: 6, cue: 1),
    ]
    #expect(joined(links).count == 1)
    #expect(joined(links, isQuoted: true).last == TaggedAttribution(source: [], cue: [], content: [2..<4]))
  }
}
