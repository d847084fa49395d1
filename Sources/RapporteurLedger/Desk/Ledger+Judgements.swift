internal import GRDB

extension Ledger {
  /// What analysts wrote of a report and its events: `event` (null for the report itself), `what`, `value`, `was`,
  /// `analyst`, `at`; in the order of time.
  public func judgements(of report: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH own AS MATERIALIZED (
            SELECT 'e' || e.number AS event, 'event' AS kind, r.stable_id || '@' || e.anchor AS subject
              FROM reports r CROSS JOIN events e ON e.report = r.id WHERE r.stable_id = ?1
            UNION ALL SELECT NULL, 'report', ?1)
          SELECT o.event AS event, c.field AS what, c.value AS value, c.was AS was, c.analyst AS analyst, c.at AS at
            FROM own o CROSS JOIN corrections c ON c.event = o.subject
          UNION ALL SELECT o.event, 'grade', g.source || g.information, NULL, g.analyst, g.at
            FROM own o CROSS JOIN grades g ON g.kind = o.kind AND g.subject = o.subject
          UNION ALL SELECT o.event, 'tag', t.tag, NULL, t.analyst, t.at
            FROM own o CROSS JOIN tags t ON t.kind = o.kind AND t.subject = o.subject
          UNION ALL SELECT o.event, 'note', n.text, NULL, n.analyst, n.at
            FROM own o CROSS JOIN notes n ON n.kind = o.kind AND n.subject = o.subject
          ORDER BY at, event, what
          """, arguments: [try stableID(of: report, db)])
    }
  }

  /// The coding of an event, a row for each field that can be corrected: `field`, `read` (what the engine read) and
  /// `now` (that, or what an analyst put in its place).
  public func coding(of event: Subject) throws(LedgerError) -> Answer {
    try read { db in
      let key = try key(of: event, db)
      let rows = try Correction.Field.allCases.map { field -> [Answer.Cell] in
        let read = try coded(field, key.key, db) ?? ""
        let now = try String.fetchOne(
          db, sql: "SELECT value FROM corrections WHERE event = ? AND field = ?",
          arguments: [key.key, field.rawValue])
        return [.text(field.rawValue), .text(read), .text(now ?? read)]
      }
      return Answer(columns: ["field", "read", "now"], rows: rows)
    }
  }

  /// Who did what by hand or by command, the newest first: `id`, `at`, `analyst`, `act`, `subject`, `detail`, and of
  /// events `report` and `event`.
  ///
  /// - Parameters:
  ///   - report: Only what was done to this report and its events.
  ///   - before: Only lines older than this one.
  public func trail(of report: String? = nil, before: Int64? = nil, limit: Int) throws(LedgerError) -> Answer
  {
    try read { db in
      let id = try report.map { try stableID(of: $0, db) }
      return try Answer(
        db,
        sql: """
          WITH lines AS (
            SELECT id, at, analyst, act, subject, detail, CASE WHEN subject LIKE 'event %@%'
              THEN substr(subject, 7, instr(subject, '@') - 7) END AS report,
              substr(subject, instr(subject, '@') + 1) AS anchor
            FROM audit WHERE (?1 IS NULL OR id < ?1)
              \(id == nil ? "AND ?2 IS NULL" : "AND (subject = 'report ' || ?2 OR subject >= 'event ' || ?2 || '@' AND subject < 'event ' || ?2 || 'A')")
            ORDER BY id DESC LIMIT ?3)
          SELECT l.id AS id, l.at AS at, l.analyst AS analyst, l.act AS act, l.subject AS subject, l.detail AS detail,
            l.report AS report, 'e' || (SELECT e.number FROM reports r CROSS JOIN events e ON e.report = r.id
              WHERE r.stable_id = l.report AND e.anchor = l.anchor) AS event
          FROM lines l ORDER BY l.id DESC
          """, arguments: [before, id, limit])
    }
  }
}
