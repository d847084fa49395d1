internal import GRDB

/// One fault that a check found.
public struct Fault: Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and where.
  public let description: String
}

extension Ledger {
  /// Verifies the file's pages, the foreign keys, the word index, every span and every happening.
  ///
  /// Where the texts were left out, spans are held against the lengths that they had.
  ///
  /// - Returns: The faults, at most a hundred of each kind; empty where all holds.
  public func check() throws(LedgerError) -> [Fault] {
    try read { db in
      try integrity(db) + foreignKeys(db) + spans(db) + invariants(db) + miscountedWeeks(db)
    } + words()
  }

  private func integrity(_ db: Database) throws -> [Fault] {
    let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)")
    return lines == ["ok"] ? [] : lines.map { Fault(description: "file: \($0)") }
  }

  private func foreignKeys(_ db: Database) throws -> [Fault] {
    try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(100).map { row in
      Fault(
        description:
          "\(row["table"] as String): row \((row["rowid"] as Int64?) ?? 0) leads to no \(row["parent"] as String)"
      )
    }
  }

  /// The word index writes while it checks itself, so it has a transaction of its own.
  private func words() throws(LedgerError) -> [Fault] {
    do {
      try database.write {
        try $0.execute(sql: "INSERT INTO reports_words (reports_words) VALUES ('integrity-check')")
      }
      return []
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [Fault(description: "word index: does not fit the reports")]
    } catch { throw LedgerError(error, file: file) }
  }

  /// Every span must lie inside its report's text and run forwards.
  private func spans(_ db: Database) throws -> [Fault] {
    let columns = [
      ("lineage", "spans", "x.report"), ("times", "spans", "x.report"), ("places", "spans", "x.report"),
      ("claims", "source_spans", "x.report"), ("claims", "cue_spans", "x.report"),
      ("claims", "content_spans", "x.report"), ("events", "trigger_spans", "x.report"),
      ("events", "sentence_spans", "x.report"),
      ("mentions", "spans", "(SELECT report FROM actors WHERE id = x.actor)"),
      ("offices", "spans", "(SELECT report FROM actors WHERE id = x.actor)"),
      ("participants", "spans", "(SELECT report FROM events WHERE id = x.event)"),
      ("casualties", "spans", "(SELECT report FROM events WHERE id = x.event)"),
    ]
    return try columns.flatMap { table, column, report in
      try String.fetchAll(
        db,
        sql: """
          SELECT r.key || ' ' || s.value FROM \(table) x, json_each(x.\(column)) s
          JOIN reports r ON r.id = \(report)
          WHERE json_array_length(s.value) <> 2 OR json_extract(s.value, '$[0]') < 0
            OR json_extract(s.value, '$[0]') > json_extract(s.value, '$[1]')
            OR json_extract(s.value, '$[1]') > coalesce(r.length, length(r.text)) LIMIT 100
          """
      ).map { Fault(description: "\(table).\(column): a span outside its report: \($0)") }
    }
  }

  private func invariants(_ db: Database) throws -> [Fault] {
    let rules = [
      (
        "an event without a happening",
        "SELECT id FROM events WHERE id NOT IN (SELECT event FROM happening_events)"
      ),
      (
        "an event that nobody leaves open without an origin",
        """
        SELECT id FROM events WHERE id NOT IN (SELECT event FROM origins)
          AND id NOT IN (SELECT event FROM factuality WHERE value = 'Uu')
        """
      ),
      (
        "a happening without an event",
        "SELECT id FROM happenings WHERE id NOT IN (SELECT happening FROM happening_events)"
      ),
      (
        "a text beside the length of one that was left out",
        "SELECT id FROM reports WHERE length IS NOT NULL AND (text <> '' OR length < 0)"
      ),
      ("an event without an anchor", "SELECT id FROM events WHERE anchor IS NULL"),
      (
        "an event elsewhere than a person said",
        """
        SELECT e.id FROM rulings g JOIN reports r ON r.stable_id = substr(g.event, 1, instr(g.event, '@') - 1)
        JOIN events e ON e.report = r.id AND e.anchor = substr(g.event, instr(g.event, '@') + 1)
        JOIN happening_events h ON h.event = e.id WHERE h.happening <> g.happening
        """
      ),
      ("a trigger without words", "SELECT id FROM events WHERE trigger_spans = '[]'"),
      (
        "a record of another text",
        "SELECT id FROM reports WHERE json_extract(record, '$.report.text') <> text"
      ),
      (
        "a record with another number of events",
        """
        SELECT id FROM reports r WHERE json_array_length(record, '$.events') <>
          (SELECT count(*) FROM events e WHERE e.report = r.id)
        """
      ),
      (
        "a claim with a parent in another report",
        "SELECT c.id FROM claims c JOIN claims p ON p.id = c.parent WHERE p.report <> c.report"
      ),
      ("a count that was not brought up to date", "SELECT id FROM stale"),
      (
        "a happening with other counts",
        """
        SELECT c.happening AS id FROM happening_counts c LEFT JOIN v_happenings v ON v.id = c.happening
        WHERE v.id IS NULL OR (v.reports, v.origins, v.denials) <> (c.reports, c.origins, c.denials)
        UNION SELECT v.id FROM v_happenings v LEFT JOIN happening_counts c ON c.happening = v.id
        WHERE c.happening IS NULL
        """
      ),
      (
        "an actor with other counts",
        """
        SELECT min(a.id) AS id FROM actors a JOIN reports r ON r.id = a.report AND r.status = 'live'
        WHERE a.identity IS NOT NULL GROUP BY a.identity, coalesce(a.country, '')
        HAVING count(DISTINCT a.report) IS NOT (SELECT c.reports FROM actor_counts c
          WHERE c.identity = a.identity AND c.country = coalesce(a.country, ''))
        """
      ),
      (
        "a country's part in an event that is not as it was read",
        """
        SELECT y.event AS id FROM parties y LEFT JOIN happening_events h ON h.event = y.event
        JOIN reports r ON r.id = y.report WHERE r.status <> 'live' OR h.happening IS NOT y.happening
        UNION SELECT p.event FROM participants p JOIN actors a ON a.id = p.actor JOIN reports r ON r.id = a.report
        WHERE r.status = 'live' AND a.country IS NOT NULL AND p.event NOT IN (SELECT event FROM parties)
        """
      ),
      (
        "a pair of countries that is not as it was read",
        """
        SELECT x.event AS id FROM pairs x LEFT JOIN happening_events h ON h.event = x.event
        WHERE h.happening IS NOT x.happening OR x.roots <> coalesce((SELECT group_concat(o.root, char(10)) FROM origins o
          WHERE o.event = x.event AND o.stance = 'asserts'), '')
        """
      ),
      (
        "a report stored without an outcome",
        "SELECT id FROM reports WHERE id NOT IN (SELECT report FROM outcomes WHERE report IS NOT NULL)"
      ),
    ]
    return try rules.flatMap { name, sql in
      try Int64.fetchAll(db, sql: sql + " LIMIT 100").map { Fault(description: "\(name): row \($0)") }
    }
  }
}
