internal import GRDB
import RapporteurCore

/// What tells whether two events are one happening.
struct EventFacts {
  let id: Int64
  let report: Int64
  let type: String
  let trigger: String
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
  let words: Set<String>

  /// - Throws: What SQLite says.
  init?(_ event: Int64, _ db: Database) throws {
    let found = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT e.*, r.day AS published, r.text AS text
          FROM events e JOIN reports r ON r.id = e.report WHERE e.id = ?
          """), arguments: [event])
    guard let row = found else { return nil }
    id = event
    report = row["report"]
    type = row["type"]
    trigger = row["trigger"]
    let grain: String? = row["date_grain"]
    let isExact = ["day", "hour", "minute"].contains(grain)
    day = isExact ? (row["date"] as String?).flatMap { CalendarDate(iso: String($0.prefix(10))) } : nil
    published = (row["published"] as String?).flatMap(CalendarDate.init(iso:))
    place = row["place"]
    placeCountry = row["place_country"]
    words = EventFacts.words(in: row["text"], spans: row["sentence_spans"])
    let actors = try Row.fetchAll(
      db.cachedStatement(
        sql:
          "SELECT a.identity, a.country FROM participants p JOIN actors a ON a.id = p.actor WHERE p.event = ?"
      ),
      arguments: [event])
    identities = Set(actors.compactMap { $0["identity"] as String? })
    countries = Set(actors.compactMap { $0["country"] as String? })
  }

  /// The words of five letters or more, in lower case, without their last letters ("s", "ed").
  static func words(in text: String, spans: String) -> Set<String> {
    let scalars = Array(text.unicodeScalars)
    var words: Set<String> = []
    for span in spanList(spans) where span.end <= scalars.count && span.start <= span.end {
      let sentence = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
      for word in sentence.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        if word.count >= 5 || word.allSatisfy(\.isNumber) { words.insert(String(word.prefix(6))) }
      }
    }
    return words
  }

  /// The spans of a JSON list `[[0,5],[7,9]]`.
  static func spanList(_ json: String) -> [TextSpan] {
    let numbers = json.split { !$0.isNumber }.compactMap { Int($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).compactMap { index in
      numbers[index] <= numbers[index + 1] ? TextSpan(numbers[index], numbers[index + 1]) : nil
    }
  }
}
