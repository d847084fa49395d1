import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Where people are at home whose words don't say so, by the layout of the report.
@Suite struct ReportLayoutTests {
  /// Sentences of two words; the first word may be a state's name.
  private func report(_ paragraphs: [[String]]) throws -> AnnotatedReport {
    try handmade(
      paragraphs.map { sentences in
        sentences.map { "1  \($0)  PROPN  2  nsubj\n2  waits  VERB  0  root" }.joined(separator: "\n\n")
      }.joined(separator: "\n\n\n"))
  }

  private func layout(_ paragraphs: [[String]], states: [String: String]) throws -> ReportLayout {
    let annotated = try report(paragraphs)
    let told = annotated.tokens.indices.compactMap { token in
      states[annotated.tokens[token].form].map { (token, $0) }
    }
    return ReportLayout(annotated, countries: Dictionary(uniqueKeysWithValues: told))
  }

  @Test func whoTellsOfNoStateIsOfTheOneThatTheReportLeadsWith() throws {
    let layout = try layout(
      [["Malta", "Residents", "Malta", "Oman", "Police"]], states: ["Malta": "MLT", "Oman": "OMN"])
    #expect(layout.country(at: 2) == "MLT")
    #expect(layout.country(at: 8) == "MLT")
    #expect(layout.country(at: 6) == nil, "the sentence names another state")
  }

  @Test func aStateNamedFurtherDownIsNotLedWith() throws {
    let layout = try layout(
      [["Residents", "Police", "Malta", "Malta"]], states: ["Malta": "MLT"])
    #expect(layout.country(at: 0) == nil)
  }

  @Test func anItemOfAListIsAWorldOfItsOwn() throws {
    let states = [
      "Malta": "MLT", "Oman": "OMN", "Chad": "TCD", "Peru": "PER", "Fiji": "FJI", "Cuba": "CUB",
    ]
    let layout = try layout(
      [["Malta", "Police"], ["Oman"], ["Chad", "Nurses"], ["Peru", "Fiji", "Envoys"], ["Cuba"]],
      states: states)
    #expect(layout.country(at: 2) == "MLT")
    #expect(layout.country(at: 8) == "TCD")
    #expect(layout.country(at: 14) == nil, "two states in one item")
  }
}
