internal import Foundation
internal import GRDB
import RapporteurCore

/// Copies of a ledger: a backup while it is written, and one to hand on that holds no report's text.
extension Ledger {
  /// Copies the whole ledger to a new file, as it stands at one moment, also while another program writes to it.
  ///
  /// The copy appears under its name only when it is complete and sound.
  ///
  /// - Throws: `.refused` where the file is there already.
  public func backup(to copy: String) throws(LedgerError) {
    try copied(to: copy) { _ in }
  }

  /// Copies the ledger without the reports' texts.
  ///
  /// Gone are `reports.text`, the text in the records, the words of the index and the keys that tell copies. Titles,
  /// names, trigger lemmas, spans and analysts' fields stay. `check` holds spans against the length that the text had;
  /// nothing can be ingested into such a ledger or read anew.
  ///
  /// - Throws: `.refused` where the file is there already.
  public func handOn(to copy: String) throws(LedgerError) {
    try copied(to: copy) { queue in
      try queue.write { db in
        try db.execute(sql: "INSERT INTO reports_words (reports_words) VALUES ('delete-all')")
        try db.execute(
          sql: """
            UPDATE reports SET length = length(text), text = '', record = json_set(record, '$.report.text', '')
            WHERE length IS NULL
            """)
        try db.execute(sql: "DELETE FROM postings")
        try db.execute(sql: "INSERT INTO reports_words (reports_words) VALUES ('rebuild')")
        try insert(
          db, into: "audit", ["at": now(), "act": "hand-on", "subject": "ledger", "detail": "without texts"])
      }
      // What was deleted must not linger in free pages.
      try queue.vacuum()
    }
  }

  /// Makes the copy under another name, changes it, verifies it, and gives it its name.
  private func copied(to copy: String, _ change: (DatabaseQueue) throws -> Void) throws(LedgerError) {
    let files = FileManager.default
    if files.fileExists(atPath: copy) {
      throw LedgerError(
        file: copy, reason: .refused("is there already and was left as it is; name another file"))
    }
    let part = copy + ".part"
    do {
      try Ledger.remove(part)
      try fill(part, change)
      try files.moveItem(atPath: part, toPath: copy)
    } catch {
      // The first trouble is the one to tell; a part that is left harms nobody.
      try? Ledger.remove(part)
      throw LedgerError(error, file: copy)
    }
  }

  private func fill(_ part: String, _ change: (DatabaseQueue) throws -> Void) throws {
    let queue = try DatabaseQueue(path: part)
    try database.backup(to: queue)
    try change(queue)
    // A single file, without a log beside it.
    try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    let verdict = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
    if verdict != ["ok"] { throw LedgerError(file: part, reason: .damaged(verdict.joined(separator: "; "))) }
    try queue.close()
  }

  private static func remove(_ part: String) throws {
    for file in [part, part + "-wal", part + "-shm", part + "-journal"]
    where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
  }
}
