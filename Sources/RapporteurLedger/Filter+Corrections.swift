internal import GRDB

extension Filter {
  /// The conditions on `e` (events) and `r` (reports) as SQL with their arguments, after what analysts corrected.
  ///
  /// Corrected events are few. Those that fit otherwise than they were coded are looked up first and named by number, so
  /// that all others are still found by the indexes.
  func fitted(_ db: Database) throws -> FilterFit {
    let isRare = try hasRareWords(db)
    let (coded, arguments) = conditions(hasRareWords: isRare)
    let plain = FilterFit(sql: coded, arguments: arguments, added: [], isAsCoded: true)
    guard !asCoded else { return plain }
    let events = try Int64.fetchAll(db, sql: Filter.correctedEvents)
    guard !events.isEmpty else { return plain }
    let (corrected, values) = correctedConditions(hasRareWords: isRare)
    let before = try Filter.ids(among: events, coded, arguments, db)
    let after = try Filter.ids(among: events, corrected, values, db)
    let (added, removed) = (after.subtracting(before).sorted(), before.subtracting(after).sorted())
    var sql = coded
    if !removed.isEmpty { sql = "(\(sql)) AND e.id NOT IN (\(Filter.list(removed)))" }
    if !added.isEmpty { sql = "(\(sql) OR e.id IN (\(Filter.list(added))))" }
    return FilterFit(
      sql: sql, arguments: arguments, added: added, isAsCoded: added.isEmpty && removed.isEmpty)
  }

  /// The events that a person corrected, as they are numbered now.
  private static let correctedEvents = """
    SELECT DISTINCT e.id FROM corrections c
    CROSS JOIN reports r ON r.stable_id = substr(c.event, 1, instr(c.event, '@') - 1)
    CROSS JOIN events e ON e.report = r.id AND e.anchor = substr(c.event, instr(c.event, '@') + 1)
    WHERE c.field <> 'verdict'
    """

  private static func ids(
    among events: [Int64], _ conditions: String, _ arguments: StatementArguments, _ db: Database
  ) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT e.id FROM events e JOIN reports r ON r.id = e.report
        WHERE e.id IN (\(list(events))) AND \(conditions)
        """, arguments: arguments)
  }

  static func list(_ numbers: [Int64]) -> String { numbers.map(String.init).joined(separator: ", ") }

  /// The conditions of which analysts may have corrected the field, on the corrected values; the rest as it is.
  private func correctedConditions(hasRareWords: Bool) -> (sql: String, arguments: StatementArguments) {
    var rest = self
    (rest.actor, rest.recipient, rest.type, rest.country, rest.place) = (nil, nil, nil, nil, nil)
    (rest.status, rest.since, rest.until) = (nil, nil, nil)
    var (sql, arguments) = rest.conditions(hasRareWords: hasRareWords)
    func add(_ condition: String, _ value: String?, times count: Int = 1) {
      guard let value else { return }
      sql += " AND " + condition
      arguments += StatementArguments(Array(repeating: value, count: count))
    }
    add(Filter.correctedParty("actor"), actor, times: 4)
    add(Filter.correctedParty("recipient"), recipient, times: 4)
    add("coalesce(\(Filter.now("type")), e.type) = ?", type?.uppercased())
    add("coalesce(\(Filter.now("country")), e.place_country) LIKE '%' || ? || '%'", country?.uppercased())
    add("coalesce(\(Filter.now("place")), e.place) LIKE '%' || ? || '%'", place)
    add("coalesce(\(Filter.now("status")), e.status) LIKE '%' || ? || '%'", status)
    add("coalesce(nullif(\(Filter.now("date")), ''), e.day) >= ?", since)
    add("coalesce(nullif(\(Filter.now("date")), ''), e.day) <= ?", until)
    return (sql, arguments)
  }

  /// What a person put in a field of the event; null where nobody did.
  private static func now(_ field: String) -> String {
    "(SELECT c.value FROM corrections c WHERE c.event = \(EventKey.sql) AND c.field = '\(field)')"
  }

  private static func correctedParty(_ role: String) -> String {
    func party(_ condition: String) -> String {
      """
      EXISTS (SELECT 1 FROM participants p JOIN actors a ON a.id = p.actor
        WHERE p.event = e.id AND p.role = '\(role)' AND \(condition))
      """
    }
    let (names, codes) = (now(role), now(role + "-country"))
    return """
      (CASE WHEN \(names) IS NULL THEN \(party("a.name LIKE '%' || ? || '%'")) ELSE \(names) LIKE '%' || ? || '%' END
      OR CASE WHEN \(codes) IS NULL THEN \(party("a.country = upper(?)")) ELSE \(codes) LIKE '%' || upper(?) || '%' END)
      """
  }
}

/// The conditions of a filter, as SQL on `e` (events) and `r` (reports).
struct FilterFit {
  let sql: String
  let arguments: StatementArguments
  /// Events that fit only since they were corrected.
  let added: [Int64]
  /// Whether no correction changes what fits.
  let isAsCoded: Bool
}
