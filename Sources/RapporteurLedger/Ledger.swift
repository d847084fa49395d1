internal import Foundation
internal import GRDB
import RapporteurCore

/// The record of all reports in one SQLite file.
///
/// WAL, foreign keys, full synchronisation; one transaction a report, so that what was acknowledged survives a power
/// cut. Everything else reads.
public struct Ledger: Sendable {
  /// How a ledger is opened.
  public enum Access: Sendable {
    /// Made where there is none.
    case write
    /// An error where there is none.
    case read
  }

  /// The path, for messages.
  public let file: String
  let database: any DatabaseWriter
  let now: @Sendable () -> String

  /// SQLite's mark of whose file it is: "RAPP".
  static let applicationID = 0x5241_5050

  /// Opens a ledger and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - file: The path of the SQLite file.
  ///   - access: Whether it may be made and written.
  ///   - readers: How many questions are answered at once; each has a cache of up to 64 MB.
  ///   - now: The time as ISO 8601, for `entered_at` and the audit trail.
  /// - Throws: `LedgerError`.
  public init(
    file: String, access: Access, readers: Int = 1,
    now: @escaping @Sendable () -> String = Ledger.systemTime
  ) throws(LedgerError) {
    self.file = file
    self.now = now
    try Ledger.refuseUnusable(file, access)
    do {
      let queue = try DatabaseQueue(path: file, configuration: Ledger.configuration())
      try queue.read { try Ledger.refuseForeign($0, file: file) }
      try queue.inDatabase(Ledger.claim)
      try Migrations(folder: ResourceFolder(module: "RapporteurLedger")).run(on: queue, file: file)
      if try queue.read(Counts.isDue) { try queue.write { try Counts(db: $0).refresh() } }
      database =
        readers > 1 ? try DatabasePool(path: file, configuration: Ledger.configuration(readers)) : queue
    } catch { throw LedgerError(error, file: file) }
  }

  /// A folder is no file, and no folder is made for a ledger.
  private static func refuseUnusable(_ file: String, _ access: Access) throws(LedgerError) {
    func isFolder(_ path: String) -> Bool? {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
    }
    let found = isFolder(file)
    if found == true { throw LedgerError(file: file, reason: .folder) }
    if found == nil && access == .read { throw LedgerError(file: file, reason: .missing) }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    if isFolder(folder) != true { throw LedgerError(file: file, reason: .noSuchFolder) }
  }

  /// The clock of the machine, UTC.
  public static let systemTime: @Sendable () -> String = { Date().ISO8601Format() }

  private static func configuration(_ readers: Int = 1) -> Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = readers
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// A file with tables that are not ours is somebody else's.
  private static func refuseForeign(_ db: Database, file: String) throws {
    let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables > 0 && mark != applicationID { throw LedgerError(file: file, reason: .foreign) }
  }

  /// Puts our mark on a new file, before anything else is in it, and asks for write-ahead logging.
  private static func claim(_ db: Database) throws {
    if try Int.fetchOne(db, sql: "PRAGMA application_id") != applicationID {
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try logAhead(db)
  }

  /// How long a program waits for others that open the same ledger, in seconds.
  private static let patience = 15.0

  /// Asks for write-ahead logging.
  ///
  /// The switch needs the file for itself alone, and SQLite refuses it at once where another program looks at the file,
  /// without its usual wait: so the wait is here. Where the other one made the switch meanwhile, nothing is left to do.
  private static func logAhead(_ db: Database) throws {
    let deadline = Date(timeIntervalSinceNow: patience)
    while try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
      do { try db.execute(sql: "PRAGMA journal_mode = WAL") } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && Date() < deadline
      { Thread.sleep(forTimeInterval: 0.01) }
    }
  }

  /// Runs a query, with SQLite's complaints in words.
  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do { return try database.read(body) } catch { throw LedgerError(error, file: file) }
  }

  /// Runs one transaction: all of it, or nothing; the counts follow.
  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do {
      return try database.write { db in
        let value = try body(db)
        try Counts(db: db).refresh()
        return value
      }
    } catch { throw LedgerError(error, file: file) }
  }
}
