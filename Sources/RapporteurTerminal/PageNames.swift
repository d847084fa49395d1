import Rapporteur
import RapporteurCore

/// How the page calls actors, claims and words of one report.
struct PageNames {
  private let annotated: AnnotatedReport
  private let actors: [Actor.ID: Actor]
  private let claims: [Claim.ID: Claim]
  private let events: [Event.ID: Event]

  init(_ report: ReadReport) {
    annotated = report.annotated
    actors = Dictionary(report.reading.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    claims = Dictionary(report.reading.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    events = Dictionary(report.reading.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The words of several spans, an ellipsis between distant ones.
  func words(_ spans: [TextSpan]) -> String { spans.map(annotated.text(of:)).joined(separator: " … ") }

  /// The actor's name.
  func name(_ id: Actor.ID) -> String { actors[id]?.name ?? "?" }

  /// `NOR GOV`, or "" where nothing is known.
  func code(_ id: Actor.ID) -> String {
    guard let actor = actors[id] else { return "" }
    return ([actor.country].compactMap { $0 } + actor.sectors).joined(separator: " ")
  }

  /// The words at the cue, and whom they mean where the words do not say it themselves.
  func source(_ claim: Claim) -> String {
    if claim.source.spans.isEmpty { return "source not stated" }
    var words = words(claim.source.spans)
    while let last = words.last, last == "," || last.isWhitespace { words.removeLast() }
    let meant = claim.source.actors.map(name).filter { !words.contains($0) }
    return meant.isEmpty ? words : "\(words) [\(meant.joined(separator: ", "))]"
  }

  /// How anonymous the source is, with the stated reason; "" for a named one.
  func anonymity(_ claim: Claim) -> String {
    guard let actor = claim.source.actors.first.flatMap({ actors[$0] }), actor.anonymity != .named else {
      return ""
    }
    let reason = actor.anonymityReason.isEmpty ? "" : ": \(words(actor.anonymityReason))"
    switch actor.anonymity {
    case .named: return ""
    case .roleOnly: return "not named, only the post\(reason)"
    case .described: return "not named, only described\(reason)"
    case .granted: return "anonymity granted\(reason)"
    }
  }

  /// The first words of a content.
  func opening(_ spans: [TextSpan]) -> String {
    let all = words(spans).split(whereSeparator: \.isWhitespace)
    let words = all.prefix(12).joined(separator: " ").filter { !["\"", "“", "”"].contains($0) }
    return words + (all.count > 12 ? " …" : "")
  }

  /// What a response is about: an event by its words and parties, a claim by its source and first words.
  func subject(_ subject: Claim.Subject) -> String {
    switch subject {
    case .event(let id):
      guard let event = events[id] else { return subject.label }
      let parties = (event.actors + event.recipients).map { name($0.actor) }.joined(separator: ", ")
      return "\(subject.label), “\(words(event.trigger.spans))”\(parties.isEmpty ? "" : ": \(parties)")"
    case .claim(let id):
      guard let claim = claims[id] else { return subject.label }
      return "\(subject.label), \(source(claim)): “\(opening(claim.content))”"
    }
  }

  /// Who holds a claim, in one word of the list.
  func holder(_ id: Claim.ID) -> String { claims[id].map { "\(id.label) \(source($0))" } ?? id.label }

  /// Whose word a claim is: the chain's sources from the innermost out.
  func chain(_ id: Claim.ID) -> String {
    var names: [String] = []
    var current = claims[id]
    while let claim = current, names.count < 20 {
      names.append(source(claim))
      current = claim.parent.flatMap { claims[$0] }
    }
    return names.joined(separator: ", per ")
  }
}
