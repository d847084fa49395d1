import RapporteurCore

/// On which claims an event hangs, and how certain each holder is of it.
struct EventClaims: Sendable {
  private let annotated: AnnotatedReport
  private let claims: [Claim]
  /// For each token the claims, by their place in `claims`, whose content holds it and whose cue does not.
  private let holding: [[Int]]

  init(annotated: AnnotatedReport, claims: [Claim]) {
    self.annotated = annotated
    self.claims = claims
    var holding = [[Int]](repeating: [], count: annotated.tokens.count)
    for (index, claim) in claims.enumerated() {
      let cue = Set(claim.cue.spans.flatMap(annotated.tokens(in:)))
      for token in Set(claim.content.flatMap(annotated.tokens(in:))) where !cue.contains(token) {
        holding[token].append(index)
      }
    }
    self.holding = holding
  }

  /// The innermost claims whose content holds the trigger.
  func innermost(at token: Int) -> [Claim] {
    let found = holding[token].map { claims[$0] }
    let parents = Set(found.compactMap(\.parent))
    return found.filter { !parents.contains($0.id) }
  }

  /// One certainty for each holder: the author, then each claim of the chain, innermost claims first.
  ///
  /// The author of a claim's content is uncommitted unless the cue is factive; a source is as certain as
  /// its words.
  func holdings(of status: Set<EventStatus>, under innermost: [Claim], at token: Int) -> [Event.Holding] {
    let worded = certainty(of: status, at: token)
    guard !innermost.isEmpty else { return [Event.Holding(holder: .author, value: worded)] }
    let isFactive = innermost.contains { $0.cue.kind == .factive }
    var found = [Event.Holding(holder: .author, value: isFactive ? worded : .uncommitted)]
    for claim in innermost {
      found.append(Event.Holding(holder: .claim(claim.id), value: value(worded, in: claim)))
    }
    return found
  }

  private func value(_ worded: Factuality, in claim: Claim) -> Factuality {
    if claim.response == .denied { return worded.negated }
    switch claim.cue.kind {
    case .denial: return worded.negated
    case .speculative: return worded == .certain ? .probable : worded == .certainNot ? .probableNot : worded
    case .refusal: return worded.negated
    case .neutral, .strong, .distancing, .factive, .commissive, .evidential: break
    }
    switch claim.kind {
    case .belief: return worded == .certain ? .probable : worded
    case .request: return .uncommitted
    case .assertion, .knowledge, .intention: return worded
    }
  }

  private func certainty(of status: Set<EventStatus>, at token: Int) -> Factuality {
    if status.contains(.negation) && status.contains(.hypothetical) { return .possibleNot }
    if status.contains(.negation) { return .certainNot }
    if status.contains(.hypothetical) { return .possible }
    if status.contains(.future) { return .probable }
    guard !annotated.factuality.isEmpty else { return .certain }
    switch annotated.factuality[token] {
    case 1...: return .certain
    case 0..<1: return .probable
    case -1..<0: return .uncommitted
    default: return .uncommitted
    }
  }
}
