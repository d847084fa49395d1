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
}
