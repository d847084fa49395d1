internal import GRDB
import RapporteurCore

/// What tells whether two events are one happening.
struct EventFacts {
  let id: Int64
  let report: Int64
  let type: String
  let trigger: String
  /// Whether somebody only went somewhere.
  let isVisit: Bool
  /// Whether it is only announced.
  let isFuture: Bool
  /// The day, where it is known to the day.
  let day: CalendarDate?
  /// The day of publication.
  let published: CalendarDate?
  let place: String?
  let placeCountry: String?
  /// Identities of actor and recipient.
  let identities: Set<String>
  /// Countries of actor and recipient.
  let countries: Set<String>
  /// The longer words of the sentences of the trigger.
  let words: Set<WordStem>

  /// - Throws: What SQLite says.
  init?(_ event: Int64, _ db: Database) throws {
    let found = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT e.report, e.type, e.mode, e.trigger, e.status, e.date, e.date_grain, e.place, e.place_country, r.day AS published,
            (SELECT group_concat(substr(r.text, 1 + s.value ->> 0, (s.value ->> 1) - (s.value ->> 0)), ' ')
              FROM json_each(e.sentence_spans) s) AS sentences
          FROM events e JOIN reports r ON r.id = e.report WHERE e.id = ?
          """), arguments: [event])
    guard let row = found else { return nil }
    id = event
    report = row["report"]
    type = row["type"]
    trigger = row["trigger"]
    isVisit = (row["mode"] as String?) == "visit"
    isFuture = (row["status"] as String).contains("\"future\"")
    let grain: String? = row["date_grain"]
    let isExact = ["day", "hour", "minute"].contains(grain)
    day = isExact ? (row["date"] as String?).flatMap { CalendarDate(iso: String($0.prefix(10))) } : nil
    published = (row["published"] as String?).flatMap(CalendarDate.init(iso:))
    place = row["place"]
    placeCountry = row["place_country"]
    words = WordStem.all(in: row["sentences"] ?? "")
    let actors = try Row.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT a.identity, a.country FROM participants p JOIN actors a ON a.id = p.actor WHERE p.event = ?"
      ),
      arguments: [event])
    identities = Set(actors.compactMap { $0["identity"] as String? })
    countries = Set(actors.compactMap { $0["country"] as String? })
  }
}

/// The reports that hang on one report.
struct Kin {
  /// Those that it reports on, or that report on it.
  let cited: Set<Int64>
  /// Those that share text with it: copies, what they copy, earlier and later states.
  let relatives: Set<Int64>

  init(of report: Int64, _ db: Database) throws {
    let edges = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT target AS other, kind FROM edges WHERE source = ?1
          UNION ALL SELECT source, kind FROM edges WHERE target = ?1
          """), arguments: [report])
    cited = Set(edges.filter { $0["kind"] == "reports-on" }.map { $0["other"] })
    relatives = Set(edges.filter { $0["kind"] != "reports-on" }.map { $0["other"] })
  }
}
