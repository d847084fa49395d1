internal import GRDB

extension Ledger {
  /// The actors whom a name, an identity or a country code means, the most reported first; accents need not be written.
  ///
  /// - Parameter after: Only what comes after this row: its `id` and `reports`.
  public func actors(meant by: String, after: Cursor? = nil, limit: Int) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["", "\(Int64.max)"]
    let plain = Identity.words(of: by)
    return try read { db in
      try Answer(
        db,
        sql: """
          WITH meant AS MATERIALIZED (
            SELECT identity FROM actor_counts WHERE identity = ?1 OR identity = 'state:' || upper(?1)
              OR name LIKE '%' || ?1 || '%' OR identity = 'person:' || ?6
              OR ?5 <> '' AND identity LIKE '%:%' || ?5 || '%'
            UNION SELECT (SELECT a.identity FROM actors a WHERE a.name = n.name AND a.identity IS NOT NULL LIMIT 1)
              FROM (SELECT name FROM names WHERE kind = 'actor' AND name LIKE '%' || ?1 || '%' LIMIT 200) n),
          \(Ledger.listed(where: "identity IN (SELECT identity FROM meant WHERE identity IS NOT NULL)"))
          ORDER BY identity = ?1 DESC, total DESC, identity LIMIT ?2)
          \(Ledger.actor) ORDER BY l.identity = ?1 DESC, l.total DESC, l.identity
          """, arguments: [by, limit, place[0], place[1], plain.joined(separator: " "), plain.last ?? ""])
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
}
