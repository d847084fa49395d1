internal import GRDB

extension Ledger {
  /// Happenings that somebody asserts and somebody denies or will not comment on; the most reported first.
  ///
  /// The columns are those of `newest`.
  public func contested(limit: Int) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db,
        sql: """
          WITH answered AS (
            SELECT DISTINCT h.happening AS id FROM origins o JOIN happening_events h ON h.event = o.event
            WHERE o.stance = 'denies'),
          l AS (
            SELECT h.happening AS id, max(r.day) AS day, count(DISTINCT e.report) AS reports, min(e.id) AS first
            FROM answered a JOIN happening_events h ON h.happening = a.id JOIN events e ON e.id = h.event
            JOIN reports r ON r.id = e.report AND r.status = 'live'
            WHERE EXISTS (SELECT 1 FROM happening_events z JOIN origins o ON o.event = z.event
              WHERE z.happening = h.happening AND o.stance = 'asserts')
            GROUP BY h.happening ORDER BY reports DESC, day DESC, id LIMIT ?)
          SELECT \(Ledger.overview)
          FROM l JOIN events e ON e.id = l.first JOIN reports r ON r.id = e.report
          ORDER BY l.reports DESC, l.day DESC, l.id
          """, arguments: [limit])
    }
  }
}
