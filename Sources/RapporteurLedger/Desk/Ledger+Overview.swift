internal import GRDB

// The desk's questions begin at the few rows that a page shows and go on to what hangs on them. CROSS JOIN keeps SQLite to
// that order: where a limit is bound, it cannot know how few rows there will be, and begins at the other end.

extension Ledger {
  /// How much the ledger holds: reports, events, happenings, outlets, and the first and last day of publication; one row.
  public func extent() throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT reports, events, happenings, (SELECT count(*) FROM names WHERE kind = 'outlet') AS outlets,
            (SELECT day FROM reports WHERE \(Ledger.live("reports")) AND day IS NOT NULL ORDER BY day LIMIT 1) AS first,
            (SELECT day FROM reports WHERE \(Ledger.live("reports")) AND day IS NOT NULL ORDER BY day DESC LIMIT 1) AS last
          FROM totals
          """)
    }
  }

  /// The happenings that were last reported on, with who asserts, who denies and who would not comment.
  ///
  /// - Parameters:
  ///   - limit: The most rows.
  ///   - after: Only what comes after this row: its `reported`, which is '' where no day is known, and its `happening`.
  public func newest(limit: Int, after: Cursor? = nil) throws(LedgerError) -> Answer {
    try overview(
      where: after == nil ? "TRUE" : "(reported, happening) < (?2, CAST(?3 AS INTEGER))",
      order: "reported DESC, happening DESC", limit, after?.parts ?? [])
  }

  /// Happenings that somebody asserts and somebody denies; the most reported first. The columns are those of `newest`.
  public func contested(limit: Int) throws(LedgerError) -> Answer {
    try overview(
      where: "origins > 0 AND denials > 0", order: "reports DESC, reported DESC, happening", limit, [])
  }

  private func overview(where condition: String, order: String, _ limit: Int, _ values: [String])
    throws(LedgerError) -> Answer
  {
    try read { db in
      try Answer(
        db,
        sql: """
          SELECT \(Ledger.overview)
          FROM (SELECT happening AS id, nullif(reported, '') AS day, reported, happening, reports, origins, denials, first
            FROM happening_counts WHERE \(condition) ORDER BY \(order) LIMIT ?1) l
          CROSS JOIN events e ON e.id = l.first CROSS JOIN reports r ON r.id = e.report ORDER BY \(order)
          """, arguments: [limit] + StatementArguments(values))
    }
  }

  /// Happenings of which reports give different counts of the dead, injured, arrested or missing.
  public func conflictingCounts(limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH l AS MATERIALIZED (
            SELECT happening, first FROM happening_counts WHERE differing > 0 ORDER BY reports DESC, happening LIMIT ?1)
          SELECT l.happening AS happening, k.kind AS kind, min(k.low) AS least, max(coalesce(k.high, k.low)) AS most,
            count(DISTINCT e.report) AS reports, \(Ledger.names("actor", of: "l.first")) AS actor,
            (SELECT z.trigger FROM events z WHERE z.id = l.first) AS trigger,
            \(Ledger.names("recipient", of: "l.first")) AS recipient
          FROM l CROSS JOIN happening_events h ON h.happening = l.happening CROSS JOIN casualties k ON k.event = h.event
          CROSS JOIN events e ON e.id = k.event CROSS JOIN reports r ON r.id = e.report AND \(Ledger.live("r"))
          GROUP BY l.happening, k.kind HAVING count(DISTINCT coalesce(k.low, -1) || '/' || coalesce(k.high, -1)) > 1
          ORDER BY reports DESC, l.happening LIMIT ?1
          """, arguments: [limit])
    }
  }

  /// The columns of a happening `l` (id, day, counts) that its event `e` of the report `r` stands for.
  private static let overview = """
    l.id AS happening, l.day AS reported, e.date AS date, e.type AS type, e.mode AS mode,
      \(names("actor")) AS actor, e.trigger AS trigger, \(names("recipient")) AS recipient,
      e.place AS place, e.status AS status, l.reports AS reports, l.origins AS origins, l.denials AS denials,
      \(roots("no-comment")) AS silent, \(voices("asserts")) AS asserted_by,
      \(voices("denies")) AS denied_by, \(voices("no-comment")) AS no_comment_from, \(sentence) AS words
    """

  /// The distinct origins of one stance behind the happening `l`.
  private static func roots(_ stance: String) -> String {
    """
    (SELECT count(DISTINCT o.root) FROM happening_events z CROSS JOIN origins o ON o.event = z.event
      CROSS JOIN events y ON y.id = z.event AND \(Ledger.isLive("y.report"))
      WHERE z.happening = l.id AND o.stance = '\(stance)')
    """
  }

  /// The names of those origins, at most seven; behind a body's name the code of its country in brackets.
  private static func voices(_ stance: String) -> String {
    """
    (SELECT group_concat(name, '; ') FROM (SELECT max(o.name) || coalesce(' [' || \(seat) || ']', '') AS name FROM happening_events z
      CROSS JOIN origins o ON o.event = z.event
      CROSS JOIN events y ON y.id = z.event AND \(Ledger.isLive("y.report")) WHERE z.happening = l.id AND o.stance = '\(stance)'
      GROUP BY o.root LIMIT 7))
    """
  }

  /// The country of the body behind the origin `o`: there is a foreign ministry in each.
  static let seat = """
    (SELECT c.country FROM actor_counts c WHERE c.identity = o.root AND c.kind = 'organisation' AND c.country <> ''
      ORDER BY c.reports DESC, c.country LIMIT 1)
    """

  /// The words of the sentence that carries the event `e` of the report `r`, at most 600 characters.
  static let sentence = """
    substr(r.text, 1 + json_extract(e.sentence_spans, '$[0][0]'),
      min(600, json_extract(e.sentence_spans, '$[0][1]') - json_extract(e.sentence_spans, '$[0][0]')))
    """

  /// Whether a report counts. The status stands behind the long record in its row, so that reading it for each of many
  /// reports is slow; those that do not count are few and have an index.
  static func live(_ r: String) -> String { isLive(r + ".id") }

  /// The same of a report's number.
  static func isLive(_ number: String) -> String {
    "\(number) NOT IN (SELECT id FROM reports WHERE status <> 'live')"
  }

  /// Who published the report `r`: its outlet, or the last part of its key.
  static let outlet = outlet(of: "r")

  /// The same of another report.
  static func outlet(of r: String) -> String {
    "coalesce(\(r).outlet, nullif(replace(\(r).key, rtrim(\(r).key, replace(\(r).key, '/', '')), ''), ''), \(r).key)"
  }
}
