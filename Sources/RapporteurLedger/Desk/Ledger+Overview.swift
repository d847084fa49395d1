internal import GRDB

extension Ledger {
  /// How much the ledger holds: reports, events, happenings, and the first and last day of publication; one row.
  public func extent() throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT (SELECT count(*) FROM reports WHERE status = 'live') AS reports,
            (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM happenings) AS happenings,
            (SELECT count(DISTINCT outlet) FROM reports WHERE status = 'live') AS outlets,
            (SELECT min(day) FROM reports WHERE status = 'live') AS first,
            (SELECT max(day) FROM reports WHERE status = 'live') AS last
          """)
    }
  }

  /// The happenings that were last reported on, with who asserts, who denies and who would not comment.
  ///
  /// - Parameters:
  ///   - limit: The most rows.
  ///   - after: Rows to leave out from the start.
  public func newest(limit: Int, after: Int = 0) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH latest AS (
            SELECT h.happening AS id, max(r.day) AS day, count(DISTINCT e.report) AS reports, min(e.id) AS first
            FROM happening_events h JOIN events e ON e.id = h.event JOIN reports r ON r.id = e.report
            WHERE r.status = 'live' GROUP BY h.happening
            ORDER BY day DESC, reports DESC, id LIMIT ?1 OFFSET ?2)
          SELECT \(Ledger.overview)
          FROM latest l JOIN events e ON e.id = l.first JOIN reports r ON r.id = e.report
          ORDER BY l.day DESC, l.reports DESC, l.id
          """, arguments: [limit, after])
    }
  }

  /// Happenings of which reports give different counts of the dead, injured, arrested or missing.
  public func conflictingCounts(limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT h.happening AS happening, k.kind AS kind, min(k.low) AS least, max(coalesce(k.high, k.low)) AS most,
            count(DISTINCT e.report) AS reports
          FROM casualties k JOIN events e ON e.id = k.event JOIN happening_events h ON h.event = e.id
          JOIN reports r ON r.id = e.report AND r.status = 'live'
          GROUP BY h.happening, k.kind HAVING count(DISTINCT coalesce(k.low, -1) || '/' || coalesce(k.high, -1)) > 1
          ORDER BY reports DESC, h.happening LIMIT ?
          """, arguments: [limit])
    }
  }

  /// The columns of a happening `l` (id, day, reports) that its event `e` of the report `r` stands for.
  static let overview = """
    l.id AS happening, l.day AS reported, e.date AS date, e.type AS type, e.mode AS mode,
      \(names("actor")) AS actor, e.trigger AS trigger, \(names("recipient")) AS recipient,
      e.place AS place, e.status AS status, l.reports AS reports, \(roots("asserts")) AS origins,
      \(roots("denies")) AS denials, \(roots("no-comment")) AS silent, \(voices("asserts")) AS asserted_by,
      \(voices("denies")) AS denied_by, \(voices("no-comment")) AS no_comment_from, \(sentence) AS words
    """

  /// The distinct origins of one stance behind the happening `l`.
  static func roots(_ stance: String) -> String {
    """
    (SELECT count(DISTINCT o.root) FROM happening_events z JOIN origins o ON o.event = z.event
      JOIN events y ON y.id = z.event JOIN reports w ON w.id = y.report AND w.status = 'live'
      WHERE z.happening = l.id AND o.stance = '\(stance)')
    """
  }

  /// The names of those origins.
  private static func voices(_ stance: String) -> String {
    """
    (SELECT group_concat(name, '; ') FROM (SELECT max(o.name) AS name FROM happening_events z
      JOIN origins o ON o.event = z.event JOIN events y ON y.id = z.event
      JOIN reports w ON w.id = y.report AND w.status = 'live' WHERE z.happening = l.id AND o.stance = '\(stance)' GROUP BY o.root))
    """
  }

  /// The words of the sentence that carries the event `e` of the report `r`.
  static let sentence = """
    substr(r.text, 1 + json_extract(e.sentence_spans, '$[0][0]'),
      json_extract(e.sentence_spans, '$[0][1]') - json_extract(e.sentence_spans, '$[0][0]'))
    """
}
