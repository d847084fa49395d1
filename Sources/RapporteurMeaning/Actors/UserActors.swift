import RapporteurCore

/// The actors and role nouns of a user's own files, which go before ours.
struct UserActors: Sendable {
  /// Actors by name, each with all its names.
  var actors: [(names: [String], actor: Organisation)] = []
  /// Role nouns ("imam"), from PETRARCH's agents.
  var roles: [Role] = []

  /// None.
  init() {}

  /// Reads the files; one whose header has a column `name` is ours, any other one PETRARCH's.
  ///
  /// - Throws: `LexiconError` with file and line.
  init(_ files: [LexiconAdditions.File], codes: PetrarchCodes) throws(LexiconError) {
    for file in files {
      if UserActors.isTable(file.text) {
        actors += try UserActors.rows(LexiconTable(file.text, file: file.name), codes: codes)
      } else {
        let dictionary = try PetrarchDictionary(file.text, file: file.name, codes: codes)
        actors += dictionary.actors
        roles += dictionary.roles
      }
    }
  }

  private static func isTable(_ text: String) -> Bool {
    let header = text.split(whereSeparator: \.isNewline).first {
      !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace)
    }
    return header?.split(separator: "\t").contains("name") == true
  }

  /// Rows of one name are one actor in several periods.
  private static func rows(
    _ table: LexiconTable, codes: PetrarchCodes
  ) throws(LexiconError) -> [(names: [String], actor: Organisation)] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    var kinds: [String: (kind: Actor.Kind?, nouns: [String])] = [:]
    var periods: [String: [ActorPeriod]] = [:]
    for row in table.rows {
      let name = String(try row.cell("name"))
      guard !name.isEmpty else { throw row.error("name", .unknownValue("", allowed: "a name")) }
      if names[name] == nil { order.append(name) }
      names[name, default: [name]] += listed(row.optionalCell("aliases")).map(String.init)
      if kinds[name] == nil {
        kinds[name] = (try kind(row), listed(row.optionalCell("nouns")).map(String.init))
      }
      periods[name, default: []].append(try period(row, codes: codes))
    }
    return order.map { name in
      let actor = Organisation(
        name: name, kind: kinds[name]?.kind ?? .organisation, country: nil, sectors: [],
        nouns: kinds[name]?.nouns ?? [], periods: periods[name] ?? [], isOfAnyKind: kinds[name]?.kind == nil)
      return (names[name] ?? [name], actor)
    }
  }

  private static func kind(_ row: LexiconTable.Row) throws(LexiconError) -> Actor.Kind? {
    let cell = String(row.optionalCell("kind"))
    if cell.isEmpty { return nil }
    guard let kind = Actor.Kind(rawValue: cell) else {
      throw row.error(
        "kind", .unknownValue(cell, allowed: "person, organisation, state, group, media, or nothing"))
    }
    return kind
  }

  private static func period(_ row: LexiconTable.Row, codes: PetrarchCodes) throws(LexiconError)
    -> ActorPeriod
  {
    let country = String(try row.cell("country"))
    guard country.isEmpty || codes.isCountry(country) else {
      throw row.error(
        "country", .unknownValue(country, allowed: "an alpha-3 code, IGO, NGO, ISM, IMG, MNC, UNO, EUR"))
    }
    let sectors = try row.cell("sectors").split(separator: " ").map(String.init)
    if let wrong = sectors.first(where: { !Sectors.all.contains($0) }) {
      throw row.error("sectors", .unknownValue(wrong, allowed: Sectors.all.sorted().joined(separator: ", ")))
    }
    return ActorPeriod(
      from: try day(row, "from"), to: try day(row, "to"), country: country.isEmpty ? nil : country,
      sectors: Sectors.ordered(sectors))
  }

  private static func day(_ row: LexiconTable.Row, _ column: String) throws(LexiconError) -> CalendarDate? {
    let cell = String(row.optionalCell(column))
    if cell.isEmpty { return nil }
    guard let day = CalendarDate(iso: cell) else {
      throw row.error(column, .unknownValue(cell, allowed: "YYYY-MM-DD, or nothing"))
    }
    return day
  }
}
