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
    var quotations: [Int64: Quotations] = [:]
    func quotes(_ report: Int64) throws -> Quotations {
      if let known = quotations[report] { return known }
      let found = try Quotations(of: report, db)
      quotations[report] = found
      return found
    }
    for candidate in try candidates(for: facts) {
      guard let other = try EventFacts(candidate.event, db) else { continue }
      var likeness = Likeness(facts, other)
      if likeness.isNear, try quotes(facts.report).shares(quotes(other.report)) {
        likeness.addSharedQuotation()
      }
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
        for event in try events(like: facts, withActor: column, key) { near[event, default: 0] += weight }
      }
    }
    for event in try relatedEvents(like: facts) { near[event, default: 0] += 3 }
    let closest = near.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(HappeningFinder.mostCompared)
    return try closest.compactMap { event, _ in try happening(of: event).map { (event, $0) } }
      .sorted { $0.event > $1.event }
  }

  /// The conditions of a candidate: another report's event of the same family; ?1 to ?4 are the types and the report.
  private static let isOther = "e.type IN (?1, ?2, ?3) AND e.report <> ?4"

  /// The values of `isOther`.
  private func others(than facts: EventFacts) -> StatementArguments {
    let family = Likeness.family(of: facts.type)
    let types = (0..<3).map { family[min($0, family.count - 1)] }
    return StatementArguments(types) + [facts.report]
  }

  private func events(like facts: EventFacts, withActor column: String, _ key: String) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT p.event FROM (SELECT id FROM actors WHERE \(column) = ?5
            ORDER BY id DESC LIMIT \(HappeningFinder.newestActors)) a CROSS JOIN participants p ON p.actor = a.id
            CROSS JOIN events e ON e.id = p.event WHERE \(HappeningFinder.isOther)
          """), arguments: others(than: facts) + [key])
  }

  /// The events of reports that copy, cite or supersede this one, or that it does.
  private func relatedEvents(like facts: EventFacts) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT e.id FROM edges g JOIN events e ON e.report = g.target
            WHERE g.source = ?4 AND \(HappeningFinder.isOther)
          UNION SELECT e.id FROM edges g JOIN events e ON e.report = g.source
            WHERE g.target = ?4 AND \(HappeningFinder.isOther)
          """), arguments: others(than: facts))
  }

  private func happening(of event: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT happening FROM happening_events WHERE event = ?"), arguments: [event])
  }
}
