import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// A report's way, and what responses are about.
@Suite struct ClaimsLineageTests {
  private let parse = """
    1  Rebels     NOUN   2  nsubj  rebel
    2  left       VERB   6  ccomp  leave
    3-  ,         PUNCT  2  punct
    4  the        DET    5  det
    5  Gazette    PROPN  6  nsubj
    6  reported   VERB   0  root  report
    7  Monday     PROPN  6  obl:unmarked
    8-  .         PUNCT  6  punct
    """

  private func gazette(_ annotated: AnnotatedReport, at token: Int) -> ActorTable {
    ActorTable(actors: [
      Actor(
        id: Actor.ID(1), name: "Gazette", kind: .media, country: nil, sectors: [], anonymity: .named,
        mentions: [Actor.Mention(spans: [annotated.tokens[token].span], form: .name, head: token)])
    ])
  }

  private func with(_ annotated: AnnotatedReport, outlet: String?, dateline: Dateline?) -> AnnotatedReport {
    let report = Report(id: "r", outlet: outlet, text: annotated.report.text)
    return AnnotatedReport(
      report: report, tokens: annotated.tokens, sentences: annotated.sentences, dateline: dateline)
  }

  @Test func theLeadNamesTheOrigin() throws {
    let annotated = with(try handmade(parse), outlet: "Strait Syndicate", dateline: nil)
    let lineage = LineageReader().read(annotated, actors: gazette(annotated, at: 4))
    #expect(lineage.map(\.name) == ["Strait Syndicate", "Gazette"])
    #expect(lineage.map(\.role) == [.publisher, .origin])
    #expect(lineage[0].spans.isEmpty)
    #expect(lineage[1].spans == [annotated.tokens[4].span])
  }

  @Test func aMediumQuotedFurtherDownIsNoOrigin() throws {
    let annotated = try handmade(parse + "\n\n" + parse)
    let table = gazette(annotated, at: 12)
    #expect(LineageReader().read(annotated, actors: table).isEmpty)
  }

  @Test func agenciesOfADatelineRelayAndPublish() throws {
    let annotated = try handmade(parse)
    let dateline = Dateline(
      span: TextSpan(0, 11), place: nil, date: nil, agencies: [TextSpan(0, 6), TextSpan(7, 11)])
    let lineage = LineageReader().read(
      with(annotated, outlet: nil, dateline: dateline), actors: ActorTable(actors: []))
    #expect(lineage.map(\.name) == ["Rebels", "left"])
    #expect(lineage.map(\.role) == [.relay, .publisher])
  }

  @Test func aDenialIsAboutTheEventBeforeIt() throws {
    let annotated = try handmade(parse)
    let evidence = Evidence(spans: [annotated.tokens[1].span], rule: "frame:leave")
    let event = Event(
      id: Event.ID(1), type: .retreat, mode: nil, contexts: [], status: [], cameo: "087",
      trigger: Event.Trigger(spans: [annotated.tokens[1].span], lemma: "leave", head: 1), actors: [],
      recipients: [], date: nil, place: nil, casualties: [], claims: [Claim.ID(1)], factuality: [],
      why: [evidence])
    let first = claim(1, at: 5, response: nil, annotated)
    let denial = claim(2, at: 6, response: .denied, annotated)
    let linked = ResponseLinker().link([first, denial], to: [event], in: annotated)
    #expect(linked[0].about.isEmpty)
    #expect(linked[1].about == [.event(Event.ID(1)), .claim(Claim.ID(1))])
  }

  private func claim(_ number: Int, at token: Int, response: Claim.Response?, _ annotated: AnnotatedReport)
    -> Claim
  {
    let span = annotated.tokens[token].span
    return Claim(
      id: Claim.ID(number), parent: nil, source: Claim.Source(actors: [Actor.ID(number)], spans: []),
      cue: Claim.Cue(spans: [span], lemma: "say", kind: .neutral), content: [], form: .indirect,
      kind: .assertion,
      medium: nil, response: response, evidence: Evidence(spans: [span], rule: "cue:say"))
  }
}
