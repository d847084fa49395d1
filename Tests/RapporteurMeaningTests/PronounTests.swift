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

  // MARK: Whom the parse rules out, and whom it points at

  private func read(_ parse: String, _ names: [NameMention], antecedents: [Int: Int] = [:], at token: Int)
    throws
    -> [String]
  {
    let table = reader.read(
      try handmade(parse, names: names, antecedents: antecedents), places: [])
    return table.actors(headedBy: token).map { table.actor($0).name }
  }

  private static let keeping = """
    1  Nurses    NOUN  2  nsubj  nurse  Number=Plur
    2  marched   VERB  0  root   march
    3-  .        PUNCT  2  punct

    1  Soldiers  NOUN  2  nsubj  soldier  Number=Plur
    2  came      VERB  0  root   come
    3  to        PART  4  mark
    4  keep      VERB  2  advcl  keep
    5  them      PRON  4  obj    they  Number=Plur
    """

  @Test func whoeverKeepsThemAwayIsNotMeant() throws {
    #expect(try read(PronounTests.keeping, [], at: 7) == ["Nurses"])
  }

  @Test func theModelDoesNotOverruleTheParse() throws {
    #expect(try read(PronounTests.keeping, [], antecedents: [7: 3], at: 7) == ["Nurses"])
  }

  @Test func aBodySaysSomethingOfItself() throws {
    let found = try read(
      """
      1  Zentrix   PROPN  2  nsubj
      2  said      VERB   0  root   say
      3  it        PRON   5  nsubj  it
      4  was       AUX    5  cop    be
      5  confident  ADJ   2  ccomp  confident
      """, [NameMention(tokens: 0..<1, kind: .organisation)], at: 2)
    #expect(found == ["Zentrix"])
  }

  @Test func whoIsSpokenOfOutweighsAWeakBelief() throws {
    let parse = """
      1  Marran    PROPN  2  nsubj
      2  left      VERB   0  root   leave
      3-  .        PUNCT  2  punct

      1  Holm      PROPN  2  nsubj
      2  said      VERB   0  root   say
      3  he        PRON   4  nsubj  he  Gender=Masc
      4  stayed    VERB   2  ccomp  stay
      """
    let names = [NameMention(tokens: 0..<1, kind: .person), NameMention(tokens: 3..<4, kind: .person)]
    func meant(_ belief: Float) throws -> [String] {
      let annotated = try handmade(parse, names: names)
      let believed = AnnotatedReport(
        report: annotated.report, tokens: annotated.tokens, sentences: annotated.sentences, names: names,
        antecedents: [
          5: AntecedentBelief(candidates: [.init(head: 0, probability: belief)], none: 1 - belief)
        ])
      let table = reader.read(believed, places: [])
      return table.actors(headedBy: 5).map { table.actor($0).name }
    }
    #expect(try meant(0.2) == ["Holm"])
    #expect(try meant(1) == ["Marran"])
  }
}
