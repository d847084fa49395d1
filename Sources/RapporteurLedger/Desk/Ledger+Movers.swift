internal import GRDB
public import RapporteurCore

/// Which pairs of countries have more or less with each other in one week than in the weeks before it.
public struct Movers: Sendable {
  /// How many weeks before are looked at.
  public static let weeks = 8
  /// In how many of these some report must have been published, so that anything is compared.
  public static let fewestKnown = 3
  /// How far two counts must be apart, in origins.
  public static let leastApart = 3.0
  /// How far the square roots of two counts must be apart, doubled: chance alone goes further about once in twenty times.
  ///
  /// Twice the square root of a count that comes by chance has a standard deviation of about 1, whatever the count.
  /// Source: Bartlett 1936, The square root transformation in analysis of variance, <https://doi.org/10.2307/2983678>.
  public static let leastChange = 2.0

  /// The columns of `moved`.
  public static let columns = ["a", "b", "side", "now", "before", "change"]

  /// The Monday of the week.
  public let week: CalendarDate
  /// In how many of the weeks before some report was published; the mean is over these.
  public let known: Int
  /// The pairs, what changed most first: `a`, `b`, `side` (cooperation or conflict), `now` (origins of that week), `before`
  /// (their mean in the known weeks before) and `change` (the doubled difference of the square roots).
  public let moved: Answer
  /// The origins of all pairs and sides together: `now` and `before`; what they tell is how much was read.
  public let all: (now: Int, before: Double)
}

extension Ledger {
  /// How many weeks are looked at for one that can be compared.
  private static let mostStrays = 12

  /// The Monday of the last week that was over when the latest report was published, and that can be compared with those
  /// before it: one report with a wrong day far ahead does not take the last weeks from sight. The last whole week where none
  /// can be compared; nil where no day is known.
  public func lastWholeWeek() throws(LedgerError) -> CalendarDate? {
    try read { db in
      guard let latest = try lastDay(before: "9999-99-99", db) else { return nil }
      let last = latest.adding(days: latest.weekday == 7 ? -6 : -6 - latest.weekday)
      var week = last
      for _ in 0..<Ledger.mostStrays {
        if try isRead(week: week, db), try known(before: week, db) >= Movers.fewestKnown { return week }
        guard let earlier = try lastDay(before: week.description, db) else { break }
        week = earlier.adding(days: 1 - earlier.weekday)
      }
      return last
    }
  }

  /// The latest day before another on which a live report was published.
  private func lastDay(before day: String, _ db: Database) throws -> CalendarDate? {
    let text = try String.fetchOne(
      db,
      sql: """
        SELECT day FROM reports WHERE \(Ledger.live("reports")) AND day < ? ORDER BY day DESC LIMIT 1
        """, arguments: [day])
    return text.flatMap { CalendarDate(iso: $0) }
  }

  /// In how many of the weeks before some report was published.
  private func known(before week: CalendarDate, _ db: Database) throws -> Int {
    try (1...Movers.weeks).count { try isRead(week: week.adding(days: -7 * $0), db) }
  }

  /// What two countries have with each other in a week, held against the eight weeks before.
  ///
  /// An origin counts once a week, pair and side, as on the page of the pair.
  ///
  /// - Parameters:
  ///   - week: Its Monday.
  ///   - limit: The most rows.
  public func movers(week: CalendarDate, limit: Int) throws(LedgerError) -> Movers {
    try read { db in
      let known = try known(before: week, db)
      let begin = week.adding(days: -7 * Movers.weeks)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a, b, sum(iif(week = ?2, cooperation, 0)), sum(iif(week < ?2, cooperation, 0)),
            sum(iif(week = ?2, conflict, 0)), sum(iif(week < ?2, conflict, 0))
          FROM pair_weeks WHERE week BETWEEN ?1 AND ?2 GROUP BY a, b
          """, arguments: [begin.description, week.description])
      let all = rows.flatMap { row in
        [("cooperation", 2), ("conflict", 4)].map { side, column in
          Move(a: row[0], b: row[1], side: side, now: row[column], then: row[column + 1], weeks: known)
        }
      }
      let moved = known < Movers.fewestKnown ? [] : all.filter(\.isNotable).sorted().prefix(limit)
      return Movers(
        week: week, known: known,
        moved: Answer(columns: Movers.columns, rows: moved.map(\.cells)),
        all: (all.reduce(0) { $0 + $1.now }, Move.rounded(all.reduce(0) { $0 + $1.before })))
    }
  }

  /// Whether a report was published in a week.
  private func isRead(week: CalendarDate, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM reports WHERE day BETWEEN ? AND ? AND \(Ledger.live("reports")))
          """), arguments: [week.description, week.adding(days: 6).description]) ?? false
  }
}

/// One side of what two countries have with each other: in one week, and in those before.
private struct Move: Comparable {
  let a: String
  let b: String
  let side: String
  let now: Int
  let before: Double

  init(a: String, b: String, side: String, now: Int, then: Int, weeks: Int) {
    (self.a, self.b, self.side, self.now) = (a, b, side, now)
    before = weeks == 0 ? 0 : Double(then) / Double(weeks)
  }

  private var change: Double { 2 * (Double(now).squareRoot() - before.squareRoot()) }

  var isNotable: Bool {
    abs(Double(now) - before) >= Movers.leastApart && abs(change) >= Movers.leastChange
  }

  var cells: [Answer.Cell] {
    [
      .text(a), .text(b), .text(side), .integer(now), .decimal(Move.rounded(before)),
      .decimal(Move.rounded(change)),
    ]
  }

  /// What changed most comes first.
  static func < (one: Move, other: Move) -> Bool {
    (-abs(one.change), one.a, one.b, one.side) < (-abs(other.change), other.a, other.b, other.side)
  }

  /// To a tenth.
  static func rounded(_ value: Double) -> Double { (10 * value).rounded() / 10 }
}
