internal import GRDB

/// What a person said of an event: that it belongs to this happening. It binds every later coding.
struct Ruling {
  let number: Int64
  let analyst: String
  let at: String

  /// The ruling on an event, or nil.
  init?(on event: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT g.happening, g.analyst, g.at FROM events e JOIN reports r ON r.id = e.report
          JOIN rulings g ON g.event = \(EventKey.sql) WHERE e.id = ?
          """), arguments: [event])
    guard let row else { return nil }
    (number, analyst, at) = (row["happening"], row["analyst"], row["at"])
  }

  /// Why the event stands where it stands.
  var reason: String { "placed here by \(analyst), \(at.prefix(10))" }

  /// The happening, made anew where its last event had gone.
  func happening(_ db: Database) throws -> Int64 {
    try db.execute(sql: "INSERT OR IGNORE INTO happenings (id) VALUES (?)", arguments: [number])
    return number
  }
}

/// The numbers of happenings: none is given twice, so that what hangs on one never comes to hang on another.
struct HappeningNumbers {
  let db: Database

  /// A new happening.
  func next() throws -> Int64 {
    try db.cachedStatement(sql: "UPDATE happening_numbers SET last = last + 1").execute()
    let number = try Int64.fetchOne(db.cachedStatement(sql: "SELECT last FROM happening_numbers")) ?? 1
    try db.cachedStatement(sql: "INSERT INTO happenings (id) VALUES (?)").execute(arguments: [number])
    return number
  }

  /// Whether a happening is there and no event is left in it.
  func isEmpty(_ happening: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM happenings WHERE id = ?1)
          AND NOT EXISTS (SELECT 1 FROM happening_events WHERE happening = ?1)
        """, arguments: [happening]) ?? false
  }

  /// Whether it is empty, and a grade, a tag or a note hangs on it.
  func isEmptyAndMarked(_ happening: Int64) throws -> Bool {
    guard try isEmpty(happening) else { return false }
    return try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM v_marks WHERE kind = 'happening' AND subject = CAST(?1 AS TEXT))",
      arguments: [happening]) ?? false
  }
}
