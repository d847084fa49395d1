internal import GRDB

/// What reports say of one actor: of its latest mentions, or of those before one.
public struct ActorAccount: Sendable {
  /// Of how many of an actor's mentions a page tells; each is one report that names it.
  public static let recalled = 600

  /// What it says: `published`, `outlet`, `report`, `claim`, `cue`, `type`, `response`, `words`; of a response the `happening`.
  public let said: Answer
  /// How many of its statements there are, month by month: `month`, `statements`, `denials`, `reports`.
  public let months: Answer
  /// What reports say of its offices.
  public let offices: Answer
  /// The happenings in which it acts.
  public let did: Answer
  /// The happenings in which it is acted upon.
  public let met: Answer
  /// Whom it deals with, by type of dealing.
  public let dealings: Answer
  /// What others say of it.
  public let others: Answer
  /// The mention with which the next older part begins; nil where there is none.
  public let older: Int64?
}

extension Ledger {
  /// The account of an actor.
  ///
  /// - Parameters:
  ///   - topic: Only statements whose content holds these words; all where nil.
  ///   - before: Only mentions older than this one.
  public func account(of identity: String, topic: String? = nil, before: Int64? = nil) throws(LedgerError)
    -> ActorAccount
  {
    try read { try ActorReader(identity: identity, before: before ?? .max, $0).account(topic) }
  }
}

/// Reads the account of an actor. All questions go to one connection, whose cache holds what the first of them read: the
/// mentions of an actor lie all over the file.
private struct ActorReader {
  let db: Database
  let identity: String
  let before: Int64
  /// Its acts in live reports, as JSON: event, whether it acts (1) or is acted upon (0), happening, day, quad, report.
  let acts: String

  init(identity: String, before: Int64, _ db: Database) throws {
    (self.identity, self.before, self.db) = (identity, before, db)
    acts =
      try String.fetchOne(
        db,
        sql: """
          WITH \(ActorReader.mine)
          SELECT json_group_array(json_array(p.event, p.role = 'actor', h.happening, e.day, e.quad, e.report))
          FROM mine a CROSS JOIN participants p ON p.actor = a.id CROSS JOIN events e ON e.id = p.event
          CROSS JOIN happening_events h ON h.event = e.id WHERE \(Ledger.isLive("e.report"))
          """, arguments: [identity, before]) ?? "[]"
  }

  func account(_ topic: String?) throws -> ActorAccount {
    ActorAccount(
      said: try claims(on: topic, limit: 60), months: try months(on: topic), offices: try offices(limit: 40),
      did: try deeds(isActing: true, limit: 40), met: try deeds(isActing: false, limit: 40),
      dealings: try counterparts(limit: 20), others: try claimsAbout(limit: 30), older: try older())
  }

  /// The latest mentions of the actor `?1`, as a table expression `mine`; `?2` says before which.
  private static let mine = """
    mine AS MATERIALIZED (
      SELECT id FROM actors WHERE identity = ?1 AND id < ?2 ORDER BY id DESC LIMIT \(ActorAccount.recalled))
    """

  /// What `acts` holds (`?2`), as a table expression.
  private static let acted = """
    acts AS MATERIALIZED (
      SELECT value ->> 0 AS event, value ->> 1 AS acting, value ->> 2 AS happening, value ->> 3 AS day,
        value ->> 4 AS quad, value ->> 5 AS report FROM json_each(?2))
    """

  private func older() throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM actors WHERE identity = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1
        OFFSET \(ActorAccount.recalled - 1)
        """, arguments: [identity, before])
  }

  // MARK: Statements

  /// The words of the content of the claim `c`, at most 500 characters.
  private static let content = """
    substr(r.text, 1 + json_extract(c.content_spans, '$[0][0]'),
      min(500, json_extract(c.content_spans, '$[0][1]') - json_extract(c.content_spans, '$[0][0]')))
    """

  /// The happening that a response, the claim `c`, is about: itself, or through the claim that it answers.
  private static let subject = """
    (SELECT h.happening FROM (SELECT event FROM claim_events WHERE claim = c.id
      UNION ALL SELECT ec.event FROM claim_claims cc CROSS JOIN event_claims ec ON ec.claim = cc.about WHERE cc.claim = c.id) x
      CROSS JOIN happening_events h ON h.event = x.event LIMIT 1)
    """

  /// The statements of the actor that hold the words `?3`, as `c`, with their live reports `r`. The text of a report is
  /// only read where there are words to look for.
  private static let statements = """
    mine a CROSS JOIN claim_sources s ON s.actor = a.id CROSS JOIN claims c ON c.id = s.claim
    CROSS JOIN \(Ledger.reportFacts) ON r.id = c.report AND r.status = 'live'
      AND (c.content_spans <> '[]' OR c.response IS NOT NULL) AND (?3 IS NULL OR \(content) LIKE '%' || ?3 || '%')
    """

  private func claims(on topic: String?, limit: Int) throws -> Answer {
    try Answer(
      db,
      sql: """
        WITH \(ActorReader.mine),
        told AS MATERIALIZED (SELECT DISTINCT c.id, r.day, r.id AS report, c.number FROM \(ActorReader.statements)
          ORDER BY r.day DESC, r.id, c.number LIMIT ?4)
        SELECT r.day AS published, \(Ledger.outlet) AS outlet, r.stable_id AS report, 'c' || c.number AS claim,
          c.cue AS cue, c.type AS type, c.response AS response, \(ActorReader.content) AS words,
          \(ActorReader.subject) AS happening
        FROM told t CROSS JOIN claims c ON c.id = t.id CROSS JOIN reports r ON r.id = t.report
        ORDER BY t.day DESC, t.report, t.number
        """, arguments: [identity, before, topic, limit])
  }

  private func months(on topic: String?) throws -> Answer {
    try Answer(
      db,
      sql: """
        WITH \(ActorReader.mine)
        SELECT substr(r.day, 1, 7) AS month, count(*) AS statements,
          sum(c.response IN ('denied', 'retracted')) AS denials, count(DISTINCT r.id) AS reports
        FROM \(ActorReader.statements) WHERE r.day IS NOT NULL GROUP BY month ORDER BY month
        """, arguments: [identity, before, topic])
  }

  /// What others say of the actor: claims whose events it has a part in, but not its own.
  private func claimsAbout(limit: Int) throws -> Answer {
    try Answer(
      db,
      sql: """
        WITH \(ActorReader.acted),
        told AS MATERIALIZED (
          SELECT DISTINCT c.id, r.day, r.id AS report, c.number FROM acts a
          CROSS JOIN event_claims ec ON ec.event = a.event CROSS JOIN claims c ON c.id = ec.claim
          CROSS JOIN \(Ledger.reportFacts) ON r.id = c.report
          WHERE c.content_spans <> '[]' AND NOT EXISTS (SELECT 1 FROM claim_sources s
            CROSS JOIN actors z ON z.id = s.actor WHERE s.claim = c.id AND z.identity = ?1)
          ORDER BY r.day DESC, r.id, c.number LIMIT ?3)
        SELECT r.day AS published, \(Ledger.outlet) AS outlet, r.stable_id AS report,
          'c' || c.number AS claim, (SELECT group_concat(x.name, ' and ') FROM claim_sources y
            CROSS JOIN actors x ON x.id = y.actor WHERE y.claim = c.id) AS source, c.cue AS cue,
          \(ActorReader.content) AS words
        FROM told t CROSS JOIN claims c ON c.id = t.id CROSS JOIN reports r ON r.id = t.report
        ORDER BY t.day DESC, t.report, t.number
        """, arguments: [identity, acts, limit])
  }

  // MARK: Deeds

  private func deeds(isActing: Bool, limit: Int) throws -> Answer {
    try Answer(
      db,
      sql: """
        WITH \(ActorReader.acted),
        l AS MATERIALIZED (SELECT happening AS id, min(event) AS first, min(day) AS day FROM acts WHERE acting = ?1
          GROUP BY happening ORDER BY day DESC, id LIMIT ?3)
        SELECT l.id AS happening, l.day AS date, e.type AS type, \(Ledger.names("actor")) AS actor,
          e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, c.reports AS reports,
          c.origins AS origins, c.denials AS denials
        FROM l CROSS JOIN events e ON e.id = l.first LEFT JOIN happening_counts c ON c.happening = l.id
        ORDER BY l.day DESC, l.id
        """, arguments: [isActing, acts, limit])
  }

  /// Whom the actor deals with: the other side of its events, or its partners where nobody is acted upon.
  private func counterparts(limit: Int) throws -> Answer {
    try Answer(
      db,
      sql: """
        WITH \(ActorReader.acted)
        SELECT max(b.name) AS name, b.identity AS id, count(DISTINCT a.happening) AS happenings,
          count(DISTINCT iif(a.quad <= 2, a.happening, NULL)) AS cooperation,
          count(DISTINCT iif(a.quad > 2, a.happening, NULL)) AS conflict
        FROM acts a CROSS JOIN participants q ON q.event = a.event
        CROSS JOIN actors b ON b.id = q.actor AND b.identity IS NOT NULL AND b.identity <> ?1
        WHERE a.acting <> (q.role = 'actor')
          OR NOT EXISTS (SELECT 1 FROM participants t WHERE t.event = a.event AND t.role = 'recipient')
        GROUP BY b.identity ORDER BY happenings DESC, name LIMIT ?3
        """, arguments: [identity, acts, limit])
  }

  /// What reports say of the actor's offices; of each the latest report that says so, with the number and the words of its
  /// sentence.
  private func offices(limit: Int) throws -> Answer {
    try Answer(
      db,
      sql: """
        WITH \(ActorReader.mine),
        held AS MATERIALIZED (
          SELECT o.title AS office, o.standing, o.since, o.until, a.name, min(r.day) AS first_said,
            max(r.day) AS last_said, count(DISTINCT r.id) AS reports, max(a.id) AS witness
          FROM mine m CROSS JOIN offices o ON o.actor = m.id CROSS JOIN actors a ON a.id = m.id
          CROSS JOIN \(Ledger.reportFacts) ON r.id = a.report AND r.status = 'live'
          GROUP BY a.name, lower(o.title), o.standing, o.since, o.until
          ORDER BY last_said DESC, reports DESC, office LIMIT ?3),
        placed AS MATERIALIZED (
          SELECT h.*, r.id AS source, (SELECT count(*) FROM json_each(r.record, '$.sentences') s WHERE s.value ->> 0 <= (
            SELECT json_extract(o.spans, '$[0][0]') FROM offices o WHERE o.actor = h.witness AND lower(o.title) = lower(h.office)
              AND o.standing = h.standing AND o.since IS h.since AND o.until IS h.until)) AS place
          FROM held h CROSS JOIN actors a ON a.id = h.witness CROSS JOIN reports r ON r.id = a.report)
        SELECT p.office AS office, p.standing AS standing, p.since AS since, p.until AS until, p.name AS name,
          p.first_said AS first_said, p.last_said AS last_said, p.reports AS reports, r.stable_id AS report,
          's' || nullif(p.place, 0) AS sentence, (
            SELECT substr(r.text, 1 + (s.value ->> 0), min(500, (s.value ->> 1) - (s.value ->> 0)))
            FROM json_each(r.record, '$.sentences') s WHERE s.key = p.place - 1) AS words
        FROM placed p CROSS JOIN reports r ON r.id = p.source
        ORDER BY p.last_said DESC, p.reports DESC, p.office
        """, arguments: [identity, before, limit])
  }
}
