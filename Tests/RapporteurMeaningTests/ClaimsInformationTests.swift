import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// What is a claim and what tells nobody's words; who is cited by whom.
@Suite struct ClaimsInformationTests {
  private let reader: ClaimReader

  init() throws { reader = try ClaimReader(resources: ResourceFolder(module: "RapporteurMeaning")) }

  private func read(_ annotated: AnnotatedReport) -> [Claim] {
    reader.read(annotated, actors: ActorTable(actors: []))
  }

  private func tagged(_ source: [Range<Int>], _ cue: Range<Int>, _ content: Range<Int>) -> TaggedAttribution {
    TaggedAttribution(source: source, cue: [cue], content: [content])
  }

  @Test(arguments: [("It", "PRON", "means", "mean"), ("system", "NOUN", "determines", "determine")])
  func aThingClaimsNothing(_ subject: String, _ upos: String, _ verb: String, _ lemma: String) throws {
    let annotated = try handmade(
      """
      1  \(subject)  \(upos)  2  nsubj
      2  \(verb)  VERB   0  root  \(lemma)
      3  that   SCONJ  5  mark
      4  prices  NOUN   5  nsubj  price
      5  rise   VERB   2  ccomp
      """, attributions: [tagged([0..<1], 1..<2, 2..<5)])
    #expect(read(annotated).isEmpty)
  }

  /// A study is read, so it says something.
  @Test func aDocumentSpeaks() throws {
    let annotated = try handmade(
      """
      1  studies  NOUN  2  nsubj  study
      2  show   VERB   0  root
      3  that   SCONJ  5  mark
      4  prices  NOUN   5  nsubj  price
      5  rise   VERB   2  ccomp
      """, attributions: [tagged([0..<1], 1..<2, 2..<5)])
    #expect(read(annotated).count == 1)
  }

  @Test func anExpletiveIsNoSource() throws {
    let annotated = try handmade(
      """
      1  It        PRON   4  expl
      2  has       AUX    4  aux  have
      3  been      AUX    4  aux:pass  be
      4  reported  VERB   0  root  report  VerbForm=Part|Voice=Pass
      5  that      SCONJ  7  mark
      6  rebels    NOUN   7  nsubj  rebel
      7  left      VERB   4  ccomp  leave
      """, attributions: [tagged([0..<1], 1..<4, 4..<7)])
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(claims[0].source.spans.isEmpty)
    #expect(annotated.text(of: claims[0].content) == "that rebels left")
  }

  @Test func rumoursHaveNoSource() throws {
    let annotated = try handmade(
      """
      1  According  VERB  3  case  accord
      2  to       ADP    1  fixed
      3  reports  NOUN   6  obl  report  Number=Plur
      4-  ,       PUNCT  3  punct
      5  rebels   NOUN   6  nsubj  rebel
      6  left     VERB   0  root  leave
      """)
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(claims[0].source.spans.isEmpty)
    #expect(annotated.text(of: claims[0].cue.spans) == "According to reports")
  }

  @Test func toAskNotToBeNamedIsNoClaim() throws {
    let annotated = try handmade(
      """
      1  She     PRON  2  nsubj
      2  asked   VERB  0  root  ask
      3  not     PART  6  advmod  not  Polarity=Neg
      4  to      PART  6  mark
      5  be      AUX   6  aux:pass
      6  named   VERB  2  xcomp  name  VerbForm=Part|Voice=Pass
      """, attributions: [tagged([0..<1], 1..<2, 2..<6)])
    #expect(read(annotated).isEmpty)
  }

  @Test func aTaggedCueGetsItsSubjectBack() throws {
    let annotated = try handmade(
      """
      1  Oslo     PROPN  2  nsubj
      2  claimed  VERB   0  root  claim
      3  rebels   NOUN   4  nsubj  rebel
      4  left     VERB   2  ccomp  leave
      """, attributions: [tagged([], 1..<2, 2..<4)])
    #expect(read(annotated).map { annotated.text(of: $0.source.spans) } == ["Oslo"])
  }

  private let cited = """
    1  The        DET    2  det
    2  Ledger     PROPN  3  nsubj
    3  reported   VERB   0  root  report
    4-  ,         PUNCT  5  punct
    5  citing     VERB   3  advcl  cite
    6  diplomats  NOUN   5  obj  diplomat
    7-  ,         PUNCT  5  punct
    8  that       SCONJ  10  mark
    9  rebels     NOUN   10  nsubj  rebel
    10  left      VERB   3  ccomp  leave
    """

  /// Whatever the model hangs on "citing", the claim is the Ledger's and the diplomats' stands inside it.
  @Test func whoIsCitedStandsInsideTheClaimThatCites() throws {
    let parses = [
      [tagged([0..<2], 2..<3, 7..<10)],
      [tagged([0..<2], 4..<5, 5..<10)],
      [tagged([0..<2], 2..<3, 7..<10), tagged([0..<2], 4..<5, 5..<6)],
      [],
    ]
    for attributions in parses {
      let annotated = try handmade(cited, attributions: attributions)
      let claims = read(annotated)
      try #require(claims.count == 2)
      #expect(claims.map { annotated.text(of: $0.source.spans) } == ["The Ledger", "diplomats"])
      #expect(claims.map { annotated.text(of: $0.cue.spans) } == ["reported", "citing"])
      #expect(claims.map { annotated.text(of: $0.content) } == ["that rebels left", "that rebels left"])
      #expect(claims[1].parent == claims[0].id)
    }
  }
}
