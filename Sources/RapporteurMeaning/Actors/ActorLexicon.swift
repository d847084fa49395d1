public import RapporteurCore

/// All that the actor reader knows of the world: states, roles, organisations, media, titles, words in names.
public struct ActorLexicon: Sendable {
  /// A title before a name, or a given name, that tells the gender.
  struct Title: Sendable {
    let gender: Gender
    /// Whether the word is only a form of address, no office: "Mr.".
    let isAddress: Bool
  }

  /// What the last word of a name, or a word before a role noun, tells.
  struct NameWord: Sendable {
    let kind: Actor.Kind
    let country: String?
    let sectors: [String]
    let nouns: [String]
  }

  package let states: StateNames
  package let roles: RoleNouns
  package let organisations: OrganisationNames
  let titles: [String: Title]
  let nameWords: [String: NameWord]
  let modifierSectors: [String: [String]]
  let givenNames: [String: Gender]
  let verbs: [String: Set<String>]
  let things: Things

  /// Reads the lexicons of a resource folder (`Lexicons/roles.tsv`, …).
  ///
  /// - Throws: `LexiconError` with file, line and column, or what the file system says.
  public init(resources folder: ResourceFolder, additions: LexiconAdditions = LexiconAdditions()) throws {
    try self.init(additions: additions) { name in try folder.text(of: "Lexicons/\(name)") }
  }

  /// Reads the lexicons from the texts that `text` gives for their file names, with a user's own actors over them.
  public init(
    additions: LexiconAdditions = LexiconAdditions(), text: (String) throws -> String
  ) throws {
    func table(_ name: String) throws -> LexiconTable { try LexiconTable(try text(name), file: name) }
    states = try StateNames(
      table("states.tsv"), peoples: table("peoples.tsv"), regions: table("regions.tsv"))
    let own = try ActorLexicon.own(additions.actors, table)
    roles = try RoleNouns(table("roles.tsv"), own: own.roles)
    organisations = try OrganisationNames(
      ["organisations.tsv", "agencies.tsv", "groups.tsv", "outlets.tsv"].map(table), own: own.actors)
    titles = try ActorLexicon.titles(table("titles.tsv"))
    nameWords = try ActorLexicon.nameWords(table("namewords.tsv"))
    modifierSectors = try ActorLexicon.modifiers(table("modifiers.tsv"))
    givenNames = try ActorLexicon.givenNames(table("givennames.tsv"))
    verbs = try ActorLexicon.verbs(table("actorverbs.tsv"))
    things = try Things(table("things.tsv"))
  }

  private static func own(
    _ files: [LexiconAdditions.File], _ table: (String) throws -> LexiconTable
  ) throws -> UserActors {
    if files.isEmpty { return UserActors() }
    let codes = try PetrarchCodes(table("petrarch-codes.tsv"), states: table("states.tsv"))
    return try UserActors(files, codes: codes)
  }

  /// Whether a verb is of a class of `actorverbs.tsv`: `act`, `speech`, `stative`.
  func isVerb(_ lemma: String, _ kind: String) -> Bool { verbs[kind]?.contains(lemma) == true }

  private static func titles(_ table: LexiconTable) throws(LexiconError) -> [String: Title] {
    var found: [String: Title] = [:]
    for row in table.rows {
      found[nameKey(try row.cell("title"))] = Title(
        gender: Gender(rawValue: String(try row.cell("gender"))) ?? .unknown,
        isAddress: try row.cell("address") == "yes")
    }
    return found
  }

  private static func nameWords(_ table: LexiconTable) throws(LexiconError) -> [String: NameWord] {
    var found: [String: NameWord] = [:]
    for row in table.rows {
      let kindName = String(try row.cell("kind"))
      guard let kind = Actor.Kind(rawValue: kindName) else {
        throw row.error(
          "kind", .unknownValue(kindName, allowed: "person, organisation, state, group, media"))
      }
      let country = try row.cell("country")
      found[nameKey(try row.cell("word"))] = NameWord(
        kind: kind, country: country.isEmpty ? nil : String(country),
        sectors: try row.cell("sectors").split(separator: " ").map(String.init),
        nouns: listed(try row.cell("nouns")).map(String.init))
    }
    return found
  }

  private static func modifiers(_ table: LexiconTable) throws(LexiconError) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for row in table.rows {
      found[nameKey(try row.cell("word"))] = try row.cell("sectors").split(separator: " ").map(String.init)
    }
    return found
  }

  private static func givenNames(_ table: LexiconTable) throws(LexiconError) -> [String: Gender] {
    var found: [String: Gender] = [:]
    for row in table.rows {
      let gender = String(try row.cell("gender"))
      guard let known = Gender(rawValue: gender) else {
        throw row.error("gender", .unknownValue(gender, allowed: "masculine, feminine, unknown"))
      }
      found[nameKey(try row.cell("name"))] = known
    }
    return found
  }

  private static func verbs(_ table: LexiconTable) throws(LexiconError) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for row in table.rows {
      found[String(try row.cell("class")), default: []].insert(String(try row.cell("verb")))
    }
    return found
  }
}
