import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Who answers, and what: on parses written by hand.
@Suite struct ClaimsAnswersTests {
  private let reader: ClaimReader

  init() throws { reader = try ClaimReader(resources: ResourceFolder(module: "RapporteurMeaning")) }

  private func read(_ parse: String) throws -> [Claim] {
    reader.read(try handmade(parse), actors: ActorTable(actors: []))
  }

  @Test func aReportMayTakeBackWhatWasTold() throws {
    let annotated = try handmade(
      """
      1  These    DET   2  det
      2  reports  NOUN  4  nsubj  report
      3  are      AUX   4  cop    be
      4  false    ADJ   0  root
      """)
    let claims = reader.read(annotated, actors: ActorTable(actors: []))
    #expect(claims.map(\.response) == [.denied])
    #expect(claims.map { annotated.text(of: $0.content) } == ["These reports"])
    #expect(claims.map(\.source.spans) == [[]])
  }

  @Test func aFalseDawnIsNoDenial() throws {
    let claims = try read(
      """
      1  The    DET   2  det
      2  teeth  NOUN  4  nsubj  tooth
      3  were   AUX   4  cop    be
      4  false  ADJ   0  root
      """)
    #expect(claims.isEmpty)
  }

  @Test func noCommentBehindAColonIsSilence() throws {
    let annotated = try handmade(
      """
      1   Railway  NOUN   3  nsubj
      2-  ,        PUNCT  1  punct
      3   asked    VERB   0  root  ask
      4   about    ADP    6  case
      5   the      DET    6  det
      6-  bridge   NOUN   3  obl
      7   :        PUNCT  9  punct
      8   no       DET    9  det
      9   comment  NOUN   6  appos
      """)
    let claims = reader.read(annotated, actors: ActorTable(actors: []))
    #expect(claims.map(\.response) == [.declinedToComment])
    #expect(claims.map { annotated.text(of: $0.source.spans) } == ["Railway"])
    #expect(claims.map { annotated.text(of: $0.cue.spans) } == ["no comment"])
  }

  @Test func whoStandsBetweenCommasIsStillTheSubject() throws {
    let annotated = try handmade(
      """
      1  Spokeswoman  NOUN   3  nsubj
      2  ,            PUNCT  1  punct
      3  reached      VERB   7  parataxis  reach
      4  in           ADP    5  case
      5  Oslo         PROPN  3  obl
      6  ,            PUNCT  3  punct
      7  had          VERB   0  root  have
      8  no           DET    9  det
      9  comment      NOUN   7  obj
      """)
    let claims = reader.read(annotated, actors: ActorTable(actors: []))
    #expect(claims.map(\.response) == [.declinedToComment])
    #expect(claims.map { annotated.text(of: $0.source.spans) } == ["Spokeswoman"])
  }

  @Test func neitherSideAdmitsNothing() throws {
    let claims = try read(
      """
      1  Neither   DET   2  det
      2  side      NOUN  3  nsubj
      3  admitted  VERB  0  root  admit
      4  firing    VERB  3  xcomp  fire
      5  it        PRON  4  obj
      """)
    #expect(claims.allSatisfy { $0.response == nil })
  }

  @Test func whoRefusesToTakeItBackStandsByIt() throws {
    let claims = try read(
      """
      1  Valk     PROPN  2  nsubj
      2  refused  VERB   0  root   refuse
      3  to       PART   4  mark
      4  retract  VERB   2  xcomp  retract
      5  the      DET    6  det
      6  claim    NOUN   4  obj    claim
      """)
    #expect(claims.allSatisfy { $0.response == nil })
  }

  @Test func whatIsNotCommentedOnLeavesTheNextVerbAlone() throws {
    let claims = try read(
      """
      1   Oster     PROPN  4  nsubj
      2   would     AUX    4  aux
      3   not       PART   4  advmod
      4   comment   VERB   0  root   comment
      5   but       CCONJ  6  cc
      6   disputed  VERB   4  conj   dispute
      7   the       DET    8  det
      8   figure    NOUN   6  obj    figure
      """)
    #expect(Set(claims.compactMap(\.response)) == [.declinedToComment, .denied])
  }

  @Test func whoIsNotGoingToDiscussItDeclines() throws {
    let claims = try read(
      """
      1  Oster    PROPN  2  nsubj
      2  said     VERB   0  root     say
      3  he       PRON   6  nsubj
      4  was      AUX    6  aux      be
      5  not      PART   6  advmod
      6  going    VERB   2  ccomp    go
      7  to       PART   8  mark
      8  discuss  VERB   6  xcomp    discuss
      9  it       PRON   8  obj
      """)
    #expect(claims.compactMap(\.response) == [.declinedToComment])
  }

  @Test func havingNothingToDoWithItIsADenial() throws {
    let claims = try read(
      """
      1   Oster    PROPN  2  nsubj
      2   said     VERB   0  root   say
      3   the      DET    4  det
      4   sale     NOUN   5  nsubj
      5   had      VERB   2  ccomp  have
      6   nothing  PRON   5  obj
      7   to       PART   8  mark
      8   do       VERB   6  acl    do
      9   with     ADP    11  case
      10  the      DET    11  det
      11  raid     NOUN   8  obl
      """)
    #expect(claims.map(\.response) == [.denied])
  }

  @Test func anAmateurIsDismissedAndNothingDenied() throws {
    let claims = try read(
      """
      1  Oster      PROPN  2  nsubj
      2  dismissed  VERB   0  root     dismiss
      3  her        PRON   2  obj
      4  as         ADP    6  case
      5  an         DET    6  det
      6  amateur    NOUN   2  obl
      """)
    #expect(claims.allSatisfy { $0.response == nil })
  }

  @Test func whoIsAdvisedNotToAnswerHasNotBeenAsked() throws {
    let claims = try read(
      """
      1  Lawyers  NOUN  2  nsubj  lawyer
      2  advised  VERB  0  root   advise
      3  her      PRON  2  obj    she
      4  not      PART  6  advmod
      5  to       PART  6  mark
      6  answer   VERB  2  xcomp
      """)
    #expect(claims.allSatisfy { $0.response == nil })
  }

  private func saying(_ clause: String) -> String {
    """
      1  Minister  NOUN  2  nsubj
      2  said      VERB  0  root  say

    """ + clause
  }

  @Test func whatIsNotHisIsDisowned() throws {
    let claims = try read(
      saying(
        """
          3  the    DET    4  det
          4  voice  NOUN   7  nsubj
          5  was    AUX    7  cop  be
          6  not    PART   7  advmod
          7  his    PRON   2  ccomp
        """))
    #expect(claims.map(\.response) == [.denied])
  }

  @Test func nothingOfTheKindIsADenial() throws {
    let claims = try read(
      saying(
        """
          3  he       PRON  4  nsubj
          4  wrote    VERB  2  ccomp  write
          5  nothing  PRON  4  obj
          6  of       ADP   8  case
          7  the      DET   8  det
          8  kind     NOUN  5  nmod
        """))
    #expect(claims.map(\.response).contains(.denied))
  }

  @Test func whoDoesNotRuleItOutDeniesNothing() throws {
    let claims = try read(
      saying(
        """
          3  he    PRON  6  nsubj
          4  did   AUX   6  aux  do
          5  not   PART  6  advmod
          6  rule  VERB  2  ccomp
          7  out   ADP   6  compound:prt
          8  war   NOUN  6  obj
        """))
    #expect(claims.map(\.response) == [nil])
  }

  @Test func whoSaysOnlyThisAndThatEvades() throws {
    let claims = try read(
      """
      1  Palace  NOUN   2  nsubj
      2  said    VERB   0  root  say
      3  only    ADV    2  advmod
      4  that    SCONJ  6  mark
      5  it      PRON   6  nsubj
      6  knew    VERB   2  ccomp  know
      """)
    #expect(claims.first?.response == .neitherConfirmedNorDenied)
  }

  // MARK: Plain words and rival accounts

  private let outlet = """
      1  Ledger  PROPN  2  nsubj
      2  said    VERB   0  root  say
      3  guards  NOUN   4  nsubj  guard
      4  opened  VERB   2  ccomp  open
      5  fire    NOUN   4  obj

    """

  @Test func nothingTrueInItIsADenial() throws {
    let claims = try read(
      saying(
        """
          3  there  PRON  4  expl
          4  was    VERB  2  ccomp  be
          5  no     DET   6  det
          6  truth  NOUN  4  nsubj
          7  in     ADP   8  case
          8  it     PRON  6  nmod
        """))
    #expect(claims.map(\.response) == [.denied])
  }

  @Test func noManOfHisIsADenialBehindACharge() throws {
    let claims = try read(
      outlet + "\n"
        + saying(
          """
            3  no    DET   4  det
            4  man   NOUN  7  nsubj
            5  of    ADP   6  case
            6  his   PRON  4  nmod:poss
            7  left  VERB  2  ccomp  leave
          """))
    #expect(claims.map(\.response) == [nil, .denied])
  }

  @Test func whoNamesAnotherDoerContradicts() throws {
    let army = """
        3  it      PRON   6  nsubj
        4  was     AUX    6  cop  be
        5  the     DET    6  det
        6  army    NOUN   2  ccomp
        7  who     PRON   8  nsubj
        8  opened  VERB   6  acl:relcl  open
        9  fire    NOUN   8  obj
      """
    #expect(try read(outlet + "\n" + saying(army)).map(\.response) == [nil, .denied])
    #expect(try read(saying(army)).map(\.response) == [nil])
  }

  @Test func anotherThingOfTheSameDeedContradicts() throws {
    let claims = try read(
      outlet + "\n"
        + saying(
          """
            3  they    PRON  4  nsubj
            4  opened  VERB  2  ccomp  open
            5  gates   NOUN  4  obj  gate
          """))
    #expect(claims.map(\.response) == [nil, .denied])
  }

  @Test func thatItIsTrueConfirms() throws {
    let claims = try read(
      outlet + "\n"
        + saying(
          """
            3  it    PRON  5  nsubj
            4  is    AUX   5  cop  be
            5  true  ADJ   2  ccomp
          """))
    #expect(claims.map(\.response) == [nil, .confirmed])
  }

  @Test func whoIsPutInOfficeOrGoesWithoutAnswersNothing() throws {
    let claims = try read(
      """
      1  Deputies   NOUN   2  nsubj  deputy
      2  confirmed  VERB   0  root   confirm
      3  Marran     PROPN  2  obj
      4  as         ADP    5  case
      5  minister   NOUN   2  obl

      1  Goals      NOUN   2  nsubj  goal
      2  denied     VERB   0  root   deny
      3  Oslo       PROPN  2  iobj
      4  victory    NOUN   2  obj
      """)
    #expect(claims.allSatisfy { $0.response == nil })
  }

  @Test func questionsPassedOnAreSilence() throws {
    let claims = try read(
      """
      1  Marran     PROPN  2  nsubj
      2  referred   VERB   0  root  refer
      3  questions  NOUN   2  obj   question
      4  to         ADP    5  case
      5  lawyers    NOUN   2  obl   lawyer
      """)
    #expect(claims.map(\.response) == [.declinedToComment])
  }

  // MARK: About

  private let story = """
    1   Ledger    PROPN  2   nsubj
    2   accused   VERB   0   root  accuse
    3   Marran    PROPN  2   obj
    4   of        SCONJ  5   mark
    5   lying     VERB   2   advcl  lie

    1   Envoys    NOUN   2   nsubj  envoy
    2   said      VERB   0   root  say
    3   rain      NOUN   4   nsubj
    4   fell      VERB   2   ccomp  fall

    1   Marran    PROPN  2   nsubj
    2   denied    VERB   0   root  deny
    3   it        PRON   2   obj
    """

  @Test func aDenialAnswersWhoAccusedAndNotWhoSpokeLast() throws {
    let annotated = try handmade(story)
    let marran = Actor(
      id: Actor.ID(1), name: "Marran", kind: .person, country: nil, sectors: [], anonymity: .named,
      anonymityReason: [], offices: [],
      mentions: [2, 9].map {
        Actor.Mention(spans: [annotated.tokens[$0].span], form: .name, head: $0)
      })
    let table = ActorTable(actors: [marran])
    let claims = reader.read(annotated, actors: table)
    let linked = ResponseLinker().link(claims, to: [], in: annotated, actors: table)
    let accusation = try #require(linked.first { $0.cue.lemma == "accuse" })
    let denial = try #require(linked.first { $0.response == .denied })
    #expect(denial.about == [.claim(accusation.id)])
  }
}
