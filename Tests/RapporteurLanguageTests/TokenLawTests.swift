import RapporteurCore
import RapporteurLanguage
import Testing

/// What holds for every text, however odd.
struct TokenLawTests {
  let segmenter: Segmenter

  init() throws { segmenter = Segmenter(lexicon: try WordLexicon()) }

  static let oddTexts = [
    "", " ", "\n", "\r\n", "\u{0}", "a\u{0}b", "\u{FEFF}Élysée said.", "U.S.-led  talks\n",
    "line one\r\nline two\r\n",
    "e\u{301}te\u{301} \u{301} .\u{301}", "👩‍👩‍👧 👍🏽 🇫🇷🇩🇪 ☀️", "don’t can't CAN'T 'tis o'clock ''quoted''",
    "…..!?!?—–--- ***",
    "http://", "https://example.org/a?b=c).", "@ # @a #b a@b", "www. www.x", "a@b@c@d",
    "1,2,3 1,000,000 1-2-3-4-5-6 .5 5.",
    "\u{2028}para\u{2029}graph\u{85}next", "中国和日本", "שלום — עולם", "\u{200B}zero\u{200B}width\u{200D}",
    "non-non-non-non",
    "(((((", "\"\"\"\"", "“ ” ‘ ’", "A.B.C.D.E.F.G.H.I.J.K.L.M.N.", "x.y.z.", "Mr.", "No.", "No. 5",
    "\t\tindented\n\t\tmore",
    "U.S", "I. Smith", "a.", "I'", "'", "’", "`", "``x``", "can'tn't've", "\u{1F1EB}", "ﬁ ǅ ª º ² ½",
  ]

  @Test(arguments: oddTexts)
  func tokensAndGapsRebuildTheText(text: String) { check(text) }

  /// The same over many mixtures of odd parts, always the same ones.
  @Test func tokensAndGapsRebuildMixtures() {
    var state: UInt64 = 42
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    let parts =
      TokenLawTests.oddTexts + [
        "word", "Word", " ", ". ", "\n\n", "'s", "-", "/", "12", "(Reuters) - ", "\"",
      ]
    for _ in 0..<3_000 {
      check((0..<next(12)).map { _ in parts[next(parts.count)] }.joined())
    }
  }

  /// Every byte is in one token or in a gap of invisible characters; the sentences cover the tokens.
  private func check(_ text: String) {
    let segmentation = segmenter.segment(text)
    let bytes = Array(text.utf8)
    var end = 0
    var rebuilt: [UInt8] = []
    for span in segmentation.tokens {
      #expect(span.start >= end && !span.isEmpty && span.end <= bytes.count, "\(text.debugDescription)")
      guard span.start >= end, span.end <= bytes.count else { return }
      let gap = bytes[end..<span.start]
      #expect(isInvisible(gap), "gap in \(text.debugDescription)")
      rebuilt += gap
      rebuilt += bytes[span.start..<span.end]
      #expect(bytes[span.start] & 0xC0 != 0x80, "\(text.debugDescription)")
      #expect(span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80, "\(text.debugDescription)")
      end = span.end
    }
    #expect(isInvisible(bytes[end...]), "tail of \(text.debugDescription)")
    #expect(rebuilt + bytes[end...] == bytes)
    var next = 0
    for sentence in segmentation.sentences {
      #expect(sentence.tokens.lowerBound == next && !sentence.tokens.isEmpty, "\(text.debugDescription)")
      next = sentence.tokens.upperBound
    }
    #expect(next == segmentation.tokens.count, "\(text.debugDescription)")
  }

  private func isInvisible(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
