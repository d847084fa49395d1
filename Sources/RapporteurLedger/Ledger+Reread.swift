internal import Foundation
internal import GRDB
public import RapporteurCore
public import RapporteurLineage

/// A stored report as it came in, to be read anew.
public struct StoredReport: Sendable {
  /// The report.
  public let report: Report
  /// What its input said about its way and its time.
  public let dispatch: Dispatch
  /// Which engine read what is in the ledger.
  public let engine: Entry.Engine
}

/// What a new reading of one report changed.
public struct Reread: Sendable, Equatable {
  /// One difference.
  public struct Change: Sendable, Equatable {
    /// What became of an event.
    public enum Kind: String, Sendable { case added, gone, changed }
    /// What became of it.
    public let kind: Kind
    /// The event's key.
    public let event: String
    /// Which field; nil where the whole event came or went.
    public let field: String?
    /// What was read before.
    public let was: String?
    /// What is read now.
    public let now: String?
  }

  /// The report's key.
  public let report: String
  /// The differences, by event.
  public let changes: [Change]

  /// A row for each difference.
  public static func answer(_ rereads: [Reread]) -> Answer {
    func cell(_ text: String?) -> Answer.Cell { text.map(Answer.Cell.text) ?? .none }
    return Answer(
      columns: ["report", "change", "event", "field", "was", "now"],
      rows: rereads.flatMap { reread in
        reread.changes.map {
          [
            .text(reread.report), .text($0.kind.rawValue), .text($0.event), cell($0.field), cell($0.was),
            cell($0.now),
          ]
        }
      })
  }
}

extension Ledger {
  /// The ids of the reports of a key, or of all, in the order in which they came.
  ///
  /// - Throws: `.unknownReport`; `.refused` where the ledger holds no texts.
  public func reportIDs(of key: String? = nil) throws(LedgerError) -> [String] {
    try read { db in
      try requireTexts(db)
      let ids = try String.fetchAll(
        db, sql: "SELECT stable_id FROM reports WHERE ?1 IS NULL OR key = ?1 OR stable_id = ?1 ORDER BY id",
        arguments: [key])
      if let key, ids.isEmpty { throw LedgerError(file: file, reason: .unknownReport(key)) }
      return ids
    }
  }

  /// A report as it came in.
  ///
  /// - Throws: `.unknownReport`.
  public func stored(_ id: String) throws(LedgerError) -> StoredReport {
    let row = try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM reports WHERE stable_id = ?", arguments: [id])
    }
    guard let row else { throw LedgerError(file: file, reason: .unknownReport(id)) }
    let published: String? = row["published"]
    let day: String? = row["day"]
    let report = Report(
      id: id, key: row["key"], uri: row["uri"], title: row["title"], authors: Ledger.list(row["authors"]),
      published: day.flatMap(CalendarDate.init(iso:)), outlet: row["outlet"], text: row["text"])
    let dispatch = Dispatch(
      key: report.key, text: report.text, title: report.title,
      published: published.flatMap(Instant.init(iso:)),
      uri: report.uri, canonical: row["canonical"], outlet: report.outlet,
      sources: Ledger.list(row["sources"]))
    return StoredReport(
      report: report, dispatch: dispatch,
      engine: Entry.Engine(version: row["engine"], model: row["model"], lexicon: row["lexicon"]))
  }

  /// Puts a new reading in the place of the old one: one transaction. Analysts' fields and rulings stay.
  ///
  /// - Throws: `.unknownReport` where the report is not in the ledger.
  public func reread(_ entry: Entry) throws(LedgerError) -> Reread {
    try write { db in
      let found = try Int64.fetchOne(
        db, sql: "SELECT id FROM reports WHERE stable_id = ?", arguments: [entry.report.id])
      guard let report = found else {
        throw LedgerError(file: file, reason: .unknownReport(entry.report.key))
      }
      let before = try codings(of: report, db)
      try replace(
        report, by: entry, former: before.compactMapValues { $0["happening"].flatMap { Int64($0 ?? "") } }, db
      )
      let changes = Ledger.changes(entry.report.id, from: before, to: try codings(of: report, db))
      try audit(
        "reread", "report \(entry.report.id)",
        "engine \(entry.engine.version), model \(entry.engine.model), lexicon \(entry.engine.lexicon); \(changes.count) changes",
        by: nil, db)
      return Reread(report: entry.report.key, changes: changes)
    }
  }

  private func replace(_ report: Int64, by entry: Entry, former: [String: Int64], _ db: Database) throws {
    for table in ["events", "claims", "actors", "lineage", "times", "places"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE report = ?", arguments: [report])
    }
    try db.execute(
      sql: "UPDATE reports SET record = ?, language = ?, engine = ?, model = ?, lexicon = ? WHERE id = ?",
      arguments: [
        String(decoding: entry.record, as: UTF8.self), entry.language, entry.engine.version,
        entry.engine.model,
        entry.engine.lexicon, report,
      ])
    var writer = EntryWriter(db, entry, into: report)
    try writer.writeReading()
    try HappeningFinder(db: db).place(report: report, former: former)
    for happening in Set(former.values) {
      try db.execute(
        sql: """
          DELETE FROM happenings WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM happening_events WHERE happening = ?1)
          """, arguments: [happening])
    }
  }

  /// The coding of each event of a report, by anchor.
  private func codings(of report: Int64, _ db: Database) throws -> [String: [String: String?]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.anchor, e.type, e.mode, e.contexts, e.status, e.date, e.place, e.place_country AS country,
          \(Ledger.names("actor")) AS actor, \(Ledger.names("recipient")) AS recipient,
          (SELECT group_concat(name || ' ' || stance, '; ') FROM (
            SELECT name, stance FROM origins WHERE event = e.id ORDER BY name, stance)) AS origins,
          (SELECT CAST(happening AS TEXT) FROM happening_events WHERE event = e.id) AS happening
        FROM events e WHERE e.report = ?
        """, arguments: [report])
    return Dictionary(
      rows.map { row in
        let fields = row.columnNames.filter { $0 != "anchor" }.map { ($0, row[$0] as String?) }
        return (row["anchor"] as String? ?? "", Dictionary(uniqueKeysWithValues: fields))
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func changes(
    _ report: String, from before: [String: [String: String?]], to after: [String: [String: String?]]
  ) -> [Reread.Change] {
    Set(before.keys).union(after.keys).sorted().flatMap { anchor -> [Reread.Change] in
      let event = "\(report)@\(anchor)"
      guard let old = before[anchor] else {
        return [.init(kind: .added, event: event, field: nil, was: nil, now: summary(after[anchor] ?? [:]))]
      }
      guard let new = after[anchor] else {
        return [.init(kind: .gone, event: event, field: nil, was: summary(old), now: nil)]
      }
      return new.keys.sorted().filter { old[$0] != new[$0] }.map {
        .init(kind: .changed, event: event, field: $0, was: old[$0] ?? nil, now: new[$0] ?? nil)
      }
    }
  }

  /// `ASSAULT: Rebels → Town`.
  private static func summary(_ fields: [String: String?]) -> String {
    func words(_ name: String) -> String { (fields[name] ?? nil) ?? "–" }
    return "\(words("type")): \(words("actor")) → \(words("recipient"))"
  }

  /// A list of texts from a JSON column.
  static func list(_ json: String) -> [String] {
    // The column is JSON by a constraint of the schema; a list that can't be read is no list.
    (try? JSONDecoder().decode([String].self, from: Foundation.Data(json.utf8))) ?? []
  }

  /// A ledger to hand on holds no texts: nothing can be read or traced there.
  func requireTexts(_ db: Database) throws {
    if try !holdsTexts(db) {
      throw LedgerError(
        file: file,
        reason: .refused("the texts were left out of this ledger; use the one that it was made from"))
    }
  }

  /// Whether the reports' texts are there.
  func holdsTexts(_ db: Database) throws -> Bool {
    try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM reports WHERE length IS NOT NULL)") ?? false)
  }
}
