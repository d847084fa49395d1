internal import GRDB
internal import RapporteurCore

/// The SQL of a panel: rows of pairs as `PanelTally` takes them.
///
/// What no person corrected stands in `pairs`, ready to be counted. The few corrected events are put together from their
/// parts.
struct PanelQuery {
  typealias Query = (sql: String, arguments: StatementArguments)

  let rules: PanelRules
  let filter: Filter
  let fit: FilterFit
  let plan: FilterPlan
  /// The ids of corrected events, parted by commas.
  let corrected: String

  /// The events of which a person corrected anything, the verdict too.
  static let corrected = """
    SELECT DISTINCT e.id FROM corrections c
    CROSS JOIN reports r ON r.stable_id = substr(c.event, 1, instr(c.event, '@') - 1)
    CROSS JOIN events e ON e.report = r.id AND e.anchor = substr(c.event, instr(c.event, '@') + 1)
    """

  private static func columns(of pair: String) -> String {
    ["source", "target", "day", "dated", "quad", "event", "happening", "report", "roots"]
      .map { "\(pair).\($0)" }.joined(separator: ", ")
  }

  // MARK: As it was read

  /// What was read and not corrected.
  var pairs: [Query] {
    let rest = "x.counts = 1 AND x.event NOT IN (\(corrected))"
    if let countries { return between(countries.0, countries.1, rest) }
    if isOfDaysAlone {
      let days = filter.since == nil && filter.until == nil ? "" : " INDEXED BY pairs_day"
      return [
        (
          "SELECT \(PanelQuery.columns(of: "x")) FROM pairs x\(days) WHERE x.day BETWEEN ? AND ? AND \(rest)",
          [filter.since ?? "", filter.until ?? PanelQuery.never]
        )
      ]
    }
    let (events, leading) = plan.events
    return [
      (
        "SELECT \(PanelQuery.columns(of: "x")) FROM \(events) CROSS JOIN pairs x ON x.event = e.id WHERE \(rest) AND \(fit.sql)",
        leading + fit.arguments
      )
    ]
  }

  /// After every day.
  private static let never = "9999-99-99"

  /// The pair's own rows; an event of several pairs brings all of them.
  private func between(_ source: String, _ target: String, _ rest: String) -> [Query] {
    let own = "x.source = ? AND x.target = ? AND x.day BETWEEN ? AND ? AND x.received = 1 AND \(rest)"
    let arguments: StatementArguments = [
      source, target, filter.since ?? "", filter.until ?? PanelQuery.never,
    ]
    let others = PanelQuery.columns(of: "z")
    return [
      ("SELECT \(PanelQuery.columns(of: "x")) FROM pairs x WHERE \(own) AND x.alone = 1", arguments),
      (
        "SELECT \(others) FROM pairs x CROSS JOIN pairs z ON z.event = x.event WHERE \(own) AND x.alone = 0",
        arguments
      ),
    ]
  }

  /// The two countries, where the filter asks for nothing else but days.
  private var countries: (String, String)? {
    guard let actor = filter.actor.flatMap(Filter.code), let recipient = filter.recipient.flatMap(Filter.code)
    else { return nil }
    var rest = filter
    (rest.actor, rest.recipient) = (nil, nil)
    return PanelQuery.asksForDaysAlone(rest) ? (actor, recipient) : nil
  }

  private var isOfDaysAlone: Bool { PanelQuery.asksForDaysAlone(filter) }

  private static func asksForDaysAlone(_ filter: Filter) -> Bool {
    var days = Filter()
    (days.since, days.until, days.limit, days.asCoded) = (
      filter.since, filter.until, filter.limit, filter.asCoded
    )
    return filter == days
  }

  // MARK: Without a date

  /// How many uncorrected events that fit have no date for the panel; nil where the tally has seen all that fit.
  var undated: Query? {
    if countries != nil { return nil }
    let (events, leading) = plan.events
    return (
      """
      SELECT count(*) FROM \(events) WHERE e.id NOT IN (\(corrected)) AND \(lacksDate) AND \(fit.sql)
        AND NOT EXISTS (SELECT 1 FROM json_each(e.status) WHERE value <> 'historical')
        AND NOT EXISTS (SELECT 1 FROM factuality f WHERE f.event = e.id AND f.claim IS NULL AND f.value = 'CT-')
      """, leading + fit.arguments
    )
  }

  private var lacksDate: String {
    let isCoarse = "coalesce(e.date, '') NOT GLOB '\(rules.period.pattern)'"
    return rules.datesByPublication ? "coalesce(e.date, '') <> '' AND \(isCoarse)" : isCoarse
  }

  // MARK: Corrected

  /// How many corrected events that fit have no date for the panel.
  var undatedCorrected: Query? {
    guard !corrected.isEmpty else { return nil }
    let isCoarse = "day NOT GLOB '\(rules.period.pattern)'"
    let lacks = rules.datesByPublication ? isCoarse : "dated = 0 OR \(isCoarse)"
    return ("\(correctedEvents) SELECT count(*) FROM fit WHERE \(lacks)", fit.arguments)
  }

  /// Pairs of corrected events, after the corrections.
  var correctedPairs: [Query] {
    guard !corrected.isEmpty else { return [] }
    return [
      (
        """
        \(correctedEvents),
        party (event, role, position, country) AS (
          SELECT f.id, p.role, p.position, a.country FROM fit f JOIN participants p ON p.event = f.id
          JOIN actors a ON a.id = p.actor
          WHERE a.country IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM corrections x WHERE x.event = f.key AND x.field = p.role || '-country')
          UNION ALL
          SELECT f.id, replace(x.field, '-country', ''), j.key, j.value FROM fit f JOIN corrections x ON x.event = f.key
          JOIN json_each('["' || replace(x.value, '; ', '","') || '"]') j
          WHERE x.field IN ('actor-country', 'recipient-country') AND x.value <> '')
        SELECT DISTINCT a.country, b.country, f.day, f.dated, \(PanelQuery.quad), f.id, f.happening, f.report,
          coalesce((SELECT group_concat(o.root, char(10)) FROM origins o
            WHERE o.event = f.id AND o.stance = 'asserts'), '')
        FROM fit f JOIN party a ON a.event = f.id AND a.role = 'actor'
        JOIN party b ON b.event = f.id AND (b.role = 'recipient'
          OR NOT EXISTS (SELECT 1 FROM participants t WHERE t.event = f.id AND t.role = 'recipient'))
        """, fit.arguments
      )
    ]
  }

  /// The corrected events that fit and count, with the day by which they count.
  private var correctedEvents: String {
    """
    WITH keyed AS (
      SELECT e.id, e.report, h.happening, \(EventKey.sql) AS key, e.type, e.status, e.date, r.day AS published
      FROM events e JOIN reports r ON r.id = e.report JOIN happening_events h ON h.event = e.id
      WHERE e.id IN (\(corrected)) AND \(fit.sql)),
    fit AS (
      SELECT k.id, k.report, k.happening, k.key, coalesce(t.value, k.type) AS type,
        coalesce(nullif(coalesce(d.value, k.date), ''), k.published, '') AS day,
        coalesce(d.value, k.date, '') <> '' AS dated
      FROM keyed k
      LEFT JOIN corrections t ON t.event = k.key AND t.field = 'type'
      LEFT JOIN corrections d ON d.event = k.key AND d.field = 'date'
      LEFT JOIN corrections s ON s.event = k.key AND s.field = 'status'
      LEFT JOIN corrections v ON v.event = k.key AND v.field = 'verdict'
      WHERE coalesce(v.value, '') <> 'reject'
        AND CASE WHEN s.value IS NULL
          THEN NOT EXISTS (SELECT 1 FROM json_each(k.status) WHERE value <> 'historical')
            AND NOT EXISTS (SELECT 1 FROM factuality f WHERE f.event = k.id AND f.claim IS NULL AND f.value = 'CT-')
          ELSE s.value IN ('', 'historical') END)
    """
  }

  private static var quad: String {
    "CASE f.type " + EventType.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.quad)" }.joined(separator: " ")
      + " END"
  }
}

extension PanelRules.Period {
  /// What a date must begin with to tell the period, as SQLite's GLOB.
  var pattern: String {
    let month = "[0-9][0-9][0-9][0-9]-[0-9][0-9]"
    return self == .month ? month + "*" : month + "-[0-9][0-9]*"
  }
}
