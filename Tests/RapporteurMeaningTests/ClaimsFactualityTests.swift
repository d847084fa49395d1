import RapporteurCore
import RapporteurMeaning
import RapporteurTesting
import Testing

/// How certain the author and each source are, and why.
@Suite struct ClaimsFactualityTests {
  private func annotated(_ auxiliary: String) throws -> AnnotatedReport {
    try handmade(
      """
      1  Oslo    PROPN  2  nsubj
      2  said    VERB   0  root  say
      3  rebels  NOUN   5  nsubj  rebel
      4  \(auxiliary)  AUX    5  aux
      5  left    VERB   2  ccomp  leave
      """)
  }

  private func event(_ annotated: AnnotatedReport, claims: [Claim.ID]) -> Event {
    let span = annotated.tokens[4].span
    return Event(
      id: Event.ID(1), type: .retreat, mode: nil, contexts: [], status: [], cameo: "087",
      trigger: Event.Trigger(spans: [span], lemma: "leave", head: 4), actors: [], recipients: [], date: nil,
      place: nil, casualties: [], claims: claims,
      factuality: [Event.Holding(holder: .author, value: .uncommitted)],
      why: [Evidence(spans: [span], rule: "frame:leave")])
  }

  private func claim(
    _ annotated: AnnotatedReport, kind: Claim.CueClass = .neutral, type: Claim.Kind = .assertion,
    response: Claim.Response? = nil, content: Bool = true, about: [Claim.Subject] = []
  ) -> Claim {
    let cue = annotated.tokens[1].span
    return Claim(
      id: Claim.ID(1), parent: nil, source: Claim.Source(actors: [], spans: [annotated.tokens[0].span]),
      cue: Claim.Cue(spans: [cue], lemma: "say", kind: kind),
      content: content ? [annotated.span(of: 2..<5)] : [], form: .indirect, kind: type, medium: nil,
      response: response, about: about, evidence: Evidence(spans: [cue], rule: "cue:say"))
  }

  private func letters(_ event: Event) -> [Factuality] { event.factuality.map(\.value) }

  @Test(arguments: [
    (
      "have", Claim.CueClass.neutral, Claim.Kind.assertion, Claim.Response?.none, Factuality.uncommitted,
      Factuality.certain
    ),
    ("have", .distancing, .assertion, nil, .uncommitted, .certain),
    ("have", .factive, .assertion, nil, .certain, .certain),
    ("have", .denial, .assertion, .denied, .uncommitted, .certainNot),
    ("have", .speculative, .belief, nil, .uncommitted, .probable),
    ("have", .strong, .request, nil, .uncommitted, .uncommitted),
    ("may", .neutral, .assertion, nil, .uncommitted, .possible),
    ("will", .neutral, .intention, nil, .uncommitted, .certain),
    ("have", .refusal, .assertion, .neitherConfirmedNorDenied, .uncommitted, .uncommitted),
  ])
  func lettersFollowCueAndWords(
    _ auxiliary: String, _ kind: Claim.CueClass, _ type: Claim.Kind, _ response: Claim.Response?,
    _ author: Factuality, _ source: Factuality
  ) throws {
    let annotated = try annotated(auxiliary)
    let claim = claim(annotated, kind: kind, type: type, response: response)
    let reader = FactualityReader(annotated: annotated, claims: [claim])
    let settled = reader.settle(event(annotated, claims: [claim.id]))
    #expect(letters(settled) == [author, source])
    #expect(settled.why.contains { $0.rule.hasPrefix("factuality:c1=\(source.rawValue)") })
  }

  /// Who declines to comment takes no stand; who denies what another said does.
  @Test func onlyAStandHoldsAnEvent() throws {
    let annotated = try annotated("have")
    let about: [Claim.Subject] = [.event(Event.ID(1))]
    let silent = claim(annotated, response: .declinedToComment, content: false, about: about)
    let denial = claim(annotated, kind: .denial, response: .denied, content: false, about: about)
    let unheld = FactualityReader(annotated: annotated, claims: [silent]).settle(event(annotated, claims: []))
    #expect(unheld.claims.isEmpty)
    let held = FactualityReader(annotated: annotated, claims: [denial]).settle(event(annotated, claims: []))
    #expect(held.claims == [Claim.ID(1)])
    #expect(letters(held).last == .certainNot)
  }
}
