internal import Foundation
internal import RapporteurCore

/// What countries are called, by ISO 3166-1 alpha-3, and which code a name means.
///
/// The names are those of the reader's own list of states (`RapporteurMeaning`, `states.tsv`).
struct Countries: Sendable {
  private let names: [String: String]
  private let codes: [String: String]

  /// - Throws: `ResourceError`, `LexiconError`: what is missing or broken, and where.
  init() throws {
    let text = try ResourceFolder(module: "RapporteurMeaning").text(of: "Lexicons/states.tsv")
    var (names, codes) = ([String: String](), [String: String]())
    for row in try LexiconTable(text, file: "states.tsv").rows {
      let (code, name) = (String(try row.cell("iso3")), String(try row.cell("name")).trimmed)
      names[code] = name
      let others = ["names", "short"].flatMap { row.optionalCell($0).split(separator: "|").map(String.init) }
      for other in [code, name] + others where codes[other.lowercased()] == nil {
        codes[other.lowercased()] = code
      }
    }
    (self.names, self.codes) = (names, codes)
  }

  /// The name of a code; the code itself where it is unknown.
  func name(_ code: String) -> String { names[code] ?? Countries.bodies[code] ?? code }

  /// PLOVER's codes for actors above and beside states.
  private static let bodies = [
    "UNO": "United Nations", "EUR": "European Union", "IGO": "International bodies",
    "NGO": "Relief and rights groups",
    "ISM": "International rebels", "IMG": "International militants", "MNC": "International companies",
  ]

  /// The code that a code or a name means, or the words themselves in capitals.
  func code(_ words: String) -> String { codes[words.lowercased()] ?? words.uppercased() }

  /// Whether a code is that of a state or a body above states.
  func knows(_ code: String) -> Bool { names[code] != nil || Countries.bodies[code] != nil }

  /// Each state once, by name, for a list to choose from.
  var all: [(code: String, name: String)] {
    names.map { (code: $0.key, name: $0.value) }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
  }

  /// A body's name with its country behind it, where the name does not tell: `Foreign Ministry (Iran)`.
  func placed(_ name: String, in code: String) -> String {
    guard let country = names[code] else { return name }
    return name.contains(country) ? name : "\(name) (\(country))"
  }

  /// The ledger's list of origins, `A; B [IRN]`, with countries in words.
  func placed(_ list: String) -> String {
    list.split(separator: "; ").map { origin in
      guard origin.hasSuffix("]"), let bracket = origin.lastIndex(of: "["), bracket > origin.startIndex else {
        return String(origin)
      }
      return placed(
        String(origin[..<bracket]).trimmed, in: String(origin[origin.index(after: bracket)...].dropLast()))
    }.joined(separator: "; ")
  }

  /// A row with the name of its country beside the code.
  func named(_ view: [String: Any], _ key: String = "country") -> [String: Any] {
    guard let code = view[key] as? String else { return view }
    return view.merging([key + "-name": name(code)]) { old, _ in old }
  }
}
