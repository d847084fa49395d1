internal import GRDB

extension Ledger {
  /// What two countries did to each other, by week: cooperation and conflict by articles and by origins.
  ///
  /// Weeks begin on Monday and are those of the event, or of publication where the event has no day.
  ///
  /// - Parameter since: The first day; all where nil.
  public func weeks(between a: String, and b: String, since: String? = nil) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH dealt AS MATERIALIZED (
            SELECT event, date(day, 'weekday 0', '-6 days') AS week FROM (
              SELECT event, day FROM pairs WHERE source = ?1 AND target = ?2 AND day >= ?3
              UNION SELECT event, day FROM pairs WHERE source = ?2 AND target = ?1 AND day >= ?3)),
          told AS MATERIALIZED (
            SELECT d.week, d.event, e.report, e.quad <= 2 AS warm, e.intensity
            FROM dealt d CROSS JOIN events e ON e.id = d.event),
          voices AS MATERIALIZED (
            SELECT t.week, count(DISTINCT CASE WHEN warm THEN o.root END) AS warm,
              count(DISTINCT CASE WHEN NOT warm THEN o.root END) AS cold
            FROM told t CROSS JOIN origins o ON o.event = t.event AND o.stance = 'asserts' GROUP BY t.week)
          SELECT t.week AS week, count(DISTINCT CASE WHEN t.warm THEN t.report END) AS cooperation_articles,
            coalesce(v.warm, 0) AS cooperation_origins,
            count(DISTINCT CASE WHEN NOT t.warm THEN t.report END) AS conflict_articles,
            coalesce(v.cold, 0) AS conflict_origins, count(DISTINCT h.happening) AS happenings,
            round(avg(t.intensity), 1) AS intensity
          FROM told t LEFT JOIN voices v ON v.week = t.week LEFT JOIN happening_events h ON h.event = t.event
          GROUP BY t.week ORDER BY t.week
          """, arguments: [a.uppercased(), b.uppercased(), since ?? ""])
    }
  }

  /// The first and the last day on which two countries dealt with each other; nil where they never did.
  public func days(between a: String, and b: String) throws(LedgerError) -> ClosedRange<String>? {
    try read { db in
      let ends = try ["min", "max"].map { end in
        try String.fetchOne(
          db,
          sql: """
            SELECT \(end)(day) FROM (SELECT \(end)(day) AS day FROM pairs WHERE source = ?1 AND target = ?2
              UNION ALL SELECT \(end)(day) FROM pairs WHERE source = ?2 AND target = ?1)
            """, arguments: [a.uppercased(), b.uppercased()])
      }
      guard let first = ends[0], let last = ends[1] else { return nil }
      return first...last
    }
  }

  /// The happenings between two countries, the latest first; `last` is the event that a cursor names.
  ///
  /// - Parameters:
  ///   - days: The first and the last day; all where nil.
  ///   - after: Only what comes after this row: its `day` and `last`.
  ///   - limit: The most events that are looked at; a happening with several of them is one row.
  public func dealings(
    between a: String, and b: String, in days: ClosedRange<String>? = nil, after: Cursor? = nil, limit: Int
  ) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["9999-99-99", "\(Int64.max)"]
    let both = ["?1 AND target = ?2", "?2 AND target = ?1"].map {
      """
      SELECT day, event FROM pairs WHERE source = \($0) AND day BETWEEN ?4 AND min(?5, ?6)
        AND (day, event) < (?6, CAST(?7 AS INTEGER))
      """
    }
    return try read { db in
      try Answer(
        db,
        sql: """
          WITH dealt AS MATERIALIZED (
            \(both.joined(separator: " UNION ")) ORDER BY day DESC, event DESC LIMIT ?3),
          l AS (SELECT h.happening AS id, min(d.day) AS day, min(d.event) AS last
            FROM dealt d CROSS JOIN happening_events h ON h.event = d.event GROUP BY h.happening)
          SELECT l.id AS happening, l.day AS date, date(l.day, 'weekday 0', '-6 days') AS week, e.type AS type,
            e.quad AS quad, \(Ledger.names("actor")) AS actor, e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient,
            c.reports AS reports, c.origins AS origins, c.denials AS denials, l.day AS day, l.last AS last
          FROM l CROSS JOIN events e ON e.id = l.last LEFT JOIN happening_counts c ON c.happening = l.id
          ORDER BY l.day DESC, l.last DESC
          """,
        arguments: [
          a.uppercased(), b.uppercased(), limit, days?.lowerBound ?? "", days?.upperBound ?? "9999-99-99",
          place[0], place[1],
        ])
    }
  }

  /// The pairs of countries that deal with each other most.
  ///
  /// - Parameter after: Only what comes after this row: its `a`, `b` and `events`.
  public func pairs(limit: Int, after: Cursor? = nil) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["", "", "\(Int64.max)"]
    return try read { db in
      try Answer(
        db,
        sql: """
          SELECT a, b, events FROM pair_counts
          WHERE events < CAST(?4 AS INTEGER) OR events = CAST(?4 AS INTEGER) AND (a, b) > (?2, ?3)
          ORDER BY events DESC, a, b LIMIT ?1
          """, arguments: [limit, place[0], place[1], place[2]])
    }
  }
}
