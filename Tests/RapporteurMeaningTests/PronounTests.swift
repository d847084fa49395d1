import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Pronouns that stand before the name that they mean.
@Suite struct PronounTests {
  private let reader: ActorReader

  init() throws { reader = ActorReader(lexicon: try shippedActorLexicon()) }

  private func names(at token: Int, of pronoun: String, _ features: String) throws -> [String] {
    let annotated = try handmade(
      """
      1  Marran    PROPN  2  nsubj
      2  left      VERB   0  root   leave
      3-  .        PUNCT  2  punct

      1  During    ADP    3  case
      2  \(pronoun)  PRON  3  nmod:poss  \(pronoun)  \(features)
      3  campaign  NOUN   6  obl    campaign
      4  ,         PUNCT  3  punct
      5  Holm      PROPN  6  nsubj
      6  left      VERB   0  root   leave
      """,
      names: [NameMention(tokens: 0..<1, kind: .person), NameMention(tokens: 7..<8, kind: .person)],
      antecedents: [4: 0])
    let table = reader.read(annotated, places: [])
    return table.actors(headedBy: token).map { table.actor($0).name }
  }

  @Test func aPronounInFrontOfTheClauseDoesNotReachAPersonOfUnknownGender() throws {
    #expect(try names(at: 4, of: "his", "Gender=Masc|Poss=Yes") == ["Marran"])
  }

  @Test func aPronounInFrontOfTheClauseMeansTheOrganisationBehindIt() throws {
    let annotated = try handmade(
      """
      1  Harrow    PROPN  2  nsubj
      2  left      VERB   0  root   leave
      3-  .        PUNCT  2  punct

      1  In        ADP    3  case
      2  its       PRON   3  nmod:poss  its  Poss=Yes
      3  report    NOUN   6  obl    report
      4  ,         PUNCT  3  punct
      5  Zentrix   PROPN  6  nsubj
      6  blamed    VERB   0  root   blame
      7  Chad      PROPN  6  obj
      """,
      names: [
        NameMention(tokens: 0..<1, kind: .organisation), NameMention(tokens: 7..<8, kind: .organisation),
      ],
      antecedents: [4: 0])
    let table = reader.read(annotated, places: [])
    #expect(table.actors(headedBy: 4).map { table.actor($0).name } == ["Zentrix"])
  }
}
