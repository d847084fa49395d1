internal import GRDB

/// Puts the events of a new report to the happenings that they are, or makes new ones; then counts origins.
///
/// Each event is put once, to the happening of the event that it is most like. Nothing is merged: an analyst may.
struct HappeningFinder {
  let db: Database

  /// Places all events of a report.
  ///
  /// - Parameter former: Where its events stood before it was read anew, by anchor.
  func place(report: Int64, former: [String: Int64] = [:]) throws {
    let events = try Row.fetchAll(
      db, sql: "SELECT id, anchor FROM events WHERE report = ? ORDER BY number", arguments: [report])
    var seen = Seen(kin: try Kin(of: report, db))
    for event in events {
      let anchor: String? = event["anchor"]
      let (happening, reason) = try place(
        event: event["id"], former: anchor.flatMap { former[$0] }, besides: &seen)
      try insert(
        db, into: "happening_events",
        ["event": event["id"] as Int64, "happening": happening, "reason": reason])
    }
    try OriginTracer(db: db).trace(report: report)
  }

  /// What was looked up while the events of one report were placed: they share many candidates.
  private struct Seen {
    let kin: Kin
    private var facts: [Int64: EventFacts] = [:]
    private var quotations: [Int64: Quotations] = [:]

    init(kin: Kin) { self.kin = kin }

    mutating func facts(of event: Int64, _ db: Database) throws -> EventFacts? {
      if let known = facts[event] { return known }
      facts[event] = try EventFacts(event, db)
      return facts[event]
    }

    mutating func quotations(of report: Int64, _ db: Database) throws -> Quotations {
      if let known = quotations[report] { return known }
      let found = try Quotations(of: report, db)
      quotations[report] = found
      return found
    }
  }

  /// Where an event belongs: what a person said goes before what the words say.
  private func place(event: Int64, former: Int64?, besides seen: inout Seen) throws -> (
    happening: Int64, reason: String
  ) {
    if let ruling = try Ruling(on: event, db) { return (try ruling.happening(db), ruling.reason) }
    if let former, try HappeningNumbers(db: db).isEmptyAndMarked(former) {
      return (former, "kept: a person's fields hang on it")
    }
    guard let facts = try EventFacts(event, db) else {
      return (try HappeningNumbers(db: db).next(), "no words")
    }
    var best: (happening: Int64, likeness: Likeness)?
    for candidate in try HappeningCandidates(db: db, facts: facts).closest() {
      guard let other = try seen.facts(of: candidate.event, db) else { continue }
      var likeness = Likeness(facts, other, seen.kin)
      if likeness.isNear,
        try seen.quotations(of: facts.report, db).shares(seen.quotations(of: other.report, db))
      {
        likeness.addSharedQuotation()
      }
      guard likeness.isOne else { continue }
      if try isCopied(facts, other), let ruling = try Ruling(on: candidate.event, db) {
        return (try ruling.happening(db), "copy of what \(ruling.analyst) placed here")
      }
      if best.map({ likeness.isCloser(than: $0.likeness) }) ?? true { best = (candidate.happening, likeness) }
    }
    if let best { return (best.happening, best.likeness.reasons.joined(separator: "; ")) }
    if let former, try HappeningNumbers(db: db).isEmpty(former) { return (former, "first report of it") }
    return (try HappeningNumbers(db: db).next(), "first report of it")
  }

  /// Whether two like events stand in reports of which one copies the other.
  private func isCopied(_ a: EventFacts, _ b: EventFacts) throws -> Bool {
    guard a.type == b.type, a.trigger == b.trigger else { return false }
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM edges WHERE kind = 'relay' AND
          (source = ?1 AND target = ?2 OR source = ?2 AND target = ?1))
        """, arguments: [a.report, b.report]) ?? false
  }
}
