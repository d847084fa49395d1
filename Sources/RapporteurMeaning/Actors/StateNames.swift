package import RapporteurCore

/// Names, adjectives, peoples, capitals and seats of government, each with its state's ISO 3166-1 alpha-3 code.
///
/// A state that is no more has the code of its successor, so that every code is one of today's.
package struct StateNames: Sendable {
  private var byName: [String: String] = [:]
  private var byShortName: [String: String] = [:]
  private var byDemonym: [String: String] = [:]
  private var byCapital: [String: String] = [:]
  private var bySeat: [String: String] = [:]
  private var byRegion: [String: String] = [:]
  private var firstWords: Set<String> = []
  /// The number of words of the longest name.
  package private(set) var longestName = 1

  /// Reads `states.tsv`: `iso3`, `name`, `names`, `short`, `adjectives`, `people`, `capitals`, `seats`, `today`; lists
  /// are parted by `|`. Where two states share a name, the first row has it.
  ///
  /// - Parameters:
  ///   - peoples: Further peoples: `people`, `country`.
  ///   - regions: Regions of states: `region`, `country`.
  package init(
    _ table: LexiconTable, peoples: LexiconTable, regions: LexiconTable
  ) throws(LexiconError) {
    for row in table.rows {
      let today = row.optionalCell("today")
      let code = String(today.isEmpty ? try row.cell("iso3") : today)
      StateNames.fill(&byName, listed(try row.cell("name")) + listed(try row.cell("names")), code)
      for short in listed(try row.cell("short")) where byShortName[String(short)] == nil {
        byShortName[String(short)] = code
      }
      StateNames.fill(&byDemonym, listed(try row.cell("adjectives")), code)
      StateNames.fill(&byCapital, listed(try row.cell("capitals")), code)
      StateNames.fill(&bySeat, listed(try row.cell("seats")), code)
    }
    // A territory's people may bear another state's adjective: adjectives go first.
    for row in table.rows {
      let today = row.optionalCell("today")
      let code = String(today.isEmpty ? try row.cell("iso3") : today)
      StateNames.fill(&byDemonym, listed(try row.cell("people")), code)
    }
    for row in peoples.rows {
      StateNames.fill(&byDemonym, [try row.cell("people")], String(try row.cell("country")))
    }
    for row in regions.rows {
      byRegion[nameKey(try row.cell("region"))] = String(try row.cell("country"))
    }
    let keys = [byName.keys, byCapital.keys, bySeat.keys].joined() + byShortName.keys.map { nameKey($0) }
    for key in keys {
      let words = key.split(separator: " ")
      if let first = words.first { firstWords.insert(String(first)) }
      longestName = max(longestName, words.count)
    }
  }

  private static func fill(_ table: inout [String: String], _ names: [Substring], _ code: String) {
    for name in names where table[withoutArticle(nameKey(name))] == nil {
      table[withoutArticle(nameKey(name))] = code
    }
  }

  private static func withoutArticle(_ key: String) -> String {
    key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
  }

  /// Whether a name, capital or seat begins with the word; a cheap test before longer keys are built.
  package func hasName(beginningWith word: String) -> Bool { firstWords.contains(word) }

  /// The state that is called so.
  ///
  /// - Parameters:
  ///   - key: The name's key.
  ///   - written: The name as written; "US" is a state, "us" is none.
  package func state(named key: String, written: String) -> String? { byName[key] ?? byShortName[written] }

  /// The state whose name or adjective is so written but for one letter that is missing, doubled, wrong or swapped with
  /// its neighbour ("Afganistan"); nil for words of fewer than 7 letters, and where two states are as near.
  package func state(misspelt key: String) -> String? {
    guard key.utf8.count >= 7, !key.contains(" ") else { return nil }
    let near = Set(
      [byName, byDemonym].flatMap { names in
        names.compactMap { name, code in
          name.utf8.first == key.utf8.first && name.utf8.count > 5 && isOneSlip(name, key) ? code : nil
        }
      })
    return near.count == 1 ? near.first : nil
  }

  /// Whether one slip of a letter makes `b` of `a`. Source: Damerau 1964, the four kinds of single error.
  private func isOneSlip(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard abs(x.count - y.count) <= 1, x != y else { return false }
    var start = 0
    while start < min(x.count, y.count), x[start] == y[start] { start += 1 }
    let (restX, restY) = (x[start...], y[start...])
    if x.count != y.count {
      return x.count > y.count
        ? restX.dropFirst().elementsEqual(restY) : restY.dropFirst().elementsEqual(restX)
    }
    if restX.dropFirst().elementsEqual(restY.dropFirst()) { return true }
    return restX.count >= 2 && restX.first == restY.dropFirst().first
      && restX.dropFirst().first == restY.first
      && restX.dropFirst(2).elementsEqual(restY.dropFirst(2))
  }

  /// The state whose capital is called so.
  package func state(withCapital key: String) -> String? { byCapital[key] }

  /// The state whose seat of government is called so ("kremlin").
  package func state(withSeat key: String) -> String? { bySeat[key] }

  /// The state that a region of that name belongs to ("darfur").
  package func state(ofRegion key: String) -> String? { byRegion[key] }

  /// The state that an adjective or a noun of origin belongs to ("iraqi", "iraqis", "frenchman").
  package func state(ofDemonym key: String) -> String? {
    if let code = byDemonym[key] { return code }
    for suffix in ["man", "men", "woman", "women"] where key.hasSuffix(suffix) {
      let stem = String(key.dropLast(suffix.count))
      if stem.utf8.count > 3, let code = byDemonym[stem] { return code }
    }
    return nil
  }
}
