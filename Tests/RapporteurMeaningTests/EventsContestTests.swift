import RapporteurCore
import RapporteurTesting
import Testing

/// Words of war in politics, and what takes force to be an act of force.
@Suite struct EventsContestTests {
  /// A sentence that makes the report one about an election.
  private static let election = """

    1  Voters    NOUN  2  nsubj  voter
    2  chose     VERB  0  root   choose  Tense=Past|VerbForm=Fin
    3  nominees  NOUN  2  obj    nominee
    4  in        ADP   6  case
    5  the       DET   6  det
    6  primary   NOUN  2  obl    primary
    """

  private static let attack = """
    1  Aldane    PROPN  2  nsubj
    2  attacked  VERB   0  root   attack  Tense=Past|VerbForm=Fin
    3  Brenko    PROPN  2  obj
    4  .         PUNCT  2  punct

    """

  @Test func aCandidateAttacksInWords() throws {
    let read = try EventsFixture(
      Self.attack + Self.election,
      [Named(1, "Aldane", "NOR", .person), Named(3, "Brenko", "NOR", .person)])
    #expect(read.summary == ["ACCUSE/disapprove Aldane>Brenko"])
    #expect(read.events.first?.why.contains { $0.rule == "rule:war-of-words" } == true)
  }

  @Test func outsideAContestAPrivatePersonAttacksWithForce() throws {
    let read = try EventsFixture(
      Self.attack, [Named(1, "Aldane", "NOR", .person), Named(3, "Brenko", "NOR", .person)])
    #expect(read.summary == ["ASSAULT Aldane>Brenko"])
  }

  @Test func outsideAContestPoliticiansAttackInWords() throws {
    let read = try EventsFixture(
      Self.attack,
      [
        Named(1, "Aldane", "NOR", .person, sectors: ["LEG", "OPP"]),
        Named(3, "Brenko", "NOR", .person, sectors: ["GOV"]),
      ])
    #expect(read.summary == ["ACCUSE/disapprove Aldane>Brenko"])
  }

  @Test func soldiersAttackWithForceInAnyReport() throws {
    let read = try EventsFixture(
      Self.attack + Self.election,
      [Named(1, "Aldane", "NOR", .group, sectors: ["MIL"]), Named(3, "Brenko", "NOR", .person)])
    #expect(read.summary == ["ASSAULT Aldane>Brenko"])
  }

  @Test func candidatesWhoClashDoNothing() throws {
    let read = try EventsFixture(
      """
      1  Aldane   PROPN  2  nsubj
      2  clashed  VERB   0  root  clash  Tense=Past|VerbForm=Fin
      3  with     ADP    4  case
      4  Brenko   PROPN  2  obl

      """ + Self.election, [Named(1, "Aldane", "NOR", .person), Named(4, "Brenko", "NOR", .person)])
    #expect(read.summary == [])
  }

  @Test(arguments: [(Actor.Kind.person, [String]()), (.group, ["PROTEST/demo Aldane>"])])
  func aCandidatesRallyIsNoProtest(_ kind: Actor.Kind, _ expected: [String]) throws {
    let read = try EventsFixture(
      """
      1  Aldane   PROPN  2  nsubj
      2  rallied  VERB   0  root  rally  Tense=Past|VerbForm=Fin
      3  on       ADP    4  case
      4  Monday   PROPN  2  obl

      """ + Self.election, [Named(1, "Aldane", "NOR", kind)])
    #expect(read.summary == expected)
  }

  @Test(arguments: [
    ("years", "year", ["SANCTION/convict >Brenko", "COERCE/arrest >Brenko"]),
    ("probation", "probation", ["SANCTION/convict >Brenko"]),
  ])
  func aTermOfYearsIsPrison(_ form: String, _ lemma: String, _ expected: [String]) throws {
    let read = try EventsFixture(
      """
      1  Brenko     PROPN  3  nsubj:pass
      2  was        AUX    3  aux:pass  be
      3  sentenced  VERB   0  root  sentence  Tense=Past|VerbForm=Part|Voice=Pass
      4  to         ADP    6  case
      5  nine       NUM    6  nummod
      6  \(form)    NOUN   3  obl   \(lemma)
      """, [Named(1, "Brenko", "NOR", .person)])
    #expect(read.summary == expected)
  }

  @Test func theRaidThatKillsIsOneTrigger() throws {
    let read = try EventsFixture(
      """
      1  The       DET   2  det
      2  raid      NOUN  3  nsubj
      3  killed    VERB  0  root  kill  Tense=Past|VerbForm=Fin
      4  soldiers  NOUN  3  obj   soldier
      """, [Named(4, "soldiers", "NOR", .group, sectors: ["MIL"])])
    #expect(read.summary == ["ASSAULT >soldiers"])
    #expect(read.events.first?.trigger.spans == [EventsFixture.span(of: "raid killed", in: read.annotated)])
  }

  @Test func whoHasAnArrestIsArrested() throws {
    let read = try EventsFixture(
      """
      1  Brenko   PROPN  3  nmod:poss
      2  's       PART   1  case
      3  arrest   NOUN   4  nsubj
      4  angered  VERB   0  root  anger  Tense=Past|VerbForm=Fin
      5  Malta    PROPN  4  obj
      """, [Named(1, "Brenko", "NOR", .person), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["COERCE/arrest >Brenko"])
  }

  @Test func anActorOrNobodyMayEvict() throws {
    let read = try EventsFixture(
      """
      1  tenants  NOUN  3  nsubj:pass  tenant
      2  were     AUX   3  aux:pass    be
      3  evicted  VERB  0  root        evict  Tense=Past|VerbForm=Part|Voice=Pass
      """, [Named(1, "tenants", "NOR", .group)])
    #expect(read.summary == ["COERCE/deport >tenants"])
  }

  @Test func aDriverHitsNobodyOnPurpose() throws {
    let read = try EventsFixture(
      """
      1  Aldane  PROPN  2  nsubj
      2  hit     VERB   0  root  hit  Tense=Past|VerbForm=Fin
      3  Brenko  PROPN  2  obj
      """, [Named(1, "Aldane", "NOR", .person), Named(3, "Brenko", "NOR", .person)])
    #expect(read.summary == [])
  }

  @Test func aHyphenatedWordIsOneWord() throws {
    let read = try EventsFixture(
      """
      1   A         DET    4  det
      2   sit       VERB   4  compound
      3-  -         PUNCT  2  punct
      4-  in        NOUN   7  nsubj
      5   by        ADP    6  case
      6   students  NOUN   4  nmod  student
      7   angered   VERB   0  root  anger  Tense=Past|VerbForm=Fin
      8   Malta     PROPN  7  obj
      """, [Named(6, "students", "NOR", .group, sectors: ["EDU"]), Named(8, "Malta", "MLT")])
    #expect(read.events.map(\.type) == [.protest])
    #expect(read.events.first?.trigger.lemma == "sit-in")
    #expect(read.events.first?.trigger.spans == [EventsFixture.span(of: "sit-in", in: read.annotated)])
  }

  @Test(arguments: [("decided", "decide", 1), ("wanted", "want", 0)])
  func whoIsWishedAwayHasNotGone(_ form: String, _ lemma: String, _ count: Int) throws {
    let read = try EventsFixture(
      """
      1  Aldane   PROPN  2  nsubj
      2  \(form)  VERB   0  root   \(lemma)  Tense=Past|VerbForm=Fin
      3  to       PART   4  mark
      4  resign   VERB   2  xcomp  resign  VerbForm=Inf
      """, [Named(1, "Aldane", "NOR", .person)])
    #expect(read.events.count == count)
  }
}
