internal import GRDB

extension Ledger {
  /// What two countries did to each other, by week: cooperation and conflict by articles and by origins.
  ///
  /// Weeks begin on Monday and are those of the event, or of publication where the event has no day.
  public func weeks(between a: String, and b: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH pair AS (\(Ledger.pair))
          SELECT date(substr(date, 1, 10), 'weekday 0', '-6 days') AS week,
            count(DISTINCT CASE WHEN quad <= 2 THEN report END) AS cooperation_articles,
            count(DISTINCT CASE WHEN quad <= 2 THEN root END) AS cooperation_origins,
            count(DISTINCT CASE WHEN quad > 2 THEN report END) AS conflict_articles,
            count(DISTINCT CASE WHEN quad > 2 THEN root END) AS conflict_origins,
            count(DISTINCT happening) AS happenings, round(avg(intensity), 1) AS intensity
          FROM pair WHERE length(date) >= 10 GROUP BY week ORDER BY week
          """, arguments: [a.uppercased(), b.uppercased()])
    }
  }

  /// The happenings between two countries, the latest first.
  public func dealings(between a: String, and b: String, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH pair AS (\(Ledger.pair)),
            l AS (SELECT happening AS id, min(id) AS first, count(DISTINCT report) AS reports FROM pair GROUP BY happening)
          SELECT l.id AS happening, coalesce(e.date, r.day) AS date,
            date(substr(coalesce(e.date, r.day), 1, 10), 'weekday 0', '-6 days') AS week, e.type AS type, e.quad AS quad,
            \(Ledger.names("actor")) AS actor, e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient,
            l.reports AS reports, \(Ledger.roots("asserts")) AS origins, \(Ledger.roots("denies")) AS denials
          FROM l JOIN events e ON e.id = l.first JOIN reports r ON r.id = e.report
          ORDER BY date DESC, l.id LIMIT ?3
          """, arguments: [a.uppercased(), b.uppercased(), limit])
    }
  }

  /// The pairs of countries that deal with each other most.
  public func pairs(limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT min(x.country, y.country) AS a, max(x.country, y.country) AS b,
            count(DISTINCT h.happening) AS happenings
          FROM participants p JOIN participants q ON q.event = p.event AND q.actor <> p.actor
          JOIN actors x ON x.id = p.actor JOIN actors y ON y.id = q.actor AND y.country <> x.country
          JOIN happening_events h ON h.event = p.event
          GROUP BY 1, 2 ORDER BY happenings DESC, a, b LIMIT ?
          """, arguments: [limit])
    }
  }

  private static let pair = """
    SELECT e.id, e.quad, e.intensity, e.report, coalesce(e.date, r.day) AS date, h.happening, o.root
    FROM actors x JOIN participants p ON p.actor = x.id
    JOIN events e ON e.id = p.event JOIN reports r ON r.id = e.report AND r.status = 'live'
    JOIN participants q ON q.event = e.id AND q.actor <> p.actor JOIN actors y ON y.id = q.actor AND y.country = ?2
    JOIN happening_events h ON h.event = e.id LEFT JOIN origins o ON o.event = e.id AND o.stance = 'asserts'
    WHERE x.country = ?1
    """
}
