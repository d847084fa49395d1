internal import GRDB

extension Ledger {
  /// Events that fit, the newest first, with what a page needs to lead on.
  public func events(_ filter: Filter, after: Int = 0) throws(LedgerError) -> Answer {
    let (conditions, arguments) = filter.conditions
    return try search(filter) { db in
      try Answer(
        db,
        sql: """
          SELECT coalesce(e.date, r.day) AS date, e.type AS type, e.mode AS mode, \(Ledger.names("actor")) AS actor,
            e.trigger AS trigger, \(Ledger.names("recipient")) AS recipient, e.status AS status, e.place AS place,
            coalesce(r.outlet, r.key) AS outlet, r.stable_id AS report, 'e' || e.number AS event,
            h.happening AS happening, r.published AS published, \(Ledger.sentence) AS words
          FROM events e JOIN reports r ON r.id = e.report LEFT JOIN happening_events h ON h.event = e.id
          WHERE \(conditions) ORDER BY coalesce(e.date, r.day) DESC, e.id DESC LIMIT ? OFFSET ?
          """, arguments: arguments + [filter.limit, after])
    }
  }

  /// How many of the events that fit have which value: `facet`, `value`, `events`.
  public func facets(_ filter: Filter) throws(LedgerError) -> Answer {
    let (conditions, arguments) = filter.conditions
    let columns = [
      ("type", "e.type"), ("country", "e.place_country"), ("outlet", "r.outlet"), ("status", "s.value"),
    ]
    return try search(filter) { db in
      try Answer(
        db,
        sql: """
          WITH fit AS MATERIALIZED (
            SELECT e.id, e.type, e.place_country, e.status, r.outlet FROM events e JOIN reports r ON r.id = e.report
            WHERE \(conditions) LIMIT 20000)
          """
            + columns.map { facet, column in
              """
              SELECT * FROM (SELECT '\(facet)' AS facet, \(column) AS value, count(DISTINCT e.id) AS events
              FROM fit e JOIN fit r ON r.id = e.id \(facet == "status" ? ", json_each(e.status) s" : "")
              WHERE \(column) IS NOT NULL GROUP BY value ORDER BY events DESC, value LIMIT 8)
              """
            }.joined(separator: " UNION ALL "), arguments: arguments)
    }
  }

  /// Where the events that fit took place: name, country, degrees, number of events and happenings.
  public func places(_ filter: Filter) throws(LedgerError) -> Answer {
    let (conditions, arguments) = filter.conditions
    return try search(filter) { db in
      try Answer(
        db,
        sql: """
          SELECT e.place AS place, e.place_country AS country, e.lat AS lat, e.lon AS lon, count(*) AS events,
            count(DISTINCT h.happening) AS happenings, sum(e.quad <= 2) AS cooperation, sum(e.quad > 2) AS conflict
          FROM events e JOIN reports r ON r.id = e.report LEFT JOIN happening_events h ON h.event = e.id
          WHERE e.lat IS NOT NULL AND \(conditions)
          GROUP BY e.place, e.place_country, e.lat, e.lon ORDER BY events DESC, place LIMIT ?
          """, arguments: arguments + [filter.limit])
    }
  }

  /// Runs a query that holds a user's search words; what SQLite cannot understand in them is said in words.
  private func search(_ filter: Filter, _ body: (Database) throws -> Answer) throws(LedgerError) -> Answer {
    do { return try database.read(body) } catch let error as DatabaseError
      where filter.words != nil && error.resultCode == .SQLITE_ERROR
    {
      throw LedgerError(file: file, reason: .badQuery(error.message ?? "\(error)"))
    } catch { throw LedgerError(error, file: file) }
  }
}
