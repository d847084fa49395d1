internal import GRDB

extension Counts {
  /// Counts anew what two countries had with each other in the weeks that a transaction touched.
  func countWeeks() throws {
    let stale = try Row.fetchAll(db.cachedStatement(sql: "SELECT week, a, b FROM stale_weeks"))
    if stale.isEmpty { return }
    for row in stale { try count(week: row[0], between: row[1], and: row[2]) }
    try db.execute(sql: "DELETE FROM stale_weeks")
  }

  private func count(week: String, between a: String, and b: String) throws {
    let tally = try WeekTally(week: week, between: a, and: b, db)
    try db.cachedStatement(sql: "DELETE FROM pair_weeks WHERE week = ? AND a = ? AND b = ?")
      .execute(arguments: [week, a, b])
    if tally.isEmpty { return }
    try db.cachedStatement(
      sql: "INSERT INTO pair_weeks (week, a, b, cooperation, conflict) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [week, a, b, tally.cooperation, tally.conflict])
  }
}

/// The roots that assert what two countries did to each other in one week, each once a side.
struct WeekTally {
  private var roots: (warm: Set<String>, cold: Set<String>) = ([], [])

  /// - Parameter week: Its Monday, YYYY-MM-DD.
  init(week: String, between a: String, and b: String, _ db: Database) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT quad, roots FROM pairs WHERE source = ?1 AND target = ?2
            AND day BETWEEN ?3 AND date(?3, '+6 days') AND date(day) = day
          UNION ALL SELECT quad, roots FROM pairs WHERE source = ?2 AND target = ?1
            AND day BETWEEN ?3 AND date(?3, '+6 days') AND date(day) = day
          """), arguments: [a, b, week])
    while let row = try rows.next() {
      let (quad, lines): (Int, String) = (row[0], row[1])
      if quad <= 2 {
        roots.warm.formUnion(Roots.parted(lines))
      } else {
        roots.cold.formUnion(Roots.parted(lines))
      }
    }
  }

  var cooperation: Int { roots.warm.count }
  var conflict: Int { roots.cold.count }
  /// Whether nobody asserts anything, as where all is denied.
  var isEmpty: Bool { cooperation + conflict == 0 }
}

extension Ledger {
  /// The weeks of two countries whose counts are not those of their events.
  func miscountedWeeks(_ db: Database) throws -> [Fault] {
    let weeks = try Row.fetchAll(
      db,
      sql: """
        SELECT week, a, b, 0, 0 FROM (
          SELECT DISTINCT date(day, 'weekday 0', '-6 days') AS week, min(source, target) AS a, max(source, target) AS b
          FROM pairs WHERE source <> target AND date(day) = day) x
        WHERE NOT EXISTS (SELECT 1 FROM pair_weeks w WHERE w.week = x.week AND w.a = x.a AND w.b = x.b)
        UNION ALL SELECT week, a, b, cooperation, conflict FROM pair_weeks
        """)
    let wrong = try weeks.filter { row in
      let tally = try WeekTally(week: row[0], between: row[1], and: row[2], db)
      return tally.cooperation != row[3] as Int || tally.conflict != row[4] as Int
    }
    return wrong.prefix(100).map { row in
      Fault(
        description:
          "a week with other counts: \(row[1] as String) and \(row[2] as String), \(row[0] as String)")
    }
  }
}
