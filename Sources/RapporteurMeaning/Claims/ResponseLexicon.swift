import RapporteurCore

/// How someone answers what is said of them: `responses.tsv`, with the word families of `response-words.tsv`.
struct ResponseLexicon: Sendable {
  /// What a pattern asks of the verb group of its head word.
  enum Polarity: String, CaseIterable, Sendable {
    /// Not negated.
    case no
    /// Negated in any way.
    case yes
    /// Negated with "will" or "would": who would not say refuses.
    case will
    /// Going on: "is checking".
    case going
  }

  /// One shape of a response.
  struct Pattern: Sendable {
    let response: Claim.Response
    let polarity: Polarity
    let isPassive: Bool
    /// The verb above must be one of these; empty for no such demand.
    let under: Set<String>
    /// Of each of these one must hang on the head word; empty for no such demand.
    let with: [Set<String>]
    /// None of these may hang on the head word: "denied entry" is no denial.
    let without: Set<String>
  }

  private let patterns: [String: [Pattern]]
  private let families: [String: Set<String>]

  init(_ table: LexiconTable, families: LexiconTable) throws(LexiconError) {
    var words: [String: Set<String>] = [:]
    for row in families.rows { words[String(try row.cell("family"))] = try row.words("words") }
    var found: [String: [Pattern]] = [:]
    for row in table.rows {
      let pattern = Pattern(
        response: try row.value("response"), polarity: try row.value("negated"),
        isPassive: try row.cell("voice") == "passive", under: try row.words("under"),
        with: try row.demands("with", families: words),
        without: try row.demands("without", families: words).reduce(into: []) { $0.formUnion($1) })
      found[String(try row.cell("lemma")), default: []].append(pattern)
    }
    patterns = found
    self.families = words
  }

  /// The words of a family of `response-words.tsv`; empty for one that it doesn't hold.
  func family(_ name: String) -> Set<String> { families[name] ?? [] }

  /// All head words, and the words that patterns look for around them.
  var words: Set<String> {
    let families = families.values.reduce(Set(patterns.keys)) { $0.union($1) }
    return patterns.values.reduce(into: families) { found, rows in
      for row in rows {
        for word in row.with.reduce(row.under.union(row.without), { $0.union($1) }) {
          found.formUnion(word.split(separator: ">").map(String.init).filter { $0 != $0.uppercased() })
        }
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

  /// The sets of a cell that `&` parts; `@NAME` stands for the words of a family.
  func demands(_ column: String, families: [String: Set<String>]) throws(LexiconError) -> [Set<String>] {
    var demands: [Set<String>] = []
    for part in try cell(column).split(separator: "&") {
      var words: Set<String> = []
      for word in part.split(separator: "|").map(String.init) {
        guard word.hasPrefix("@") else {
          words.insert(word)
          continue
        }
        guard let family = families[String(word.dropFirst())] else {
          throw error(
            column,
            .unknownValue(word, allowed: families.keys.sorted().map { "@\($0)" }.joined(separator: ", ")))
        }
        words.formUnion(family)
      }
      demands.append(words)
    }
    return demands
  }
}
