import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Constructions of conflict that are easily taken for something else, each beside its everyday reading.
@Suite struct EventsConflictTests {
  @Test func whoIsGivenUntilADayIsThreatened() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  gave    VERB   0  root  give  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  2  obj
      4  until   ADP    5  case
      5  Friday  PROPN  2  obl
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["THREATEN Norway>Malta"])
  }

  @Test func whoIsPutOnNoticeIsThreatened() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  put     VERB   0  root    put  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  2  obj
      4  on      ADP    5  case
      5  notice  NOUN   2  obl     notice
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["THREATEN Norway>Malta"])
  }

  /// A weapon makes a charge an assault, a crime makes it an accusation.
  @Test(arguments: [
    ("batons", "baton", "ASSAULT/crowd-control police>students"),
    ("fraud", "fraud", "ACCUSE/allege police>students"),
  ])
  func aChargeIsWhatItIsMadeWith(word: String, lemma: String, expected: String) throws {
    let read = try EventsFixture(
      """
      1  Riot      NOUN  2  compound
      2  police    NOUN  3  nsubj  police
      3  charged   VERB  0  root   charge   Tense=Past|VerbForm=Fin
      4  students  NOUN  3  obj    student
      5  with      ADP   6  case
      6  \(word)   NOUN  3  obl    \(lemma)
      """, [Named(2, "police", "NOR", .group), Named(4, "students", "NOR", .group)])
    #expect(read.summary == [expected])
  }

  /// Guards beat prisoners; what one state beats another at is mostly football.
  @Test func whoIsBeatenByGuardsIsAssaulted() throws {
    let beaten = try EventsFixture(
      """
      1  Guards     NOUN  2  nsubj  guard
      2  beat       VERB  0  root   beat  Tense=Past|VerbForm=Fin
      3  prisoners  NOUN  2  obj    prisoner
      """, [Named(1, "Guards", "NOR", .group), Named(3, "prisoners", "NOR", .group)])
    #expect(beaten.summary == ["ASSAULT/beat Guards>prisoners"])
    let won = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  beat    VERB   0  root  beat  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  2  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(won.summary == [])
  }

  @Test func theFleetOfAnAirlineIsNoForce() throws {
    func deployment(by agent: String, _ lemma: String) throws -> [String] {
      try EventsFixture(
        """
        1  The        DET   2  det
        2  \(agent)   NOUN  3  nsubj  \(lemma)
        3  deployed   VERB  0  root   deploy  Tense=Past|VerbForm=Fin
        4  its        PRON  5  nmod:poss
        5  fleet      NOUN  3  obj    fleet
        """, [Named(2, agent, "NOR", .organisation)]
      ).summary
    }
    #expect(try deployment(by: "navy", "navy") == ["MOBILIZE/troops navy>"])
    #expect(try deployment(by: "airline", "airline") == [])
  }

  @Test func whoIsOnStrikeProtests() throws {
    let read = try EventsFixture(
      """
      1  Teachers  NOUN  5  nsubj  teacher
      2  have      AUX   5  aux    have
      3  been      AUX   5  cop    be
      4  on        ADP   5  case
      5  strike    NOUN  0  root   strike
      """, [Named(1, "Teachers", "NOR", .group)])
    #expect(read.summary == ["PROTEST/strike Teachers>"])
  }

  @Test func aFloodThatDrivesPeopleOutDeportsNobody() throws {
    func driven(by agent: String, _ lemma: String) throws -> [String] {
      try EventsFixture(
        """
        1  \(agent)  NOUN  2  nsubj  \(lemma)
        2  drove     VERB  0  root   drive  Tense=Past|VerbForm=Fin
        3  families  NOUN  2  obj    family
        4  from      ADP   5  case
        5  homes     NOUN  2  obl    home
        """, [Named(3, "families", "NOR", .group)]
      ).summary
    }
    #expect(try driven(by: "Militiamen", "militiaman") == ["COERCE/deport >families"])
    #expect(try driven(by: "Floods", "flood") == [])
  }

  /// An id in `why` names one row.
  @Test func everyRowHasAnIdOfItsOwn() throws {
    let folder = try ResourceFolder(module: "RapporteurMeaning")
    let ids = try EventLexicon.frameFiles.flatMap { file in
      try LexiconTable(folder.text(of: "Lexicons/\(file)"), file: file).rows.map { String(try $0.cell("id")) }
    }
    let shared = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    #expect(shared == [])
    #expect(ids.count > 4000)
  }
}
