import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Passives, conjunction, control, relative clauses, nouns and light verbs.
@Suite struct EventsSyntaxTests {
  @Test func aPassiveSwapsTheRoles() throws {
    let read = try EventsFixture(
      """
      1  Malta     PROPN  3  nsubj:pass
      2  was       AUX    3  aux:pass  be
      3  attacked  VERB   0  root      attack  Tense=Past|VerbForm=Part|Voice=Pass
      4  by        ADP    5  case
      5  Norway    PROPN  3  obl:agent
      """, [Named(1, "Malta", "MLT"), Named(5, "Norway", "NOR")])
    #expect(read.summary == ["ASSAULT Norway>Malta"])
  }

  @Test func conjoinedVerbsShareTheirSubject() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  condemned  VERB   0  root  condemn  Tense=Past|VerbForm=Fin
      3  Malta      PROPN  2  obj
      4  and        CCONJ  5  cc
      5  expelled   VERB   2  conj  expel    Tense=Past|VerbForm=Fin
      6  its        PRON   7  nmod:poss
      7  envoy      NOUN   5  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.events.map(\.type) == [.accuse, .sanction])
    #expect(read.events.last?.actors.map(\.actor.number) == [1])
  }

  @Test func aReducedRelativeHasItsAgent() throws {
    let read = try EventsFixture(
      """
      1  Soldiers  NOUN   5  nsubj  soldier
      2  killed    VERB   1  acl    kill  Tense=Past|VerbForm=Part|Voice=Pass
      3  by        ADP    4  case
      4  Norway    PROPN  2  obl:agent
      5  slept     VERB   0  root   sleep  Tense=Past|VerbForm=Fin
      """, [Named(1, "soldiers", "MLT", .group), Named(4, "Norway", "NOR")])
    #expect(read.summary == ["ASSAULT Norway>soldiers"])
  }

  @Test func aRelativeClauseTakesItsAntecedent() throws {
    let read = try EventsFixture(
      """
      1  Marran    PROPN  6  nsubj
      2  ,         PUNCT  4  punct
      3  who       PRON   4  nsubj      who  PronType=Rel
      4  attacked  VERB   1  acl:relcl  attack  Tense=Past|VerbForm=Fin
      5  Malta     PROPN  4  obj
      6  slept     VERB   0  root       sleep  Tense=Past|VerbForm=Fin
      """, [Named(1, "Marran", "NOR", .person), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["ASSAULT Marran>Malta"])
  }

  @Test func anEventNounTakesPossessorAndTarget() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  3  nmod:poss
      2  's        PART   1  case
      3  attack    NOUN   6  nsubj
      4  on        ADP    5  case
      5  Malta     PROPN  3  nmod
      6  lasted    VERB   0  root   last  Tense=Past|VerbForm=Fin
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["ASSAULT Norway>Malta"])
  }

  @Test func killedInABombingIsOneEvent() throws {
    let read = try EventsFixture(
      """
      1  Three     NUM    2  nummod
      2  soldiers  NOUN   4  nsubj:pass  soldier
      3  were      AUX    4  aux:pass    be
      4  killed    VERB   0  root        kill  Tense=Past|VerbForm=Part|Voice=Pass
      5  in        ADP    7  case
      6  a         DET    7  det
      7  bombing   NOUN   4  obl
      8  in        ADP    9  case
      9  Malta     PROPN  7  nmod
      """, [Named(2, "soldiers", "MLT", .group), Named(9, "Malta", "MLT")])
    #expect(read.events.map(\.type) == [.assault])
    #expect(read.events.first?.mode == "explosives")
    #expect(read.events.first?.casualties.map(\.low) == [3])
  }

  @Test func aNegatedAttackIsNegation() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  4  nsubj
      2  did     AUX    4  aux     do
      3  not     PART   4  advmod
      4  attack  VERB   0  root    attack  VerbForm=Inf
      5  Malta   PROPN  4  obj
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["ASSAULT Norway>Malta [negation]"])
    #expect(read.events.first?.factuality.map(\.value) == [.certainNot])
  }

  @Test func anotherYearIsBackground() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  attacked  VERB   0  root  attack  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  obj
      4  in        ADP    5  case
      5  2019      NUM    2  obl
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")], published: "2031-03-06",
      times: [("2019", .date, "2019")])
    #expect(read.summary == ["ASSAULT Norway>Malta [historical]"])
    #expect(read.events.first?.date?.grain == .year)
  }

  @Test func noTimeIsNoDate() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  attacked  VERB   0  root  attack  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")], published: "2031-03-06")
    #expect(read.events.count == 1)
    #expect(read.events.first?.date == nil)
  }

  @Test func theMeetingRefersBack() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  met     VERB   0  root  meet  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  2  obj

      1  The      DET    2  det
      2  meeting  NOUN   5  nsubj
      3  with     ADP    4  case
      4  Malta    PROPN  2  nmod
      5  lasted   VERB   0  root  last  Tense=Past|VerbForm=Fin
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["CONSULT Norway,Malta>"])
  }

  @Test func thePlaceIsAnArgument() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  attacked  VERB   0  root  attack  Tense=Past|VerbForm=Fin
      3  rebels    NOUN   2  obj   rebel
      4  near      ADP    5  case
      5  Valletta  PROPN  2  obl
      """, [Named(1, "Norway", "NOR")], places: ["Norway", "Valletta"])
    #expect(read.events.first?.place?.name == "Valletta")
  }

  @Test func everyFrameFileIsRead() throws {
    let lexicon = try EventLexicon(folder: ResourceFolder(module: "RapporteurMeaning"))
    #expect(lexicon.frameCount > 1500)
  }
}
