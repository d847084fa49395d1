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

  /// "Is to visit", "is due to visit": the parser hangs subject and copula on the infinitive.
  @Test(arguments: ["to  PART  5  mark", "due  ADJ  5  mark"])
  func whatIsToBeIsYetToCome(word: String) throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  5  nsubj:outer
      2  is      AUX    5  cop
      3  \(word)
      4  soon    ADV    5  advmod
      5  visit   VERB   0  root  visit  VerbForm=Inf
      6  Malta   PROPN  5  obj
      """, [Named(1, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.summary == ["AGREE Norway>Malta [future]"])
  }

  @Test func aPlannedVisitIsAgreed() throws {
    let read = try EventsFixture(
      """
      1  Marran   PROPN  4  nmod:poss
      2  's       PART   1  case
      3  planned  ADJ    4  amod  planned
      4  visit    NOUN   7  nsubj  visit
      5  to       ADP    6  case
      6  Malta    PROPN  4  nmod
      7  matters  VERB   0  root  matter  Tense=Pres|VerbForm=Fin
      """, [Named(1, "Marran", "NOR", .person), Named(6, "Malta", "MLT")])
    #expect(read.summary == ["AGREE Marran>Malta [future]"])
  }

  @Test func anOfferIsAgreementWhateverIsOffered() throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  2  nsubj
      2  offered  VERB   0  root   offer  Tense=Past|VerbForm=Fin
      3  to       PART   4  mark
      4  arrest   VERB   2  xcomp  arrest  VerbForm=Inf
      5  Marran   PROPN  4  obj
      """, [Named(1, "Norway", "NOR"), Named(5, "Marran", "MLT", .person)])
    #expect(read.summary == ["AGREE Norway>Marran"])
  }

  /// What the speaker takes to be so, and what he does not hold, is no demand.
  @Test func aConjectureDemandsNothing() throws {
    let conjecture = try EventsFixture(
      """
      1  Norway   PROPN  2  nsubj
      2  said     VERB   0  root   say  Tense=Past|VerbForm=Fin
      3  Malta    PROPN  6  nsubj
      4  must     AUX    6  aux
      5  have     AUX    6  aux
      6  written  VERB   2  ccomp  write  VerbForm=Part
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    let doubt = try EventsFixture(
      """
      1  Norway   PROPN  4  nsubj
      2  does     AUX    4  aux
      3  not      PART   4  advmod  not  Polarity=Neg
      4  believe  VERB   0  root    believe  VerbForm=Inf
      5  Malta    PROPN  7  nsubj
      6  should   AUX    7  aux
      7  write    VERB   4  ccomp   write  VerbForm=Inf
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(conjecture.summary == [])
    #expect(doubt.summary == [])
  }

  @Test func aMeetingOfSomeoneWithSomeoneHasBoth() throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  3  nmod:poss
      2  's       PART   1  case
      3  meeting  NOUN   6  nsubj  meeting
      4  with     ADP    5  case
      5  Malta    PROPN  3  nmod
      6  lasted   VERB   0  root   last  Tense=Past|VerbForm=Fin
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["CONSULT Malta,Norway>"])
  }

  @Test(arguments: [("dinner", ["CONSULT Norway,Malta>"]), ("shelter", [])])
  func whoDinesWithSomeoneConsults(meal: String, expected: [String]) throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  2  nsubj
      2  had      VERB   0  root  have  Tense=Past|VerbForm=Fin
      3  \(meal)  NOUN   2  obj   \(meal)
      4  with     ADP    5  case
      5  Malta    PROPN  2  obl
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == expected)
  }

  /// A plan that is dropped gives way where it was fought; else it is routine.
  @Test(arguments: [("protests", "protest", ["CONCEDE Norway>"]), ("April", "April", [])])
  func aPlanDroppedUnderPressureIsConceded(noun: String, lemma: String, expected: [String]) throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  2  nsubj
      2  dropped  VERB   0  root  drop  Tense=Past|VerbForm=Fin
      3  a        DET    4  det
      4  plan     NOUN   2  obj   plan
      5  after    ADP    6  case
      6  \(noun)  NOUN   2  obl   \(lemma)
      """, [Named(1, "Norway", "NOR")])
    #expect(read.summary == expected)
  }
}
