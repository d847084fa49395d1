/// The outlets that a text cites in its own words ("…, the Corvane Wire reported"), found among the outlets known.
struct Citations {
  /// Words of report that make the name beside them a citation.
  private static let verbs: Set<String> = [
    "reported", "reports", "report", "said", "says", "wrote", "writes", "according", "citing", "cited",
    "quoted",
    "quoting", "told", "published", "revealed", "interview", "newspaper", "agency", "broadcaster",
  ]

  /// The most words between the name and the verb.
  private static let reach = 8

  /// The names of one to five capitalised words that stand near a word of report, each once.
  static func candidates(in text: String) -> [OutletName] {
    var names: [OutletName] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      let words = paragraph.split(separator: " ")
      let places = words.indices.filter { verbs.contains(bare(words[$0]).lowercased()) }
      guard !places.isEmpty else { continue }
      for name in runs(words)
      where places.contains(where: { abs($0 - name.end) <= reach || abs($0 - name.start) <= reach }) {
        for outlet in variants(name.words) where !names.contains(where: { $0.joined == outlet.joined }) {
          names.append(outlet)
        }
      }
    }
    return Array(names.prefix(64))
  }

  /// Runs of capitalised words.
  private static func runs(_ words: [Substring]) -> [(start: Int, end: Int, words: [String])] {
    var runs: [(start: Int, end: Int, words: [String])] = []
    var run: [String] = []
    for (index, word) in words.enumerated() {
      let clean = bare(word)
      if clean.first?.isUppercase == true { run.append(clean) }
      let ends = clean.first?.isUppercase != true || word.last.map { ",.;:)".contains($0) } == true
      if ends || index == words.count - 1 {
        if !run.isEmpty { runs.append((index - run.count, index, run)) }
        run = []
      }
    }
    return runs
  }

  /// A run and its parts that may be the name: "As the Corvane Wire" gives "Corvane Wire" too.
  private static func variants(_ words: [String]) -> [OutletName] {
    let words = Array(words.prefix(6))
    return words.indices.flatMap { start in
      (start..<min(words.count, start + 5)).compactMap {
        OutletName(words[start...$0].joined(separator: " "))
      }
    }
  }

  private static func bare(_ word: Substring) -> String {
    String(word.drop { "(\"“‘'".contains($0) }.prefix { !",.;:)\"”’'".contains($0) })
  }
}
