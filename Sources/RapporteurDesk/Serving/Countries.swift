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

  /// The name of a code; the code itself where it is none of a state (`IGO`).
  func name(_ code: String) -> String { names[code] ?? code }

  /// The code that a code or a name means, or the words themselves in capitals.
  func code(_ words: String) -> String { codes[words.lowercased()] ?? words.uppercased() }

  /// Each state once, by name, for a list to choose from.
  var all: [(code: String, name: String)] {
    names.map { (code: $0.key, name: $0.value) }.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
  }

  /// A row with the name of its country beside the code.
  func named(_ view: [String: Any], _ key: String = "country") -> [String: Any] {
    guard let code = view[key] as? String else { return view }
    return view.merging([key + "-name": name(code)]) { old, _ in old }
  }
}
