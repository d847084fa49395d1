internal import GRDB

/// What two actors did to each other, as far as the latest mentions of the rarer of the two tell.
public struct ActorDealings: Sendable {
  /// Of how many mentions it is told; each is one report that names the actor.
  public static let recalled = 1_000

  /// By week, as `Ledger.weeks` gives it for two countries.
  public let weeks: Answer
  /// By type, as `Ledger.types` gives it.
  public let types: Answer
  /// The happenings, the latest first, as `Ledger.dealings` gives them.
  public let happenings: Answer
}

extension Ledger {
  /// What two actors did to each other: one acts on the other, or both act together and on nobody.
  ///
  /// - Parameters:
  ///   - a: An identity.
  ///   - b: Another.
  ///   - days: The first and the last day that types and happenings are of; all where nil.
  ///   - limit: The most happenings.
  public func dealings(
    ofActors a: String, and b: String, in days: ClosedRange<String>? = nil, limit: Int
  ) throws(LedgerError) -> ActorDealings {
    try read { db in
      let dealt = try dealt(a, b, db)
      let (first, last) = (days?.lowerBound ?? "", days?.upperBound ?? "9999-99-99")
      return ActorDealings(
        weeks: try Ledger.weekly(
          Row.fetchCursor(
            db,
            sql: """
              SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
              FROM json_each(?)
              """, arguments: [dealt])),
        types: try Answer(
          db,
          sql: """
            WITH \(Ledger.chosen)
            SELECT e.type AS type, e.quad AS quad, count(*) AS events, count(DISTINCT d.happening) AS happenings,
              count(DISTINCT d.report) AS reports
            FROM dealt d CROSS JOIN events e ON e.id = d.event GROUP BY e.type, e.quad ORDER BY happenings DESC, type
            """, arguments: [dealt, first, last]),
        happenings: try Answer(
          db,
          sql: """
            WITH \(Ledger.chosen),
            l AS MATERIALIZED (SELECT happening AS id, min(day) AS day, min(event) AS last FROM dealt GROUP BY happening
              ORDER BY day DESC, last DESC LIMIT ?4)
            \(Ledger.dealing)
            """, arguments: [dealt, first, last, limit]))
    }
  }

  /// The events of the list `?1` on the days from `?2` to `?3`, as a table expression.
  private static let chosen = """
    dealt AS MATERIALIZED (
      SELECT value ->> 0 AS day, value ->> 1 AS event, value ->> 2 AS report, value ->> 3 AS happening FROM json_each(?1)
      WHERE value ->> 0 BETWEEN ?2 AND ?3)
    """

  /// The events that two actors have with each other, as a JSON list of day, event, report, happening, quad, intensity and
  /// roots. The way leads over the mentions of the one whom fewer reports name.
  private func dealt(_ a: String, _ b: String, _ db: Database) throws -> String {
    let named = try [a, b].map { identity in
      try Int.fetchOne(
        db, sql: "SELECT coalesce(sum(reports), 0) FROM actor_counts WHERE identity = ?",
        arguments: [identity]) ?? 0
    }
    let (rarer, other) = named[0] <= named[1] ? (a, b) : (b, a)
    let list = try String.fetchOne(
      db,
      sql: """
        WITH mine AS MATERIALIZED (
          SELECT id, report FROM actors WHERE identity = ?1 ORDER BY id DESC LIMIT \(ActorDealings.recalled)),
        met AS MATERIALIZED (
          SELECT DISTINCT p.event FROM mine m
          CROSS JOIN actors y ON y.report = m.report AND +y.identity = ?2 AND y.id <> m.id
          CROSS JOIN participants p ON p.actor = m.id CROSS JOIN participants q ON q.event = p.event AND q.actor = y.id
          WHERE p.role <> q.role
            OR NOT EXISTS (SELECT 1 FROM participants t WHERE t.event = p.event AND t.role = 'recipient'))
        SELECT json_group_array(json_array(coalesce(e.day, ''), e.id, e.report, h.happening, e.quad, e.intensity, coalesce(
          (SELECT group_concat(o.root, char(10)) FROM origins o WHERE o.event = e.id AND o.stance = 'asserts'), '')))
        FROM met CROSS JOIN events e ON e.id = met.event CROSS JOIN happening_events h ON h.event = e.id
        WHERE \(Ledger.isLive("e.report"))
        """, arguments: [rarer, other])
    return list ?? "[]"
  }
}
