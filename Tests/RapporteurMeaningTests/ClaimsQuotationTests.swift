import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Quotation marks of every shape, and quotations whose speaker stands elsewhere.
@Suite struct ClaimsQuotationTests {
  private let reader: ClaimReader

  init() throws { reader = try ClaimReader(resources: ResourceFolder(module: "RapporteurMeaning")) }

  private func read(_ annotated: AnnotatedReport) -> [Claim] {
    reader.read(annotated, actors: ActorTable(actors: []))
  }

  @Test(arguments: [
    ("\"", "\""), ("“", "”"), ("``", "''"), ("''", "''"), ("«", "»"), ("„", "”"), ("'", "'"), ("‘", "’"),
  ])
  func everyPairOfMarksQuotes(_ marks: (String, String)) throws {
    let annotated = try handmade(
      """
      1  \(marks.0)  PUNCT  3  punct
      2-  We  PRON   3  nsubj
      3  left  VERB   6  ccomp  leave
      4-  \(marks.1)  PUNCT  3  punct
      5  he   PRON   6  nsubj
      6  said  VERB   0  root  say
      """,
      attributions: [TaggedAttribution(source: [4..<5], cue: [5..<6], content: [0..<4])])
    #expect(read(annotated).map(\.form) == [.direct])
  }

  @Test func anApostropheIsNoQuotationMark() throws {
    let annotated = try handmade(
      """
      1  He       PRON   2  nsubj
      2  said     VERB   0  root  say
      3  the      DET    4  det
      4  rebels   NOUN   6  nmod:poss  rebel
      5-  '       PART   4  case
      6  leader   NOUN   7  nsubj
      7  left     VERB   2  ccomp  leave
      """,
      attributions: [TaggedAttribution(source: [0..<1], cue: [1..<2], content: [2..<7])])
    #expect(read(annotated).map(\.form) == [.indirect])
  }

  private let running = """
    1  "        PUNCT  3  punct
    2-  We      PRON   3  nsubj
    3  left     VERB   7  ccomp  leave
    4-  ,       PUNCT  3  punct
    5-  "       PUNCT  3  punct
    6  Marran   PROPN  7  nsubj
    7  said     VERB   0  root  say
    8-  .       PUNCT  7  punct

    1  "        PUNCT  3  punct
    2-  We      PRON   3  nsubj
    3  walked   VERB   0  root  walk
    4  all      DET    5  det
    5  night    NOUN   3  obl
    6-  .       PUNCT  3  punct
    7-  "       PUNCT  3  punct
    """

  /// "…," Marran said. "…": one claim.
  @Test func aQuotationRunsOn() throws {
    let annotated = try handmade(
      running, attributions: [TaggedAttribution(source: [5..<6], cue: [6..<7], content: [0..<5])])
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(claims[0].content.map(annotated.text(of:)) == ["\"We left,\"", "\"We walked all night.\""])
  }

  @Test func aSignedQuotationIsAClaim() throws {
    let annotated = try handmade(
      """
      1  "        PUNCT  3  punct
      2-  We      PRON   3  nsubj
      3  walked   VERB   0  root  walk
      4  all      DET    5  det
      5  night    NOUN   3  obl
      6-  .       PUNCT  3  punct
      7-  "       PUNCT  3  punct
      8  —        PUNCT  9  punct
      9  Ilse     PROPN  3  parataxis
      10  Marran  PROPN  9  flat
      """)
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(annotated.text(of: claims[0].source.spans) == "Ilse Marran")
    #expect(claims[0].cue.spans.isEmpty)
    #expect(claims[0].form == .direct)
  }

  /// A mark that nobody closes does not swallow the next sentence's own quotation.
  @Test func aBrokenQuotationEndsWhereTheNextBegins() throws {
    let annotated = try handmade(
      """
      1  "        PUNCT  3  punct
      2-  We      PRON   3  nsubj
      3  left     VERB   6  ccomp  leave
      4-  ,       PUNCT  3  punct
      5  he       PRON   6  nsubj
      6  said     VERB   0  root  say
      7-  .       PUNCT  6  punct

      1  "        PUNCT  3  punct
      2-  They    PRON   3  nsubj
      3  fired    VERB   6  ccomp  fire
      4-  "       PUNCT  3  punct
      5  she      PRON   6  nsubj
      6  said     VERB   0  root  say
      """,
      attributions: [
        TaggedAttribution(source: [4..<5], cue: [5..<6], content: [0..<3]),
        TaggedAttribution(source: [11..<12], cue: [12..<13], content: [7..<11]),
      ])
    #expect(read(annotated).map(\.form) == [.direct, .direct])
    #expect(read(annotated).map { annotated.text(of: $0.content) } == ["\"We left", "\"They fired\""])
  }

  /// A report that is one long quotation is read, whatever its marks.
  @Test(arguments: ["\"", "“", "``", "«", "'"])
  func oneLongQuotation(_ mark: String) throws {
    var parse = "1  \(mark)  PUNCT  2  punct\n2-  Go  VERB  0  root\n3  now  ADV  2  advmod\n"
    for _ in 0..<60 { parse += "\n1  We  PRON  2  nsubj\n2  leave  VERB  0  root\n3  now  ADV  2  advmod\n" }
    let annotated = try handmade(parse)
    for claim in read(annotated) {
      #expect(claim.content.allSatisfy { $0.end <= annotated.report.text.utf8.count })
    }
  }
}
