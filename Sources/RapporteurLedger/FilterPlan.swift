internal import GRDB

/// Where a question begins: at the events that one condition leads to, or at the newest events (the largest happenings),
/// of which soon enough fit.
///
/// SQLite can't know how often a name or a word occurs. Each condition is counted up to a limit; as if conditions had
/// nothing to do with each other, that tells how far each way goes, and the shortest is taken.
struct FilterPlan {
  /// What is asked for.
  enum Wanted {
    /// So many of the newest events that fit.
    case newest(Int)
    /// So many of the largest happenings that have an event which fits.
    case largest(Int)
    /// All events that fit.
    case everything
  }

  /// Costs in microseconds, as measured on a ledger of a million events.
  private enum Cost {
    /// An event that a condition leads to: its row, its report, the other conditions, the sort.
    static let led = 12.0
    /// A country's part in an event, where nothing else is asked.
    static let party = 3.0
    /// An event on a walk along an index.
    static let step = 8.0
    /// A happening on a walk, with its events.
    static let happening = 50.0
  }

  /// How many events a happening has, about.
  private static let eventsOfHappening = 3.0

  /// The condition that leads; nil where the question walks.
  private let lead: FilterLead?
  /// The index along which a question walks, the newest day first; empty where the order does not matter.
  private let walk: Walk

  /// Whether a country's part is the whole question: its rows then answer by themselves.
  private let isAlone: Bool

  /// The rows along which a question walks.
  private enum Walk {
    /// The events, in any order.
    case all
    /// An index of events by day.
    case index(String)
    /// The events of a country's role, by day.
    case party(FilterLead.Party)
  }

  /// - Parameter wanted: What is asked for; the newest events where nil, as many as the filter's limit says.
  init(_ filter: Filter, _ fit: FilterFit, _ db: Database, wanted: Wanted? = nil) throws {
    let total = max(1, Double(try Int.fetchOne(db, sql: "SELECT events FROM totals") ?? 0))
    let leads = try filter.leads.map { ($0, try $0.count(db, of: total)) }
    let shortest = leads.min { $0.1 < $1.1 }
    let (walk, walked) = FilterPlan.walk(
      leads, wanted ?? .newest(filter.limit), total, isCorrected: !fit.added.isEmpty)
    self.walk = walk
    isAlone = leads.count == 1 && leads[0].0.kind == .party && fit.isAsCoded && filter.judged == nil
    let led = isAlone ? Cost.party : Cost.led
    guard let shortest, shortest.1 * led < walked else {
      lead = nil
      return
    }
    lead = shortest.0.adding(fit.added)
  }

  /// The cheapest walk, and what it costs.
  private static func walk(
    _ leads: [(FilterLead, Double)], _ wanted: Wanted, _ total: Double, isCorrected: Bool
  ) -> (Walk, Double) {
    func share(besides kinds: Set<FilterLead.Kind>) -> Double {
      leads.filter { !kinds.contains($0.0.kind) }.reduce(1) { $0 * max(1, $1.1) / total }
    }
    switch wanted {
    case .everything: return (.all, total * Cost.step)
    case .largest(let count):
      let hit = min(1, share(besides: []) * eventsOfHappening)
      return (.all, min(Double(count) / hit, total / eventsOfHappening) * Cost.happening)
    case .newest(let count):
      // A range of days is a piece of every one of these indexes.
      let days = leads.first { $0.0.kind == .days }.map { $0.1 / total } ?? 1
      func cost(_ own: FilterLead.Kind?, _ length: Double) -> Double {
        min(Double(count) / share(besides: own.map { [$0, .days] } ?? [.days]), length * days) * Cost.step
      }
      var best = (Walk.index("events_by_day"), cost(nil, total))
      if isCorrected { return best }
      for (lead, length) in leads {
        guard let walk = FilterPlan.walk(along: lead) else { continue }
        let price = cost(lead.kind, length)
        if price < best.1 { best = (walk, price) }
      }
      return best
    }
  }

  private static func walk(along lead: FilterLead) -> Walk? {
    switch lead.kind {
    case .type: .index("events_type_day")
    case .country: .index("events_country_day")
    case .party: lead.party.map(Walk.party)
    default: nil
    }
  }
}

extension FilterPlan {
  private static let report = "CROSS JOIN \(Ledger.reportFacts) ON r.id = e.report"

  /// The events to look at, as a table expression `e`, with its arguments; `r` is the report of each.
  var events: (sql: String, arguments: StatementArguments) {
    if let lead {
      return (
        "(SELECT DISTINCT id FROM (\(lead.sql))) l CROSS JOIN events e ON e.id = l.id \(FilterPlan.report)",
        lead.arguments
      )
    }
    switch walk {
    case .all: return ("events e \(FilterPlan.report)", StatementArguments())
    case .index(let name): return ("events e INDEXED BY \(name) \(FilterPlan.report)", StatementArguments())
    case .party(let party):
      let part = "y.country = ? AND y.role = ? AND y.day BETWEEN ? AND ?"
      return (
        "parties y CROSS JOIN events e ON e.id = y.event AND \(part) \(FilterPlan.report)",
        [party.country, party.role, party.since ?? "", party.until ?? "9999-99"]
      )
    }
  }

  /// Whether a condition leads, so that all the events to look at are few.
  var isLed: Bool { lead != nil }

  /// The newest events first, by columns that the walk has in this order.
  var newestFirst: String {
    if lead == nil, case .party = walk { return "y.day DESC, y.event" }
    return "e.day DESC, e.id"
  }

  /// The happenings that have an event which fits, as a table expression that ends in `c` (happening_counts) and its
  /// conditions, with its arguments.
  func happenings(_ fit: FilterFit) -> (sql: String, arguments: StatementArguments) {
    guard let lead else {
      let member = """
        SELECT 1 FROM happening_events h CROSS JOIN events e ON e.id = h.event CROSS JOIN \(Ledger.reportFacts)
          ON r.id = e.report
        WHERE h.happening = c.happening AND \(fit.sql)
        """
      return ("happening_counts c WHERE EXISTS (\(member))", fit.arguments)
    }
    let (events, arguments) = events
    var found =
      "SELECT DISTINCT h.happening FROM \(events) CROSS JOIN happening_events h ON h.event = e.id WHERE \(fit.sql)"
    if isAlone { found = "SELECT DISTINCT happening FROM parties WHERE country = ? AND role = ?" }
    return (
      "(\(found)) f CROSS JOIN happening_counts c ON c.happening = f.happening",
      isAlone ? lead.arguments : arguments + fit.arguments
    )
  }
}
