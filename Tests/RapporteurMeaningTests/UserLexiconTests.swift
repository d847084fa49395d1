import Foundation
import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

private typealias File = LexiconAdditions.File

private func actors(_ text: String, name: String = "own.txt") throws -> ActorLexicon {
  try ActorLexicon(
    resources: ResourceFolder(module: "RapporteurMeaning"),
    additions: LexiconAdditions(actors: [File(name: name, text: text)]))
}

private func codes(_ lexicon: ActorLexicon, on day: String?) throws -> [String] {
  let annotated = try handmade(
    """
    1  Marran  PROPN  2  nsubj
    2  spoke   VERB   0  root  speak
    """, published: day)
  return ActorReader(lexicon: lexicon).read(annotated, places: []).actors.map {
    ([$0.country ?? "-"] + $0.sectors).joined(separator: " ")
  }
}

@Suite struct UserActorsTests {
  private let dated =
    "; officials\nILSE_MARRAN_ ;president\n+MARRAN_\n\t[NORELI >20320120]\n\t[NORGOV 20280120-20320120]\n"

  @Test func aDatedCodeHoldsOnItsDays() throws {
    let lexicon = try actors(dated)
    #expect(try codes(lexicon, on: "2030-05-01") == ["NOR GOV"])
    #expect(try codes(lexicon, on: "2032-01-21") == ["NOR ELI"])
    #expect(try codes(lexicon, on: "2020-01-01") == ["NOR"], "before all of them only the country is sure")
    #expect(try codes(lexicon, on: nil) == ["NOR"])
  }

  @Test func shortYearsAndBoundsAreRead() throws {
    let lexicon = try actors("MARRAN_\n[TCDREB <990101]\n[TCDGOV 990101-150101]\n")
    #expect(try codes(lexicon, on: "1998-12-31") == ["TCD REB"])
    #expect(try codes(lexicon, on: "2014-12-31") == ["TCD GOV"])
  }

  @Test func ourTableHasTheSameWithPlainDays() throws {
    let lexicon = try actors(
      """
      name\taliases\tkind\tcountry\tsectors\tfrom\tto
      Ilse Marran\tMarran\tperson\tMLT\tLEG\t\t2030-12-31
      Ilse Marran\t\tperson\tMLT\tGOV\t2031-01-01\t

      """, name: "own.tsv")
    #expect(try codes(lexicon, on: "2030-06-01") == ["MLT LEG"])
    #expect(try codes(lexicon, on: "2031-06-01") == ["MLT GOV"])
  }

  @Test func anAgentIsARole() throws {
    let lexicon = try actors("!PERSON! = MAN, WOMAN\nGRIOT_!PERSON! [~MED]\nMARABOUT {} [~REL]\n")
    let annotated = try handmade(
      """
      1  A      DET   3  det
      2  griot  NOUN  3  compound
      3  woman  NOUN  4  nsubj
      4  spoke  VERB  0  root  speak
      """)
    let read = ActorReader(lexicon: lexicon).read(annotated, places: []).actors
    #expect(read.map(\.sectors) == [["JRN"]], "CAMEO's MED is PLOVER's JRN")
  }

  @Test(arguments: [
    ("A_ [XX]\n", "own.txt:1"), ("\n[NORGOV]\n", "own.txt:2"), ("A_ [NORGOV 2010]\n", "own.txt:1"),
    ("A_ [NORGOV\n", "own.txt:1"), ("A_\n[NORGOV 20101301-20110101]\n", "own.txt:2"),
    ("name\tcountry\tsectors\nA\tNOR\tXYZ\n", "own.txt:2: column 'sectors'"),
    ("name\tcountry\tsectors\nA\tNorway\tGOV\n", "own.txt:2: column 'country'"),
  ])
  func faultsNameFileAndLine(text: String, expected: String) {
    #expect { try actors(text) } throws: { "\($0)".hasPrefix(expected) }
  }
}

@Suite struct UserFramesTests {
  private func events(_ rows: String) throws -> [String] {
    let annotated = try handmade(
      """
      1  Norway   PROPN  2  nsubj
      2  attacked  VERB  0  root  attack  Tense=Past|VerbForm=Fin
      3  Malta    PROPN  2  obj
      """)
    let lexicon = try EventLexicon(
      folder: ResourceFolder(module: "RapporteurMeaning"),
      additions: LexiconAdditions(frames: rows.isEmpty ? [] : [File(name: "own.tsv", text: rows)]))
    let table = ActorTable(
      actors: [(0, "NOR"), (2, "MLT")].enumerated().map { index, item in
        Actor(
          id: Actor.ID(index + 1), name: item.1, kind: .state, country: item.1, sectors: ["GOV"],
          anonymity: .named,
          mentions: [.init(spans: [annotated.tokens[item.0].span], form: .name, head: item.0)])
      })
    return EventReader(lexicon: lexicon).read(annotated, actors: table, claims: [], times: [], places: []).map
    {
      "\($0.type.rawValue) \($0.why[0].rule)"
    }
  }

  @Test func aUsersRowBeatsOurs() throws {
    #expect(try events("") == ["ASSAULT frame:attack.v.5"])
    #expect(try events("id\tlemma\tpos\ttype\nmine.1\tattack\tv\tACCUSE\n") == ["ACCUSE frame:mine.1"])
  }

  /// Several words of one row share its id.
  @Test func aRowMayNameSeveralWords() throws {
    #expect(try events("id\tlemma\tpos\ttype\nmine.1\tassail|attack\tv\tACCUSE\n") == ["ACCUSE frame:mine.1"])
  }

  @Test func aUsersRowMaySilenceOne() throws {
    #expect(try events("id\tlemma\tpos\ttype\nmine.1\tattack\tv\t-\n").isEmpty)
  }

  @Test(arguments: [
    ("id\tlemma\tpos\ttype\nm\tattack\tv\tATTACK\n", "own.tsv:2: column 'type'"),
    ("id\tlemma\tpos\ttype\nm\tattack\tv\tAID\nm\thelp\tv\tAID\n", "own.tsv:3: column 'id'"),
    ("id\tlemma\tpos\ttype\nm\t|\tv\tAID\n", "own.tsv:2: column 'lemma'"),
    ("id\tlemma\tpos\ttype\nm\tattack\tv\n", "own.tsv:2: 3 cells"),
    ("id\tlemma\ttype\nm\tattack\tAID\n", "own.tsv:1: column 'pos'"),
  ])
  func faultsNameFileAndLine(rows: String, expected: String) {
    #expect { try events(rows) } throws: { "\($0)".hasPrefix(expected) }
  }
}
