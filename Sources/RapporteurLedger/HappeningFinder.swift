internal import GRDB

/// Puts the events of a new report to the happenings that they are, or makes new ones; then counts origins.
///
/// Each event is put once, to the happening of the event that it is most like. Nothing is merged: an analyst may.
struct HappeningFinder {
  /// The most events that a new one is compared with.
  static let mostCompared = 200

  let db: Database

  /// Places all events of a report.
  ///
  /// - Parameter former: Where its events stood before it was read anew, by anchor.
  func place(report: Int64, former: [String: Int64] = [:]) throws {
    let events = try Row.fetchAll(
      db, sql: "SELECT id, anchor FROM events WHERE report = ? ORDER BY number", arguments: [report])
    for event in events {
      let anchor: String? = event["anchor"]
      let (happening, reason) = try place(event: event["id"], former: anchor.flatMap { former[$0] })
      try insert(
        db, into: "happening_events",
        ["event": event["id"] as Int64, "happening": happening, "reason": reason])
    }
    try OriginTracer(db: db).trace(report: report)
  }

  /// Where an event belongs: what a person said goes before what the words say.
  private func place(event: Int64, former: Int64?) throws -> (happening: Int64, reason: String) {
    if let ruling = try Ruling(on: event, db) { return (try ruling.happening(db), ruling.reason) }
    if let former, try HappeningNumbers(db: db).isEmptyAndMarked(former) {
      return (former, "kept: a person's fields hang on it")
    }
    guard let facts = try EventFacts(event, db) else {
      return (try HappeningNumbers(db: db).next(), "no words")
    }
    var best: (happening: Int64, likeness: Likeness)?
    for candidate in try candidates(for: facts) {
      guard let other = try EventFacts(candidate.event, db) else { continue }
      let likeness = Likeness(facts, other)
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

  /// Events of other reports of the same family that share an actor, a country or the text; the newest first.
  private func candidates(for facts: EventFacts) throws -> [(event: Int64, happening: Int64)] {
    let family = Likeness.family(of: facts.type)
    let types = family.map { _ in "?" }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      db,
      sql: """
        WITH near (event) AS (
          SELECT p.event FROM participants p WHERE p.actor IN (
            SELECT a.id FROM actors a WHERE a.identity IN (
              SELECT b.identity FROM participants q JOIN actors b ON b.id = q.actor WHERE q.event = ?1)
            ORDER BY a.id DESC LIMIT 2000)
          UNION
          SELECT p.event FROM participants p WHERE p.actor IN (
            SELECT a.id FROM actors a WHERE a.country IN (
              SELECT b.country FROM participants q JOIN actors b ON b.id = q.actor WHERE q.event = ?1)
            ORDER BY a.id DESC LIMIT 2000)
          UNION
          SELECT e.id FROM events e JOIN edges g ON g.target = e.report WHERE g.source = ?2
          UNION
          SELECT e.id FROM events e JOIN edges g ON g.source = e.report WHERE g.target = ?2
        )
        SELECT e.id AS event, h.happening AS happening
        FROM near JOIN events e ON e.id = near.event JOIN happening_events h ON h.event = e.id
        WHERE e.report <> ?2 AND e.type IN (\(types))
        ORDER BY e.id DESC LIMIT \(HappeningFinder.mostCompared)
        """,
      arguments: StatementArguments([facts.id, facts.report] as [any DatabaseValueConvertible])
        + StatementArguments(family))
    return rows.map { ($0["event"], $0["happening"]) }
  }
}
