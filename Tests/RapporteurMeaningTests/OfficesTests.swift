import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// Offices with their standing and dates, through all rooms, on parses written by hand.
@Suite struct OfficesTests {
  private let reader: MeaningReader

  init() throws { reader = try MeaningReader(resources: ResourceFolder(module: "RapporteurMeaning")) }

  /// `title: standing since/until` of each office of the person named `name`.
  private func offices(of name: String, _ parse: String, _ names: [ClosedRange<Int>]) throws -> [String] {
    let mentions = names.map { NameMention(tokens: ($0.lowerBound - 1)..<$0.upperBound, kind: .person) }
    let reading = reader.read(try handmade(parse, published: "2031-03-06", names: mentions))
    let person = try #require(reading.actors.first { $0.name == name })
    return person.offices.map {
      "\($0.title): \($0.standing.rawValue) \($0.since ?? "")/\($0.until ?? "")"
    }
  }

  @Test func anOfficeIsHeldSinceADate() throws {
    let read = try offices(
      of: "Ilse Marran",
      """
      1  Ilse      PROPN  11  nsubj
      2  Marran    PROPN  1   flat
      3-  ,        PUNCT  6   punct
      4  the       DET    6   det
      5  foreign   ADJ    6   amod  foreign
      6  minister  NOUN   1   appos  minister
      7  since     ADP    9   case
      8  May       PROPN  9   compound
      9  2029      NUM    6   nmod
      10-  ,  PUNCT  6   punct
      11  spoke    VERB   0   root  speak
      """, [1...2])
    #expect(read == ["foreign minister: present 2029-05/"])
  }

  @Test func aFormerOfficeIsPast() throws {
    let read = try offices(
      of: "Ilse Marran",
      """
      1  Former    ADJ    3  amod
      2  foreign   ADJ    3  amod
      3  minister  NOUN   4  nmod:desc  minister
      4  Ilse      PROPN  6  nsubj
      5  Marran    PROPN  4  flat
      6  left      VERB   0  root  leave
      """, [4...5])
    #expect(read == ["Former foreign minister: former /"])
  }

  @Test func anAppointmentBeginsAnOffice() throws {
    let read = try offices(
      of: "Ilse Marran",
      """
      1  Ilse       PROPN  4  nsubj:pass
      2  Marran     PROPN  1  flat
      3  was        AUX    4  aux:pass
      4  appointed  VERB   0  root  appoint
      5  foreign    ADJ    6  amod
      6  minister   NOUN   4  xcomp  minister
      7  in         ADP    8  case
      8  2030       NUM    4  obl
      """, [1...2])
    #expect(read == ["foreign minister: present 2030/"])
  }

  @Test func aResignationEndsIt() throws {
    let read = try offices(
      of: "Ilse Marran",
      """
      1  Ilse      PROPN  3  nsubj
      2  Marran    PROPN  1  flat
      3  resigned  VERB   0  root  resign
      4  as        ADP    6  case
      5  foreign   ADJ    6  amod
      6  minister  NOUN   3  obl  minister
      7  in        ADP    8  case
      8  2030      NUM    3  obl
      """, [1...2])
    #expect(read == ["foreign minister: former /2030"])
  }

  @Test func whoServedIsFormer() throws {
    let read = try offices(
      of: "Ilse Marran",
      """
      1  Ilse      PROPN  8  nsubj
      2  Marran    PROPN  1  flat
      3  who       PRON   4  nsubj  who  PronType=Rel
      4  served    VERB   1  acl:relcl  serve  Tense=Past|VerbForm=Fin
      5  as        ADP    6  case
      6  minister  NOUN   4  obl  minister
      7-  ,        PUNCT  4  punct
      8  left      VERB   0  root  leave
      """, [1...2])
    #expect(read == ["minister: former /"])
  }

  @Test func anAppointmentThatMayComeGivesNoOffice() throws {
    let read = try offices(
      of: "Ilse Marran",
      """
      1  Ilse       PROPN  5  nsubj:pass
      2  Marran     PROPN  1  flat
      3  may        AUX    5  aux
      4  be         AUX    5  aux:pass
      5  appointed  VERB   0  root  appoint
      6  minister   NOUN   5  xcomp  minister
      """, [1...2])
    #expect(read.isEmpty)
  }
}
