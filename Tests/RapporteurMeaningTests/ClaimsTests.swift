import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Who says so, on parses written by hand.
@Suite struct ClaimsTests {
  private let reader: ClaimReader

  init() throws { reader = try ClaimReader(resources: ResourceFolder(module: "RapporteurMeaning")) }

  private let relay = """
    1  The       DET    2  det
    2  Ledger    PROPN  3  nsubj
    3  reported  VERB   0  root  report
    4  that      SCONJ  7  mark
    5  an        DET    6  det
    6  official  NOUN   7  nsubj
    7  said      VERB   3  ccomp  say
    8  that      SCONJ  10  mark
    9  rebels    NOUN   10  nsubj  rebel
    10  left     VERB   7  ccomp  leave
    11-  .       PUNCT  3  punct
    """

  private func tagged(_ source: ClosedRange<Int>?, _ cue: ClosedRange<Int>, _ content: ClosedRange<Int>?)
    -> TaggedAttribution
  {
    func ranges(_ range: ClosedRange<Int>?) -> [Range<Int>] {
      range.map { [($0.lowerBound - 1)..<$0.upperBound] } ?? []
    }
    return TaggedAttribution(source: ranges(source), cue: ranges(cue), content: ranges(content))
  }

  private func words(_ spans: [TextSpan], _ annotated: AnnotatedReport) -> String {
    annotated.text(of: spans)
  }

  private func read(_ annotated: AnnotatedReport, actors: [Actor] = []) -> [Claim] {
    reader.read(annotated, actors: ActorTable(actors: actors))
  }

  @Test func aChainIsNeverFlattened() throws {
    let annotated = try handmade(relay, attributions: [tagged(1...2, 3...3, 4...10)])
    let claims = read(annotated)
    try #require(claims.count == 2)
    #expect(claims[0].parent == nil)
    #expect(claims[1].parent == claims[0].id)
    #expect(words(claims[1].source.spans, annotated) == "an official")
    #expect(words(claims[1].content, annotated) == "that rebels left")
    #expect(claims[0].cue.lemma == "report")
    #expect(claims[0].medium == .writing)
  }

  @Test func theModelsSpansAreKept() throws {
    let annotated = try handmade(relay, attributions: [tagged(2...2, 3...4, 5...11)])
    let top = read(annotated).filter { $0.parent == nil }
    try #require(top.count == 1)
    #expect(words(top[0].source.spans, annotated) == "Ledger")
    #expect(words(top[0].cue.spans, annotated) == "reported that")
    #expect(words(top[0].content, annotated) == "an official said that rebels left.")
  }

  @Test func aPlainCueNeedsNoModel() throws {
    let annotated = try handmade(relay)
    let claims = read(annotated)
    #expect(claims.map { words($0.source.spans, annotated) } == ["The Ledger", "an official"])
    #expect(claims.map(\.parent) == [nil, claims[0].id])
  }

  @Test func hearsayHasNoSource() throws {
    let annotated = try handmade(
      """
      1  Rebels      NOUN  3  nsubj  rebel
      2  reportedly  ADV   3  advmod
      3  left        VERB  0  root  leave
      4-  .          PUNCT  3  punct
      """)
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(claims[0].source.spans.isEmpty && claims[0].source.actors.isEmpty)
    #expect(claims[0].cue.kind == .distancing)
    #expect(claims[0].content.map { annotated.text(of: $0) } == ["Rebels", "left"])
  }

  @Test func anAccusationOfNobodyKeepsItsSubjectInTheContent() throws {
    let annotated = try handmade(
      """
      1  Lima      PROPN  3  nsubj:pass
      2  was       AUX    3  aux:pass  be
      3  accused   VERB   0  root  accuse  Tense=Past|VerbForm=Part|Voice=Pass
      4  of        ADP    5  case
      5  fraud     NOUN   3  obl
      6-  .        PUNCT  3  punct
      """)
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(claims[0].source.spans.isEmpty)
    #expect(claims[0].content.map { annotated.text(of: $0) } == ["Lima", "of fraud"])
    #expect(claims[0].cue.kind == .strong)
  }

  @Test func whoCitesWhomIsAChain() throws {
    let annotated = try handmade(
      """
      1  Rebels     NOUN   2  nsubj  rebel
      2  left       VERB   6  ccomp  leave
      3-  ,         PUNCT  2  punct
      4  the        DET    5  det
      5  Gazette    PROPN  6  nsubj
      6  reported   VERB   0  root  report
      7-  ,         PUNCT  8  punct
      8  citing     VERB   6  advcl  cite
      9  officials  NOUN   8  obj  official
      10-  .        PUNCT  6  punct
      """, attributions: [tagged(4...5, 6...6, 1...2)])
    let claims = read(annotated)
    try #require(claims.count == 2)
    #expect(words(claims[1].source.spans, annotated) == "officials")
    #expect(claims[1].parent == claims[0].id)
    #expect(claims[1].content == claims[0].content)
  }

  @Test func aSourceIsWhoItMeans() throws {
    let annotated = try handmade(relay, attributions: [tagged(1...2, 3...3, 4...10)])
    let ledger = Actor(
      id: Actor.ID(1), name: "Ledger", kind: .media, country: nil, sectors: [], anonymity: .named,
      mentions: [Actor.Mention(spans: [annotated.tokens[1].span], form: .name, head: 1)])
    let claims = read(annotated, actors: [ledger])
    #expect(claims.map(\.source.actors) == [[Actor.ID(1)], []])
  }

  @Test func quotationMarksTellTheForm() throws {
    let annotated = try handmade(
      """
      1  "      PUNCT  3  punct
      2-  We    PRON   3  nsubj
      3  left   VERB   6  ccomp  leave
      4-  "     PUNCT  3  punct
      5  he     PRON   6  nsubj
      6  said   VERB   0  root  say
      """, attributions: [tagged(5...5, 6...6, 1...4)])
    #expect(read(annotated).map(\.form) == [.direct])
    let indirect = try handmade(relay, attributions: [tagged(1...2, 3...3, 4...10)])
    #expect(read(indirect).map(\.form) == [.indirect, .indirect])
  }

  @Test(arguments: [
    (["Minister", "denied", "it"], "deny", "", Claim.Response.denied),
    (["Minister", "rejected", "claims"], "reject", "claim", .denied),
    (["Minister", "confirmed", "it"], "confirm", "", .confirmed),
    (["Minister", "retracted", "it"], "retract", "", .retracted),
  ])
  func oneWordResponses(_ words: [String], _ verb: String, _ object: String, _ response: Claim.Response)
    throws
  {
    let annotated = try handmade(
      """
      1  \(words[0])  NOUN  2  nsubj
      2  \(words[1])  VERB  0  root  \(verb)
      3  \(words[2])  NOUN  2  obj   \(object.isEmpty ? words[2] : object)
      """)
    #expect(read(annotated).map(\.response) == [response])
  }

  @Test func decliningToCommentIsARecordOfItsOwn() throws {
    let annotated = try handmade(
      """
      1  The       DET    2  det
      2  ministry  NOUN   3  nsubj
      3  declined  VERB   0  root  decline
      4  to        PART   5  mark
      5  comment   VERB   3  xcomp
      6-  .        PUNCT  3  punct
      """)
    let claims = read(annotated)
    try #require(claims.count == 1)
    #expect(claims[0].response == .declinedToComment)
    #expect(words(claims[0].source.spans, annotated) == "The ministry")
    #expect(words(claims[0].cue.spans, annotated) == "declined to comment")
    #expect(claims[0].content.isEmpty)
  }

  @Test func neitherConfirmedNorDenied() throws {
    let annotated = try handmade(
      """
      1  Oslo       PROPN  3  nsubj
      2  neither    CCONJ  3  cc:preconj
      3  confirmed  VERB   0  root  confirm
      4  nor        CCONJ  5  cc
      5  denied     VERB   3  conj  deny
      6  the        DET    7  det
      7  report     NOUN   3  obj
      """)
    #expect(read(annotated).compactMap(\.response) == [.neitherConfirmedNorDenied])
  }

  @Test func silenceIsNoDenial() throws {
    let annotated = try handmade(
      """
      1  Oslo     PROPN  4  nsubj
      2  did      AUX    4  aux  do
      3  not      PART   4  advmod  not  Polarity=Neg
      4  respond  VERB   0  root
      5-  .       PUNCT  4  punct

      1  Its      PRON   2  nmod:poss
      2  editor   NOUN   6  nsubj:pass
      3  could    AUX    6  aux
      4  not      PART   6  advmod  not  Polarity=Neg
      5  be       AUX    6  aux:pass
      6  reached  VERB   0  root  reach  VerbForm=Part|Voice=Pass
      """)
    #expect(read(annotated).map(\.response) == [.didNotRespond, .couldNotBeReached])
  }

  @Test func aPlatformIsNamed() throws {
    let annotated = try handmade(
      """
      1  Marran    PROPN  2  nsubj
      2  said      VERB   0  root  say
      3  on        ADP    4  case
      4  Telegram  PROPN  2  obl
      5  that      SCONJ  7  mark
      6  rebels    NOUN   7  nsubj  rebel
      7  left      VERB   2  ccomp  leave
      """)
    #expect(read(annotated).map(\.platform) == ["Telegram"])
    #expect(read(annotated).map(\.medium) == [.writing])
  }

  @Test func fortyNestedQuotesAreRead() throws {
    var parse = ""
    for level in 0..<40 {
      let first = level * 4 + 1
      parse += "\(first)  \"  PUNCT  \(first + 2)  punct\n"
      parse += "\(first + 1)  he  PRON  \(first + 2)  nsubj\n"
      parse +=
        "\(first + 2)  said  VERB  \(level == 0 ? 0 : first - 2)  \(level == 0 ? "root" : "ccomp")  say\n"
      parse += "\(first + 3)  :  PUNCT  \(first + 2)  punct\n"
    }
    let claims = read(try handmade(parse))
    #expect(claims.count == 39)
    #expect(claims.dropFirst().allSatisfy { $0.parent != nil })
  }
}
