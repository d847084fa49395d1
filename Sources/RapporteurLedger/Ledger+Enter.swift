internal import GRDB
internal import RapporteurLineage

extension Ledger {
  /// Begins a run of ingest; its number is for `enter` and `note`.
  public func beginRun(sources: [String]) throws(LedgerError) -> Int64 {
    try write { db in
      try insert(db, into: "runs", ["started_at": now(), "sources": json(sources)])
      return db.lastInsertedRowID
    }
  }

  /// Ends a run that came to its end, or was stopped between reports.
  public func endRun(_ run: Int64) throws(LedgerError) {
    try write { try $0.execute(sql: "UPDATE runs SET ended_at = ? WHERE id = ?", arguments: [now(), run]) }
  }

  /// Whether a report of this stable id is there, so that it need not be read again.
  public func holds(stableID: String) throws(LedgerError) -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM reports WHERE stable_id = ?)", arguments: [stableID]) ?? false
    }
  }

  /// Keeps what an input came to where it is no new report.
  public func note(_ outcome: Outcome, key: String, run: Int64) throws(LedgerError) {
    try write { try note(outcome, key: key, report: nil, run: run, $0) }
  }

  /// Enters a report with all that was read of it, its edges, happenings and origins: one transaction.
  ///
  /// When this returns, the report survives a crash and a power cut. A report that is there already is left as it is.
  public func enter(_ entry: Entry, run: Int64) throws(LedgerError) -> Outcome {
    try write { db in
      if let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM reports WHERE stable_id = ?", arguments: [entry.report.id])
      {
        try note(.unchanged, key: entry.report.key, report: known, run: run, db)
        return .unchanged
      }
      try requireTexts(db)
      var writer = try EntryWriter(db, entry, at: now())
      try writer.writeReading()
      let outcome = try trace(entry, writer.report, db)
      try HappeningFinder(db: db).place(report: writer.report)
      try note(outcome, key: entry.report.key, report: writer.report, run: run, db)
      return outcome
    }
  }

  private func note(_ outcome: Outcome, key: String, report: Int64?, run: Int64, _ db: Database) throws {
    try insert(
      db, into: "outcomes",
      [
        "run": run, "key": key, "outcome": outcome.word, "reason": outcome.reason, "report": report,
        "at": now(),
      ])
  }

  /// Finds how the report hangs on those before it, and writes the edges.
  private func trace(_ entry: Entry, _ report: Int64, _ db: Database) throws -> Outcome {
    var finder = RelayFinder(shelf: SQLShelf(db: db, current: report))
    let dispatch = entry.dispatch
    let edges = try finder.add(
      Dispatch(
        key: String(report), text: dispatch.text, title: dispatch.title, published: dispatch.published,
        uri: dispatch.uri, canonical: dispatch.canonical, outlet: dispatch.outlet, sources: dispatch.sources))
    var copied: Int64?
    for edge in edges {
      guard let source = Int64(edge.from), let target = Int64(edge.to), source != target else { continue }
      try insert(
        db, into: "edges",
        [
          "source": source, "target": target, "kind": edge.kind.rawValue, "containment": edge.containment,
          "reasons": json(edge.reasons),
        ])
      if edge.kind == .relay && source == report && copied == nil { copied = target }
      if edge.kind == .version { try supersede(by: source, target, db) }
    }
    guard let copied else { return .stored }
    let key = try String.fetchOne(db, sql: "SELECT key FROM reports WHERE id = ?", arguments: [copied])
    return .copy(of: key ?? "\(copied)")
  }

  /// An older state of an item steps back behind the newer one; it stays in the ledger.
  private func supersede(by newer: Int64, _ older: Int64, _ db: Database) throws {
    try db.execute(
      sql: "UPDATE reports SET status = 'superseded' WHERE id = ? AND status = 'live'", arguments: [older])
    try insert(
      db, into: "audit",
      ["at": now(), "act": "supersede", "subject": "report \(older)", "detail": "by report \(newer)"])
  }
}
