internal import GRDB

/// A search that somebody keeps by name.
public struct SavedSearch: Sendable, Equatable {
  /// Its number, which no other search ever gets.
  public let number: Int64
  /// What it is called.
  public let name: String
  /// Its conditions as in an address: `q=meeting&type=CONSULT`.
  public let conditions: String
}

extension Ledger {
  /// How many searches are kept at most.
  public static let mostSearches = 100

  /// Keeps a search by a name.
  ///
  /// - Returns: Its number.
  /// - Throws: `.refused` where the name is taken, in capitals or not, or too many are kept.
  public func save(search conditions: String, as name: String, by analyst: String) throws(LedgerError)
    -> Int64
  {
    try write { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM searches") ?? 0
      if count >= Ledger.mostSearches {
        throw LedgerError(
          file: file, reason: .refused("\(count) searches are kept, which is the most; delete one first"))
      }
      if try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM searches WHERE name = ?)", arguments: [name])
        == true
      {
        throw LedgerError(
          file: file, reason: .refused("a search named '\(name)' is kept; delete it, or take another name"))
      }
      try insert(
        db, into: "searches", ["name": name, "conditions": conditions, "analyst": analyst, "at": now()])
      let number = db.lastInsertedRowID
      try audit("save", "search \(number)", "\(name): \(conditions)", by: analyst, db)
      return number
    }
  }

  /// Keeps a search no longer.
  ///
  /// - Throws: `.unknownSubject` where there is none of this number.
  public func delete(search number: Int64, by analyst: String) throws(LedgerError) {
    try write { db in
      let search = try search(number, db)
      try db.execute(sql: "DELETE FROM searches WHERE number = ?", arguments: [number])
      try audit("delete", "search \(number)", "\(search.name): \(search.conditions)", by: analyst, db)
    }
  }

  /// The search of a number.
  ///
  /// - Throws: `.unknownSubject` where there is none.
  public func savedSearch(_ number: Int64) throws(LedgerError) -> SavedSearch {
    try read { try search(number, $0) }
  }

  /// All searches that are kept, by name: `number`, `name`, `conditions`, `analyst`, `at`.
  public func savedSearches() throws(LedgerError) -> Answer {
    try read { db in
      try Answer(db, sql: "SELECT number, name, conditions, analyst, at FROM searches ORDER BY name")
    }
  }

  private func search(_ number: Int64, _ db: Database) throws -> SavedSearch {
    let row = try Row.fetchOne(
      db, sql: "SELECT number, name, conditions FROM searches WHERE number = ?", arguments: [number])
    guard let row else {
      throw LedgerError(file: file, reason: .unknownSubject("saved search \(number)"))
    }
    return SavedSearch(number: row[0], name: row[1], conditions: row[2])
  }
}
