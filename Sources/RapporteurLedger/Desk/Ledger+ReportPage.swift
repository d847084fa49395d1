internal import GRDB

extension Ledger {
  /// What the ledger keeps of a report beside its record: one row; by stable id or key.
  public func report(_ key: String) throws(LedgerError) -> Answer {
    let answer = try read { db in
      try Answer(
        db,
        sql: """
          SELECT stable_id AS id, key, uri, title, outlet, published, language, status, engine, model, entered_at
          FROM reports WHERE stable_id = ?1 OR key = ?1 ORDER BY id DESC LIMIT 1
          """, arguments: [key])
    }
    if answer.rows.isEmpty { throw LedgerError(file: file, reason: .unknownReport(key)) }
    return answer
  }

  /// Reports that copy, cite or supersede a report, or that it leads back to.
  public func kin(of key: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT CASE WHEN a.stable_id = ?1 OR a.key = ?1 THEN 'to' ELSE 'from' END AS direction, g.kind AS kind,
            other.stable_id AS id, other.key AS key, other.outlet AS outlet, other.published AS published,
            round(g.containment, 2) AS containment,
            (SELECT group_concat(value, '; ') FROM json_each(g.reasons)) AS reasons
          FROM edges g JOIN reports a ON a.id = g.source JOIN reports b ON b.id = g.target
          JOIN reports other ON other.id = CASE WHEN a.stable_id = ?1 OR a.key = ?1 THEN b.id ELSE a.id END
          WHERE ?1 IN (a.key, b.key, a.stable_id, b.stable_id) ORDER BY direction DESC, other.published, other.id
          """, arguments: [key])
    }
  }

  /// For each event of a report, its happening with the number of reports and origins.
  public func happeningsOfEvents(in key: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT 'e' || e.number AS event, h.happening AS happening, v.reports AS reports, v.origins AS origins,
            v.denials AS denials
          FROM events e JOIN reports r ON r.id = e.report JOIN happening_events h ON h.event = e.id
          JOIN v_happenings v ON v.id = h.happening
          WHERE r.stable_id = ?1 OR r.key = ?1 ORDER BY e.number
          """, arguments: [key])
    }
  }
}
