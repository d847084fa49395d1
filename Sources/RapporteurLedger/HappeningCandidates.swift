internal import GRDB
import RapporteurCore

/// The events of other reports that may be the happening of a new one.
///
/// Every list has a limit, so that the millionth report costs what the thousandth did; the lists of countries are
/// stretches of one index.
struct HappeningCandidates {
  /// The most events that a new one is compared with.
  static let mostCompared = 80
  /// How many of the newest actors of one identity are looked at.
  private static let newestActors = 250
  /// How many of a country's newest parts in events, within the time in which reports can be on one happening.
  private static let newestParts = 1000

  let db: Database
  let facts: EventFacts

  /// An event on its way to be compared.
  private struct Nearness {
    var score: Int
    let isCloseInTime: Bool
  }

  /// Those that share most actors, countries, text and time; the newest first.
  func closest() throws -> [(event: Int64, happening: Int64)] {
    var near: [Int64: Nearness] = [:]
    func count(_ rows: [Row], _ weight: Int) {
      var counted: Set<Int64> = []
      for row in rows where counted.insert(row[0]).inserted {
        let event: Int64 = row[0]
        if near[event] == nil { near[event] = nearness(row) }
        near[event]?.score += weight
      }
    }
    for identity in facts.identities.sorted() { count(try events(of: identity), 2) }
    for country in facts.countries.sorted() { count(try events(in: country), 1) }
    count(try relatedEvents(), 3)
    let closest = near.filter { $0.value.isCloseInTime }.sorted {
      ($0.value.score, $0.key) > ($1.value.score, $1.key)
    }.prefix(HappeningCandidates.mostCompared)
    return try closest.compactMap { event, _ in try happening(of: event).map { (event, $0) } }
      .sorted { $0.event > $1.event }
  }

  /// What an event's type and day tell, before its words are looked at.
  private func nearness(_ row: Row) -> Nearness {
    let score = row[1] == facts.type ? 1 : 0
    guard row[2], let mine = facts.day, let other = CalendarDate(iso: String((row[3] as String).prefix(10)))
    else { return Nearness(score: score, isCloseInTime: true) }
    let gap = abs(mine.daysSinceEpoch - other.daysSinceEpoch)
    return Nearness(score: gap == 0 ? score + 2 : score, isCloseInTime: gap <= Likeness.mostDaysBetweenDates)
  }

  // MARK: Lists

  /// The conditions of a candidate: another report's event of the same family; ?1 to ?4 are the types and the report.
  private static let isOther = "e.type IN (?1, ?2, ?3) AND e.report <> ?4"
  private static let columns =
    "e.id, e.type, coalesce(e.date_grain, '') IN ('day', 'hour', 'minute'), coalesce(e.day, '')"

  /// The values of `isOther`.
  private var others: StatementArguments {
    let family = Likeness.family(of: facts.type)
    let types = (0..<3).map { family[min($0, family.count - 1)] }
    return StatementArguments(types) + [facts.report]
  }

  private func events(of identity: String) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT \(HappeningCandidates.columns) FROM (SELECT id FROM actors WHERE identity = ?5
            ORDER BY id DESC LIMIT \(HappeningCandidates.newestActors)) a CROSS JOIN participants p ON p.actor = a.id
            CROSS JOIN events e ON e.id = p.event WHERE \(HappeningCandidates.isOther)
          """), arguments: others + [identity])
  }

  /// The days from which a report may be on the same happening.
  private var days: (first: String, last: String) {
    let known = [facts.day, facts.published].compactMap { $0 }
    guard let first = known.min(), let last = known.max() else { return ("", "9999-99-99") }
    return (
      first.adding(days: -Likeness.mostDays).description, last.adding(days: Likeness.mostDays).description
    )
  }

  private func events(in country: String) throws -> [Row] {
    try parts(of: country, days.first, days.last)
      + (facts.day.map { day in
        try parts(of: country, day.adding(days: -1).description, day.adding(days: 1).description)
      } ?? [])
  }

  private func parts(of country: String, _ first: String, _ last: String) throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT event, type, exact, day FROM (SELECT * FROM parties WHERE country = ?5 AND day BETWEEN ?6 AND ?7
            ORDER BY day DESC LIMIT \(HappeningCandidates.newestParts)) e WHERE \(HappeningCandidates.isOther)
          """), arguments: others + [country, first, last])
  }

  /// The events of reports that copy, cite or supersede this one, or that it does.
  private func relatedEvents() throws -> [Row] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(HappeningCandidates.columns) FROM edges g JOIN events e ON e.report = g.target
            WHERE g.source = ?4 AND \(HappeningCandidates.isOther)
          UNION SELECT \(HappeningCandidates.columns) FROM edges g JOIN events e ON e.report = g.source
            WHERE g.target = ?4 AND \(HappeningCandidates.isOther)
          """), arguments: others)
  }

  private func happening(of event: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT happening FROM happening_events WHERE event = ?"), arguments: [event])
  }
}
