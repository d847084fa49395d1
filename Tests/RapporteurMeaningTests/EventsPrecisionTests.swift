import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// What is no event, what is the same event, and what is only possible.
@Suite struct EventsPrecisionTests {
  @Test func aCraneThatKillsIsNoAssault() throws {
    let read = try EventsFixture(
      """
      1  A        DET    2  det
      2  storm    NOUN   3  nsubj
      3  killed   VERB   0  root   kill  Tense=Past|VerbForm=Fin
      4  ten      NUM    5  nummod
      5  sailors  NOUN   3  obj    sailor
      """, [Named(5, "sailors", "NOR", .group)])
    #expect(read.summary == [])
  }

  @Test func aResultIsTheSameAct() throws {
    let read = try EventsFixture(
      """
      1  Norway    PROPN  2  nsubj
      2  bombed    VERB   0  root   bomb  Tense=Past|VerbForm=Fin
      3  Malta     PROPN  2  obj
      4  ,         PUNCT  5  punct
      5  killing   VERB   2  advcl  kill  VerbForm=Ger
      6  at        ADV    8  advmod
      7  least     ADV    6  fixed
      8  12        NUM    9  nummod
      9  soldiers  NOUN   5  obj    soldier
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT"), Named(9, "soldiers", "MLT", .group)])
    #expect(read.events.map(\.type) == [.assault])
    #expect(read.events.first?.casualties.map(\.low) == [12])
    #expect(read.events.first?.casualties.map(\.high) == [nil])
  }

  @Test func whatIsDeniedHasNoStatusButALetter() throws {
    let words = """
      1  Norway  PROPN  2  nsubj
      2  denied  VERB   0  root   deny  Tense=Past|VerbForm=Fin
      3  that    SCONJ  6  mark
      4  it      PRON   6  nsubj
      5  had     AUX    6  aux    have
      6  met     VERB   2  ccomp  meet  Tense=Past|VerbForm=Part
      7  Malta   PROPN  6  obj
      """
    let parse = try handmade(words)
    func span(_ first: Int, _ last: Int) -> TextSpan {
      TextSpan(parse.tokens[first].span.start, parse.tokens[last].span.end)
    }
    let denial = Claim(
      id: Claim.ID(1), parent: nil, source: Claim.Source(actors: [Actor.ID(1)], spans: [span(0, 0)]),
      cue: Claim.Cue(spans: [span(1, 1)], lemma: "deny", kind: .denial), content: [span(2, 6)],
      form: .indirect,
      kind: .assertion, medium: .speech, response: .denied,
      evidence: Evidence(spans: [span(1, 1)], rule: "cue:deny"))
    let read = try EventsFixture(
      words, [Named(1, "Norway", "NOR"), Named(7, "Malta", "MLT")], claims: [denial])
    #expect(read.summary == ["CONSULT Norway,Malta>"])
    #expect(read.events.first?.factuality.map(\.value) == [.uncommitted, .certainNot])
  }

  /// The model's lemma of a verb may be wrong; the record names the mended one.
  @Test func theTriggerHasTheMendedLemma() throws {
    let read = try EventsFixture(
      """
      1  Norway  PROPN  2  nsubj
      2  met     VERB   0  root   m  Tense=Past|VerbForm=Fin
      3  Malta   PROPN  2  obj
      """, [Named(1, "Norway", "NOR"), Named(3, "Malta", "MLT")])
    #expect(read.events.map(\.trigger.lemma) == ["meet"])
  }

  @Test func aConditionIsHypothetical() throws {
    let read = try EventsFixture(
      """
      1  Rain     NOUN   2  nsubj
      2  falls    VERB   0  root   fall    Tense=Pres|VerbForm=Fin
      3  if       SCONJ  5  mark
      4  Norway   PROPN  5  nsubj
      5  attacks  VERB   2  advcl  attack  Tense=Pres|VerbForm=Fin
      6  Malta    PROPN  5  obj
      """, [Named(4, "Norway", "NOR"), Named(6, "Malta", "MLT")])
    #expect(read.summary == ["ASSAULT Norway>Malta [hypothetical]"])
  }

  @Test func aLosingReadingIsNamed() throws {
    let read = try EventsFixture(
      """
      1  Norway     PROPN  2  nsubj
      2  released   VERB   0  root  release  Tense=Past|VerbForm=Fin
      3  prisoners  NOUN   2  obj   prisoner
      """, [Named(1, "Norway", "NOR")])
    let why = try #require(read.events.first?.why.first)
    #expect(why.rule.hasPrefix("frame:release.v."))
    #expect(why.rejected.contains { $0.hasPrefix("AID: frame:release.v.") })
  }
}
