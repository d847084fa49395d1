internal import GRDB

extension Ledger {
  /// What two countries did to each other, by week: cooperation and conflict by articles and by origins.
  ///
  /// Weeks begin on Monday and are those of the event, or of publication where the event has no day.
  ///
  /// - Parameter since: The first day; all where nil.
  public func weeks(between a: String, and b: String, since: String? = nil) throws(LedgerError) -> Answer {
    let columns = "day, event, report, happening, quad, intensity, roots"
    return try read { db in
      try Ledger.weekly(
        Row.fetchCursor(
          db,
          sql: """
            SELECT \(columns) FROM pairs WHERE source = ?1 AND target = ?2 AND day >= ?3
            UNION ALL SELECT \(columns) FROM pairs WHERE source = ?2 AND target = ?1 AND ?1 <> ?2 AND day >= ?3
            """, arguments: [a.uppercased(), b.uppercased(), since ?? ""]))
    }
  }

  /// Rows of day, event, report, happening, quad, intensity and roots, week by week.
  static func weekly(_ rows: RowCursor) throws -> Answer {
    var weeks: [String: DealingWeek] = [:]
    var starts = WeekStarts()
    while let row = try rows.next() {
      weeks[starts.week(of: row[0]) ?? "", default: DealingWeek()].add(row)
    }
    return Answer(
      columns: ["week"] + DealingWeek.columns,
      rows: weeks.sorted { $0.key < $1.key }.map { start, week in
        [start.isEmpty ? .none : .text(start)] + week.cells
      })
  }

  /// Of how many of the latest events the types tell.
  public static let typed = 1_000

  /// What two countries did to each other, by type: `type`, `quad`, `events`, `happenings`, `reports`; of their latest
  /// `typed` events within the days.
  public func types(between a: String, and b: String, in days: ClosedRange<String>? = nil) throws(LedgerError)
    -> Answer
  {
    let one = "day BETWEEN ?3 AND ?4 ORDER BY day DESC LIMIT \(Ledger.typed)"
    return try read { db in
      try Answer(
        db,
        sql: """
          WITH dealt AS MATERIALIZED (
            SELECT event, happening, report FROM (
              SELECT * FROM (SELECT day, event, happening, report FROM pairs WHERE source = ?1 AND target = ?2 AND \(one))
              UNION SELECT * FROM (SELECT day, event, happening, report FROM pairs WHERE source = ?2 AND target = ?1 AND \(one)))
            ORDER BY day DESC LIMIT \(Ledger.typed))
          SELECT e.type AS type, e.quad AS quad, count(*) AS events, count(DISTINCT d.happening) AS happenings,
            count(DISTINCT d.report) AS reports
          FROM dealt d CROSS JOIN events e ON e.id = d.event GROUP BY e.type, e.quad ORDER BY happenings DESC, type
          """,
        arguments: [a.uppercased(), b.uppercased(), days?.lowerBound ?? "", days?.upperBound ?? "9999-99-99"])
    }
  }

  /// The first and the last day on which two countries dealt with each other; nil where they never did.
  public func days(between a: String, and b: String) throws(LedgerError) -> ClosedRange<String>? {
    try read { db in
      let ends = try ["min", "max"].map { end in
        try String.fetchOne(
          db,
          sql: """
            SELECT \(end)(day) FROM (SELECT \(end)(day) AS day FROM pairs WHERE source = ?1 AND target = ?2
              UNION ALL SELECT \(end)(day) FROM pairs WHERE source = ?2 AND target = ?1)
            """, arguments: [a.uppercased(), b.uppercased()])
      }
      guard let first = ends[0], let last = ends[1] else { return nil }
      return first...last
    }
  }

  /// The happenings between two countries, the latest first; `last` is the event that a cursor names.
  ///
  /// - Parameters:
  ///   - days: The first and the last day; all where nil.
  ///   - after: Only what comes after this row: its `day` and `last`.
  ///   - limit: The most events that are looked at; a happening with several of them is one row.
  public func dealings(
    between a: String, and b: String, in days: ClosedRange<String>? = nil, after: Cursor? = nil, limit: Int
  ) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["9999-99-99", "\(Int64.max)"]
    let both = ["?1 AND target = ?2", "?2 AND target = ?1"].map {
      """
      SELECT day, event FROM pairs WHERE source = \($0) AND day BETWEEN ?4 AND min(?5, ?6)
        AND (day, event) < (?6, CAST(?7 AS INTEGER))
      """
    }
    return try read { db in
      try Answer(
        db,
        sql: """
          WITH dealt AS MATERIALIZED (
            \(both.joined(separator: " UNION ")) ORDER BY day DESC, event DESC LIMIT ?3),
          l AS (SELECT h.happening AS id, min(d.day) AS day, min(d.event) AS last
            FROM dealt d CROSS JOIN happening_events h ON h.event = d.event GROUP BY h.happening)
          \(Ledger.dealing)
          """,
        arguments: [
          a.uppercased(), b.uppercased(), limit, days?.lowerBound ?? "", days?.upperBound ?? "9999-99-99",
          place[0], place[1],
        ])
    }
  }

  /// The happenings `l` (id, day, last: an event) as rows, the latest first.
  static let dealing = """
    SELECT l.id AS happening, l.day AS date, date(l.day, 'weekday 0', '-6 days') AS week, e.type AS type,
      e.quad AS quad, \(names("actor")) AS actor, e.trigger AS trigger, \(names("recipient")) AS recipient,
      c.reports AS reports, c.origins AS origins, c.denials AS denials, l.day AS day, l.last AS last
    FROM l CROSS JOIN events e ON e.id = l.last LEFT JOIN happening_counts c ON c.happening = l.id
    ORDER BY l.day DESC, l.last DESC
    """

  /// The pairs of countries that deal with each other most.
  ///
  /// - Parameter after: Only what comes after this row: its `a`, `b` and `events`.
  public func pairs(limit: Int, after: Cursor? = nil) throws(LedgerError) -> Answer {
    let place = after?.parts ?? ["", "", "\(Int64.max)"]
    return try read { db in
      try Answer(
        db,
        sql: """
          SELECT a, b, events FROM pair_counts
          WHERE events < CAST(?4 AS INTEGER) OR events = CAST(?4 AS INTEGER) AND (a, b) > (?2, ?3)
          ORDER BY events DESC, a, b LIMIT ?1
          """, arguments: [limit, place[0], place[1], place[2]])
    }
  }
}

/// What two countries did to each other in one week.
private struct DealingWeek {
  /// One side: cooperation or conflict.
  private struct Side {
    var reports: Set<Int64> = []
    var roots: Set<String> = []
  }

  static let columns = [
    "cooperation_articles", "cooperation_origins", "conflict_articles", "conflict_origins", "happenings",
    "intensity",
  ]

  private var (warm, cold) = (Side(), Side())
  private var events: Set<Int64> = []
  private var happenings: Set<Int64> = []
  private var intensity = 0.0

  /// Adds a row of `pairs`; an event in which the two are partners has two rows and counts once.
  mutating func add(_ row: Row) {
    guard events.insert(row[1]).inserted else { return }
    happenings.insert(row[3])
    intensity += row[5]
    let quad: Int = row[4]
    if quad <= 2 { DealingWeek.add(row, to: &warm) } else { DealingWeek.add(row, to: &cold) }
  }

  private static func add(_ row: Row, to side: inout Side) {
    side.reports.insert(row[2])
    side.roots.formUnion(Roots.parted(row[6]))
  }

  var cells: [Answer.Cell] {
    [warm.reports.count, warm.roots.count, cold.reports.count, cold.roots.count, happenings.count].map(
      Answer.Cell.integer) + [.decimal((10 * intensity / Double(events.count)).rounded() / 10)]
  }
}
