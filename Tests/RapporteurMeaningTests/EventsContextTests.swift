import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Parties that stand in another event, and acts that someone will not do.
@Suite struct EventsContextTests {
  @Test func whatOthersOfferIsAcceptedFromThem() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  offered   VERB   0  root   offer  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  iobj
      4  talks     NOUN   2  obj    talk
      5  and       CCONJ  7  cc
      6  Malta     PROPN  7  nsubj
      7  accepted  VERB   2  conj   accept  Tense=Past|VerbForm=Fin
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")], sameAs: [6: 3])
    #expect(read.summary == ["AGREE Norway>Malta", "AGREE Malta>Norway"])
  }

  @Test func anAnswerToNobodyIsNone() throws {
    let read = try EventsFixture(
      """
      1  Malta    PROPN  2  nsubj
      2  refused  VERB   0  root   refuse  Tense=Past|VerbForm=Fin
      """, [Named(1, "Malta", "MLT")])
    #expect(read.summary == [])
  }

  @Test func whoWillNotTalkRejects() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  4  nsubj
      2  would      AUX    4  aux
      3  not        PART   4  advmod
      4  negotiate  VERB   0  root  negotiate  VerbForm=Inf
      5  with       ADP    6  case
      6  Malta      PROPN  4  obl
      """, [Named(1, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.summary == ["REJECT/meet Norway>Malta"])
  }

  @Test func whatAnotherClauseClosedIsItsObject() throws {
    let read = try EventsFixture(
      """
      1  Rain      NOUN   2  nsubj
      2  flooded   VERB   0  root       flood  Tense=Past|VerbForm=Fin
      3  the       DET    4  det
      4  crossing  NOUN   2  obj        crossing
      5  which     PRON   8  obj        which  PronType=Rel
      6  Norway    PROPN  8  nsubj
      7  had       AUX    8  aux        have
      8  closed    VERB   4  acl:relcl  close  Tense=Past|VerbForm=Part
      """, [Named(6, "Norway", "NOR")])
    #expect(read.summary == ["COERCE/restrict Norway>"])
  }

  @Test func aQuestionIsNoDemand() throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  2  nsubj
      2  asked    VERB   0  root   ask  Tense=Past|VerbForm=Fin
      3  Malta    PROPN  2  iobj
      4  whether  SCONJ  7  mark
      5  it       PRON   7  nsubj
      6  would    AUX    7  aux
      7  come     VERB   2  ccomp  come  VerbForm=Inf
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == [])
  }

  @Test func tearGasIsUsedOnThoseWhoProtest() throws {
    let read = try EventsFixture(
      """
      1  Miners    NOUN   2  nsubj  miner
      2  marched   VERB   0  root   march  Tense=Past|VerbForm=Fin
      3  and       CCONJ  5  cc
      4  police    NOUN  5  nsubj  police
      5  used      VERB  2  conj   use  Tense=Past|VerbForm=Fin
      6  tear      NOUN  7  compound
      7  gas       NOUN  5  obj    gas
      """, [Named(1, "Miners", "BOL", .group), Named(4, "police", "BOL", .group)])
    #expect(read.summary == ["PROTEST/demo Miners>", "ASSAULT/crowd-control police>Miners"])
  }

  @Test func twoDeedsOfOneSentenceStayTwo() throws {
    let read = try EventsFixture(
      """
      1  Rebels    NOUN   2  nsubj  rebel
      2  attacked  VERB   0  root   attack  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  obj
      4  and       CCONJ  5  cc
      5  abducted  VERB   2  conj   abduct  Tense=Past|VerbForm=Fin
      6  soldiers  NOUN   5  obj    soldier
      """,
      [Named(1, "Rebels", "NOR", .group), Named(3, "Malta", "MLT"), Named(6, "soldiers", "MLT", .group)])
    #expect(read.summary == ["ASSAULT Rebels>Malta", "ASSAULT/abduct Rebels>soldiers"])
  }

  @Test func whoseReleaseIsDemandedIsNotAsked() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  demanded  VERB   0  root   demand  Tense=Past|VerbForm=Fin
      3  the       DET    4  det
      4  release   NOUN   2  obj    release
      5  of        ADP    6  case
      6  sailors   NOUN   4  nmod   sailor
      7  by        ADP    8  case
      8  Malta     PROPN  4  nmod
      """, [Named(1, "Norway", "NOR"), Named(6, "sailors", "NOR", .group), Named(8, "Malta", "MLT")])
    #expect(read.summary == ["REQUEST/yield Norway>Malta"])
  }

  @Test func whoWillSueThreatens() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  said    VERB   0  root   say  Tense=Past|VerbForm=Fin
      3  it      PRON   5  nsubj
      4  would   AUX    5  aux
      5  sue     VERB   2  ccomp  sue  VerbForm=Inf
      6  Malta   PROPN  5  obj
      """, [Named(1, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.summary == ["THREATEN Norway>Malta"])
  }

  @Test func anOutletsApologyIsNoConcession() throws {
    let read = try EventsFixture(
      """
      1  We         PRON  2  nsubj
      2  apologise  VERB  0  root  apologise  Tense=Pres|VerbForm=Fin
      """, [Named(1, "Morning Ledger", nil, .media)])
    #expect(read.summary == [])
  }

  @Test func whatNobodyMayDoIsNothing() throws {
    let read = try EventsFixture(
      """
      1  The     DET   2  det
      2  ban     NOUN  5  nsubj:pass  ban
      3  could   AUX   5  aux
      4  be      AUX   5  aux:pass
      5  lifted  VERB  0  root        lift  VerbForm=Part|Voice=Pass
      """)
    #expect(read.summary == [])
  }

  @Test func theStateOfADescriptionIsNoPlace() throws {
    let read = try EventsFixture(
      """
      1  Nurses    NOUN   4  nsubj  nurse
      2  in        ADP    3  case
      3  Malta     PROPN  1  nmod
      4  marched   VERB   0  root   march  Tense=Past|VerbForm=Fin
      """, [Named(1, "nurses", "MLT", .group), Named(3, "Malta", "MLT")], places: ["Malta"])
    #expect(read.events.map(\.type) == [.protest])
    #expect(read.events.first?.place == nil)
  }

  @Test func aCountBelongsToTheLastAttackBefore() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  bombed    VERB   0  root   bomb   Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  obj
      4  .         PUNCT  2  punct

      5  Malta     PROPN  2  nsubj
      6  shelled   VERB   0  root   shell  Tense=Past|VerbForm=Fin
      7  Norway    PROPN  2  obj
      8  .         PUNCT  2  punct

      9  Twelve    NUM    2  nummod
      10  sailors  NOUN   3  nsubj  sailor
      11  died     VERB   0  root   die    Tense=Past|VerbForm=Fin
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")], sameAs: [5: 3, 7: 1])
    #expect(read.events.map { $0.casualties.compactMap(\.low) }.prefix(2) == [[], [12]])
  }

  @Test func twoWordsForWhatTheSameTwoDoAreOneEvent() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  4  nsubj
      2  and       CCONJ  3  cc
      3  Malta     PROPN  1  conj
      4  met       VERB   0  root   meet  Tense=Past|VerbForm=Fin

      1  Norway    PROPN  4  nsubj
      2  and       CCONJ  3  cc
      3  Malta     PROPN  1  conj
      4  discussed  VERB  0  root   discuss  Tense=Past|VerbForm=Fin
      5  grain     NOUN   4  obj    grain
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")], sameAs: [5: 1, 7: 3])
    #expect(read.summary == ["CONSULT Norway,Malta>"])
  }

  /// Whose prisoner it is told before: the demand for the release is made of him.
  @Test func theReleaseIsDemandedOfWhoHolds() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  seized    VERB   0  root   seize   Tense=Past|VerbForm=Fin
      3  a         DET    4  det
      4  ship      NOUN   2  obj    ship
      5  .         PUNCT  2  punct

      1  Malta     PROPN  2  nsubj
      2  demanded  VERB   0  root   demand  Tense=Past|VerbForm=Fin
      3  its       PRON   4  nmod
      4  release   NOUN   2  obj    release
      """, [Named(1, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.summary.last == "REQUEST/yield Malta>Norway")
  }
}
