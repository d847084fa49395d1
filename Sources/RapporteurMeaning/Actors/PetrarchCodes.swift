import RapporteurCore

/// CAMEO actor codes as PETRARCH's dictionaries write them, in PLOVER's countries and sectors.
struct PetrarchCodes: Sendable {
  private let countries: Set<String>
  private let sectors: [String: String]
  private static let constructs: Set<String> = ["IGO", "NGO", "ISM", "IMG", "MNC", "UNO", "EUR"]

  /// Reads `petrarch-codes.tsv` (`cameo`, `plover`) and the codes of `states.tsv`.
  init(_ table: LexiconTable, states: LexiconTable) throws(LexiconError) {
    var sectors: [String: String] = [:]
    for row in table.rows { sectors[String(try row.cell("cameo"))] = String(try row.cell("plover")) }
    var countries: Set<String> = []
    for row in states.rows { countries.insert(String(try row.cell("iso3"))) }
    self.sectors = sectors
    self.countries = countries
  }

  /// Whether it is a state's alpha-3 code or one of PLOVER's constructs.
  func isCountry(_ code: String) -> Bool {
    countries.contains(code) || PetrarchCodes.constructs.contains(code)
  }

  /// Country and sectors of a code like `NORGOVMIL`; nil where it is not made of threes of capitals. What PLOVER has no
  /// code for (ethnic groups, religions by name) is left out.
  func read(_ code: Substring) -> (country: String?, sectors: [String])? {
    guard !code.isEmpty, code.utf8.count.isMultiple(of: 3), code.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A })
    else {
      return nil
    }
    var parts: [String] = []
    var rest = code
    while !rest.isEmpty {
      parts.append(String(rest.prefix(3)))
      rest = rest.dropFirst(3)
    }
    let country = parts.first.flatMap { isCountry($0) ? $0 : nil }
    let tail = country == nil ? parts[...] : parts.dropFirst()
    return (
      country, Sectors.ordered(tail.compactMap { sectors[$0] ?? (Sectors.all.contains($0) ? $0 : nil) })
    )
  }
}
