internal import GRDB

extension Ledger {
  /// Of how many of an actor's latest mentions a page tells; each is one report that names it.
  public static let recalled = 600

  /// The actors whom a name, an identity or a country code means, the most reported first.
  ///
  /// - Parameter after: Only what comes after this row: its `id` and `reports`.
  public func actors(meant by: String, after: Cursor? = nil, limit: Int) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["", "\(Int64.max)"]
    return try read { db in
      try Answer(
        db,
        sql: """
          WITH meant AS MATERIALIZED (
            SELECT identity FROM actor_counts WHERE identity = ?1 OR identity = 'state:' || upper(?1)
              OR name LIKE '%' || ?1 || '%'
            UNION SELECT (SELECT a.identity FROM actors a WHERE a.name = n.name AND a.identity IS NOT NULL LIMIT 1)
              FROM (SELECT name FROM names WHERE kind = 'actor' AND name LIKE '%' || ?1 || '%' LIMIT 200) n),
          \(Ledger.listed(where: "identity IN (SELECT identity FROM meant WHERE identity IS NOT NULL)"))
          ORDER BY identity = ?1 DESC, total DESC, identity LIMIT ?2)
          \(Ledger.actor) ORDER BY l.identity = ?1 DESC, l.total DESC, l.identity
          """, arguments: [by, limit, place[0], place[1]])
    }
  }

  /// The actors that most reports name.
  ///
  /// - Parameter after: Only what comes after this row: its `id` and `reports`.
  public func actors(after: Cursor? = nil, limit: Int) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["", "\(Int64.max)"]
    return try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.listed(where: "TRUE")) ORDER BY total DESC, identity LIMIT ?2)
          \(Ledger.actor) ORDER BY l.total DESC, l.identity
          """, arguments: ["", limit, place[0], place[1]])
    }
  }

  /// The identities behind a cursor (`?3` its identity, `?4` its reports), with their reports; the list is left open for an
  /// order and a limit. Name, kind and country are those that most reports give: SQLite takes columns that stand alone from
  /// the row of the only maximum.
  private static func listed(where condition: String) -> String {
    """
    listed AS MATERIALIZED (
      SELECT identity, name, kind, nullif(country, '') AS country, max(reports), sum(reports) AS total
      FROM actor_counts WHERE \(condition) GROUP BY identity
      HAVING sum(reports) < CAST(?4 AS INTEGER) OR sum(reports) = CAST(?4 AS INTEGER) AND identity > ?3
    """
  }

  /// The actor of an identity: one row as in the lists, or none.
  public func actor(_ identity: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: "WITH \(Ledger.listed(where: "identity = ?1")) LIMIT ?2) \(Ledger.actor)",
        arguments: [identity, 1, "", "\(Int64.max)"])
    }
  }

  /// One row an identity: `id`, `name`, `kind`, `country`, `sectors` (of its first mention), `reports`.
  private static let actor = """
    SELECT l.identity AS id, l.name AS name, l.kind AS kind, l.country AS country,
      (SELECT nullif(replace(replace(replace(a.sectors, '[', ''), ']', ''), '"', ''), '') FROM actors a
        WHERE a.identity = l.identity LIMIT 1) AS sectors, l.total AS reports
    FROM listed l
    """

  /// The latest mentions of the actor `?1`, as a table expression `mine`; `?2` says before which.
  private static let mine = """
    mine AS MATERIALIZED (SELECT id FROM actors WHERE identity = ?1 AND id < ?2 ORDER BY id DESC LIMIT \(recalled))
    """

  /// The mention with which the next older part of an actor's page begins; nil where there is none.
  public func mention(of identity: String, before: Int64?) throws(LedgerError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT id FROM actors WHERE identity = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1 OFFSET \(Ledger.recalled - 1)
          """, arguments: [identity, before ?? .max])
    }
  }

  /// What an actor says; with `topic` only what holds these words.
  public func claims(of identity: String, topic: String?, before: Int64? = nil, limit: Int)
    throws(LedgerError) -> Answer
  {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.mine)
          SELECT r.day AS published, \(Ledger.outlet) AS outlet, r.stable_id AS report, 'c' || c.number AS claim,
            c.cue AS cue, c.type AS type, c.response AS response, \(Ledger.content) AS words
          FROM mine a CROSS JOIN claim_sources s ON s.actor = a.id CROSS JOIN claims c ON c.id = s.claim
          CROSS JOIN reports r ON r.id = c.report AND \(Ledger.live("r"))
          WHERE (?3 IS NULL OR \(Ledger.content) LIKE '%' || ?3 || '%')
            AND (c.content_spans <> '[]' OR c.response IS NOT NULL)
          ORDER BY r.day DESC, r.id, c.number LIMIT ?4
          """, arguments: [identity, before ?? .max, topic, limit])
    }
  }

  /// How many statements of an actor hold the words, month by month.
  public func months(of identity: String, topic: String?, before: Int64? = nil) throws(LedgerError) -> Answer
  {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.mine)
          SELECT substr(r.day, 1, 7) AS month, count(*) AS statements,
            sum(c.response IN ('denied', 'retracted')) AS denials, count(DISTINCT r.id) AS reports
          FROM mine a CROSS JOIN claim_sources s ON s.actor = a.id CROSS JOIN claims c ON c.id = s.claim
          CROSS JOIN reports r ON r.id = c.report AND \(Ledger.live("r"))
          WHERE (?3 IS NULL OR \(Ledger.content) LIKE '%' || ?3 || '%') AND r.day IS NOT NULL
            AND (c.content_spans <> '[]' OR c.response IS NOT NULL)
          GROUP BY month ORDER BY month
          """, arguments: [identity, before ?? .max, topic])
    }
  }

  /// Whom an actor deals with: the other side of its events, by type of dealing.
  public func counterparts(of identity: String, before: Int64? = nil, limit: Int) throws(LedgerError)
    -> Answer
  {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.mine)
          SELECT max(b.name) AS name, b.identity AS id, count(DISTINCT h.happening) AS happenings,
            count(DISTINCT CASE WHEN e.quad <= 2 THEN h.happening END) AS cooperation,
            count(DISTINCT CASE WHEN e.quad > 2 THEN h.happening END) AS conflict
          FROM mine a CROSS JOIN participants p ON p.actor = a.id
          CROSS JOIN participants q ON q.event = p.event AND q.actor <> p.actor
          CROSS JOIN actors b ON b.id = q.actor AND b.identity IS NOT NULL AND b.identity <> ?1
          CROSS JOIN events e ON e.id = p.event CROSS JOIN happening_events h ON h.event = e.id
          CROSS JOIN reports r ON r.id = e.report AND \(Ledger.live("r"))
          GROUP BY b.identity ORDER BY happenings DESC, name LIMIT ?3
          """, arguments: [identity, before ?? .max, limit])
    }
  }

  /// The happenings in which an actor acts (`role` actor) or is acted upon (recipient).
  public func deeds(of identity: String, as role: String, before: Int64? = nil, limit: Int)
    throws(LedgerError) -> Answer
  {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.mine),
          l AS MATERIALIZED (
            SELECT h.happening AS id, min(e.id) AS first, min(e.day) AS day, count(DISTINCT e.report) AS reports
            FROM mine a CROSS JOIN participants p ON p.actor = a.id AND p.role = ?3
            CROSS JOIN events e ON e.id = p.event CROSS JOIN happening_events h ON h.event = e.id
            CROSS JOIN reports r ON r.id = e.report AND \(Ledger.live("r"))
            GROUP BY h.happening ORDER BY day DESC, id LIMIT ?4)
          SELECT l.id AS happening, l.day AS date, e.type AS type, \(Ledger.names("actor")) AS actor,
            e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, c.reports AS reports,
            c.origins AS origins, c.denials AS denials
          FROM l CROSS JOIN events e ON e.id = l.first LEFT JOIN happening_counts c ON c.happening = l.id
          ORDER BY l.day DESC, l.id
          """, arguments: [identity, before ?? .max, role, limit])
    }
  }

  /// What others say of an actor: claims whose events it has a part in, but not its own.
  public func claimsAbout(_ identity: String, before: Int64? = nil, limit: Int) throws(LedgerError) -> Answer
  {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.mine),
          told AS MATERIALIZED (
            SELECT DISTINCT c.id, r.day, r.id AS report, c.number FROM mine a CROSS JOIN participants p ON p.actor = a.id
            CROSS JOIN event_claims ec ON ec.event = p.event CROSS JOIN claims c ON c.id = ec.claim
            CROSS JOIN reports r ON r.id = c.report AND \(Ledger.live("r"))
            WHERE c.content_spans <> '[]' AND NOT EXISTS (SELECT 1 FROM claim_sources s
              CROSS JOIN actors z ON z.id = s.actor WHERE s.claim = c.id AND z.identity = ?1)
            ORDER BY r.day DESC, r.id, c.number LIMIT ?3)
          SELECT r.day AS published, \(Ledger.outlet) AS outlet, r.stable_id AS report,
            'c' || c.number AS claim, (SELECT group_concat(x.name, ' and ') FROM claim_sources y
              CROSS JOIN actors x ON x.id = y.actor WHERE y.claim = c.id) AS source, c.cue AS cue, \(Ledger.content) AS words
          FROM told t CROSS JOIN claims c ON c.id = t.id CROSS JOIN reports r ON r.id = t.report
          ORDER BY t.day DESC, t.report, t.number
          """, arguments: [identity, before ?? .max, limit])
    }
  }

  /// What reports say of the offices of an actor.
  public func offices(ofIdentity identity: String, before: Int64? = nil) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH \(Ledger.mine)
          SELECT o.title AS office, o.standing AS standing, o.since AS since, o.until AS until, a.name AS name,
            min(r.day) AS first_said, max(r.day) AS last_said, count(DISTINCT r.id) AS reports,
            min(r.stable_id) AS report
          FROM mine m CROSS JOIN offices o ON o.actor = m.id CROSS JOIN actors a ON a.id = m.id
          CROSS JOIN reports r ON r.id = a.report AND \(Ledger.live("r"))
          GROUP BY a.name, lower(o.title), o.standing, o.since, o.until
          ORDER BY last_said DESC, reports DESC, office LIMIT 40
          """, arguments: [identity, before ?? .max])
    }
  }

  /// The words of the content of the claim `c`, at most 500 characters.
  private static let content = """
    substr(r.text, 1 + json_extract(c.content_spans, '$[0][0]'),
      min(500, json_extract(c.content_spans, '$[0][1]') - json_extract(c.content_spans, '$[0][0]')))
    """
}
