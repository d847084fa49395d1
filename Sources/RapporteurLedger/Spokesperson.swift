internal import GRDB

/// Someone who speaks for a body, as the report puts it: "ministry spokesman", "a spokeswoman for the port authority".
struct Spokesperson {
  /// Words of an office that do not name the body.
  private static let fillers: Set<String> = [
    "for", "of", "a", "an", "and", "chief", "deputy", "official", "senior", "main", "acting", "former", "its",
    "at",
  ]

  /// The one organisation or state of the report that fits; nil where none or several do.
  let body: Row?

  /// - Parameter source: A row of `actors` with `id`, `report`, `name`, `country` and `anonymity`.
  /// - Returns: nil where nothing in the report says that the source speaks for somebody.
  init?(_ source: Row, _ db: Database) throws {
    guard let id = source["id"] as Int64?, let report = source["report"] as Int64? else { return nil }
    var titles = try String.fetchAll(
      db.cachedStatement(sql: "SELECT title FROM offices WHERE actor = ? AND standing <> 'former'"),
      arguments: [id])
    if source["anonymity"] as String? != "named", let name = source["name"] as String? { titles.append(name) }
    let named = titles.map(Identity.words).filter { $0.contains { $0.hasPrefix("spokes") } }
    let wanted = named.map { words in
      Set(words.filter { !$0.hasPrefix("spokes") && !Spokesperson.fillers.contains($0) })
    }.filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return nil }
    let bodies = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, name, identity, kind, anonymity, country FROM actors
          WHERE report = ? AND id <> ? AND kind = 'organisation'
          """), arguments: [report, id])
    let fitting = bodies.filter { body in
      wanted.contains { Spokesperson.fits($0, body, country: source["country"]) }
    }
    body = fitting.count == 1 ? fitting.first : nil
  }

  /// Whether a body's name holds all words of the office; of one country, one word may be missing ("Iranian").
  private static func fits(_ words: Set<String>, _ body: Row, country: String?) -> Bool {
    let name = Set(Identity.words(of: body["name"]))
    let other: String? = body["country"]
    if let country, let other, country != other { return false }
    let missing = words.subtracting(name).count
    return missing == 0 || missing == 1 && words.count > 1 && country != nil && country == other
  }
}
