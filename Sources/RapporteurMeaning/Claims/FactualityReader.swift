public import RapporteurCore

/// Says how certain the author and each source are of an event, in FactBank's letters, and why.
///
/// The author is certain of what the report says in its own voice and under factive cues, uncommitted under all others. A
/// source is as certain as its words; a denial turns them round, a belief weakens them, a plan that is stated without
/// doubt is certain. Source: Saurí and Pustejovsky 2009, "FactBank: a corpus annotated with event factuality".
public struct FactualityReader: Sendable {
  private let annotated: AnnotatedReport
  private let claims: [Claim.ID: Claim]
  private let ordered: [Claim]

  /// Makes a reader for the claims of a report, with what its responses are about.
  public init(annotated: AnnotatedReport, claims: [Claim]) {
    self.annotated = annotated
    self.claims = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ordered = claims
  }

  /// The event with the claims that take a stand on it, one letter for each holder, and the reasons in `why`.
  public func settle(_ event: Event) -> Event {
    let carriers = event.claims.compactMap { claims[$0] }.filter { !isSilent($0) }
    let stands = ordered.filter { claim in
      isStand(claim) && claim.about.contains(.event(event.id)) && !carriers.contains { $0.id == claim.id }
    }
    let worded = words(of: event)
    var found = [author(of: event, under: carriers, worded)]
    found += carriers.map { holding(of: $0, event, worded) } + stands.map { holding(of: $0, event, worded) }
    return event.with(
      claims: (carriers + stands).map(\.id).sorted(), factuality: found.map(\.holding),
      why: event.why + found.map { $0.evidence(besides: event.trigger.spans) })
  }

  // MARK: Claims

  /// Who declines to comment, does not answer or is not reached takes no stand.
  private func isSilent(_ claim: Claim) -> Bool {
    switch claim.response {
    case .declinedToComment, .didNotRespond, .couldNotBeReached: true
    default: false
    }
  }

  private func isStand(_ claim: Claim) -> Bool {
    switch claim.response {
    case .denied, .confirmed, .retracted, .neitherConfirmedNorDenied: true
    default: false
    }
  }

  // MARK: Letters

  private func author(of event: Event, under carriers: [Claim], _ worded: Reasoned) -> Holding {
    guard let outer = carriers.first else { return Holding(.author, worded) }
    if isToldByAuthor(event) {
      return Holding(.author, Reasoned(worded.value, "own-voice", event.trigger.spans))
    }
    if let factive = carriers.first(where: { $0.cue.kind == .factive && $0.response != .denied }) {
      return Holding(.author, Reasoned(worded.value, "factive", factive.cue.spans))
    }
    return Holding(.author, Reasoned(.uncommitted, "others-words", outer.cue.spans))
  }

  /// Whether the report tells the act in its own voice too: one of its mentions stands in no claim.
  private func isToldByAuthor(_ event: Event) -> Bool {
    event.factuality.contains { $0.holder == .author && $0.value != .uncommitted }
  }

  private func holding(of claim: Claim, _ event: Event, _ worded: Reasoned) -> Holding {
    let holder = Event.Holding.Holder.claim(claim.id)
    switch claim.response {
    case .neitherConfirmedNorDenied, .retracted:
      return Holding(holder, Reasoned(.uncommitted, "no-stand", claim.cue.spans))
    case .denied:
      return Holding(holder, Reasoned(inside(claim, event, worded).negated, "denial", claim.cue.spans))
    case .confirmed:
      return Holding(holder, Reasoned(inside(claim, event, worded), "confirmation", claim.cue.spans))
    case nil, .declinedToComment, .didNotRespond, .couldNotBeReached: break
    }
    let value = inside(claim, event, worded)
    switch claim.cue.kind {
    case .denial, .refusal:
      return Holding(holder, Reasoned(value.negated, claim.cue.kind.rawValue, claim.cue.spans))
    case .speculative: return Holding(holder, Reasoned(weakened(value), "speculation", claim.cue.spans))
    case .neutral, .strong, .distancing, .factive, .commissive, .evidential: break
    }
    switch claim.kind {
    case .belief: return Holding(holder, Reasoned(weakened(value), "belief", claim.cue.spans))
    case .request: return Holding(holder, Reasoned(.uncommitted, "request", claim.cue.spans))
    case .assertion, .knowledge, .intention:
      return Holding(holder, Reasoned(value, worded.reason, worded.spans))
    }
  }

  /// The words' own certainty where the trigger stands in the claim's content; else the act is only pointed at.
  private func inside(_ claim: Claim, _ event: Event, _ worded: Reasoned) -> Factuality {
    let holds =
      event.trigger.spans.first.map { span in claim.content.contains { $0.contains(span) } } ?? false
    return holds ? worded.value : .certain
  }

  private func weakened(_ value: Factuality) -> Factuality {
    switch value {
    case .certain: .probable
    case .certainNot: .probableNot
    default: value
    }
  }

  // MARK: Words

  /// What the words around the trigger say: modals, conditions, negation.
  private func words(of event: Event) -> Reasoned {
    let scope = WordedCertainty(annotated: annotated).read(event.trigger.head)
    let isNegated = event.status.contains(.negation)
    if let condition = scope.condition {
      return Reasoned(.uncommitted, "condition", [annotated.tokens[condition].span])
    }
    if let modal = scope.possibility {
      return Reasoned(isNegated ? .possibleNot : .possible, "possibility", [annotated.tokens[modal].span])
    }
    if let likely = scope.probability {
      return Reasoned(isNegated ? .probableNot : .probable, "probability", [annotated.tokens[likely].span])
    }
    if isNegated { return Reasoned(.certainNot, "negation", event.trigger.spans) }
    if event.status.contains(.hypothetical) {
      return Reasoned(.uncommitted, "hypothesis", event.trigger.spans)
    }
    return Reasoned(.certain, "plain", event.trigger.spans)
  }

  /// A letter with its reason.
  private struct Reasoned {
    let value: Factuality
    let reason: String
    let spans: [TextSpan]

    init(_ value: Factuality, _ reason: String, _ spans: [TextSpan]) {
      self.value = value
      self.reason = reason
      self.spans = spans
    }
  }

  /// The letter of one holder.
  private struct Holding {
    let holding: Event.Holding
    let reasoned: Reasoned

    init(_ holder: Event.Holding.Holder, _ reasoned: Reasoned) {
      holding = Event.Holding(holder: holder, value: reasoned.value)
      self.reasoned = reasoned
    }

    func evidence(besides trigger: [TextSpan]) -> Evidence {
      let name =
        switch holding.holder {
        case .author: "author"
        case .claim(let id): "c\(id.number)"
        }
      return Evidence(
        spans: reasoned.spans.isEmpty ? trigger : reasoned.spans,
        rule: "factuality:\(name)=\(reasoned.value.rawValue):\(reasoned.reason)")
    }
  }
}

/// Finds the words that make an act possible, probable or conditional, on the way from its trigger to the clause that
/// somebody says.
struct WordedCertainty {
  let annotated: AnnotatedReport

  /// The deciding words; nil for none.
  struct Scope {
    var possibility: Int?
    var probability: Int?
    var condition: Int?
  }

  /// The deciding words around a trigger.
  func read(_ trigger: Int) -> Scope {
    var scope = Scope()
    var current = trigger
    for step in 0..<6 {
      readClause(current, isTrigger: step == 0, into: &scope)
      guard let head = annotated.tokens[current].head else { break }
      switch annotated.tokens[current].relation {
      case .xcomp, .aux: readGovernor(head, into: &scope)
      case .obj: break
      case .conj where annotated.child(of: current, .aux, .nsubj) == nil: break
      default: return scope
      }
      current = head
    }
    return scope
  }

  private func readClause(_ token: Int, isTrigger: Bool, into scope: inout Scope) {
    for child in annotated.children(of: token) {
      let form = annotated.lower(child)
      switch annotated.tokens[child].relation {
      case .aux where possible.contains(form) && !isRequest(child):
        scope.possibility = scope.possibility ?? child
      case .advmod where ["perhaps", "possibly", "maybe"].contains(form):
        scope.possibility = scope.possibility ?? child
      case .advmod where ["probably", "likely"].contains(form): scope.probability = scope.probability ?? child
      case .amod where isTrigger && ["possible", "potential"].contains(form):
        scope.possibility = scope.possibility ?? child
      case .amod where isTrigger && ["likely", "probable"].contains(form):
        scope.probability = scope.probability ?? child
      case .mark where ["if", "whether", "unless", "lest"].contains(form):
        scope.condition = scope.condition ?? child
      default: break
      }
    }
  }

  /// "Could you …": a question asks for no possibility.
  private func isRequest(_ auxiliary: Int) -> Bool {
    guard let verb = annotated.tokens[auxiliary].head else { return false }
    return annotated.children(of: verb).contains { annotated.tokens[$0].form == "?" }
  }

  private func readGovernor(_ head: Int, into scope: inout Scope) {
    let lemma = annotated.tokens[head].lemma
    if ["likely", "due", "set", "expect", "schedule", "poise"].contains(lemma) {
      scope.probability = scope.probability ?? head
    }
    if ["consider", "hope", "want", "wish", "aim", "try", "seek"].contains(lemma) {
      scope.condition = scope.condition ?? head
    }
  }
}

private let possible: Set<String> = ["could", "may", "might", "can"]

extension Event {
  /// The event with other claims, certainties and reasons.
  fileprivate func with(claims: [Claim.ID], factuality: [Event.Holding], why: [Evidence]) -> Event {
    Event(
      id: id, type: type, mode: mode, contexts: contexts, status: status, cameo: cameo, trigger: trigger,
      actors: actors, recipients: recipients, date: date, place: place, casualties: casualties,
      claims: claims,
      factuality: factuality, why: why)
  }
}
