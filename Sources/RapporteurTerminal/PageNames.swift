import Rapporteur
import RapporteurCore

/// How the page calls actors, claims and words of one report.
struct PageNames {
  private let annotated: AnnotatedReport
  private let actors: [Actor.ID: Actor]
  private let claims: [Claim.ID: Claim]

  init(_ report: ReadReport) {
    annotated = report.annotated
    actors = Dictionary(report.reading.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    claims = Dictionary(report.reading.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
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
    let words = words(claim.source.spans)
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
    case .roleOnly: return "not named\(reason)"
    case .described: return "not named, only described\(reason)"
    case .granted: return "anonymity granted\(reason)"
    }
  }

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
