internal import GRDB

/// What an analyst's field is about.
public enum Subject: Sendable, Hashable {
  /// A report, by its key or id.
  case report(String)
  /// The event `e3` of a report.
  case event(report: String, number: Int)
  /// An event by its key, `ID@47-53`: the report's id and the place of the trigger.
  case eventKey(String)
  /// A happening, by its number.
  case happening(Int64)
  /// Whoever a name means in the reports.
  case actor(String)
  /// An outlet, by its name.
  case outlet(String)
}

/// A subject as the tables name it: stable over a new coding of the reports.
struct SubjectKey: Hashable {
  let kind: String
  let key: String

  /// The audit trail's name of it: `event ID@47-53`.
  var words: String { "\(kind) \(key)" }
}

extension Ledger {
  /// The key of a subject that must be in the ledger.
  ///
  /// - Throws: `LedgerError` with `.unknownReport`, `.unknownHappening` or `.unknownSubject`.
  func key(of subject: Subject, _ db: Database) throws -> SubjectKey {
    switch subject {
    case .report(let key): return SubjectKey(kind: "report", key: try stableID(of: key, db))
    case .event(let report, let number):
      let id = try stableID(of: report, db)
      let anchor = try String.fetchOne(
        db,
        sql:
          "SELECT e.anchor FROM events e JOIN reports r ON r.id = e.report WHERE r.stable_id = ? AND e.number = ?",
        arguments: [id, number])
      guard let anchor else { throw unknown("event e\(number) in \(report)") }
      return SubjectKey(kind: "event", key: "\(id)@\(anchor)")
    case .eventKey(let key):
      guard try EventKey.row(of: key, db) != nil else { throw unknown("event \(key)") }
      return SubjectKey(kind: "event", key: key)
    case .happening(let number):
      return SubjectKey(kind: "happening", key: String(try liveHappening(number, db)))
    case .actor(let name):
      return try named("actor", name, "SELECT name FROM actors WHERE name = ? COLLATE NOCASE LIMIT 1", db)
    case .outlet(let name):
      return try named(
        "outlet", name, "SELECT outlet FROM reports WHERE outlet = ? COLLATE NOCASE LIMIT 1", db)
    }
  }

  /// The newest report of a key.
  func stableID(of key: String, _ db: Database) throws -> String {
    let id = try String.fetchOne(
      db, sql: "SELECT stable_id FROM reports WHERE key = ?1 OR stable_id = ?1 ORDER BY id DESC",
      arguments: [key])
    guard let id else { throw LedgerError(file: file, reason: .unknownReport(key)) }
    return id
  }

  /// The happening of a number, or the one that it was joined to.
  func liveHappening(_ number: Int64, _ db: Database) throws -> Int64 {
    let live = try Int64.fetchOne(
      db,
      sql: """
        WITH RECURSIVE way (id) AS (
          SELECT ?1 UNION SELECT j.target FROM joins j JOIN way w ON j.happening = w.id)
        SELECT w.id FROM way w JOIN happenings h ON h.id = w.id LIMIT 1
        """, arguments: [number])
    guard let live else { throw LedgerError(file: file, reason: .unknownHappening("\(number)")) }
    return live
  }

  private func named(_ kind: String, _ name: String, _ sql: String, _ db: Database) throws -> SubjectKey {
    guard let found = try String.fetchOne(db, sql: sql, arguments: [name]) else {
      throw unknown("\(kind) called '\(name)'")
    }
    return SubjectKey(kind: kind, key: found)
  }

  private func unknown(_ what: String) -> LedgerError {
    LedgerError(file: file, reason: .unknownSubject(what))
  }
}

/// An event's key, `ID@47-53`: it stays while the report's text and the event's trigger stay.
enum EventKey {
  /// The key as SQL, of `e` (events) and `r` (reports).
  static let sql = "r.stable_id || '@' || e.anchor"

  /// The row of the event that a key means now.
  static func row(of key: String, _ db: Database) throws -> Int64? {
    guard let mark = key.lastIndex(of: "@") else { return nil }
    return try Int64.fetchOne(
      db,
      sql:
        "SELECT e.id FROM events e JOIN reports r ON r.id = e.report WHERE r.stable_id = ? AND e.anchor = ?",
      arguments: [String(key[..<mark]), String(key[key.index(after: mark)...])])
  }

  /// The key of an event's row.
  static func key(of event: Int64, _ db: Database) throws -> String {
    try String.fetchOne(
      db, sql: "SELECT \(sql) FROM events e JOIN reports r ON r.id = e.report WHERE e.id = ?",
      arguments: [event]) ?? ""
  }
}
