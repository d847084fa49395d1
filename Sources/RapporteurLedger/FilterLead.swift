internal import GRDB

/// What one condition of a filter leads to: the events that fulfil it, by an index.
struct FilterLead {
  /// Which condition.
  enum Kind: Hashable {
    case words, pair, party, name, type, country, place, outlet, status, response, marks, days
  }

  /// A country's part in events, within days.
  struct Party {
    let country: String
    let role: String
    let since: String?
    let until: String?
  }

  let kind: Kind
  /// SQL that gives ids of events in one column, `id`.
  let sql: String
  let arguments: StatementArguments
  /// Rows of an index that tell how many there are; the lead's own where nil.
  var counted: String?
  /// What each of those rows stands for.
  var unit = Unit.event
  var party: Party?

  /// What a counted row is.
  enum Unit { case event, report, reportWithStatus, actor }

  /// Nothing is counted further than this: what is more common leads nowhere.
  private static let most = 50_000

  /// How many events this leads to, about.
  func count(_ db: Database, of events: Double) throws -> Double {
    let rows =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (\(counted ?? sql) LIMIT \(FilterLead.most))", arguments: arguments)
      ?? 0
    return min(events, Double(rows) * (try weight(db, events)))
  }

  private func weight(_ db: Database, _ events: Double) throws -> Double {
    switch unit {
    case .event: 1
    case .report: try eventsOfReport(db, events)
    // About one event in ten has a status.
    case .reportWithStatus: try eventsOfReport(db, events) / 10
    // A named actor acts in about every second report, and as often receives.
    case .actor: 0.5
    }
  }

  private func eventsOfReport(_ db: Database, _ events: Double) throws -> Double {
    events / max(1, Double(try Int.fetchOne(db, sql: "SELECT reports FROM totals") ?? 0))
  }

  /// The same with further events.
  func adding(_ events: [Int64]) -> FilterLead {
    if events.isEmpty { return self }
    let sql = "SELECT id FROM (\(sql)) UNION ALL SELECT id FROM events WHERE id IN (\(Filter.list(events)))"
    return FilterLead(kind: kind, sql: sql, arguments: arguments)
  }
}

extension Filter {
  /// From this many reports on words are common: each report is then looked up in the word index, no list is made.
  ///
  /// A list costs about 0.14 µs for each report in it. Looking up costs 0.1 to 0.5 ms a report, since each begins anew in the
  /// word's list, and as many are looked up as pass before enough have fitted: few where the word is in most of them.
  private static let commonWords = 100_000

  /// Whether the reports that hold the words are few enough to be listed.
  func hasRareWords(_ db: Database) throws -> Bool {
    guard let words else { return true }
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (SELECT 1 FROM reports_words WHERE reports_words MATCH ? LIMIT ?)",
      arguments: [words, Filter.commonWords])
    return (count ?? 0) < Filter.commonWords
  }

  /// What each of the conditions that have an index leads to.
  var leads: [FilterLead] {
    var leads = partyLeads
    let reportUnit = status == nil ? FilterLead.Unit.report : .reportWithStatus
    func add(
      _ kind: FilterLead.Kind, _ sql: String, _ values: String?..., counted: String? = nil,
      unit: FilterLead.Unit = .event
    ) {
      guard let values = values as? [String], !values.isEmpty else { return }
      leads.append(
        FilterLead(kind: kind, sql: sql, arguments: StatementArguments(values), counted: counted, unit: unit))
    }
    add(
      .words, reported("r.id IN (SELECT rowid FROM reports_words WHERE reports_words MATCH ?)"), words,
      counted: "SELECT 1 FROM reports_words WHERE reports_words MATCH ?", unit: reportUnit)
    add(.type, "SELECT id FROM events WHERE type = ?", type?.uppercased())
    add(.country, "SELECT id FROM events WHERE place_country = ?", country?.uppercased())
    add(.place, "SELECT id FROM events WHERE place IN (\(Filter.names("place")))", place)
    let outlets = "r.outlet IN (\(Filter.names("outlet")))"
    add(
      .outlet, reported(outlets), outlet, counted: "SELECT 1 FROM reports r WHERE \(outlets)",
      unit: reportUnit)
    add(
      .status,
      """
      SELECT id FROM events
      WHERE status <> '[]' AND EXISTS (SELECT 1 FROM json_each(events.status) WHERE value = ?)
      """, status, counted: "SELECT 1 FROM events WHERE status <> '[]' AND ? <> ''")
    add(.response, Filter.responding, response)
    if judged == "recoded" { add(.marks, Filter.corrected("c.field <> 'verdict' AND ? = 'recoded'"), judged) }
    if judged == "accept" || judged == "reject" {
      add(.marks, Filter.corrected("c.field = 'verdict' AND c.value = ?"), judged)
    }
    add(.marks, Filter.corrected("c.field <> 'verdict' AND c.value = ? COLLATE NOCASE"), recoded)
    if since != nil || until != nil {
      add(.days, "SELECT id FROM events WHERE day >= ? AND day <= ?", since ?? "", until ?? "9999")
    }
    return leads
  }

  /// What actor and recipient lead to; two countries together, since they are not independent.
  private var partyLeads: [FilterLead] {
    let parties = [("actor", actor), ("recipient", recipient)].compactMap { role, party in
      party.map { (role: role, name: $0) }
    }
    let codes = parties.compactMap { party in
      Filter.code(party.name).map {
        FilterLead.Party(country: $0, role: party.role, since: since, until: until)
      }
    }
    if codes.count == 2 {
      return [
        FilterLead(
          kind: .pair, sql: "SELECT event AS id FROM pairs WHERE source = ? AND target = ?",
          arguments: [codes[0].country, codes[1].country])
      ]
    }
    return codes.map(FilterLead.init(party:))
      + parties.filter { Filter.code($0.name) == nil }.map { FilterLead(name: $0.name, role: $0.role) }
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

  /// The events of reports; where a status is asked for, the few that have one.
  private func reported(_ condition: String) -> String {
    let events = status == nil ? "events e" : "events e INDEXED BY events_status"
    let rest = status == nil ? "" : " AND e.status <> '[]'"
    return "SELECT e.id FROM reports r CROSS JOIN \(events) ON e.report = r.id\(rest) WHERE \(condition)"
  }

  /// The names that hold a part.
  fileprivate static func names(_ kind: String) -> String {
    "SELECT name FROM names WHERE kind = '\(kind)' AND name LIKE '%' || ? || '%'"
  }
}

extension FilterLead {
  fileprivate init(party: Party) {
    self.init(
      kind: .party, sql: "SELECT event AS id FROM parties WHERE country = ? AND role = ?",
      arguments: [party.country, party.role], party: party)
  }

  fileprivate init(name: String, role: String) {
    let actors = "a.country = upper(?) OR a.name IN (\(Filter.names("actor")))"
    self.init(
      kind: .name,
      sql: """
        SELECT p.event AS id FROM actors a CROSS JOIN participants p ON p.actor = a.id AND p.role = '\(role)'
        WHERE \(actors)
        """, arguments: [name, name], counted: "SELECT 1 FROM actors a WHERE \(actors)", unit: .actor)
  }
}
