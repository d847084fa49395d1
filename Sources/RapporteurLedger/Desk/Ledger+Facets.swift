internal import GRDB

extension Ledger {
  /// Of how many of the newest events that fit facets and map tell.
  ///
  /// Where a rare condition leads to the events, all of them are looked at anyway; where all conditions are common, the
  /// events are walked through from the newest on, which would take long.
  public static let told = (led: 5_000, walked: (facets: 250, map: 2_000))

  /// Events that fit, the newest first, with what a page needs to lead on; `day` and `row` are what a cursor names.
  public func events(_ filter: Filter, after: Cursor? = nil) throws(LedgerError) -> Answer {
    try search(filter) { db in
      let fit = try filter.fitted(db)
      let plan = try FilterPlan(filter, fit, db)
      return try events(newest(filter.limit, fit, plan, after: after, db), db)
    }
  }

  /// The first events that fit, as `events` gives them, and how many of the newest that fit have which value: `facet`,
  /// `value`, `events`, of which the first row, `all`, says how many events this tells of. One search finds both.
  public func eventsAndFacets(_ filter: Filter) throws(LedgerError) -> (events: Answer, facets: Answer) {
    try search(filter) { db in
      let fit = try filter.fitted(db)
      let plan = try FilterPlan(filter, fit, db, wanted: .newest(Ledger.told.walked.facets))
      let most = max(filter.limit, plan.told(Ledger.told.walked.facets))
      let found = try newest(most, fit, plan, after: nil, db)
      return (
        try events(Array(found.prefix(filter.limit)), db),
        try facets(Array(found.prefix(plan.told(Ledger.told.walked.facets))), db)
      )
    }
  }

  /// How many of the newest events that fit have which value; the columns are those of `eventsAndFacets`.
  public func facets(_ filter: Filter) throws(LedgerError) -> Answer {
    try search(filter) { db in
      let fit = try filter.fitted(db)
      let plan = try FilterPlan(filter, fit, db, wanted: .newest(Ledger.told.walked.facets))
      return try facets(newest(plan.told(Ledger.told.walked.facets), fit, plan, after: nil, db), db)
    }
  }

  /// The newest events that fit, the newest first.
  private func newest(_ most: Int, _ fit: FilterFit, _ plan: FilterPlan, after: Cursor?, _ db: Database)
    throws -> [Int64]
  {
    let (events, leading) = plan.events
    let place = after?.parts ?? []
    let later = after == nil ? "" : " AND e.day <= ? AND (e.day < ? OR e.id > CAST(? AS INTEGER))"
    return try Int64.fetchAll(
      db,
      sql: "SELECT e.id FROM \(events) WHERE \(fit.sql)\(later) ORDER BY \(plan.newestFirst) LIMIT \(most)",
      arguments: leading + fit.arguments
        + StatementArguments(place.isEmpty ? [] : [place[0], place[0], place[1]]))
  }

  private func events(_ found: [Int64], _ db: Database) throws -> Answer {
    try Answer(
      db,
      sql: """
        SELECT e.day AS date, e.type AS type, e.mode AS mode, \(Ledger.names("actor")) AS actor,
          e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, e.status AS status, e.place AS place,
          \(Ledger.outlet) AS outlet, r.stable_id AS report, 'e' || e.number AS event,
          h.happening AS happening, r.published AS published, \(Ledger.sentence) AS words,
          (SELECT c.value FROM corrections c WHERE c.event = \(EventKey.sql) AND c.field = 'verdict') AS verdict,
          (SELECT group_concat(c.field || '=' || c.value, '; ') FROM corrections c
            WHERE c.event = \(EventKey.sql) AND c.field <> 'verdict') AS recoded,
          e.day AS day, e.id AS "row"
        FROM json_each(?) fit CROSS JOIN events e ON e.id = fit.value CROSS JOIN reports r ON r.id = e.report
        LEFT JOIN happening_events h ON h.event = e.id ORDER BY e.day DESC, e.id
        """, arguments: ["[\(Filter.list(found))]"])
  }

  private func facets(_ found: [Int64], _ db: Database) throws -> Answer {
    let columns = [
      ("type", "e.type"), ("country", "e.place_country"), ("outlet", "e.outlet"), ("status", "s.value"),
    ]
    return try Answer(
      db,
      sql: """
        WITH fit AS MATERIALIZED (
          SELECT e.id, e.type, e.place_country, e.status, r.outlet FROM json_each(?) found
          CROSS JOIN events e ON e.id = found.value CROSS JOIN \(Ledger.reportFacts) ON r.id = e.report)
        SELECT 'all' AS facet, NULL AS value, count(*) AS events FROM fit UNION ALL

        """
          + columns.map { facet, column in
            """
            SELECT * FROM (SELECT '\(facet)' AS facet, \(column) AS value, count(*) AS events
            FROM fit e \(facet == "status" ? ", json_each(e.status) s WHERE e.status <> '[]' AND" : "WHERE")
            \(column) IS NOT NULL GROUP BY value ORDER BY events DESC, value LIMIT 8)
            """
          }.joined(separator: " UNION ALL "), arguments: ["[\(Filter.list(found))]"])
  }

  /// Where the newest events that fit took place: name, country, degrees, number of events and happenings.
  public func places(_ filter: Filter) throws(LedgerError) -> Answer {
    return try search(filter) { db in
      let fit = try filter.fitted(db)
      let plan = try FilterPlan(filter, fit, db, wanted: .newest(Ledger.told.walked.map))
      let ((events, leading), most) = (plan.events, plan.told(Ledger.told.walked.map))
      return try Answer(
        db,
        sql: """
          WITH fit AS MATERIALIZED (
            SELECT e.id, e.place, e.place_country, e.lat, e.lon, e.quad FROM \(events)
            WHERE \(fit.sql) AND e.lat IS NOT NULL ORDER BY \(plan.newestFirst) LIMIT \(most))
          SELECT e.place AS place, e.place_country AS country, e.lat AS lat, e.lon AS lon, count(*) AS events,
            count(DISTINCT h.happening) AS happenings, sum(e.quad <= 2) AS cooperation, sum(e.quad > 2) AS conflict
          FROM fit e LEFT JOIN happening_events h ON h.event = e.id
          GROUP BY e.place, e.place_country, e.lat, e.lon ORDER BY events DESC, place LIMIT ?
          """, arguments: leading + fit.arguments + [filter.limit])
    }
  }

  /// Runs a query that holds a user's search words; what SQLite cannot understand in them is said in words.
  private func search<Found>(_ filter: Filter, _ body: (Database) throws -> Found) throws(LedgerError)
    -> Found
  {
    do { return try database.read(body) } catch let error as DatabaseError
      where filter.words != nil && error.resultCode == .SQLITE_ERROR
    {
      throw LedgerError(file: file, reason: .badQuery(error.message ?? "\(error)"))
    } catch { throw LedgerError(error, file: file) }
  }
}

extension FilterPlan {
  /// Of how many events facets and map tell: all that a condition leads to, or the first ones on a walk.
  fileprivate func told(_ walked: Int) -> Int { isLed ? Ledger.told.led : walked }
}
