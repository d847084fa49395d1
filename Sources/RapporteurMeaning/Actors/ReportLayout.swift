package import RapporteurCore

/// What the layout of a report tells about where its people are at home: the item of a news list that they stand in, or
/// the state that the report leads with.
package struct ReportLayout {
  /// A list of short items names at least so many states, and none of them more than its share.
  private static let statesOfList = 6
  /// The share of all mentions that a state needs to be what a report is about; in a list none has it.
  private static let share = 0.35
  /// The share that is enough for the state of the dateline.
  private static let shareOfDateline = 0.3

  private let annotated: AnnotatedReport
  private let isList: Bool
  /// The state that stands in the dateline or the first two sentences and has its share; of two, the dateline's.
  private let leading: String?
  private let ofParagraph: [Int: Set<String>]
  private let ofSentence: [Int: Set<String>]

  /// - Parameter countries: The state (ISO 3166-1 alpha-3) that is named at a token.
  package init(_ annotated: AnnotatedReport, countries: [Int: String]) {
    var weights: [String: Int] = [:]
    var ofParagraph: [Int: Set<String>] = [:]
    var ofSentence: [Int: Set<String>] = [:]
    var lead: Set<String> = []
    var ofDateline: Set<String> = []
    for (token, country) in countries {
      let isDateline = annotated.dateline?.span.contains(annotated.tokens[token].span) == true
      let sentence = annotated.sentenceIndex(of: token)
      weights[country, default: 0] += isDateline ? 2 : 1
      ofParagraph[annotated.sentences[sentence].paragraph, default: []].insert(country)
      if isDateline { ofDateline.insert(country) } else { ofSentence[sentence, default: []].insert(country) }
      if isDateline || sentence < 2 { lead.insert(country) }
    }
    let all = Double(weights.values.reduce(0, +))
    let main = weights.filter { Double($0.value) >= ReportLayout.share * all }
    let ofMain = weights.filter {
      ofDateline.contains($0.key) && Double($0.value) >= ReportLayout.shareOfDateline * all
    }
    let top = (ofMain.isEmpty ? main : ofMain).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    self.annotated = annotated
    self.ofParagraph = ofParagraph
    self.ofSentence = ofSentence
    isList = weights.count >= ReportLayout.statesOfList && main.isEmpty
    leading = top.flatMap { lead.contains($0) ? $0 : nil }
  }

  /// The home of whoever is first named at a token and tells of no other; nil where the layout tells nothing.
  package func country(at token: Int) -> String? {
    let sentence = annotated.sentenceIndex(of: token)
    if isList {
      let item = ofParagraph[annotated.sentences[sentence].paragraph] ?? []
      return item.count == 1 ? item.first : nil
    }
    guard let leading else { return nil }
    return ofSentence[sentence].map { $0.contains(leading) } ?? true ? leading : nil
  }
}
