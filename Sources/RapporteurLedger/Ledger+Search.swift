internal import GRDB

extension Ledger {
  /// Reports that hold the words, the best first, or events that fit the other conditions, the newest first.
  public func search(_ filter: Filter) throws(LedgerError) -> Answer {
    let (conditions, arguments) = filter.conditions
    do {
      return try database.read { db in
        try Answer(
          db,
          sql: """
            SELECT coalesce(e.date, r.day) AS date, e.type AS type, e.mode AS mode,
              \(Ledger.names("actor")) AS actor, \(Ledger.names("recipient")) AS recipient,
              e.trigger AS trigger, e.status AS status, e.place AS place, r.outlet AS outlet, r.key AS report,
              h.happening AS happening, \(MarkColumns.event)
            FROM events e JOIN reports r ON r.id = e.report LEFT JOIN happening_events h ON h.event = e.id
            WHERE \(conditions) ORDER BY coalesce(e.date, r.day) DESC, e.id LIMIT ?
            """, arguments: arguments + [filter.limit])
      }
    } catch let error as DatabaseError where filter.words != nil && error.resultCode == .SQLITE_ERROR {
      throw LedgerError(file: file, reason: .badQuery(error.message ?? "\(error)"))
    } catch { throw LedgerError(error, file: file) }
  }

  /// Reports that hold the words, with the words in context; the best first.
  public func reports(holding words: String, limit: Int) throws(LedgerError) -> Answer {
    do {
      return try database.read { db in
        try Answer(
          db,
          sql: """
            SELECT r.key AS report, r.day AS published, r.outlet AS outlet,
              snippet(reports_words, 1, '[', ']', ' … ', 16) AS words
            FROM reports_words JOIN reports r ON r.id = reports_words.rowid
            WHERE reports_words MATCH ? AND r.status = 'live' ORDER BY bm25(reports_words), r.id LIMIT ?
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
          SELECT max(a.name) AS name, a.kind AS kind, a.country AS country, count(DISTINCT a.report) AS reports,
            count(DISTINCT CASE WHEN p.role = 'actor' THEN p.event END) AS acts,
            count(DISTINCT CASE WHEN p.role = 'recipient' THEN p.event END) AS receives,
            count(DISTINCT s.claim) AS says
          FROM actors a JOIN reports r ON r.id = a.report AND r.status = 'live'
          LEFT JOIN participants p ON p.actor = a.id LEFT JOIN claim_sources s ON s.actor = a.id
          WHERE a.identity IS NOT NULL AND (?1 IS NULL OR a.name LIKE '%' || ?1 || '%' OR a.country = upper(?1))
          GROUP BY a.identity, a.country ORDER BY reports DESC, acts DESC, name LIMIT ?2
          """, arguments: [part, limit])
    }
  }

  /// What each of two countries did to the other, by week: events, happenings, origins, mean intensity.
  public func dyad(_ a: String, _ b: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH pair AS (
            SELECT e.id, e.intensity, e.report, coalesce(e.date, r.day) AS date, h.happening,
              x.country AS from_country, y.country AS to_country
            FROM events e JOIN reports r ON r.id = e.report AND r.status = 'live'
            JOIN participants p ON p.event = e.id AND p.role = 'actor' JOIN actors x ON x.id = p.actor
            JOIN participants q ON q.event = e.id AND (q.role = 'recipient' OR q.position <> p.position)
            JOIN actors y ON y.id = q.actor LEFT JOIN happening_events h ON h.event = e.id
            WHERE (x.country = ?1 AND y.country = ?2) OR (x.country = ?2 AND y.country = ?1))
          SELECT date(date, 'weekday 0', '-6 days') AS week, from_country AS "from", to_country AS "to",
            count(DISTINCT report) AS articles, count(DISTINCT id) AS events,
            count(DISTINCT happening) AS happenings,
            (SELECT count(DISTINCT o.root) FROM origins o WHERE o.stance = 'asserts' AND o.event IN (
              SELECT z.id FROM pair z WHERE date(z.date, 'weekday 0', '-6 days') = date(pair.date, 'weekday 0', '-6 days')
                AND z.from_country = pair.from_country)) AS origins,
            round(avg(intensity), 2) AS intensity
          FROM pair WHERE length(date) = 10
          GROUP BY week, from_country, to_country ORDER BY week, from_country
          """, arguments: [a.uppercased(), b.uppercased()])
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
          FROM edges g JOIN reports a ON a.id = g.source JOIN reports b ON b.id = g.target
          WHERE ?1 IN (a.key, b.key, a.stable_id, b.stable_id) ORDER BY a.id, b.id
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

  static func names(_ role: String) -> String {
    """
    (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.id = p.actor
      WHERE p.event = e.id AND p.role = '\(role)')
    """
  }
}
