internal import GRDB

extension Ledger {
  /// What the ledger keeps of a report beside its record: one row; by stable id or key.
  public func report(_ key: String) throws(LedgerError) -> Answer {
    let answer = try read { db in
      try Answer(
        db,
        sql: """
          SELECT stable_id AS id, key, uri, title, \(Ledger.outlet) AS outlet, published, language, status, engine, model,
            entered_at
          FROM reports r WHERE stable_id = ?1 OR key = ?1 ORDER BY id DESC LIMIT 1
          """, arguments: [key])
    }
    if answer.rows.isEmpty { throw LedgerError(file: file, reason: .unknownReport(key)) }
    return answer
  }

  /// Reports that copy, cite or supersede a report, or that it leads back to; at most `limit` in each direction.
  public func kin(of key: String, limit: Int) throws(LedgerError) -> Answer {
    func side(_ direction: String, _ own: String, _ other: String) -> String {
      """
      SELECT * FROM (SELECT '\(direction)' AS direction, g.kind AS kind, r.stable_id AS id, r.key AS key,
        \(Ledger.outlet) AS outlet, r.published AS published, round(g.containment, 2) AS containment,
        (SELECT group_concat(value, '; ') FROM json_each(g.reasons)) AS reasons
        FROM edges g CROSS JOIN reports r ON r.id = g.\(other)
        WHERE g.\(own) = (SELECT id FROM reports WHERE stable_id = ?1) ORDER BY r.published, r.id LIMIT ?2)
      """
    }
    return try read { db in
      try Answer(
        db, sql: side("to", "source", "target") + " UNION ALL " + side("from", "target", "source"),
        arguments: [try stableID(of: key, db), limit])
    }
  }

  /// For each event of a report, its happening with the number of reports and origins.
  public func happeningsOfEvents(in key: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT 'e' || e.number AS event, h.happening AS happening, c.reports AS reports, c.origins AS origins,
            c.denials AS denials
          FROM reports r CROSS JOIN events e ON e.report = r.id CROSS JOIN happening_events h ON h.event = e.id
          CROSS JOIN happening_counts c ON c.happening = h.happening
          WHERE r.stable_id = ?1 ORDER BY e.number
          """, arguments: [try stableID(of: key, db)])
    }
  }
}
