internal import GRDB

/// Brings the derived counts up to date with what a transaction changed, before it ends.
///
/// Triggers put what was touched into `stale`; the cost is that of the touched reports and happenings, however large the
/// ledger is.
struct Counts {
  let db: Database

  /// Recounts what is stale.
  func refresh() throws {
    let reports = try stale("report")
    let happenings = try stale("happening")
    for report in reports { try count(report: report) }
    for happening in happenings { try count(happening: happening) }
    if !reports.isEmpty || !happenings.isEmpty { try db.execute(sql: "DELETE FROM stale") }
    try countWeeks()
  }

  /// Whether something waits to be counted: after a migration only.
  static func isDue(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM stale) OR EXISTS (SELECT 1 FROM stale_weeks)")
      ?? false
  }

  private func stale(_ kind: String) throws -> [Int64] {
    try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM stale WHERE kind = ?"), arguments: [kind])
  }

  func run(_ sql: String, _ row: Int64) throws {
    try db.cachedStatement(sql: sql).execute(arguments: [row])
  }

  // MARK: Reports

  private func count(report: Int64) throws {
    let isCounted = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM tallies WHERE report = ?)"), arguments: [report])
    if isCounted == true { try subtract(report) }
    try add(report)
    try writeCountries(of: report)
  }

  private func subtract(_ report: Int64) throws {
    try run(
      """
      UPDATE actor_counts SET reports = actor_counts.reports - 1, acts = actor_counts.acts - t.acts,
        receives = actor_counts.receives - t.receives, says = actor_counts.says - t.says,
        name = CASE WHEN actor_counts.name <> t.name THEN actor_counts.name ELSE coalesce(
          (SELECT max(u.name) FROM tallies u
            WHERE u.identity = t.identity AND u.country = t.country AND u.report <> t.report), '') END
      FROM tallies t
      WHERE t.report = ?1 AND t.identity = actor_counts.identity AND t.country = actor_counts.country
      """, report)
    try run(
      """
      DELETE FROM actor_counts WHERE reports <= 0
        AND (identity, country) IN (SELECT identity, country FROM tallies WHERE report = ?1)
      """, report)
    try run("DELETE FROM tallies WHERE report = ?1", report)
  }

  private func add(_ report: Int64) throws {
    try run(
      """
      INSERT INTO tallies (identity, country, report, kind, name, acts, receives, says)
      SELECT a.identity, coalesce(a.country, ''), a.report, a.kind, max(a.name),
        count(DISTINCT CASE WHEN p.role = 'actor' THEN p.event END),
        count(DISTINCT CASE WHEN p.role = 'recipient' THEN p.event END), count(DISTINCT s.claim)
      FROM reports r JOIN actors a ON a.report = r.id
      LEFT JOIN participants p ON p.actor = a.id LEFT JOIN claim_sources s ON s.actor = a.id
      WHERE r.id = ?1 AND r.status = 'live' AND a.identity IS NOT NULL GROUP BY a.identity, coalesce(a.country, '')
      """, report)
    try run(
      """
      INSERT INTO actor_counts (identity, country, kind, name, reports, acts, receives, says)
      SELECT identity, country, kind, name, 1, acts, receives, says FROM tallies WHERE report = ?1
      ON CONFLICT (identity, country) DO UPDATE SET reports = reports + 1, acts = acts + excluded.acts,
        receives = receives + excluded.receives, says = says + excluded.says, name = max(name, excluded.name)
      """, report)
  }

  // MARK: Happenings

  private func count(happening: Int64) throws {
    try run("DELETE FROM happening_counts WHERE happening = ?1", happening)
    try run(
      """
      INSERT INTO happening_counts (happening, first, day, reports, origins, denials, reported, differing)
      SELECT h.happening, min(e.id), min(e.day), count(DISTINCT e.report),
        count(DISTINCT CASE WHEN o.stance = 'asserts' THEN o.root END),
        count(DISTINCT CASE WHEN o.stance = 'denies' THEN o.root END), coalesce(max(r.day), ''),
        (SELECT count(*) FROM (
          SELECT 1 FROM happening_events z JOIN casualties k ON k.event = z.event JOIN events y ON y.id = z.event
          JOIN reports w ON w.id = y.report AND w.status = 'live' WHERE z.happening = ?1 GROUP BY k.kind
          HAVING count(DISTINCT coalesce(k.low, -1) || '/' || coalesce(k.high, -1)) > 1))
      FROM happening_events h CROSS JOIN events e ON e.id = h.event
      CROSS JOIN \(Ledger.reportFacts) ON r.id = e.report LEFT JOIN origins o ON o.event = e.id
      WHERE h.happening = ?1 AND r.status = 'live' GROUP BY h.happening
      """, happening)
  }
}
