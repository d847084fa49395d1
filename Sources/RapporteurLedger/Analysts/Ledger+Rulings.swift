internal import GRDB

/// Splitting and joining happenings by hand. What a person decides binds every later report and every new coding.
extension Ledger {
  /// Takes events out of a happening and makes another of them.
  ///
  /// All events of both are held where they are from now on; later reports go to the one that they are more like, and
  /// copies of a report go where that was put.
  ///
  /// - Parameter subjects: Reports (all their events in the happening) or single events.
  /// - Returns: The number of the new happening.
  /// - Throws: `.refused` where nothing or everything would go, `.unknownHappening`, `.unknownSubject`.
  public func split(_ happening: Int64, taking subjects: [Subject], by analyst: String) throws(LedgerError)
    -> Int64
  {
    try write { db in
      let old = try liveHappening(happening, db)
      let all = try events(of: old, db)
      let taken = try subjects.reduce(into: Set<Int64>()) { $0.formUnion(try events(of: $1, in: old, db)) }
      if taken.isEmpty {
        throw LedgerError(file: file, reason: .refused("happening \(old): none of its events was named"))
      }
      if taken.count == all.count {
        throw LedgerError(
          file: file, reason: .refused("happening \(old): all of its events were named, nothing would stay"))
      }
      let new = try HappeningNumbers(db: db).next()
      for event in all { try rule(event, to: taken.contains(event) ? new : old, analyst, db) }
      try retrace(all, db)
      try audit(
        "split", "happening \(old)", "\(taken.count) of \(all.count) events to happening \(new)", by: analyst,
        db)
      return new
    }
  }

  /// Makes one happening of several: the events of `others`, and what analysts wrote about them, go to `target`.
  ///
  /// - Throws: `.unknownHappening`, `.refused` where a happening would be joined to itself.
  public func join(_ others: [Int64], into target: Int64, by analyst: String) throws(LedgerError) {
    try write { db in
      let target = try liveHappening(target, db)
      for other in others {
        let other = try liveHappening(other, db)
        if other == target {
          throw LedgerError(file: file, reason: .refused("happening \(other): is that one already"))
        }
        try join(other, into: target, analyst, db)
      }
      let all = try events(of: target, db)
      for event in all { try rule(event, to: target, analyst, db) }
      try retrace(all, db)
    }
  }

  private func join(_ other: Int64, into target: Int64, _ analyst: String, _ db: Database) throws {
    let moved = try events(of: other, db)
    try db.execute(
      sql: "UPDATE happening_events SET happening = ? WHERE happening = ?", arguments: [target, other])
    try db.execute(sql: "UPDATE rulings SET happening = ? WHERE happening = ?", arguments: [target, other])
    for table in ["grades", "tags", "notes"] {
      try db.execute(
        sql: "UPDATE OR IGNORE \(table) SET subject = ? WHERE kind = 'happening' AND subject = ?",
        arguments: [String(target), String(other)])
    }
    try db.execute(sql: "DELETE FROM happenings WHERE id = ?", arguments: [other])
    try insert(
      db, into: "joins", ["happening": other, "target": target, "analyst": analyst, "at": now()])
    try audit("join", "happening \(other)", "\(moved.count) events to happening \(target)", by: analyst, db)
  }

  private func rule(_ event: Int64, to happening: Int64, _ analyst: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO rulings (event, happening, analyst, at) VALUES (?, ?, ?, ?)",
      arguments: [try EventKey.key(of: event, db), happening, analyst, now()])
    if let ruling = try Ruling(on: event, db) {
      try db.execute(
        sql:
          "UPDATE happening_events SET happening = ?1, reason = CASE WHEN happening = ?1 THEN reason ELSE ?2 END WHERE event = ?3",
        arguments: [happening, ruling.reason, event])
    }
  }

  /// Traces the origins anew of the reports that events stand in: whether a cited outlet tells the same, and so is the origin,
  /// hangs on which events are one happening.
  private func retrace(_ events: [Int64], _ db: Database) throws {
    let reports = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT report FROM events WHERE id IN (\(Filter.list(events))) ORDER BY report")
    for report in reports { try OriginTracer(db: db).trace(report: report) }
  }

  private func events(of happening: Int64, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT event FROM happening_events WHERE happening = ? ORDER BY event", arguments: [happening]
    )
  }

  /// The events of a happening that a subject names.
  private func events(of subject: Subject, in happening: Int64, _ db: Database) throws -> Set<Int64> {
    let key = try key(of: subject, db)
    let fits = key.kind == "report" ? "r.stable_id = ?2" : "\(EventKey.sql) = ?2"
    return try Set(
      Int64.fetchAll(
        db,
        sql: """
          SELECT h.event FROM happening_events h JOIN events e ON e.id = h.event JOIN reports r ON r.id = e.report
          WHERE h.happening = ?1 AND \(fits)
          """, arguments: [happening, key.key]))
  }
}
