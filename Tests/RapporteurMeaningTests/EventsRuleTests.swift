import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// The rules of PLOVER, each on a sentence of our own.
@Suite struct EventsRuleTests {
  @Test func aReciprocalMeetingHasActorsOnly() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  held    VERB   0  root  hold  Tense=Past|VerbForm=Fin
      3  talks   NOUN   2  obj   talk
      4  with    ADP    5  case
      5  Malta   PROPN  3  nmod
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["CONSULT Norway,Malta>"])
  }

  @Test func aVisitHasTheHostAsRecipient() throws {
    let read = try EventsFixture(
      """
      1  Marran   PROPN  2  nsubj
      2  visited  VERB   0  root  visit  Tense=Past|VerbForm=Fin
      3  Malta    PROPN  2  obj
      """, [Named(1, "Marran", "NOR", .person), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["CONSULT/visit Marran>Malta"])
  }

  @Test(arguments: [
    ("visit", "AGREE Norway>Malta [future]"), ("help", "AGREE Norway>Malta [future]"),
    ("support", "AGREE Norway>Malta [future]"),
    ("attack", "THREATEN/violence Norway>Malta"), ("sanction", "THREATEN/restrict Norway>Malta"),
  ])
  func whatIsToComeIsAgreedOrThreatened(verb: String, expected: String) throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  3  nsubj
      2  will     AUX    3  aux
      3  \(verb)  VERB   0  root  \(verb)  VerbForm=Inf
      4  Malta    PROPN  3  obj
      """, [Named(1, "Norway", "NOR"), Named(4, "Malta", "MLT")])
    #expect(read.summary == [expected])
  }

  @Test func aFutureWithdrawalIsConceded() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  3  nsubj
      2  will      AUX    3  aux
      3  withdraw  VERB   0  root  withdraw  VerbForm=Inf
      4  its       PRON   5  nmod:poss
      5  troops    NOUN   3  obj   troop
      6  from      ADP    7  case
      7  Malta     PROPN  3  obl
      """, [Named(1, "Norway", "NOR"), Named(7, "Malta", "MLT")])
    #expect(read.summary == ["CONCEDE Norway>Malta [future]"])
  }

  @Test func summoningAnAmbassadorAccuses() throws {
    let read = try EventsFixture(
      """
      1  Norway      PROPN  2  nsubj
      2  summoned    VERB   0  root  summon  Tense=Past|VerbForm=Fin
      3  Malta       PROPN  5  nmod:poss
      4  's          PART   3  case
      5  ambassador  NOUN   2  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["ACCUSE/disapprove Norway>Malta"])
  }

  @Test func whatIsReleasedDecides() throws {
    func read(_ noun: String, _ lemma: String) throws -> [String] {
      try EventsFixture(
        """
        1  Norway    PROPN  2  nsubj
        2  released  VERB   0  root  release  Tense=Past|VerbForm=Fin
        3  two       NUM    4  nummod
        4  \(noun)   NOUN   2  obj   \(lemma)
        """, [Named(1, "Norway", "NOR")]
      ).summary
    }
    #expect(try read("prisoners", "prisoner") == ["RETREAT/release Norway>"])
    #expect(try read("reports", "report") == [])
  }

  @Test func aPardonIsConceded() throws {
    let read = try EventsFixture(
      """
      1  Malta     PROPN  2  nsubj
      2  pardoned  VERB   0  root  pardon  Tense=Past|VerbForm=Fin
      3  Marran    PROPN  2  obj
      """, [Named(1, "Malta", "MLT"), Named(3, "Marran", "NOR", .person)])
    #expect(read.summary == ["CONCEDE Malta>Marran"])
  }

  @Test func cancellingAMeetingRejects() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  cancelled  VERB   0  root  cancel  Tense=Past|VerbForm=Fin
      3  a          DET    4  det
      4  visit      NOUN   2  obj
      5  to         ADP    6  case
      6  Malta      PROPN  4  nmod
      """, [Named(1, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.summary == ["REJECT/meet Norway>Malta"])
  }

  @Test func aSharedExerciseCooperatesAndALoneOneMobilizes() throws {
    let joint = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  held       VERB   0  root  hold  Tense=Past|VerbForm=Fin
      3  exercises  NOUN   2  obj   exercise
      4  with       ADP    5  case
      5  Malta      PROPN  2  obl
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(joint.summary == ["COOPERATE Norway>Malta"])
    let alone = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  held       VERB   0  root  hold  Tense=Past|VerbForm=Fin
      3  exercises  NOUN   2  obj   exercise
      """, [Named(1, "Norway", "NOR")])
    #expect(alone.summary == ["MOBILIZE/troops Norway>"])
  }

  @Test func theTopicOfAProtestIsNoEvent() throws {
    let read = try EventsFixture(
      """
      1  Students   NOUN   2  nsubj  student
      2  protested  VERB   0  root   protest  Tense=Past|VerbForm=Fin
      3  against    ADP    5  case
      4  the        DET    5  det
      5  arrest     NOUN   2  obl
      6  of         ADP    7  case
      7  Marran     PROPN  5  nmod
      """, [Named(1, "students", nil, .group), Named(7, "Marran", "NOR", .person)])
    #expect(read.events.map(\.type) == [.protest])
  }

  @Test func aThreatTakesItsModeFromWhatIsThreatened() throws {
    let read = try EventsFixture(
      """
      1  Norway      PROPN  2  nsubj
      2  threatened  VERB   0  root   threaten  Tense=Past|VerbForm=Fin
      3  to          PART   4  mark
      4  expel       VERB   2  xcomp  expel     VerbForm=Inf
      5  Malta       PROPN  7  nmod:poss
      6  's          PART   5  case
      7  envoy       NOUN   4  obj
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["THREATEN/expel Norway>Malta"])
  }

  @Test func aRefusalTakesItsModeFromWhatIsRefused() throws {
    let read = try EventsFixture(
      """
      1  Marran   PROPN  2  nsubj
      2  refused  VERB   0  root   refuse  Tense=Past|VerbForm=Fin
      3  to       PART   4  mark
      4  resign   VERB   2  xcomp  resign  VerbForm=Inf
      """, [Named(1, "Marran", "NOR", .person)])
    #expect(read.summary == ["REJECT/yield Marran>"])
  }

  @Test func aDemandNamesWhoIsToYield() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  demanded   VERB   0  root   demand  Tense=Past|VerbForm=Fin
      3  that       SCONJ  5  mark
      4  Malta      PROPN  5  nsubj
      5  release    VERB   2  ccomp  release  Mood=Sub|VerbForm=Fin
      6  prisoners  NOUN   5  obj    prisoner
      """, [Named(1, "Norway", "NOR"), Named(4, "Malta", "MLT")])
    #expect(read.summary == ["REQUEST/yield Norway>Malta"])
  }

  @Test func whatMustBeDoneIsRequested() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  said      VERB   0  root   say  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  5  nsubj
      4  must      AUX    5  aux
      5  withdraw  VERB   2  ccomp  withdraw  VerbForm=Inf
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["REQUEST/yield Norway>Malta"])
  }

  @Test func aStatementAloneIsNoEvent() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  said    VERB   0  root   say  Tense=Past|VerbForm=Fin
      3  prices  NOUN   4  nsubj  price
      4  rose    VERB   2  ccomp  rise  Tense=Past|VerbForm=Fin
      """, [Named(1, "Norway", "NOR")])
    #expect(read.summary == [])
  }

  @Test func marketsDoNotRetreat() throws {
    let read = try EventsFixture(
      """
      1  Shares     NOUN  2  nsubj  share
      2  retreated  VERB  0  root   retreat  Tense=Past|VerbForm=Fin
      """)
    #expect(read.summary == [])
  }
}
