internal import GRDB

/// Analysts' fields. Each act stands in the audit trail with its person and time; no engine overwrites one.
extension Ledger {
  /// Grades a subject anew.
  public func grade(_ subject: Subject, _ grade: Grade, by analyst: String) throws(LedgerError) {
    try act("grade", on: subject, by: analyst, detail: grade.description) { db, key in
      try db.execute(
        sql: """
          INSERT INTO grades (kind, subject, source, information, analyst, at) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT (kind, subject) DO UPDATE SET source = excluded.source, information = excluded.information,
            analyst = excluded.analyst, at = excluded.at
          """, arguments: [key.kind, key.key, grade.source, grade.information, analyst, now()])
    }
  }

  /// Puts a tag on a subject; one that is there stays as it is.
  public func tag(_ subject: Subject, _ tag: String, by analyst: String) throws(LedgerError) {
    try act("tag", on: subject, by: analyst, detail: tag) { db, key in
      try db.execute(
        sql: "INSERT OR IGNORE INTO tags (kind, subject, tag, analyst, at) VALUES (?, ?, ?, ?, ?)",
        arguments: [key.kind, key.key, tag, analyst, now()])
    }
  }

  /// Takes a tag off a subject.
  ///
  /// - Throws: `.unknownSubject` where it has none of that name.
  public func untag(_ subject: Subject, _ tag: String, by analyst: String) throws(LedgerError) {
    try act("untag", on: subject, by: analyst, detail: tag) { db, key in
      try db.execute(
        sql: "DELETE FROM tags WHERE kind = ? AND subject = ? AND tag = ?",
        arguments: [key.kind, key.key, tag])
      if db.changesCount == 0 {
        throw LedgerError(file: file, reason: .unknownSubject("tag '\(tag)' on \(key.words)"))
      }
    }
  }

  /// Adds a note to a subject; earlier notes stay.
  public func annotate(_ subject: Subject, _ note: String, by analyst: String) throws(LedgerError) {
    try act("note", on: subject, by: analyst, detail: note) { db, key in
      try insert(
        db, into: "notes",
        ["kind": key.kind, "subject": key.key, "text": note, "analyst": analyst, "at": now()])
    }
  }

  /// Says of an event that its coding is right, wrong, or otherwise; a field that was corrected before is corrected anew.
  public func correct(_ event: Subject, _ corrections: [Correction], by analyst: String) throws(LedgerError) {
    let detail = corrections.map { "\($0.field.rawValue)=\($0.value)" }.joined(separator: "; ")
    try act("correct", on: event, by: analyst, detail: detail) { db, key in
      try requireEvent(key)
      for correction in corrections {
        try db.execute(
          sql: """
            INSERT INTO corrections (event, field, value, was, analyst, at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (event, field) DO UPDATE SET value = excluded.value, analyst = excluded.analyst, at = excluded.at
            """,
          arguments: [
            key.key, correction.field.rawValue, correction.value, try coded(correction.field, key.key, db),
            analyst, now(),
          ])
      }
    }
  }

  /// Takes all corrections of an event back.
  public func withdrawCorrections(of event: Subject, by analyst: String) throws(LedgerError) {
    try act("withdraw", on: event, by: analyst, detail: nil) { db, key in
      try requireEvent(key)
      try db.execute(sql: "DELETE FROM corrections WHERE event = ?", arguments: [key.key])
    }
  }

  /// The analysts' fields of one subject, or all: kind, subject, what, value, was, analyst, at.
  ///
  /// A report's are its own and those of its events, a happening's its own and those of its events.
  public func marks(on subject: Subject? = nil) throws(LedgerError) -> Answer {
    try read { db in
      guard let subject else { return try Answer(db, sql: Ledger.marksSQL + " ORDER BY at, kind, subject") }
      let key = try key(of: subject, db)
      let within = """
        kind = 'event' AND (
          ?1 = 'report' AND subject IN (
            SELECT \(EventKey.sql) FROM reports r JOIN events e ON e.report = r.id WHERE r.stable_id = ?2)
          OR ?1 = 'happening' AND subject IN (
            SELECT \(EventKey.sql) FROM happening_events h JOIN events e ON e.id = h.event
            JOIN reports r ON r.id = e.report WHERE h.happening = CAST(?2 AS INTEGER)))
        """
      return try Answer(
        db,
        sql: Ledger.marksSQL
          + " WHERE (kind = ?1 AND subject = ?2) OR (\(within)) ORDER BY at, kind, subject",
        arguments: [key.kind, key.key])
    }
  }

  /// Who did what by hand or by command, the newest first.
  public func history(limit: Int = 100) throws(LedgerError) -> Answer {
    try read { db in
      try Answer(
        db, sql: "SELECT at, analyst, act, subject, detail FROM audit ORDER BY id DESC LIMIT ?",
        arguments: [limit])
    }
  }

  private static let marksSQL = "SELECT kind, subject, what, value, was, analyst, at FROM v_marks"

  /// One act of a person: the change and its line in the audit trail, or neither.
  private func act(
    _ act: String, on subject: Subject, by analyst: String, detail: String?,
    _ change: (Database, SubjectKey) throws -> Void
  ) throws(LedgerError) {
    try write { db in
      let key = try key(of: subject, db)
      try change(db, key)
      try audit(act, key.words, detail, by: analyst, db)
    }
  }

  /// A line in the audit trail.
  func audit(_ act: String, _ subject: String, _ detail: String?, by analyst: String?, _ db: Database) throws
  {
    try insert(
      db, into: "audit",
      ["at": now(), "act": act, "subject": subject, "detail": detail, "analyst": analyst])
  }

  private func requireEvent(_ key: SubjectKey) throws {
    if key.kind != "event" {
      throw LedgerError(file: file, reason: .unknownSubject("event that is a \(key.kind)"))
    }
  }

  /// What the engine read for a field.
  func coded(_ field: Correction.Field, _ key: String, _ db: Database) throws -> String? {
    let column =
      switch field {
      case .verdict: "NULL"
      case .type: "e.type"
      case .mode: "e.mode"
      case .date: "e.date"
      case .place: "e.place"
      case .country: "e.place_country"
      case .contexts: "(SELECT group_concat(value, '; ') FROM json_each(e.contexts))"
      case .status: "(SELECT group_concat(value, '; ') FROM json_each(e.status))"
      case .actor: Ledger.names("actor")
      case .recipient: Ledger.names("recipient")
      case .actorCountry: Ledger.countries("actor")
      case .recipientCountry: Ledger.countries("recipient")
      }
    guard let event = try EventKey.row(of: key, db) else { return nil }
    return try String.fetchOne(db, sql: "SELECT \(column) FROM events e WHERE e.id = ?", arguments: [event])
  }

  static func countries(_ role: String) -> String {
    """
    (SELECT group_concat(a.country, '; ') FROM participants p JOIN actors a ON a.id = p.actor
      WHERE p.event = e.id AND p.role = '\(role)')
    """
  }
}

/// Analysts' columns of an answer, as SQL of `e` (events) and `r` (reports).
enum MarkColumns {
  /// `event`, `correction`, `grade`, `tags`.
  static let event = """
    'e' || e.number AS event,
    (SELECT group_concat(c.field || '=' || c.value, '; ') FROM corrections c WHERE c.event = \(EventKey.sql)) AS correction,
    \(grade("event", EventKey.sql)) AS grade, \(tags("event", EventKey.sql)) AS tags
    """

  /// The grade of a subject; null where nobody gave one.
  static func grade(_ kind: String, _ subject: String) -> String {
    "(SELECT g.source || g.information FROM grades g WHERE g.kind = '\(kind)' AND g.subject = \(subject))"
  }

  /// The tags of a subject; null where it has none.
  static func tags(_ kind: String, _ subject: String) -> String {
    "(SELECT group_concat(t.tag, '; ') FROM tags t WHERE t.kind = '\(kind)' AND t.subject = \(subject))"
  }
}
