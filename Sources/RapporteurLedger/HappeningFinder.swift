internal import GRDB

/// Puts the events of a new report to the happenings that they are, or makes new ones; then counts origins.
///
/// Each event is put once, to the happening of the event that it is most like. Nothing is merged: an analyst may.
struct HappeningFinder {
  /// The most events that a new one is compared with.
  static let mostCompared = 200

  let db: Database

  /// Places all events of a report.
  ///
  /// - Parameter former: Where its events stood before it was read anew, by anchor.
  func place(report: Int64, former: [String: Int64] = [:]) throws {
    let events = try Row.fetchAll(
      db, sql: "SELECT id, anchor FROM events WHERE report = ? ORDER BY number", arguments: [report])
    for event in events {
      let anchor: String? = event["anchor"]
      let (happening, reason) = try place(event: event["id"], former: anchor.flatMap { former[$0] })
      try insert(
        db, into: "happening_events",
        ["event": event["id"] as Int64, "happening": happening, "reason": reason])
    }
    try OriginTracer(db: db).trace(report: report)
  }

  /// Where an event belongs: what a person said goes before what the words say.
  private func place(event: Int64, former: Int64?) throws -> (happening: Int64, reason: String) {
    if let ruling = try Ruling(on: event, db) { return (try ruling.happening(db), ruling.reason) }
    if let former, try HappeningNumbers(db: db).isEmptyAndMarked(former) {
      return (former, "kept: a person's fields hang on it")
    }
    guard let facts = try EventFacts(event, db) else {
      return (try HappeningNumbers(db: db).next(), "no words")
    }
    var best: (happening: Int64, likeness: Likeness)?
    for candidate in try candidates(for: facts) {
      guard let other = try EventFacts(candidate.event, db) else { continue }
      let likeness = Likeness(facts, other)
      guard likeness.isOne else { continue }
      if try isCopied(facts, other), let ruling = try Ruling(on: candidate.event, db) {
        return (try ruling.happening(db), "copy of what \(ruling.analyst) placed here")
      }
      if best.map({ likeness.isCloser(than: $0.likeness) }) ?? true { best = (candidate.happening, likeness) }
    }
    if let best { return (best.happening, best.likeness.reasons.joined(separator: "; ")) }
    if let former, try HappeningNumbers(db: db).isEmpty(former) { return (former, "first report of it") }
    return (try HappeningNumbers(db: db).next(), "first report of it")
  }

  /// Whether two like events stand in reports of which one copies the other.
  private func isCopied(_ a: EventFacts, _ b: EventFacts) throws -> Bool {
    guard a.type == b.type, a.trigger == b.trigger else { return false }
    return try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM edges WHERE kind = 'relay' AND
          (source = ?1 AND target = ?2 OR source = ?2 AND target = ?1))
        """, arguments: [a.report, b.report]) ?? false
  }

  /// How many of the newest actors of one identity or country are looked at, however many there are.
  static let newestActors = 500

  /// Events of other reports of the same family that share an actor, a country or the text: those that share most, the
  /// newest first.
  private func candidates(for facts: EventFacts) throws -> [(event: Int64, happening: Int64)] {
    var near: [Int64: Int] = [:]
    for (column, keys, weight) in [("identity", facts.identities, 2), ("country", facts.countries, 1)] {
      for key in keys {
        for event in try events(withActor: column, key) { near[event, default: 0] += weight }
      }
    }
    for event in try relatedEvents(of: facts.report) { near[event, default: 0] += 3 }
    near[facts.id] = nil
    let family = Likeness.family(of: facts.type)
    var found: [(event: Int64, happening: Int64)] = []
    for (event, _) in near.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
      guard found.count < HappeningFinder.mostCompared else { break }
      if let happening = try happening(of: event, in: family, besides: facts.report) {
        found.append((event, happening))
      }
    }
    return found.sorted { $0.event > $1.event }
  }

  private func events(withActor column: String, _ key: String) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT p.event FROM (SELECT id FROM actors WHERE \(column) = ?
            ORDER BY id DESC LIMIT \(HappeningFinder.newestActors)) a CROSS JOIN participants p ON p.actor = a.id
          """), arguments: [key])
  }

  private func relatedEvents(of report: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT e.id FROM edges g JOIN events e ON e.report = g.target WHERE g.source = ?1
          UNION SELECT e.id FROM edges g JOIN events e ON e.report = g.source WHERE g.target = ?1
          """), arguments: [report])
  }

  private func happening(of event: Int64, in family: [String], besides report: Int64) throws -> Int64? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT e.type, e.report, h.happening FROM events e JOIN happening_events h ON h.event = e.id WHERE e.id = ?
          """), arguments: [event])
    guard let row, family.contains(row["type"]), row["report"] != report else { return nil }
    return row["happening"]
  }
}
