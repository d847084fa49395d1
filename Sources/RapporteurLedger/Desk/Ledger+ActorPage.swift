internal import GRDB

extension Ledger {
  /// The actors whom a name, an identity or a country code means, the most reported first.
  public func actors(meant by: String, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT a.identity AS id, max(a.name) AS name, a.kind AS kind, max(a.country) AS country,
            group_concat(DISTINCT nullif(replace(replace(replace(a.sectors, '[', ''), ']', ''), '"', ''), '')) AS sectors,
            count(DISTINCT a.report) AS reports
          FROM actors a JOIN reports r ON r.id = a.report AND r.status = 'live'
          WHERE a.identity IS NOT NULL AND (a.identity = ?1 OR a.name LIKE '%' || ?1 || '%' OR a.identity = 'state:' || upper(?1))
          GROUP BY a.identity ORDER BY a.identity = ?1 DESC, reports DESC, name LIMIT ?2
          """, arguments: [by, limit])
    }
  }

  /// What an actor says, or with `response` only the responses; with `topic` only what holds these words.
  public func claims(of identity: String, topic: String?, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT r.day AS published, coalesce(r.outlet, r.key) AS outlet, r.stable_id AS report, 'c' || c.number AS claim,
            c.cue AS cue, c.type AS type, c.response AS response, \(Ledger.content) AS words
          FROM claims c JOIN claim_sources s ON s.claim = c.id JOIN actors a ON a.id = s.actor
          JOIN reports r ON r.id = c.report AND r.status = 'live'
          WHERE a.identity = ?1 AND (?2 IS NULL OR \(Ledger.content) LIKE '%' || ?2 || '%')
            AND (c.content_spans <> '[]' OR c.response IS NOT NULL)
          ORDER BY r.day DESC, r.id, c.number LIMIT ?3
          """, arguments: [identity, topic, limit])
    }
  }

  /// Whom an actor deals with: the other side of its events, by type of dealing.
  public func counterparts(of identity: String, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT max(b.name) AS name, b.identity AS id, count(DISTINCT h.happening) AS happenings,
            count(DISTINCT CASE WHEN e.quad <= 2 THEN h.happening END) AS cooperation,
            count(DISTINCT CASE WHEN e.quad > 2 THEN h.happening END) AS conflict
          FROM participants p JOIN actors a ON a.id = p.actor AND a.identity = ?1
          JOIN participants q ON q.event = p.event AND q.actor <> p.actor
          JOIN actors b ON b.id = q.actor AND b.identity IS NOT NULL AND b.identity <> ?1
          JOIN events e ON e.id = p.event JOIN happening_events h ON h.event = e.id
          JOIN reports r ON r.id = e.report AND r.status = 'live'
          GROUP BY b.identity ORDER BY happenings DESC, name LIMIT ?2
          """, arguments: [identity, limit])
    }
  }

  /// The happenings in which an actor acts (`role` actor) or is acted upon (recipient).
  public func deeds(of identity: String, as role: String, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH l AS (
            SELECT h.happening AS id, min(e.id) AS first, count(DISTINCT e.report) AS reports
            FROM participants p JOIN actors a ON a.id = p.actor AND a.identity = ?1
            JOIN events e ON e.id = p.event JOIN happening_events h ON h.event = e.id
            JOIN reports r ON r.id = e.report AND r.status = 'live'
            WHERE p.role = ?2 GROUP BY h.happening)
          SELECT l.id AS happening, coalesce(e.date, r.day) AS date, e.type AS type, \(Ledger.names("actor")) AS actor,
            e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, l.reports AS reports,
            \(Ledger.roots("asserts")) AS origins, \(Ledger.roots("denies")) AS denials
          FROM l JOIN events e ON e.id = l.first JOIN reports r ON r.id = e.report
          ORDER BY date DESC, l.id LIMIT ?3
          """, arguments: [identity, role, limit])
    }
  }

  /// What others say of an actor: claims whose events it has a part in, but not its own.
  public func claimsAbout(_ identity: String, limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT DISTINCT r.day AS published, coalesce(r.outlet, r.key) AS outlet, r.stable_id AS report,
            'c' || c.number AS claim, (SELECT group_concat(x.name, ' and ') FROM claim_sources y
              JOIN actors x ON x.id = y.actor WHERE y.claim = c.id) AS source, c.cue AS cue, \(Ledger.content) AS words
          FROM participants p JOIN actors a ON a.id = p.actor AND a.identity = ?1
          JOIN event_claims ec ON ec.event = p.event JOIN claims c ON c.id = ec.claim
          JOIN reports r ON r.id = c.report AND r.status = 'live'
          WHERE c.content_spans <> '[]' AND c.id NOT IN (SELECT s.claim FROM claim_sources s
            JOIN actors z ON z.id = s.actor WHERE z.identity = ?1)
          ORDER BY r.day DESC, r.id, c.number LIMIT ?2
          """, arguments: [identity, limit])
    }
  }

  /// What reports say of the offices of an actor.
  public func offices(ofIdentity identity: String) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT o.title AS office, o.standing AS standing, o.since AS since, o.until AS until, a.name AS name,
            min(r.day) AS first_said, max(r.day) AS last_said, count(DISTINCT r.id) AS reports,
            min(r.stable_id) AS report
          FROM offices o JOIN actors a ON a.id = o.actor JOIN reports r ON r.id = a.report AND r.status = 'live'
          WHERE a.identity = ? GROUP BY a.name, lower(o.title), o.standing, o.since, o.until
          ORDER BY last_said DESC, reports DESC, office
          """, arguments: [identity])
    }
  }

  /// The words of the content of the claim `c`, at most 500 characters.
  private static let content = """
    substr(r.text, 1 + json_extract(c.content_spans, '$[0][0]'),
      min(500, json_extract(c.content_spans, '$[0][1]') - json_extract(c.content_spans, '$[0][0]')))
    """
}
