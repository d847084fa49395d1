/// One word of a report, with its place in the sentence's dependency tree.
public struct Token: Hashable, Sendable {
  /// Where the word stands; a token is never empty.
  public let span: TextSpan
  /// The word as written.
  public let form: String
  /// The dictionary form, lower-cased but for proper nouns.
  public let lemma: String
  /// The part of speech.
  public let upos: UPOS
  /// The morphological features.
  public let features: Features
  /// The index of the governing token in the report's tokens; nil for the root of a sentence.
  public let head: Int?
  /// The relation to the head.
  public let deprel: Deprel

  /// Makes a token.
  public init(
    span: TextSpan, form: String, lemma: String, upos: UPOS, features: Features = .none, head: Int?,
    deprel: Deprel
  ) {
    self.span = span
    self.form = form
    self.lemma = lemma
    self.upos = upos
    self.features = features
    self.head = head
    self.deprel = deprel
  }

  /// The relation without its subtype.
  public var relation: Relation { deprel.relation }
}

/// A sentence: a run of tokens inside one paragraph.
public struct Sentence: Hashable, Sendable {
  /// What kind of line the sentence stands in.
  public enum Kind: String, Sendable { case prose, heading, byline, listItem }

  /// From the first token's start to the last token's end.
  public let span: TextSpan
  /// The indices of its tokens; never empty.
  public let tokens: Range<Int>
  /// The index of its paragraph, counted from 0.
  public let paragraph: Int
  /// What kind of line it is.
  public let kind: Kind

  /// Makes a sentence.
  public init(span: TextSpan, tokens: Range<Int>, paragraph: Int, kind: Kind = .prose) {
    self.span = span
    self.tokens = tokens
    self.paragraph = paragraph
    self.kind = kind
  }
}

/// The line that opens a wire report: `KATHMANDU, April 25 (Reuters) -`.
public struct Dateline: Hashable, Sendable {
  /// The whole dateline, with its dash.
  public let span: TextSpan
  /// The place, where one is given.
  public let place: TextSpan?
  /// The day, where one is given.
  public let date: TextSpan?
  /// The agencies in parentheses, from the outermost: `MENAFN`, `Khaama Press`.
  public let agencies: [TextSpan]

  /// Makes a dateline.
  public init(span: TextSpan, place: TextSpan?, date: TextSpan?, agencies: [TextSpan]) {
    self.span = span
    self.place = place
    self.date = date
    self.agencies = agencies
  }
}
