internal import Foundation
internal import GRDB
import RapporteurLineage

/// Lineage's shelf in the ledger: the reports themselves are what is kept, the keys are the table `postings`.
struct SQLShelf: Shelf {
  typealias Failure = any Error

  let db: Database
  /// The row of the report that is being entered; `keep` hands it out.
  let current: Int64

  func reports(under key: UInt64) throws -> [Int] {
    try Int.fetchAll(
      db.cachedStatement(sql: "SELECT report FROM postings WHERE key = ?"),
      arguments: [Int64(bitPattern: key)])
  }

  func put(_ report: Int, under keys: [UInt64]) throws {
    let count = try db.cachedStatement(sql: "SELECT count(*) FROM postings WHERE key = ?")
    let place = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO postings (key, place, report) VALUES (?, ?, ?)")
    for key in Set(keys) {
      let key = Int64(bitPattern: key)
      let taken = try Int.fetchOne(count, arguments: [key]) ?? 0
      let free =
        taken < Postings.limit ? try freePlace(key, taken) : Postings.place(of: report + Postings.limit)
      try place.execute(arguments: [key, free, report])
    }
  }

  /// The first place that is free; a report that was forgotten leaves a gap.
  private func freePlace(_ key: Int64, _ taken: Int) throws -> Int {
    let isTaken = try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM postings WHERE key = ? AND place = ?"), arguments: [key, taken])
    guard isTaken != nil else { return taken }
    let places = try Set(
      Int.fetchAll(
        db.cachedStatement(sql: "SELECT place FROM postings WHERE key = ?"), arguments: [key]))
    return (0..<Postings.limit).first { !places.contains($0) } ?? taken
  }

  func traced(_ report: Int) throws -> Traced? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, text, title, published, uri, canonical, outlet, sources FROM reports WHERE id = ?"),
      arguments: [report])
    return row.map { row in
      let sources: String = row["sources"]
      // The column is JSON by a constraint of the schema; a list that can't be read is no list.
      let names = (try? JSONDecoder().decode([String].self, from: Foundation.Data(sources.utf8))) ?? []
      let published: String? = row["published"]
      return Traced(
        Dispatch(
          key: String(row["id"] as Int64), text: row["text"], title: row["title"],
          published: published.flatMap(Instant.init(iso:)), uri: row["uri"], canonical: row["canonical"],
          outlet: row["outlet"], sources: names))
    }
  }

  func keep(_ traced: Traced) -> Int { Int(current) }
}
