internal import GRDB

extension Ledger {
  /// Happenings that have an event which fits the filter: how many reports, how many origins; the most reported first.
  public func happenings(_ filter: Filter) throws(LedgerError) -> Answer {
    return try read { db in
      let fitted = try filter.fitted(db)
      let (fit, arguments) = try FilterPlan(filter, fitted, db, wanted: .largest(filter.limit)).happenings(
        fitted)
      return try Answer(
        db,
        sql: """
          WITH counted AS (
            SELECT c.happening AS id, c.day AS date, c.reports, c.origins, c.denials, c.first FROM \(fit)
            ORDER BY c.reports DESC, c.day DESC, c.happening LIMIT ?)
          SELECT c.id AS happening, c.date AS date, e.type AS type, \(Ledger.names("actor")) AS actor,
            e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, e.place AS place,
            c.reports AS reports, c.origins AS origins, c.denials AS denials,
            \(MarkColumns.grade("happening", "CAST(c.id AS TEXT)")) AS grade,
            \(MarkColumns.tags("happening", "CAST(c.id AS TEXT)")) AS tags
          FROM counted c CROSS JOIN events e ON e.id = c.first
          ORDER BY c.reports DESC, c.date DESC, c.id
          """, arguments: arguments + [filter.limit])
    }
  }

  /// The origins of one happening: each root once, with the reports that lead back to it and why.
  public func origins(of happening: Int64) throws(LedgerError) -> Answer {
    let happening = try require(happening)
    return try read { db in
      try Answer(
        db,
        sql: """
          SELECT o.stance AS stance, max(o.name) AS origin, count(DISTINCT e.report) AS reports,
            group_concat(DISTINCT r.key) AS members, group_concat(DISTINCT o.reason) AS reasons
          FROM happening_events h JOIN events e ON e.id = h.event JOIN origins o ON o.event = e.id
          JOIN reports r ON r.id = e.report
          WHERE h.happening = ? AND \(Ledger.live("r"))
          GROUP BY o.stance, o.root ORDER BY o.stance, reports DESC, origin
          """, arguments: [happening])
    }
  }

  /// The events of one happening side by side: each report's words, who says so, and why it belongs here.
  public func members(of happening: Int64) throws(LedgerError) -> Answer {
    let happening = try require(happening)
    return try read { db in
      try Answer(
        db,
        sql: """
          SELECT r.key AS report, r.day AS published, r.outlet AS outlet, e.type AS type, \(Ledger.names("actor")) AS actor,
            e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, e.status AS status, e.date AS date,
            (SELECT group_concat(o.name || ' ' || o.stance, '; ') FROM origins o WHERE o.event = e.id) AS says,
            (SELECT group_concat(k.kind || ' ' || coalesce(k.low, '') ||
              CASE WHEN k.high IS NOT k.low THEN '–' || coalesce(k.high, '') ELSE '' END, '; ')
              FROM casualties k WHERE k.event = e.id) AS toll,
            h.reason AS because, \(MarkColumns.event), \(MarkColumns.grade("report", "r.stable_id")) AS report_grade,
            \(MarkColumns.grade("outlet", "r.outlet")) AS outlet_grade
          FROM happening_events h JOIN events e ON e.id = h.event JOIN reports r ON r.id = e.report
          WHERE h.happening = ? AND \(Ledger.live("r")) ORDER BY r.published, e.id
          """, arguments: [happening])
    }
  }

  /// The happening of this number, or the one that it was joined to.
  private func require(_ happening: Int64) throws(LedgerError) -> Int64 {
    try read { db in try liveHappening(happening, db) }
  }
}
