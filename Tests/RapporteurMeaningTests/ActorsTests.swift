import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Whom names, nouns and pronouns mean, on parses written by hand.
@Suite struct ActorsTests {
  private let reader: ActorReader

  init() throws { reader = ActorReader(lexicon: try shippedActorLexicon()) }

  private func read(_ parse: String, _ names: [NameMention] = [], antecedents: [Int: Int] = [:]) throws
    -> ActorTable
  {
    reader.read(try handmade(parse, names: names, antecedents: antecedents), places: [])
  }

  private func person(_ tokens: ClosedRange<Int>) -> NameMention {
    NameMention(tokens: (tokens.lowerBound - 1)..<tokens.upperBound, kind: .person)
  }

  private func organisation(_ tokens: ClosedRange<Int>) -> NameMention {
    NameMention(tokens: (tokens.lowerBound - 1)..<tokens.upperBound, kind: .organisation)
  }

  private func location(_ tokens: ClosedRange<Int>) -> NameMention {
    NameMention(tokens: (tokens.lowerBound - 1)..<tokens.upperBound, kind: .location)
  }

  @Test func twoStatesInOnePhraseAreTwoActors() throws {
    let table = try read(
      """
      1  Senior     ADJ    5  amod  senior
      2  Hungarian  ADJ    5  amod
      3  and        CCONJ  4  cc
      4  Romanian   ADJ    2  conj
      5  officials  NOUN   6  nsubj  official  Number=Plur
      6  agreed     VERB   0  root   agree
      """)
    let actors = table.actors(headedBy: 4).map(table.actor)
    #expect(actors.map(\.country) == ["HUN", "ROU"])
    #expect(actors.allSatisfy { $0.sectors == ["GOV"] && $0.kind == .group && $0.anonymity == .roleOnly })
  }

  @Test func aTitleGivesCountryAndOffice() throws {
    let table = try read(
      """
      1  Norwegian  ADJ    3  amod
      2  Foreign    ADJ    3  amod
      3  Minister   PROPN  4  nmod:desc
      4  Ilse       PROPN  6  nsubj
      5  Marran     PROPN  4  flat
      6  left       VERB   0  root  leave
      7-  .         PUNCT  6  punct

      1  Marran     PROPN  2  nsubj
      2  said       VERB   0  root  say
      3  she        PRON   4  nsubj  she  Gender=Fem|Number=Sing|Person=3|PronType=Prs
      4  agreed     VERB   2  ccomp  agree
      """, [person(4...5), person(8...8)])
    #expect(table.actors.count == 1)
    let marran = table.actors[0]
    #expect(marran.name == "Ilse Marran")
    #expect(marran.country == "NOR")
    #expect(marran.sectors == ["GOV"])
    #expect(marran.offices.map(\.title) == ["Norwegian Foreign Minister"])
    #expect(marran.mentions.map(\.form) == [.name, .name, .pronoun])
    #expect(table.actors(headedBy: 9) == [marran.id])
  }

  @Test func anAppositionIsAnOffice() throws {
    let table = try read(
      """
      1   Ilse     PROPN  10  nsubj
      2   Marran   PROPN  1   flat
      3-  ,        PUNCT  6   punct
      4   Norway   PROPN  6   nmod:poss
      5-  's       PART   4   case
      6   envoy    NOUN   1   appos
      7   to       ADP    8   case
      8   Malta    PROPN  6   nmod
      9-  ,        PUNCT  1   punct
      10  resigned  VERB  0   root  resign

      1   The      DET    2   det
      2   diplomat  NOUN  3   nsubj
      3   left     VERB   0   root  leave
      """, [person(1...2), location(4...4), location(8...8)])
    let marran = try #require(table.actors.first)
    #expect(marran.offices.map(\.title) == ["Norway's envoy to Malta"])
    #expect(marran.country == "NOR")
    #expect(table.actors(headedBy: 11) == [marran.id])
  }

  @Test func aCapitalThatActsIsItsState() throws {
    let table = try read(
      """
      1  Tehran   PROPN  2  nsubj
      2  rejected  VERB  0  root  reject
      3  the      DET    4  det
      4  plan     NOUN   2  obj

      1  Iran     PROPN  2  nsubj
      2  wants    VERB   0  root  want
      3  talks    NOUN   2  obj  talk  Number=Plur
      4  in       ADP    5  case
      5  Muscat   PROPN  3  nmod

      1  The      DET    3  det
      2  Iranian  ADJ    3  amod
      3  government  NOUN  4  nsubj
      4  agreed   VERB   0  root  agree
      """, [location(1...1), location(5...5), location(9...9)])
    let iran = table.actors(headedBy: 0)
    #expect(table.actor(iran[0]).kind == .state)
    #expect(table.actors(headedBy: 4) == iran)
    let government = table.actors(headedBy: 11).map(table.actor)
    #expect(government.map(\.country) == ["IRN"])
    #expect(government.map(\.kind) == [.organisation])
    #expect(table.actors(headedBy: 8).isEmpty)
  }

  @Test func aTownWhereSomethingHappensIsNoActor() throws {
    let table = try read(
      """
      1  Police    NOUN   2  nsubj  police
      2  arrested  VERB   0  root   arrest
      3  two       NUM    4  nummod
      4  men       NOUN   2  obj    man  Number=Plur
      5  in        ADP    6  case
      6  Tehran    PROPN  2  obl
      """, [location(6...6)])
    #expect(table.actors(headedBy: 5).isEmpty)
    #expect(table.actors(headedBy: 0).map { table.actor($0).sectors } == [["COP"]])
    #expect(table.actors(headedBy: 3).map { table.actor($0).kind } == [.group])
  }

  @Test func aNameAndItsAcronymAreOne() throws {
    let table = try read(
      """
      1  The        DET    4  det
      2  Harbour    PROPN  4  compound
      3  Safety     PROPN  4  compound
      4  Agency     PROPN  8  nsubj
      5  (          PUNCT  6  punct
      6-  HSA       PROPN  4  appos
      7-  )         PUNCT  6  punct
      8  objected   VERB   0  root  object

      1  HSA        PROPN  2  compound
      2  inspectors  NOUN  3  nsubj  inspector  Number=Plur
      3  left       VERB   0  root  leave

      1  The        DET    2  det
      2  agency     NOUN   3  nsubj
      3  agreed     VERB   0  root  agree
      """, [organisation(2...4), organisation(6...6), organisation(9...9)])
    let agency = table.actors(headedBy: 3)
    #expect(agency.count == 1)
    #expect(table.actors(headedBy: 5) == agency)
    #expect(table.actors(headedBy: 12) == agency)
    #expect(table.actor(agency[0]).name == "Harbour Safety Agency")
  }

  @Test func anonymityIsGrantedForAReason() throws {
    let table = try read(
      """
      1   A          DET    3   det
      2   senior     ADJ    3   amod
      3   official   NOUN   4   nsubj
      4   spoke      VERB   0   root  speak
      5   on         ADP    6   case
      6   condition  NOUN   4   obl
      7   of         ADP    8   case
      8   anonymity  NOUN   6   nmod
      9   because    SCONJ  12  mark
      10  he         PRON   12  nsubj  he  Gender=Masc|Number=Sing|Person=3|PronType=Prs
      11  feared     VERB   12  aux
      12  reprisals  NOUN   4   advcl  reprisal
      13-  .         PUNCT  4   punct
      """)
    let official = try #require(table.actors(headedBy: 2).first.map(table.actor))
    #expect(official.name == "A senior official")
    #expect(official.anonymity == .granted)
    let annotated = try handmade(
      "1  A senior official spoke on condition of anonymity because he feared reprisals  X  0  root")
    #expect(official.anonymityReason.map(annotated.text(of:)) == ["he feared reprisals"])
  }

  @Test func aSecondOfficialIsANewOne() throws {
    let table = try read(
      """
      1  An        DET   2  det
      2  official  NOUN  3  nsubj
      3  spoke     VERB  0  root  speak

      1  A         DET   3  det
      2  second    ADJ   3  amod
      3  official  NOUN  4  nsubj
      4  agreed    VERB  0  root  agree

      1  The       DET   2  det
      2  official  NOUN  3  nsubj
      3  left      VERB  0  root  leave
      """)
    #expect(table.actors.count == 2)
    #expect(table.actors(headedBy: 1) != table.actors(headedBy: 5))
    #expect(table.actors(headedBy: 8) == table.actors(headedBy: 5))
  }

  @Test func theTwoAreTheLastTwo() throws {
    let table = try read(
      """
      1  Norway  PROPN  4  nsubj
      2  and     CCONJ  3  cc
      3  Malta   PROPN  1  conj
      4  met     VERB   0  root  meet

      1  The     DET    3  det
      2  two     NUM    3  nummod
      3  sides   NOUN   4  nsubj  side  Number=Plur
      4  agreed  VERB   0  root  agree
      """, [location(1...1), location(3...3)])
    #expect(table.actors(headedBy: 6).map { table.actor($0).country } == ["NOR", "MLT"])
  }

  @Test func aFormerOfficeIsOver() throws {
    let table = try read(
      """
      1  A          DET   4  det
      2  retired    ADJ   4  amod
      3  vice       NOUN  4  compound
      4  president  NOUN  5  nsubj
      5  objected   VERB  0  root  object

      1  An          DET   3  det
      2  opposition  NOUN  3  compound
      3  lawmaker    NOUN  4  nsubj
      4  agreed      VERB  0  root  agree
      """)
    #expect(table.actors.map(\.sectors) == [["ELI"], ["LEG", "OPP"]])
  }

  @Test func theBodySpokenForGivesTheSector() throws {
    let table = try read(
      """
      1  A          DET    2  det
      2  spokesman  NOUN   7  nsubj
      3  for        ADP    6  case
      4  the        DET    6  det
      5  Kenyan     ADJ    6  amod
      6  army       NOUN   2  nmod
      7  declined   VERB   0  root  decline
      """)
    let spokesman = try #require(table.actors(headedBy: 1).first.map(table.actor))
    #expect(spokesman.country == "KEN")
    #expect(spokesman.sectors == ["MIL"])
  }

  @Test func anOfficeBelongsToTheBodyNamedBefore() throws {
    let table = try read(
      """
      1  Chad        PROPN  4  nmod:poss
      2  's          PART   1  case
      3  Foreign     ADJ    4  amod
      4  Ministry    PROPN  5  nsubj
      5  objected    VERB   0  root  object

      1  Ministry    NOUN   2  compound  ministry
      2  spokesman   NOUN   5  nsubj     spokesman
      3  Jan         PROPN  2  appos
      4  Roe         PROPN  3  flat
      5  agreed      VERB   0  root      agree
      """, [organisation(3...4), person(8...9)])
    let spokesman = try #require(table.actors.first { $0.name == "Jan Roe" })
    #expect(spokesman.country == "TCD")
  }

  @Test func aRelativePronounMeansItsNoun() throws {
    let table = try read(
      """
      1  Rebels   NOUN  5  nsubj  rebel  Number=Plur
      2  who      PRON  3  nsubj  who    PronType=Rel
      3  fled     VERB  1  acl:relcl  flee
      4  have     AUX   5  aux
      5  returned  VERB  0  root  return
      """)
    #expect(table.actors(headedBy: 1) == table.actors(headedBy: 0))
    #expect(!table.actors(headedBy: 0).isEmpty)
  }

  @Test func dozensOfProtestersAreProtesters() throws {
    let table = try read(
      """
      1  Dozens      NOUN  4  nsubj:pass  dozen  Number=Plur
      2  of          ADP   3  case
      3  protesters  NOUN  1  nmod  protester  Number=Plur
      4  arrested    VERB  0  root  arrest
      """)
    #expect(table.actors.map(\.name) == ["Dozens of protesters"])
    #expect(table.actors(headedBy: 0) == table.actors(headedBy: 2))
  }

  @Test func theirTroopsHaveTheirCountry() throws {
    let table = try read(
      """
      1  Norway    PROPN  2  nsubj
      2  withdrew  VERB   0  root  withdraw
      3  its       PRON   4  nmod:poss  its  Number=Sing|Person=3|Poss=Yes|PronType=Prs
      4  troops    NOUN   2  obj  troops  Number=Plur
      """, [location(1...1)])
    #expect(table.actors(headedBy: 3).map { table.actor($0).country } == ["NOR"])
    #expect(table.actors(headedBy: 2) == table.actors(headedBy: 0))
  }

  @Test func whoSpeaksDoesNotMeanHimself() throws {
    let table = try read(
      """
      1   Ole      PROPN  8   nsubj
      2   Berg     PROPN  1   flat
      3   and      CCONJ  4   cc
      4   Jan      PROPN  1   conj
      5   Lund     PROPN  4   flat
      6   had      AUX    8   aux
      7   already  ADV    8   advmod
      8   met      VERB   0   root  meet

      1   "        PUNCT  3   punct
      2-  He       PRON   3   nsubj  he  Gender=Masc|Number=Sing|Person=3|PronType=Prs
      3   agreed   VERB   6   ccomp  agree
      4-  ,        PUNCT  3   punct
      5-  "        PUNCT  3   punct
      6   said     VERB   0   root   say
      7   Lund     PROPN  6   nsubj
      """, [person(1...2), person(4...5), person(15...15)])
    #expect(table.actors(headedBy: 9) == table.actors(headedBy: 0))
    #expect(table.actors(headedBy: 14) == table.actors(headedBy: 3))
  }

  @Test func twoPeopleOfOneNameStayApart() throws {
    let table = try read(
      """
      1  Norwegian  ADJ    2  amod
      2  minister   NOUN   3  nmod:desc
      3  Ole        PROPN  5  nsubj
      4  Berg       PROPN  3  flat
      5  met        VERB   0  root  meet
      6  Maltese    ADJ    7  amod
      7  minister   NOUN   8  nmod:desc
      8  Ole        PROPN  5  obj
      9  Berg       PROPN  8  flat
      """, [person(3...4), person(8...9)])
    #expect(table.actors.map(\.country) == ["NOR", "MLT"])
  }

  @Test func aTextWithoutCapitalsNamesPersonsToo() throws {
    let table = try read(
      """
      1  ilse    PROPN  3  nsubj
      2  marran  PROPN  1  flat
      3  left    VERB   0  root  leave
      """, [person(1...2)])
    #expect(table.actors.map(\.anonymity) == [.named])
  }

  // MARK: Bodies without a name

  @Test func anEmbassyIsNoNewsAgency() throws {
    let table = try read(
      """
      1  Strait   PROPN  3  compound
      2  News     PROPN  3  compound
      3  Agency   PROPN  4  nsubj
      4  wrote    VERB   0  root  write

      1  The      DET    3  det
      2  health   NOUN   3  compound
      3  department  NOUN  4  nsubj
      4  left     VERB   0  root  leave
      """, [organisation(1...3)], antecedents: [6: 2])
    let department = table.actors(headedBy: 6).map(table.actor)
    #expect(department.map(\.anonymity) == [.roleOnly])
    #expect(table.actors(headedBy: 6) != table.actors(headedBy: 2))
  }

  @Test func theCompanyIsTheOnlyBodyThatTellsNoKind() throws {
    let table = try read(
      """
      1  Golmar   PROPN  2  nsubj
      2  paid     VERB   0  root  pay

      1  The      DET    2  det
      2  company  NOUN   3  nsubj
      3  left     VERB   0  root  leave
      """, [organisation(1...1)])
    #expect(table.actors(headedBy: 3) == table.actors(headedBy: 0))
    #expect(table.actors(headedBy: 3).map(table.actor).map(\.anonymity) == [.named])
  }

  @Test func ofTwoBodiesTheCompanyIsNeither() throws {
    let table = try read(
      """
      1  Golmar   PROPN  2  nsubj
      2  paid     VERB   0  root  pay
      3  Estivo   PROPN  2  obj

      1  The      DET    2  det
      2  company  NOUN   3  nsubj
      3  left     VERB   0  root  leave
      """, [organisation(1...1), organisation(3...3)])
    #expect(table.actors(headedBy: 4).map(table.actor).map(\.anonymity) == [.roleOnly])
  }

  @Test func theGovernmentIsABodyOfItsState() throws {
    let table = try read(
      """
      1  Chad        PROPN  2  nsubj
      2  agreed      VERB   0  root  agree

      1  Its         PRON   2  nmod:poss  its  Poss=Yes|PronType=Prs
      2  government  NOUN   3  nsubj
      3  left        VERB   0  root  leave
      """, [location(1...1)])
    let government = try #require(table.actors(headedBy: 3).map(table.actor).first)
    #expect(government.kind == .organisation)
    #expect(government.country == "TCD")
    #expect(government.sectors == ["GOV"])
    #expect(government.anonymity == .roleOnly)
    #expect(table.actors(headedBy: 0).map(table.actor).map(\.anonymity) == [.named])
  }

  @Test(arguments: [
    ("Her", "brother", "PRON", "nmod:poss", Actor.Anonymity.roleOnly),
    ("A", "brother", "DET", "det", .described),
  ])
  func whoseBrotherHeIsTellsWhoHeIs(
    _ word: String, _ noun: String, _ upos: String, _ relation: String, _ anonymity: Actor.Anonymity
  ) throws {
    let table = try read(
      """
      1  \(word)  \(upos)  2  \(relation)
      2  \(noun)  NOUN  3  nsubj
      3  said  VERB  0  root  say
      """)
    #expect(table.actors(headedBy: 1).map(table.actor).map(\.anonymity) == [anonymity])
  }

  @Test func manyOfATradeAreDescribed() throws {
    let table = try read(
      """
      1  Drivers  NOUN  2  nsubj  driver  Number=Plur
      2  said     VERB  0  root   say
      """)
    #expect(table.actors.map(\.anonymity) == [.described])
  }

  @Test func whatTwoWereGrantedEachWas() throws {
    let annotated = try handmade(
      """
      1  Two       NUM    2  nummod
      2  aides     NOUN   3  nsubj  aide  Number=Plur
      3  asked     VERB   0  root   ask
      4  not       PART   7  advmod
      5  to        PART   7  mark
      6  be        AUX    7  aux:pass
      7  named     VERB   3  xcomp  name

      1  One       NUM    4  nsubj
      2  of        ADP    3  case
      3  them      PRON   1  nmod   they  Number=Plur|Person=3|PronType=Prs
      4  said      VERB   0  root   say
      5  so        ADV    4  advmod
      """,
      attributions: [TaggedAttribution(source: [7..<10], cue: [10..<11], content: [11..<12])])
    let table = reader.read(annotated, places: [])
    let one = table.actors(headedBy: 7).map(table.actor)
    #expect(one.map(\.anonymity) == [.granted])
  }
}
