internal import GRDB

extension Ledger {
  /// Removes a report for good, with all that was read of it; the act stays in the audit trail.
  ///
  /// - Throws: `.unknownReport`.
  public func forget(_ key: String) throws(LedgerError) {
    try write { db in
      guard
        let report = try Int64.fetchOne(
          db, sql: "SELECT id FROM reports WHERE key = ?1 OR stable_id = ?1 ORDER BY id DESC",
          arguments: [key])
      else { throw LedgerError(file: file, reason: .unknownReport(key)) }
      try removeMarks(of: report, db)
      let tracer = OriginTracer(db: db)
      let copies = try tracer.leading(to: report)
      let happenings = try Int64.fetchAll(
        db,
        sql: "SELECT h.happening FROM happening_events h JOIN events e ON e.id = h.event WHERE e.report = ?",
        arguments: [report])
      try db.execute(sql: "DELETE FROM reports WHERE id = ?", arguments: [report])
      try removeEmpty(happenings, db)
      for copy in copies { try tracer.trace(report: copy) }
      try insert(db, into: "audit", ["at": now(), "act": "forget", "subject": key])
    }
  }

  /// Hides a report that its publisher killed, and the reports that copy it; nothing is removed.
  ///
  /// - Throws: `.unknownReport`.
  public func kill(_ key: String, because reason: String) throws(LedgerError) {
    try write { db in
      let reports = try Int64.fetchAll(
        db, sql: "SELECT id FROM reports WHERE key = ?1 OR stable_id = ?1", arguments: [key])
      if reports.isEmpty { throw LedgerError(file: file, reason: .unknownReport(key)) }
      for report in reports {
        for hidden in [report] + (try OriginTracer(db: db).leading(to: report)) {
          try db.execute(sql: "UPDATE reports SET status = 'killed' WHERE id = ?", arguments: [hidden])
          try insert(
            db, into: "audit",
            ["at": now(), "act": "kill", "subject": "report \(hidden)", "detail": reason])
        }
      }
    }
  }

  /// What analysts wrote about a report and its events goes with it; that they acted stays in the audit trail.
  private func removeMarks(of report: Int64, _ db: Database) throws {
    guard
      let id = try String.fetchOne(db, sql: "SELECT stable_id FROM reports WHERE id = ?", arguments: [report])
    else { return }
    let fits =
      "(kind = 'report' AND subject = ?1 OR kind = 'event' AND substr(subject, 1, length(?1) + 1) = ?1 || '@')"
    for table in ["grades", "tags", "notes"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE \(fits)", arguments: [id])
    }
    for table in ["corrections", "rulings"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE substr(event, 1, length(?1) + 1) = ?1 || '@'", arguments: [id])
    }
    try db.execute(
      sql: """
        UPDATE audit SET detail = NULL
        WHERE subject = 'report ' || ?1 OR substr(subject, 1, length(?1) + 7) = 'event ' || ?1 || '@'
        """, arguments: [id])
  }

  private func removeEmpty(_ happenings: [Int64], _ db: Database) throws {
    for happening in Set(happenings) {
      try db.execute(
        sql: """
          DELETE FROM happenings WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM happening_events WHERE happening = ?1)
          """, arguments: [happening])
    }
  }
}
