internal import GRDB

/// Where a question begins: at the events that its rarest condition leads to, or, where every condition is common, at the
/// newest events (the largest happenings), which then soon give enough.
///
/// SQLite can't know how often a name or a word occurs; counting the first few thousand of each tells.
struct FilterPlan {
  /// What one condition leads to: SQL that gives ids of events.
  struct Lead {
    let sql: String
    let arguments: StatementArguments
  }

  /// From this many events on a condition is common; where several must hold, few events fit all of them, and a longer
  /// way along one of them is shorter than a walk through all.
  static func common(_ conditions: Int) -> Int { conditions > 1 ? 30_000 : 8_000 }
  /// The same where every event that fits is wanted.
  static let everything = 400_000

  /// The rarest condition's lead; nil where all are common.
  let lead: Lead?
  /// The index along which a question walks where nothing leads it: from the newest day on.
  private let walk: String

  /// - Parameter wantsAll: Whether all events that fit are wanted, not the first ones.
  init(_ filter: Filter, _ fit: FilterFit, _ db: Database, wantsAll: Bool = false) throws {
    let leads = filter.leads
    var (lead, fewest) = (Lead?.none, wantsAll ? FilterPlan.everything : FilterPlan.common(leads.count))
    for candidate in leads {
      let count =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM (\(candidate.sql) LIMIT \(fewest))", arguments: candidate.arguments)
        ?? 0
      if count < fewest { (lead, fewest) = (candidate, count) }
    }
    walk = wantsAll ? "" : "INDEXED BY \(FilterPlan.index(filter, fit))"
    self.lead = lead.map { lead in
      guard !fit.added.isEmpty else { return lead }
      return Lead(
        sql:
          "SELECT id FROM (\(lead.sql)) UNION ALL SELECT id FROM events WHERE id IN (\(Filter.list(fit.added)))",
        arguments: lead.arguments)
    }
  }
}

extension FilterPlan {
  /// The index that holds the events of a type, of a country or all of them by day.
  private static func index(_ filter: Filter, _ fit: FilterFit) -> String {
    if !fit.added.isEmpty { return "events_by_day" }
    if filter.type != nil { return "events_type_day" }
    return filter.country != nil ? "events_country_day" : "events_by_day"
  }

  /// The events to look at, as a table expression `e`, with its arguments; `r` is the report of each.
  var events: (sql: String, arguments: StatementArguments) {
    let report = "CROSS JOIN \(Ledger.reportFacts) ON r.id = e.report"
    guard let lead else { return ("events e \(walk) \(report)", StatementArguments()) }
    return (
      "(SELECT DISTINCT id FROM (\(lead.sql))) l CROSS JOIN events e ON e.id = l.id \(report)", lead.arguments
    )
  }

  /// The happenings that have an event which fits, as a table expression that ends in `c` (happening_counts) and its
  /// conditions; its arguments stand before those of the conditions.
  func happenings(_ conditions: String) -> (sql: String, arguments: StatementArguments) {
    guard lead == nil else {
      let (events, arguments) = events
      let fit =
        "SELECT DISTINCT h.happening FROM \(events) CROSS JOIN happening_events h ON h.event = e.id WHERE \(conditions)"
      return ("(\(fit)) f CROSS JOIN happening_counts c ON c.happening = f.happening", arguments)
    }
    let fit = """
      SELECT 1 FROM happening_events h CROSS JOIN events e ON e.id = h.event CROSS JOIN \(Ledger.reportFacts)
        ON r.id = e.report
      WHERE h.happening = c.happening AND \(conditions)
      """
    return ("happening_counts c WHERE EXISTS (\(fit))", StatementArguments())
  }
}

extension Filter {
  /// What each of the conditions that have an index leads to: SQL with one column, `id`.
  var leads: [FilterPlan.Lead] {
    var leads: [FilterPlan.Lead] = []
    func add(_ sql: String, _ values: String?...) {
      guard let values = values as? [String], !values.isEmpty else { return }
      leads.append(FilterPlan.Lead(sql: sql, arguments: StatementArguments(values)))
    }
    add(Filter.reported("r.id IN (SELECT rowid FROM reports_words WHERE reports_words MATCH ?)"), words)
    if let actor = actor.flatMap(Filter.code), let recipient = recipient.flatMap(Filter.code) {
      add("SELECT event AS id FROM pairs WHERE source = ? AND target = ?", actor, recipient)
    } else {
      for (role, party) in [("actor", actor), ("recipient", recipient)] {
        guard let party else { continue }
        if Filter.code(party) != nil {
          add(Filter.participating(role, "a.country = ?"), party)
        } else {
          add(
            Filter.participating(role, "a.country = upper(?) OR a.name IN (\(Filter.names("actor")))"), party,
            party)
        }
      }
    }
    add("SELECT id FROM events WHERE type = ?", type?.uppercased())
    add("SELECT id FROM events WHERE place_country = ?", country?.uppercased())
    add("SELECT id FROM events WHERE place IN (\(Filter.names("place")))", place)
    add(Filter.reported("r.outlet IN (\(Filter.names("outlet")))"), outlet)
    add(
      """
      SELECT id FROM events
      WHERE status <> '[]' AND EXISTS (SELECT 1 FROM json_each(events.status) WHERE value = ?)
      """, status)
    add(Filter.responding, response)
    if judged == "recoded" { add(Filter.corrected("c.field <> 'verdict' AND ? = 'recoded'"), judged) }
    if judged == "accept" || judged == "reject" {
      add(Filter.corrected("c.field = 'verdict' AND c.value = ?"), judged)
    }
    add(Filter.corrected("c.field <> 'verdict' AND c.value = ? COLLATE NOCASE"), recoded)
    if since != nil || until != nil {
      add("SELECT id FROM events WHERE day >= ? AND day <= ?", since ?? "", until ?? "9999")
    }
    return leads
  }

  private static let responding = """
    SELECT x.event AS id FROM claims c CROSS JOIN (SELECT claim, event FROM claim_events
      UNION ALL SELECT claim, event FROM event_claims) x ON x.claim = c.id WHERE c.response = ?
    """

  /// The events that analysts' corrections `c` of some kind are about.
  private static func corrected(_ condition: String) -> String {
    """
    SELECT e.id FROM corrections c CROSS JOIN reports r ON r.stable_id = substr(c.event, 1, instr(c.event, '@') - 1)
    CROSS JOIN events e ON e.report = r.id AND e.anchor = substr(c.event, instr(c.event, '@') + 1) WHERE \(condition)
    """
  }

  private static func reported(_ condition: String) -> String {
    "SELECT e.id FROM reports r CROSS JOIN events e ON e.report = r.id WHERE \(condition)"
  }

  private static func participating(_ role: String, _ condition: String) -> String {
    """
    SELECT p.event AS id FROM actors a CROSS JOIN participants p ON p.actor = a.id AND p.role = '\(role)'
    WHERE \(condition)
    """
  }

  /// The names that hold a part.
  private static func names(_ kind: String) -> String {
    "SELECT name FROM names WHERE kind = '\(kind)' AND name LIKE '%' || ? || '%'"
  }
}
