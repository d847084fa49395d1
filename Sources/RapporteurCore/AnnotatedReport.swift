/// A name in the text, as the model tagged it.
public struct NameMention: Hashable, Sendable {
  /// What the name names.
  public enum Kind: String, Sendable, CaseIterable {
    case person = "PER"
    case organisation = "ORG"
    case location = "LOC"
    case miscellaneous = "MISC"
  }

  /// The tokens of the name; never empty.
  public let tokens: Range<Int>
  /// What it names.
  public let kind: Kind

  /// Makes a name mention.
  public init(tokens: Range<Int>, kind: Kind) {
    self.tokens = tokens
    self.kind = kind
  }
}

/// One attribution as the model tagged and linked it: who (source), by what words (cue), what (content).
///
/// Source: Newell et al. 2018, "An Attribution Relations Corpus for Political News" (PolNeAR).
public struct TaggedAttribution: Hashable, Sendable {
  /// The token ranges of the source, in text order; may be empty.
  public let source: [Range<Int>]
  /// The token ranges of the cue, in text order; may be empty.
  public let cue: [Range<Int>]
  /// The token ranges of the content, in text order; may be empty, may be discontinuous.
  public let content: [Range<Int>]

  /// Makes an attribution.
  public init(source: [Range<Int>], cue: [Range<Int>], content: [Range<Int>]) {
    self.source = source
    self.cue = cue
    self.content = content
  }
}

/// A report with what the language room found in it: tokens, sentences, parse, names, attributions.
///
/// What the model says is a field here, so that meaning needs no encoder.
public struct AnnotatedReport: Sendable {
  /// The report, unchanged.
  public let report: Report
  /// All words, in text order.
  public let tokens: [Token]
  /// All sentences, in text order; they cover all tokens.
  public let sentences: [Sentence]
  /// The dateline, where the report has one.
  public let dateline: Dateline?
  /// The names, in text order, without overlap.
  public let names: [NameMention]
  /// The attributions, in the text order of their first token.
  public let attributions: [TaggedAttribution]
  /// For a token that heads a mention: which earlier mentions may mean the same entity.
  public let antecedents: [Int: AntecedentBelief]
  /// For each token the model's factuality, -3 (certainly not) … 3 (certainly); empty without a model.
  public let factuality: [Float]

  private let childStarts: [Int32]
  private let childList: [Int]
  private let sentenceOfToken: [Int32]

  /// Makes an annotated report; heads must be valid token indices and sentences must cover the tokens.
  public init(
    report: Report, tokens: [Token], sentences: [Sentence], dateline: Dateline? = nil,
    names: [NameMention] = [], attributions: [TaggedAttribution] = [],
    antecedents: [Int: AntecedentBelief] = [:],
    factuality: [Float] = []
  ) {
    precondition(factuality.isEmpty || factuality.count == tokens.count, "one factuality a token")
    self.report = report
    self.tokens = tokens
    self.sentences = sentences
    self.dateline = dateline
    self.names = names
    self.attributions = attributions
    self.antecedents = antecedents
    self.factuality = factuality
    (childStarts, childList) = AnnotatedReport.childTable(of: tokens)
    var owner = [Int32](repeating: -1, count: tokens.count)
    for (index, sentence) in sentences.enumerated() {
      for token in sentence.tokens { owner[token] = Int32(index) }
    }
    precondition(!owner.contains(-1), "every token belongs to a sentence")
    sentenceOfToken = owner
  }

  /// The index of the sentence that holds a token.
  public func sentenceIndex(of token: Int) -> Int { Int(sentenceOfToken[token]) }

  /// The sentence that holds a token.
  public func sentence(of token: Int) -> Sentence { sentences[sentenceIndex(of: token)] }

  /// The tokens that `token` governs, in text order.
  public func children(of token: Int) -> ArraySlice<Int> {
    childList[Int(childStarts[token])..<Int(childStarts[token + 1])]
  }

  /// Compressed child lists: the children of token `t` are `list[starts[t]..<starts[t + 1]]`.
  private static func childTable(of tokens: [Token]) -> ([Int32], [Int]) {
    var starts = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens { if let head = token.head { starts[head + 1] += 1 } }
    for index in 0..<tokens.count { starts[index + 1] += starts[index] }
    var next = starts
    var list = [Int](repeating: 0, count: Int(starts[tokens.count]))
    for (index, token) in tokens.enumerated() {
      guard let head = token.head else { continue }
      list[Int(next[head])] = index
      next[head] += 1
    }
    return (starts, list)
  }
}
