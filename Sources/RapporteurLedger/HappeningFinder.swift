internal import GRDB

/// Puts the events of a new report to the happenings that they are, or makes new ones; then counts origins.
///
/// Each event is put once, to the happening of the event that it is most like. Nothing is merged: an analyst may.
struct HappeningFinder {
  /// The most events that a new one is compared with.
  static let mostCompared = 200

  let db: Database

  /// Places all events of a report.
  func place(report: Int64) throws {
    let events = try Int64.fetchAll(
      db, sql: "SELECT id FROM events WHERE report = ? ORDER BY number", arguments: [report])
    for event in events { try place(event: event) }
    try OriginTracer(db: db).trace(report: report)
  }

  private func place(event: Int64) throws {
    guard let facts = try EventFacts(event, db) else { return }
    var best: (happening: Int64, likeness: Likeness)?
    for candidate in try candidates(for: facts) {
      guard let other = try EventFacts(candidate.event, db) else { continue }
      let likeness = Likeness(facts, other)
      if likeness.isOne, likeness.score > best?.likeness.score ?? 0 { best = (candidate.happening, likeness) }
    }
    let happening = try best?.happening ?? newHappening()
    let reason = best.map { $0.likeness.reasons.joined(separator: "; ") } ?? "first report of it"
    try insert(
      db, into: "happening_events", ["event": event, "happening": happening, "reason": reason])
  }

  private func newHappening() throws -> Int64 {
    try db.execute(sql: "INSERT INTO happenings DEFAULT VALUES")
    return db.lastInsertedRowID
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
