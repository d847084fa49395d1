internal import GRDB
internal import RapporteurCore

/// One report's record with those of its events that a question is about, and what analysts said of them.
public struct Coding: Sendable {
  /// What the ledger knows of one event beyond its record.
  public struct Standing: Sendable, Equatable {
    /// Which happening it belongs to.
    public let happening: Int64?
    /// How many live reports tell of that.
    public let reports: Int
    /// From how many origins.
    public let origins: Int
    /// The event's Admiralty grade, `F6` where nobody gave one.
    public let grade: String
    /// Its tags, parted by `; `.
    public let tags: String
    /// What a person corrected, by field; see `Correction`.
    public let corrections: [String: String]
  }

  /// The report's id.
  public let report: String
  /// The record, schema `rapporteur/1`.
  public let record: String
  /// The outlet that the input gave.
  public let outlet: String?
  /// The events that are asked for, by number: `e3` is 3.
  public let events: [Int: Standing]
  /// The reports that this one copies, cites or supersedes, by kind and id.
  public let leadsTo: [(kind: String, report: String)]
}

extension Ledger {
  /// Hands out the records of all live reports with an event that fits, in the order of their entry.
  ///
  /// The filter's limit does not count.
  public func eachCoding(_ filter: Filter, _ body: (Coding) -> Void) throws(LedgerError) {
    do {
      try database.read { db in
        let fit = try filter.fitted(db)
        let (conditions, arguments) = (fit.sql, fit.arguments)
        let reports = try Int64.fetchAll(
          db,
          sql:
            "SELECT DISTINCT r.id FROM events e JOIN reports r ON r.id = e.report WHERE \(conditions) ORDER BY r.id",
          arguments: arguments)
        for report in reports { body(try coding(of: report, conditions, arguments, db)) }
      }
    } catch { throw LedgerError(error, file: file) }
  }

  private func coding(of report: Int64, _ conditions: String, _ arguments: StatementArguments, _ db: Database)
    throws -> Coding
  {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT stable_id, record, outlet FROM reports WHERE id = ?"),
      arguments: [report])
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.number, h.happening, v.reports, v.origins, \(EventKey.sql) AS key,
          \(MarkColumns.grade("event", EventKey.sql)) AS grade, \(MarkColumns.tags("event", EventKey.sql)) AS tags
        FROM events e JOIN reports r ON r.id = e.report LEFT JOIN happening_events h ON h.event = e.id
        LEFT JOIN v_happenings v ON v.id = h.happening
        WHERE e.report = \(report) AND \(conditions) ORDER BY e.number
        """, arguments: arguments)
    let edges = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT g.kind, r.stable_id FROM edges g JOIN reports r ON r.id = g.target
          WHERE g.source = ? ORDER BY g.kind, r.id
          """), arguments: [report])
    return Coding(
      report: row?["stable_id"] ?? "", record: row?["record"] ?? "", outlet: row?["outlet"],
      events: try Dictionary(
        rows.map { ($0["number"] as Int, try standing($0, db)) }, uniquingKeysWith: { first, _ in first }),
      leadsTo: edges.map { ($0["kind"], $0["stable_id"]) })
  }

  private func standing(_ row: Row, _ db: Database) throws -> Coding.Standing {
    let corrections = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT field, value FROM corrections WHERE event = ?"),
      arguments: [row["key"] as String?])
    return Coding.Standing(
      happening: row["happening"], reports: row["reports"] ?? 0, origins: row["origins"] ?? 0,
      grade: row["grade"] ?? Grade.unjudged.description, tags: row["tags"] ?? "",
      corrections: Dictionary(
        corrections.map { ($0["field"] as String, $0["value"] as String) },
        uniquingKeysWith: { first, _ in first }))
  }
}
