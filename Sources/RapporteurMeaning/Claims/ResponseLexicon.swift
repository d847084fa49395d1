import RapporteurCore

/// How someone answers what is said of them: `responses.tsv`.
struct ResponseLexicon: Sendable {
  /// One shape of a response.
  struct Pattern: Sendable {
    let response: Claim.Response
    let isNegated: Bool
    let isPassive: Bool
    /// The verb above must be one of these; empty for no such demand.
    let under: Set<String>
    /// One of these must hang on the head word; empty for no such demand.
    let with: Set<String>
    /// None of these may hang on the head word: "denied entry" is no denial.
    let without: Set<String>
  }

  private let patterns: [String: [Pattern]]

  init(_ table: LexiconTable) throws(LexiconError) {
    var found: [String: [Pattern]] = [:]
    for row in table.rows {
      let pattern = Pattern(
        response: try row.value("response"), isNegated: try row.cell("negated") == "yes",
        isPassive: try row.cell("voice") == "passive", under: try row.words("under"),
        with: try row.words("with"),
        without: try row.words("without"))
      found[String(try row.cell("lemma")), default: []].append(pattern)
    }
    patterns = found
  }

  /// All head words, and the words that patterns look for around them.
  var words: Set<String> {
    patterns.values.reduce(into: Set(patterns.keys)) { found, rows in
      for row in rows {
        found.formUnion(row.under.union(row.with).union(row.without).subtracting(["WH", "AS"]))
      }
    }
  }

  /// The patterns of a head word, those with more demands first.
  func patterns(of lemma: String) -> [Pattern] { patterns[lemma] ?? [] }
}

extension LexiconTable.Row {
  /// The words of a cell that `|` parts.
  func words(_ column: String) throws(LexiconError) -> Set<String> {
    Set(try cell(column).split(separator: "|").map(String.init))
  }
}
