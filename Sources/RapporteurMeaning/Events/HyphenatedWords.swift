import RapporteurCore

/// The words that the tokenizer parts at hyphens: "sit-in", "pull-out", "test-fired".
struct HyphenatedWords {
  /// One such word.
  struct Run {
    /// Its tokens, hyphens included.
    let tokens: ClosedRange<Int>
    /// The word, lower-cased.
    let form: String
    /// The token that the others hang on; nil where there is none, or more than one.
    let head: Int?
  }

  /// The words in text order.
  let runs: [Run]

  init(_ tokens: [Token]) {
    var runs: [Run] = []
    var start = 0
    while start < tokens.count {
      var end = start
      while end + 2 < tokens.count, tokens[end + 1].form == "-",
        HyphenatedWords.touch(tokens, end...end + 2)
      {
        end += 2
      }
      if end > start { runs.append(HyphenatedWords.run(tokens, start...end)) }
      start = end + 1
    }
    self.runs = runs
  }

  private static func touch(_ tokens: [Token], _ range: ClosedRange<Int>) -> Bool {
    zip(range, range.dropFirst()).allSatisfy { tokens[$0].span.end == tokens[$1].span.start }
  }

  private static func run(_ tokens: [Token], _ range: ClosedRange<Int>) -> Run {
    let outer = range.filter { token in
      tokens[token].form != "-" && !(tokens[token].head.map(range.contains) ?? false)
    }
    return Run(
      tokens: range, form: range.map { tokens[$0].form.lowercased() }.joined(),
      head: outer.count == 1 ? outer[0] : nil)
  }
}
