internal import GRDB
import RapporteurCore

/// How a panel counts.
public struct PanelRules: Sendable, Equatable {
  /// The length of a period.
  public enum Period: String, Sendable, CaseIterable { case month, week }

  /// The length of a period.
  public var period: Period
  /// Leave corrections by analysts aside.
  public var asCoded = false
  /// Put an event that the text gives no date to the report's day of publication; else it is left out.
  public var datesByPublication = false

  /// Months or weeks, after corrections, dated events only.
  public init(period: Period) { self.period = period }
}

/// What one country did to another in one period, in one of PLOVER's quads.
public struct PanelCount: Sendable, Equatable {
  /// The first day of the period.
  public let start: String
  /// Who acted: an ISO 3166-1 alpha-3 code, or the code of a body.
  public let from: String
  /// To whom.
  public let to: String
  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  public let quad: Int
  /// How many happenings.
  public let happenings: Int
  /// How many articles told of them, each once for each happening.
  public let articles: Int
  /// How many origins assert them, each once for each happening.
  public let origins: Int
}

extension Ledger {
  /// Counts by period, pair of countries and quad; what nobody reports is not among them.
  ///
  /// Future, hypothetical and denied events are left out, and those that an analyst rejected.
  ///
  /// - Returns: The counts, and how many fitting events were left out for want of a date.
  public func panel(_ filter: Filter, _ rules: PanelRules) throws(LedgerError) -> (
    counts: [PanelCount], undated: Int
  ) {
    var filter = filter
    filter.asCoded = filter.asCoded || rules.asCoded
    return try read { [filter] db in
      let fit = try filter.fitted(db)
      let (events, leading) = try FilterPlan(filter, fit, db, wantsAll: true).events
      let arguments = leading + fit.arguments
      let query = PanelQuery(rules: rules, events: events, conditions: fit.sql)
      let rows = try Row.fetchAll(db, sql: query.counts, arguments: arguments)
      let counts = rows.map { row in
        PanelCount(
          start: row["start"], from: row["from"], to: row["to"], quad: row["quad"],
          happenings: row["happenings"],
          articles: row["articles"], origins: row["origins"])
      }
      return (counts, try Int.fetchOne(db, sql: query.undated, arguments: arguments) ?? 0)
    }
  }
}

/// The SQL of a panel.
struct PanelQuery {
  let rules: PanelRules
  /// The events to look at, as a table expression `e` with its report `r`.
  let events: String
  let conditions: String

  var counts: String {
    """
    \(fit),
    party (event, role, position, country) AS (
      SELECT f.id, p.role, p.position, a.country FROM fit f JOIN participants p ON p.event = f.id
      JOIN actors a ON a.id = p.actor
      WHERE a.country IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM fix x WHERE x.event = f.key AND x.field = p.role || '-country')
      UNION ALL
      SELECT f.id, replace(x.field, '-country', ''), j.key, j.value FROM fit f JOIN fix x ON x.event = f.key
      JOIN json_each('["' || replace(x.value, '; ', '","') || '"]') j
      WHERE x.field IN ('actor-country', 'recipient-country') AND x.value <> ''),
    pair AS (
      SELECT f.id, f.report, f.happening, f.type, \(start) AS start, a.country AS "from", b.country AS "to"
      FROM fit f JOIN party a ON a.event = f.id AND a.role = 'actor'
      JOIN party b ON b.event = f.id AND b.country <> a.country AND (b.role = 'recipient'
        OR NOT EXISTS (SELECT 1 FROM participants t WHERE t.event = f.id AND t.role = 'recipient'))
      WHERE f.day IS NOT NULL)
    SELECT p.start, p."from", p."to", \(quad) AS quad, count(DISTINCT p.happening) AS happenings,
      count(DISTINCT p.happening || '/' || p.report) AS articles,
      count(DISTINCT p.happening || '/' || o.root) AS origins
    FROM pair p LEFT JOIN origins o ON o.event = p.id AND o.stance = 'asserts'
    GROUP BY p.start, p."from", p."to", quad ORDER BY p.start, p."from", p."to", quad
    """
  }

  var undated: String { "\(fit) SELECT count(*) FROM fit WHERE day IS NULL" }

  /// The events that count, with the day by which they count.
  private var fit: String {
    """
    WITH fix AS (SELECT * FROM corrections\(rules.asCoded ? " WHERE 0" : "")),
    keyed AS (
      SELECT e.id, e.report, h.happening, \(EventKey.sql) AS key, e.type, e.status, e.date, r.day AS published
      FROM \(events) CROSS JOIN happening_events h ON h.event = e.id
      WHERE \(conditions)),
    fit AS (
      SELECT k.id, k.report, k.happening, k.key, coalesce(t.value, k.type) AS type, \(day) AS day
      FROM keyed k
      LEFT JOIN fix t ON t.event = k.key AND t.field = 'type'
      LEFT JOIN fix d ON d.event = k.key AND d.field = 'date'
      LEFT JOIN fix s ON s.event = k.key AND s.field = 'status'
      LEFT JOIN fix v ON v.event = k.key AND v.field = 'verdict'
      WHERE coalesce(v.value, '') <> 'reject'
        AND CASE WHEN s.value IS NULL
          THEN (k.status IN ('[]', '["historical"]')
              OR NOT EXISTS (SELECT 1 FROM json_each(k.status) WHERE value <> 'historical'))
            AND NOT EXISTS (SELECT 1 FROM factuality f WHERE f.event = k.id AND f.claim IS NULL AND f.value = 'CT-')
          ELSE s.value IN ('', 'historical') END)
    """
  }

  /// The date as far as the period needs it; a coarser one is none.
  private var day: String {
    let date = "coalesce(d.value, k.date)"
    let pattern =
      rules.period == .month
      ? "[0-9][0-9][0-9][0-9]-[0-9][0-9]*" : "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*"
    let dated = "CASE WHEN \(date) GLOB '\(pattern)' THEN substr(\(date), 1, 10) END"
    return rules.datesByPublication
      ? "CASE WHEN coalesce(\(date), '') = '' THEN k.published ELSE \(dated) END" : dated
  }

  private var start: String {
    rules.period == .month ? "substr(f.day, 1, 7) || '-01'" : "date(f.day, 'weekday 0', '-6 days')"
  }

  private var quad: String {
    "CASE p.type " + EventType.allCases.map { "WHEN '\($0.rawValue)' THEN \($0.quad)" }.joined(separator: " ")
      + " END"
  }
}
