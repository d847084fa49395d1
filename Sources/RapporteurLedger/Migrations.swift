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

  func run(on database: DatabaseQueue, file: String) throws {
    var migrator = DatabaseMigrator()
    for step in steps { migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) } }
    let applied = try database.read { try migrator.appliedIdentifiers($0) }
    if let strange = applied.first(where: { name in !steps.contains { $0.name == name } }) {
      throw LedgerError(file: file, reason: .newer(strange))
    }
    if applied.count < steps.count { try migrator.migrate(database) }
  }
}
