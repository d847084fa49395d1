import RapporteurCore
import RapporteurLanguage
import Testing

/// Addresses are no names, and a company's tail belongs to it.
struct NameShapeTests {
  private func settled(_ words: String, _ names: [(Range<Int>, NameMention.Kind)]) -> [Range<Int>] {
    NameShape(forms: words.split(separator: " ").map(String.init))
      .settled(names.map { NameMention(tokens: $0.0, kind: $0.1) }).map(\.tokens)
  }

  @Test(arguments: [
    "holm@zentrix.example", "www.zentrix.example", "https://zentrix.example", "holm_cv", "Letter.DOC",
  ])
  func anAddressOrAFileIsNoName(word: String) {
    #expect(settled("Write to \(word) today", [(2..<3, .person)]) == [])
  }

  @Test func aNameWithAStopIsNoFile() {
    #expect(settled("Dr. J. Holm spoke", [(0..<3, .person)]) == [0..<3])
  }

  @Test func theTailBehindTheCommaBelongsToTheCompany() {
    #expect(settled("Zentrix , Inc. said", [(0..<1, .organisation), (2..<3, .organisation)]) == [0..<3])
    #expect(settled("Holm , Inc. said", [(0..<1, .person)]) == [0..<1])
    #expect(settled("Zentrix , which", [(0..<1, .organisation)]) == [0..<1])
  }
}
