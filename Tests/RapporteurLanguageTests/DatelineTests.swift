import RapporteurCore
import RapporteurLanguage
import Testing

/// Datelines: found, cut off as a sentence of their own, and not mistaken.
struct DatelineTests {
  let segmenter: Segmenter

  init() throws { segmenter = Segmenter(lexicon: try WordLexicon()) }

  @Test(
    arguments: [
      ("KATHMANDU, April 25 (Reuters) - The talks failed.", "KATHMANDU", "April 25", ["Reuters"]),
      ("WASHINGTON (AP) — The talks failed.", "WASHINGTON", nil, ["AP"]),
      ("BEIRUT/JERUSALEM, Oct 3 - The talks failed.", "BEIRUT/JERUSALEM", "Oct 3", []),
      ("(MENAFN- Khaama Press) The talks failed.", nil, nil, ["MENAFN", "Khaama Press"]),
      ("ST. LOUIS, Mo. (AP) -- The talks failed.", "ST. LOUIS, Mo.", nil, ["AP"]),
      ("Kyiv, 5 March 2031 (Harbour Wire) – The talks failed.", "Kyiv", "5 March 2031", ["Harbour Wire"]),
      ("VALLETTA: The talks failed.", nil, nil, nil),
      ("VALLETTA — The talks failed.", "VALLETTA", nil, []),
      ("EXCLUSIVE – The talks failed.", nil, nil, nil), ("(Updated) The talks failed.", nil, nil, nil),
      ("ALL THE TALKS HAVE FAILED AGAIN - The talks failed.", nil, nil, nil),
      ("COVID-19 cases rose.", nil, nil, nil),
      ("The talks - all of them - failed.", nil, nil, nil),
    ] as [(String, String?, String?, [String]?)])
  func datelines(text: String, place: String?, date: String?, agencies: [String]?) throws {
    let report = Report(id: "r1", text: text)
    let segmentation = segmenter.segment(text)
    guard let agencies else {
      #expect(segmentation.dateline == nil)
      return
    }
    let dateline = try #require(segmentation.dateline)
    #expect(dateline.place.map { report.text(of: $0) } == place)
    #expect(dateline.date.map { report.text(of: $0) } == date)
    #expect(dateline.agencies.map { report.text(of: $0) } == agencies)
    #expect(segmentation.sentences.map { report.text(of: $0.span) }.last == "The talks failed.")
    #expect(segmentation.sentences.first?.span == dateline.span)
  }

  @Test func aDatelineMayStandAlone() {
    let segmentation = segmenter.segment("VALLETTA (HW) --\n\nThe talks failed.")
    #expect(segmentation.dateline?.span == TextSpan(0, 16))
    #expect(segmentation.sentences.map(\.kind) == [.byline, .prose])
  }

  @Test func aDatelineMayFollowHeadingAndByline() {
    let text = "Talks fail again\n\nBy Jane Roe\n\nVALLETTA, March 6 (Harbour Wire) - The talks failed.\n"
    #expect(segmenter.segment(text).dateline != nil)
  }
}
