import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// The rules of the PLOVER manual that decide between types, each on a sentence of our own: subject, verb, object and
/// one prepositional phrase.
@Suite struct EventsManualTests {
  /// "Norway VERB Malta 's OBJECT PREPOSITION NOUN".
  private func read(
    _ verb: String, _ object: String, _ preposition: String = "", _ noun: String = "", isOwned: Bool = true
  ) throws -> [String] {
    var rows = ["1 Norway PROPN 2 nsubj", "2 \(verb) VERB 0 root \(verb) Tense=Past|VerbForm=Fin"]
    if isOwned {
      rows += ["3 Malta PROPN 5 nmod:poss", "4 's PART 3 case", "5 \(object) NOUN 2 obj \(object)"]
    } else {
      rows += ["3 the DET 5 det", "4 old ADJ 5 amod", "5 \(object) NOUN 2 obj \(object)"]
    }
    if !noun.isEmpty { rows += ["6 \(preposition) ADP 7 case", "7 \(noun) NOUN 2 obl \(noun)"] }
    let named = [Named(1, "Norway", "NOR")] + (isOwned ? [Named(3, "Malta", "MLT")] : [])
    let parse = rows.map { $0.split(separator: " ").joined(separator: "  ") }.joined(separator: "\n")
    return try EventsFixture(parse, named).summary
  }

  @Test(arguments: [
    ("lift", "curfew", "CONCEDE"), ("drop", "demand", "CONCEDE"), ("acquit", "minister", "CONCEDE"),
    ("pardon", "minister", "CONCEDE"), ("free", "prisoner", "RETREAT/release"), ("forgive", "debt", "AID"),
    ("rescue", "hostage", "AID"), ("deport", "refugee", "COERCE/deport"),
    ("expel", "ambassador", "SANCTION/expel"),
  ])
  func theObjectDecidesTheType(verb: String, object: String, expected: String) throws {
    let events = try read(verb, object)
    #expect(events.map { $0.split(separator: " ").first.map(String.init) } == [expected], "\(events)")
  }

  @Test func anApologyIsConceded() throws {
    let read = try EventsFixture(
      """
      1  Norway      PROPN  2  nsubj
      2  apologised  VERB   0  root  apologise  Tense=Past|VerbForm=Fin
      3  to          ADP    4  case
      4  Malta       PROPN  2  obl
      """, [Named(1, "Norway", "NOR"), Named(4, "Malta", "MLT")])
    #expect(read.summary == ["CONCEDE Norway>Malta"])
  }

  @Test func reparationsAreAid() throws {
    let read = try EventsFixture(
      """
      1  Norway        PROPN  2  nsubj
      2  paid          VERB   0  root  pay  Tense=Past|VerbForm=Fin
      3  reparations   NOUN   2  obj   reparation
      4  to            ADP    5  case
      5  Malta         PROPN  2  obl
      """, [Named(1, "Norway", "NOR"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["AID Norway>Malta"])
  }

  @Test func barringEntryRejects() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  denied  VERB   0  root  deny  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  5  nmod:poss
      4  's      PART   3  case
      5  envoys  NOUN   2  iobj  envoy
      6  entry   NOUN   2  obj   entry
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary.first?.hasPrefix("REJECT") == true, "\(read.summary)")
  }

  @Test func aWarrantThreatensArrest() throws {
    let read = try EventsFixture(
      """
      1  Norway   PROPN  2  nsubj
      2  issued   VERB   0  root  issue  Tense=Past|VerbForm=Fin
      3  an       DET    5  det
      4  arrest   NOUN   5  compound
      5  warrant  NOUN   2  obj   warrant
      6  for      ADP    7  case
      7  Marran   PROPN  5  nmod
      """, [Named(1, "Norway", "NOR"), Named(7, "Marran", "MLT", .person)])
    #expect(read.summary == ["THREATEN/arrest Norway>Marran"])
  }

  @Test func aPrisonSentenceIsTwoEvents() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  sentenced  VERB   0  root  sentence  Tense=Past|VerbForm=Fin
      3  Marran     PROPN  2  obj
      4  to         ADP    6  case
      5  five       NUM    6  nummod
      6  years      NOUN   2  obl   year
      7  in         ADP    8  case
      8  prison     NOUN   6  nmod  prison
      """, [Named(1, "Norway", "NOR"), Named(3, "Marran", "MLT", .person)])
    #expect(read.summary.sorted() == ["COERCE/arrest Norway>Marran", "SANCTION/convict Norway>Marran"])
  }

  @Test func aConvictionWithoutPrisonIsOneEvent() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  convicted  VERB   0  root  convict  Tense=Past|VerbForm=Fin
      3  Marran     PROPN  2  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Marran", "MLT", .person)])
    #expect(read.summary == ["SANCTION/convict Norway>Marran"])
  }

  @Test func aCombatantWhoIsCapturedIsAbducted() throws {
    #expect(try read("capture", "soldier") == ["ASSAULT/abduct Norway>Malta"])
  }

  @Test func aCompoundActorIsOneEvent() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  4  nsubj
      2  and        CCONJ  3  cc
      3  Chad       PROPN  1  conj
      4  condemned  VERB   0  root  condemn  Tense=Past|VerbForm=Fin
      5  Malta      PROPN  4  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Chad", "TCD"), Named(5, "Malta", "MLT")])
    #expect(read.summary == ["ACCUSE/disapprove Norway,Chad>Malta"])
  }

  @Test func anEventWithoutAnActorShowsTheGap() throws {
    let read = try EventsFixture(
      """
      1  Marran    PROPN  3  nsubj:pass
      2  was       AUX    3  aux:pass  be
      3  abducted  VERB   0  root      abduct  Tense=Past|VerbForm=Part|Voice=Pass
      """, [Named(1, "Marran", "NOR", .person)])
    #expect(read.summary == ["ASSAULT/abduct >Marran"])
  }

  @Test func crowdControlNeedsAWeapon() throws {
    #expect(try read("disperse", "crowd", isOwned: false).allSatisfy { !$0.contains("crowd-control") })
    let armed = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  used    VERB   0  root  use  Tense=Past|VerbForm=Fin
      3  tear    NOUN   4  compound
      4  gas     NOUN   2  obj  gas
      5  on      ADP    6  case
      6  crowds  NOUN   2  obl  crowd
      """, [Named(1, "Norway", "NOR")])
    #expect(armed.summary == ["ASSAULT/crowd-control Norway>"])
  }

  @Test func aMobilisationInsideAnAssaultIsNotCoded() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  sent       VERB   0  root   send  Tense=Past|VerbForm=Fin
      3  troops     NOUN   2  obj    troop
      4  to         PART   5  mark
      5  attack     VERB   2  advcl  attack  VerbForm=Inf
      6  Malta      PROPN  5  obj
      """, [Named(1, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.events.count == 1, "\(read.summary)")
  }

  @Test func aPartysCallForItsOwnPeaceAgrees() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  called  VERB   0  root  call  Tense=Past|VerbForm=Fin
      3  for     ADP    5  case
      4  a       DET    5  det
      5  truce   NOUN   2  obl   truce
      6  with    ADP    7  case
      7  Malta   PROPN  5  nmod
      """, [Named(1, "Norway", "NOR"), Named(7, "Malta", "MLT")])
    #expect(read.summary.map { $0.split(separator: " ").first } == ["AGREE"], "\(read.summary)")
  }

  /// What someone is accused of is told as done: an act of its own.
  @Test func whatIsAllegedIsAnActToo() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  accused   VERB   0  root   accuse  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  obj
      4  of        SCONJ  5  mark
      5  shelling  VERB   2  advcl  shell  VerbForm=Ger
      6  Chad      PROPN  5  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT"), Named(6, "Chad", "TCD")])
    #expect(read.summary == ["ACCUSE/allege Norway>Malta", "ASSAULT/heavy-weapons Malta>Chad"])
  }
}

/// Public life only.
@Suite struct EventsRelevanceTests {
  @Test func oneWhoIsAskedIsNoTopic() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  asked   VERB   0  root   ask  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  2  iobj
      4  to      PART   5  mark
      5  leave   VERB   2  xcomp  leave  VerbForm=Inf
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary.first?.contains("Norway>Malta") == true, "\(read.summary)")
  }

  @Test func aDayIsNoParticle() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  4  nsubj
      2  and     CCONJ  3  cc
      3  Malta   PROPN  1  conj
      4  signed  VERB   0  root  sign  Tense=Past|VerbForm=Fin
      5  a       DET    6  det
      6  treaty  NOUN   4  obj   treaty
      7  on      ADP    8  case
      8  Monday  PROPN  4  obl   Monday
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.summary == ["SUPPORT Norway,Malta>"])
  }

  @Test func aSharedOpinionIsNoAgreement() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  agreed  VERB   0  root   agree  Tense=Past|VerbForm=Fin
      3  that    SCONJ  6  mark
      4  it      PRON   6  nsubj
      5  was     AUX    6  cop    be
      6  early   ADJ    2  ccomp  early
      """, [Named(1, "Norway", "NOR")])
    #expect(read.events.isEmpty, "\(read.summary)")
  }
}
