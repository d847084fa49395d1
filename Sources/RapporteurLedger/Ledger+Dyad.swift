internal import GRDB
internal import RapporteurCore

extension Ledger {
  /// What each of two countries did to the other, by week: articles, events, happenings, origins, mean intensity.
  public func dyad(_ a: String, _ b: String) throws(LedgerError) -> Answer {
    let weeks = try read { db in
      var weeks: [DyadWeek.Key: DyadWeek] = [:]
      var starts = WeekStarts()
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT source, target, day, report, happening, intensity, roots FROM pairs
          WHERE source = ?1 AND target = ?2 AND length(day) = 10
          UNION ALL SELECT source, target, day, report, happening, intensity, roots FROM pairs
          WHERE source = ?2 AND target = ?1 AND ?1 <> ?2 AND length(day) = 10
          """, arguments: [a.uppercased(), b.uppercased()])
      while let row = try rows.next() {
        guard let start = starts.week(of: row[2]) else { continue }
        weeks[DyadWeek.Key(start: start, from: row[0], to: row[1]), default: DyadWeek()].add(row)
      }
      return weeks
    }
    return Answer(
      columns: ["week", "from", "to", "articles", "events", "happenings", "origins", "intensity"],
      rows: weeks.keys.sorted().map { $0.cells + (weeks[$0]?.cells ?? []) })
  }
}

/// What one country did to another in one week.
private struct DyadWeek {
  struct Key: Hashable, Comparable {
    let start: String
    let from: String
    let to: String

    static func < (a: Key, b: Key) -> Bool { (a.start, a.from, a.to) < (b.start, b.from, b.to) }

    var cells: [Answer.Cell] { [.text(start), .text(from), .text(to)] }
  }

  private var reports: Set<Int64> = []
  private var happenings: Set<Int64> = []
  private var roots: Set<String> = []
  private var events = 0
  private var intensity = 0.0

  mutating func add(_ row: Row) {
    events += 1
    reports.insert(row[3])
    happenings.insert(row[4])
    intensity += row[5]
    roots.formUnion(Roots.parted(row[6]))
  }

  var cells: [Answer.Cell] {
    [reports.count, events, happenings.count, roots.count].map(Answer.Cell.integer)
      + [.decimal((100 * intensity / Double(events)).rounded() / 100)]
  }
}

/// The column `pairs.roots`.
enum Roots {
  /// The roots that assert an event.
  static func parted(_ lines: String) -> [String] {
    if lines.isEmpty { return [] }
    return lines.utf8.contains(0x0A) ? lines.split(separator: "\n").map(String.init) : [lines]
  }
}

/// The Mondays of days; each is worked out once.
struct WeekStarts {
  private var known: [String: String?] = [:]

  /// The Monday of the week of a day, `YYYY-MM-DD`; nil where that is no day.
  mutating func week(of day: String) -> String? {
    if let start = known[day] { return start }
    let start = CalendarDate(iso: day).map { $0.adding(days: 1 - $0.weekday).description }
    known[day] = .some(start)
    return start
  }
}
