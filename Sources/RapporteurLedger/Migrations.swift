internal import Foundation
internal import GRDB
import RapporteurCore

/// The steps that make the schema, one SQL file each, in the order of their names.
///
/// A step that was released is never edited: what comes later is a new file.
struct Migrations {
  private let steps: [(name: String, sql: String)]

  init(folder: ResourceFolder) throws {
    let path = folder.url.appendingPathComponent("Migrations").path
    steps = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".sql") }.sorted()
      .map { (String($0.dropLast(4)), try folder.text(of: "Migrations/\($0)")) }
  }

  /// Takes the steps that are missing, in one transaction: two programs that make one ledger at once don't meet halfway.
  func run(on database: DatabaseQueue, file: String) throws {
    if try database.read({ try missing(in: $0, file: file) }).isEmpty { return }
    try database.write { db in
      try db.execute(
        sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      for step in try missing(in: db, file: file) {
        try db.execute(sql: step.sql)
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [step.name])
      }
    }
  }

  /// The steps that a ledger lacks.
  ///
  /// - Throws: `.newer` where it knows a step that we don't.
  private func missing(in db: Database, file: String) throws -> [(name: String, sql: String)] {
    guard try db.tableExists("grdb_migrations") else { return steps }
    let applied = try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
    if let strange = applied.subtracting(steps.map(\.name)).min() {
      throw LedgerError(file: file, reason: .newer(strange))
    }
    return steps.filter { !applied.contains($0.name) }
  }
}
