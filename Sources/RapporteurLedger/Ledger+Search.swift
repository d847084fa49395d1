internal import GRDB

extension Ledger {
  /// The reports as `r`, read from an index: status, day, outlet, stable id and key without the way past text and record.
  static let reportFacts = "reports r INDEXED BY reports_facts"

  /// Reports that hold the words, the best first, or events that fit the other conditions, the newest first.
  public func search(_ filter: Filter) throws(LedgerError) -> Answer {
    do {
      return try database.read { db in
        let fit = try filter.fitted(db)
        let plan = try FilterPlan(filter, fit, db)
        let (events, leading) = plan.events
        return try Answer(
          db,
          sql: """
            WITH fit AS (SELECT e.id FROM \(events) WHERE \(fit.sql) ORDER BY \(plan.newestFirst) LIMIT ?)
            SELECT e.day AS date, e.type AS type, e.mode AS mode,
              \(Ledger.names("actor")) AS actor, \(Ledger.names("recipient")) AS recipient,
              e.trigger AS trigger, e.status AS status, e.place AS place, r.outlet AS outlet, r.key AS report,
              h.happening AS happening, \(MarkColumns.event)
            FROM fit CROSS JOIN events e ON e.id = fit.id CROSS JOIN reports r ON r.id = e.report
            LEFT JOIN happening_events h ON h.event = e.id
            ORDER BY e.day DESC, e.id
            """, arguments: leading + fit.arguments + [filter.limit])
      }
    } catch let error as DatabaseError where filter.words != nil && error.resultCode == .SQLITE_ERROR {
      throw LedgerError(file: file, reason: .badQuery(error.message ?? "\(error)"))
    } catch { throw LedgerError(error, file: file) }
  }

  /// How many of the reports that hold the words are ranked: the newest.
  static let mostRanked = 2000

  /// Reports that hold the words, with the words in context; the best of the newest `mostRanked` first.
  public func reports(holding words: String, limit: Int) throws(LedgerError) -> Answer {
    do {
      return try database.read { db in
        try Answer(
          db,
          sql: """
            WITH newest AS MATERIALIZED (
              SELECT rowid AS id, bm25(reports_words) AS rank FROM reports_words
              WHERE reports_words MATCH ?1 ORDER BY rowid DESC LIMIT \(Ledger.mostRanked)),
            best AS MATERIALIZED (
              SELECT n.id, n.rank FROM newest n WHERE \(Ledger.isLive("n.id")) ORDER BY n.rank, n.id LIMIT ?2)
            SELECT r.key AS report, r.day AS published, r.outlet AS outlet,
              (SELECT snippet(reports_words, 1, '[', ']', ' … ', 16) FROM reports_words
                WHERE reports_words MATCH ?1 AND rowid = best.id) AS words
            FROM best JOIN reports r ON r.id = best.id ORDER BY best.rank, best.id
            """, arguments: [words, limit])
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw LedgerError(file: file, reason: .badQuery(error.message ?? "\(error)"))
    } catch { throw LedgerError(error, file: file) }
  }

  /// The actors that most reports name, by their name and country.
  public func actors(named part: String?, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT name, kind, nullif(country, '') AS country, reports, acts, receives, says,
            \(MarkColumns.grade("actor", "c.name")) AS grade, \(MarkColumns.tags("actor", "c.name")) AS tags
          FROM actor_counts c WHERE ?1 IS NULL OR country = upper(?1) OR name LIKE '%' || ?1 || '%'
            OR (identity, country) IN (SELECT a.identity, coalesce(a.country, '') FROM actors a
              WHERE a.name IN (SELECT name FROM names WHERE kind = 'actor' AND name LIKE '%' || ?1 || '%'))
          ORDER BY reports DESC, acts DESC, name LIMIT ?2
          """, arguments: [part, limit])
    }
  }

  /// The record of a report, by its key or stable id; the newest where several share the key.
  public func record(of key: String) throws(LedgerError) -> String {
    let record = try read { db in
      try String.fetchOne(
        db, sql: "SELECT record FROM reports WHERE key = ?1 OR stable_id = ?1 ORDER BY id DESC",
        arguments: [key])
    }
    guard let record else { throw LedgerError(file: file, reason: .unknownReport(key)) }
    return record
  }

  /// The edges of a report, in both directions.
  public func edges(of key: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT a.key AS "from", g.kind AS kind, b.key AS "to", round(g.containment, 2) AS containment,
            (SELECT group_concat(value, '; ') FROM json_each(g.reasons)) AS reasons
          FROM (SELECT id FROM reports WHERE key = ?1 OR stable_id = ?1) x
          CROSS JOIN edges g ON g.source = x.id OR g.target = x.id
          JOIN reports a ON a.id = g.source JOIN reports b ON b.id = g.target
          GROUP BY g.source, g.target, g.kind ORDER BY a.id, b.id
          """, arguments: [key])
    }
  }

  /// What all inputs came to, run by run.
  public func outcomes(run: Int64? = nil) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT run, key, outcome, reason, at FROM outcomes WHERE ?1 IS NULL OR run = ?1 ORDER BY id
          """, arguments: [run])
    }
  }

  static func names(_ role: String, of event: String = "e.id") -> String {
    """
    (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.id = p.actor
      WHERE p.event = \(event) AND p.role = '\(role)')
    """
  }
}
