package import RapporteurCore

/// What a lexicon knows of an organisation, medium or armed group.
package struct Organisation: Hashable, Sendable {
  /// The canonical name; names with one canonical name are one actor.
  package let name: String
  /// What kind of actor it is.
  package let kind: Actor.Kind
  /// ISO 3166-1 alpha-3, a PLOVER construct, or nil.
  package let country: String?
  /// PLOVER sectors, primary first.
  package let sectors: [String]
  /// Nouns by which a report may speak of it: `agency`, `bloc`.
  package let nouns: [String]
  /// What it was when, where its code has dates; then `country` and `sectors` are those of no day.
  package let periods: [ActorPeriod]
  /// Whether the text decides what kind of actor the name is of, since the list does not tell.
  package let isOfAnyKind: Bool

  init(
    name: String, kind: Actor.Kind, country: String?, sectors: [String], nouns: [String],
    periods: [ActorPeriod] = [], isOfAnyKind: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.country = country
    self.sectors = sectors
    self.nouns = nouns
    self.periods = periods
    self.isOfAnyKind = isOfAnyKind
  }
}

/// Organisations by every name that they are known by.
package struct OrganisationNames: Sendable {
  private let byName: [String: Organisation]
  /// Keys of acronyms, which must be written in capitals: WHO is a body, "who" and "Who" are none.
  private let acronyms: Set<String>
  /// Keys of names that end in a lower-case word: "Reuters news agency".
  private let uncapitalised: Set<String>
  private let firstWords: Set<String>
  /// The number of words of the longest name.
  package let longestName: Int

  /// Reads tables with the columns `name`, `aliases`, `kind`, `country`, `sectors`, `nouns`; a user's own names go
  /// before those of the tables.
  init(
    _ tables: [LexiconTable], own: [(names: [String], actor: Organisation)] = []
  ) throws(LexiconError) {
    var byName: [String: Organisation] = [:]
    var acronyms: Set<String> = []
    var words: Set<String> = []
    var uncapitalised: Set<String> = []
    var all = own.map { entry in (names: entry.names.map { Substring($0) }, organisation: entry.actor) }
    for row in tables.flatMap(\.rows) {
      let organisation = try OrganisationNames.organisation(row)
      let names = [Substring(organisation.name)] + listed(try row.cell("aliases"))
      all.append((names, organisation))
    }
    for (names, organisation) in all {
      for name in names {
        let key = nameKey(name)
        if byName[key] == nil { byName[key] = organisation }
        if name.split(separator: " ").last?.first?.isLowercase == true { uncapitalised.insert(key) }
        if isAcronym(name) { acronyms.insert(key) } else { words.insert(key) }
      }
    }
    self.byName = byName
    self.uncapitalised = uncapitalised
    self.acronyms = acronyms.subtracting(words)
    firstWords = Set(byName.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
    longestName = byName.keys.lazy.map { key in key.utf8.count { $0 == 0x20 } + 1 }.max() ?? 1
  }

  private static func organisation(_ row: LexiconTable.Row) throws(LexiconError) -> Organisation {
    let kindName = String(try row.cell("kind"))
    guard let kind = Actor.Kind(rawValue: kindName) else {
      throw row.error(
        "kind", .unknownValue(kindName, allowed: "person, organisation, state, group, media"))
    }
    let sectors = try row.cell("sectors").split(separator: " ").map(String.init)
    if let wrong = sectors.first(where: { !Sectors.all.contains($0) }) {
      throw row.error("sectors", .unknownValue(wrong, allowed: Sectors.all.sorted().joined(separator: ", ")))
    }
    let country = try row.cell("country")
    return Organisation(
      name: String(try row.cell("name")), kind: kind, country: country.isEmpty ? nil : String(country),
      sectors: sectors, nouns: listed(try row.cell("nouns")).map(String.init))
  }

  /// The organisation of that name, as written.
  package func organisation(named key: String, written: String) -> Organisation? {
    guard let found = byName[key], !acronyms.contains(key) || isAcronym(written) else { return nil }
    return endsSmall(written) && !uncapitalised.contains(key) ? nil : found
  }

  /// Whether the last word of several is a lower-case one: "Russia today" is no outlet.
  private func endsSmall(_ written: String) -> Bool {
    let words = written.split(separator: " ")
    guard words.count > 1, let first = words.last?.unicodeScalars.first else { return false }
    return first.properties.isLowercase
  }

  /// Whether any name begins with the word; a cheap test before longer keys are built.
  package func hasName(beginningWith word: String) -> Bool { firstWords.contains(word) }
}

/// Whether a name is written in capitals only: `WHO`, `U.N.`, `G7`.
func isAcronym(_ name: some StringProtocol) -> Bool {
  let scalars = name.unicodeScalars
  return scalars.contains { $0.properties.isUppercase }
    && !scalars.contains { $0.properties.isLowercase || $0 == " " }
}
