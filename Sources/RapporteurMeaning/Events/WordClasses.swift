import RapporteurCore

/// Named sets of lemmas (`TALKS`, `WEAPON`) that frames set as conditions on the words around a trigger.
///
/// Read from `classes.tsv`: class, lemmas parted by spaces, source.
struct WordClasses: Sendable {
  private let lemmas: [String: Set<String>]

  /// Reads the rows of `classes.tsv`; a class may stand on several rows.
  init(_ table: LexiconTable) throws(LexiconError) {
    var found: [String: Set<String>] = [:]
    for row in table.rows {
      let name = String(try row.cell("class"))
      let words = try row.cell("lemmas").split(separator: " ").map(String.init)
      found[name, default: []].formUnion(words)
    }
    lemmas = found
  }

  /// Whether `lemma` (lower-cased) belongs to a class; false for an unknown class.
  func contains(_ lemma: String, in name: String) -> Bool { lemmas[name]?.contains(lemma) == true }

  /// All lemmas of all classes.
  var all: Set<String> { lemmas.values.reduce(into: []) { $0.formUnion($1) } }

  /// Whether the class is defined.
  func isDefined(_ name: String) -> Bool { lemmas[name] != nil }
}
