internal import GRDB

extension Ledger {
  /// The reports of a happening in the order of publication: each with its words, and whose copy it is.
  public func reports(of happening: Int64) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT r.stable_id AS id, r.key AS key, \(Ledger.outlet) AS outlet, r.published AS published,
            'e' || e.number AS event, e.type AS type, \(Ledger.names("actor")) AS actor, e.trigger AS trigger,
            \(Ledger.names("recipient")) AS recipient, e.date AS date, e.place AS place, h.reason AS because,
            (SELECT \(Ledger.outlet(of: "t")) FROM edges g CROSS JOIN reports t ON t.id = g.target
              WHERE g.source = r.id AND g.kind = 'relay' ORDER BY g.containment DESC LIMIT 1) AS copy_of,
            \(Ledger.sentence) AS words
          FROM happening_events h CROSS JOIN events e ON e.id = h.event CROSS JOIN reports r ON r.id = e.report
          WHERE h.happening = ? AND \(Ledger.live("r")) ORDER BY coalesce(r.published, '~'), r.id, e.number
          """, arguments: [happening])
    }
  }

  /// The countries of the bodies among the origins of a happening: `origin` and `country`.
  public func seats(of happening: Int64) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT DISTINCT o.name AS origin, \(Ledger.seat) AS country
          FROM happening_events h CROSS JOIN origins o ON o.event = h.event
          WHERE h.happening = ? AND \(Ledger.seat) IS NOT NULL ORDER BY origin
          """, arguments: [happening])
    }
  }

  /// Why each origin of a happening counts as one: a row for each reason, with the outlets that it holds for.
  public func reasons(of happening: Int64) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT o.stance AS stance, max(o.name) OVER (PARTITION BY o.stance, o.root) AS origin, o.reason AS reason,
            group_concat(DISTINCT \(Ledger.outlet)) AS outlets, count(DISTINCT r.id) AS reports
          FROM happening_events h CROSS JOIN events e ON e.id = h.event CROSS JOIN origins o ON o.event = e.id
          CROSS JOIN reports r ON r.id = e.report
          WHERE h.happening = ? AND \(Ledger.live("r"))
          GROUP BY o.stance, o.root, o.reason ORDER BY o.stance, origin, reports DESC, reason
          """, arguments: [happening])
    }
  }

  /// Who says so: for each report and each chain of claims that carries the happening or responds to it, the chain
  /// from the report inward, its sources parted by a tab; an empty chain is the report's own voice.
  public func chains(of happening: Int64) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH RECURSIVE carried (event, claim) AS (
              SELECT h.event, c.claim FROM happening_events h CROSS JOIN event_claims c ON c.event = h.event
                WHERE h.happening = ?1
              UNION SELECT h.event, c.claim FROM happening_events h CROSS JOIN claim_events c ON c.event = h.event
                WHERE h.happening = ?1),
            way (event, leaf, claim, depth) AS (
              SELECT event, claim, claim, 0 FROM carried
              UNION ALL SELECT w.event, w.leaf, c.parent, w.depth + 1 FROM way w CROSS JOIN claims c ON c.id = w.claim
                WHERE c.parent IS NOT NULL AND w.depth < 20),
            links AS (
              SELECT w.event, w.leaf, w.depth, coalesce((SELECT group_concat(a.name, ' and ') FROM claim_sources s
                CROSS JOIN actors a ON a.id = s.actor WHERE s.claim = w.claim), 'source not stated') AS name
              FROM way w ORDER BY w.depth DESC)
          SELECT * FROM (SELECT r.stable_id AS id, \(Ledger.outlet) AS outlet, r.published AS published,
            group_concat(l.name, char(9)) AS chain, c.response AS response, c.cue AS cue,
            (SELECT f.value FROM factuality f WHERE f.event = e.id AND f.claim = c.id) AS certainty,
            \(Ledger.words("c.content_spans")) AS words, \(Ledger.copied) AS copy_of
          FROM links l CROSS JOIN claims c ON c.id = l.leaf CROSS JOIN events e ON e.id = l.event CROSS JOIN reports r ON r.id = e.report
          WHERE \(Ledger.live("r")) GROUP BY e.id, l.leaf
          UNION ALL
          SELECT r.stable_id, \(Ledger.outlet), r.published, '', NULL, NULL,
            (SELECT f.value FROM factuality f WHERE f.event = e.id AND f.claim IS NULL), \(Ledger.sentence), \(Ledger.copied)
          FROM happening_events h CROSS JOIN events e ON e.id = h.event CROSS JOIN reports r ON r.id = e.report
          WHERE h.happening = ?1 AND \(Ledger.live("r")) AND e.id NOT IN (SELECT event FROM carried))
          ORDER BY published IS NULL, published, id
          """, arguments: [happening])
    }
  }

  /// What reports count of the dead, injured, arrested and missing in a happening, and per whom.
  public func counts(of happening: Int64) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT k.kind AS kind, k.low AS low, k.high AS high, r.stable_id AS id, \(Ledger.outlet) AS outlet,
            r.published AS published, (SELECT group_concat(a.name, ' and ') FROM claim_sources s
              CROSS JOIN actors a ON a.id = s.actor WHERE s.claim = k.claim) AS per
          FROM happening_events h CROSS JOIN casualties k ON k.event = h.event CROSS JOIN events e ON e.id = k.event
          CROSS JOIN reports r ON r.id = e.report
          WHERE h.happening = ? AND \(Ledger.live("r")) ORDER BY k.kind, r.published, k.low
          """, arguments: [happening])
    }
  }

  /// The first of some spans of the report `r`, as words; of at most 400 characters.
  private static func words(_ spans: String) -> String {
    """
    substr(r.text, 1 + json_extract(\(spans), '$[0][0]'),
      min(400, json_extract(\(spans), '$[0][1]') - json_extract(\(spans), '$[0][0]')))
    """
  }

  /// The outlet that the report `r` copies, or nothing.
  private static let copied = """
    (SELECT \(Ledger.outlet(of: "t")) FROM edges g CROSS JOIN reports t ON t.id = g.target
      WHERE g.source = r.id AND g.kind = 'relay' ORDER BY g.containment DESC LIMIT 1)
    """
}
