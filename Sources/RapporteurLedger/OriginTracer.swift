internal import GRDB

/// Whose word an event rests on: the root of each claim chain, found through relays to the report that was copied.
///
/// - A copy has the origins of what it copies.
/// - A named source is its own origin, wherever it is quoted.
/// - Unnamed sources are one origin for the medium whose report they stand in: independence is not established.
/// - Whoever leaves an event open ("would not say whether they had met") is no origin of it.
/// - The own voice of a report that names its origin is that origin's; otherwise it is the outlet's, or that of the outlet
///   which the same sentence cites and whose report tells the same.
struct OriginTracer {
  let db: Database

  /// Writes the origins of a report's events anew, and of those of the reports that lead back to it.
  func trace(report: Int64) throws {
    for affected in [report] + (try leading(to: report)) { try traceAlone(affected) }
  }

  /// The reports that copy this one, directly or not.
  func leading(to report: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE copies (id) AS (
            SELECT source FROM edges WHERE target = ?1 AND kind = 'relay'
            UNION SELECT g.source FROM edges g JOIN copies c ON g.target = c.id WHERE g.kind = 'relay')
          SELECT id FROM copies WHERE id <> ?1 LIMIT 1000
          """), arguments: [report])
  }

  private func traceAlone(_ report: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM origins WHERE event IN (SELECT id FROM events WHERE report = ?)")
      .execute(arguments: [report])
    let scope = try Scope(report: report, root: root(of: report), db)
    let events = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM events WHERE report = ?"), arguments: [report])
    for event in events { try trace(event, scope) }
  }

  /// The report that copies lead back to: the first that copies nothing itself.
  private func root(of report: Int64) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          WITH RECURSIVE way (id) AS (
            SELECT ?1 UNION SELECT g.target FROM edges g JOIN way w ON g.source = w.id WHERE g.kind = 'relay')
          SELECT id FROM way WHERE NOT EXISTS (SELECT 1 FROM edges g WHERE g.source = way.id AND g.kind = 'relay')
          ORDER BY (SELECT published FROM reports r WHERE r.id = way.id), id LIMIT 1
          """), arguments: [report]) ?? report
  }

  private func trace(_ event: Int64, _ scope: Scope) throws {
    let claims = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT claim FROM event_claims WHERE event = ?"), arguments: [event])
    let responses = try Int64.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT claim FROM claim_events WHERE event = ?1 EXCEPT SELECT claim FROM event_claims WHERE event = ?1"
      ),
      arguments: [event])
    if claims.isEmpty {
      let voice = try scope.voice(beside: event, db)
      try write(voice, try stance(of: event, holder: nil, response: nil), event)
    }
    for claim in claims + responses {
      let response = try String.fetchOne(
        db.cachedStatement(sql: "SELECT response FROM claims WHERE id = ?"), arguments: [claim])
      try write(
        try scope.root(ofChain: claim, db), try stance(of: event, holder: claim, response: response), event)
    }
  }

  private func write(_ origin: Scope.Origin, _ stance: String?, _ event: Int64) throws {
    guard let stance else { return }
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO origins (event, stance, root, name, reason) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [event, stance, origin.root, origin.name, origin.reason])
  }

  /// What the holder says of the event: a response by its kind, anything else by its certainty; nil where it is left open.
  private func stance(of event: Int64, holder: Int64?, response: String?) throws -> String? {
    switch response {
    case "denied"?, "retracted"?: return "denies"
    case "confirmed"?, nil: break
    default: return "no-comment"
    }
    let value = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM factuality WHERE event = ? AND claim IS ?"),
      arguments: [event, holder])
    if value == "Uu" { return nil }
    return value?.hasSuffix("-") == true ? "denies" : "asserts"
  }
}
