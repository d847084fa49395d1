package import RapporteurCore

/// Names, demonyms, capitals and seats of government, each with its state's ISO 3166-1 alpha-3 code.
package struct StateNames: Sendable {
  private let byName: [String: String]
  private let byDemonym: [String: String]
  private let byCapital: [String: String]
  private let bySeat: [String: String]
  /// The number of words of the longest name.
  package let longestName: Int

  /// Reads `states.tsv`: `iso3`, `name`, `names`, `demonyms`, `capitals`, `seats`; lists are parted by `|`.
  package init(_ table: LexiconTable) throws(LexiconError) {
    var name: [String: String] = [:]
    var demonym: [String: String] = [:]
    var capital: [String: String] = [:]
    var seat: [String: String] = [:]
    for row in table.rows {
      let code = String(try row.cell("iso3"))
      name[nameKey(try row.cell("name"))] = code
      for one in listed(try row.cell("names")) { name[nameKey(one)] = code }
      for one in listed(try row.cell("demonyms")) { demonym[nameKey(one)] = code }
      for one in listed(try row.cell("capitals")) { capital[nameKey(one)] = code }
      for one in listed(try row.cell("seats")) { seat[nameKey(one)] = code }
    }
    byName = name
    byDemonym = demonym
    byCapital = capital
    bySeat = seat
    longestName = name.keys.lazy.map { key in key.utf8.count { $0 == 0x20 } + 1 }.max() ?? 1
  }

  /// The state that is called so.
  package func state(named key: String) -> String? { byName[key] }

  /// The state whose capital is called so.
  package func state(withCapital key: String) -> String? { byCapital[key] }

  /// The state whose seat of government is called so ("kremlin").
  package func state(withSeat key: String) -> String? { bySeat[key] }

  /// The state that an adjective or a noun of origin belongs to ("iraqi", "iraqis", "frenchman").
  package func state(ofDemonym key: String) -> String? {
    if let code = byDemonym[key] { return code }
    if key.hasSuffix("s"), let code = byDemonym[String(key.dropLast())] { return code }
    for suffix in ["man", "men", "woman", "women"] where key.hasSuffix(suffix) {
      let stem = String(key.dropLast(suffix.count))
      if stem.count > 3, let code = byDemonym[stem] { return code }
    }
    return nil
  }
}
