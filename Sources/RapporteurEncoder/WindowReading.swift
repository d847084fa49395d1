/// A run of whole sentences that the encoder reads together.
public struct EncoderWindow: Sendable, Equatable {
  /// The words, as the text has them.
  public var words: [String]
  /// The sentences as ranges of words: in order, without gaps, none empty, together all words.
  public var sentences: [Range<Int>]
  /// Words that open a paragraph, in order: no attribution span runs across the border before them.
  public var paragraphStarts: [Int]

  /// A window over `words`, cut into `sentences`.
  public init(words: [String], sentences: [Range<Int>], paragraphStarts: [Int] = []) {
    self.words = words
    self.sentences = sentences
    self.paragraphStarts = paragraphStarts
  }
}

/// What the model says about a window: one entry a word, as indices into `Labels`.
public struct WindowReading: Sendable, Equatable {
  /// A source or content and the cue it belongs to.
  public struct Link: Sendable, Equatable {
    /// The first word of the source or content span.
    public let span: Int
    /// The first word of the cue span; nil where no cue in the window fits.
    public let cue: Int?

    /// A link from a span's first word to a cue's first word.
    public init(span: Int, cue: Int?) {
      self.span = span
      self.cue = cue
    }
  }

  /// A mention and the mention before it that means the same.
  public struct Antecedent: Sendable, Equatable {
    /// The head word of the mention.
    public let word: Int
    /// The head word of the earlier mention; nil where the window has none.
    public let antecedent: Int?

    /// A mention's head word with that of its antecedent.
    public init(word: Int, antecedent: Int?) {
      self.word = word
      self.antecedent = antecedent
    }
  }

  /// Indices into `Labels.upos`.
  public var upos: [UInt8] = []
  /// Indices into `Labels.features`.
  public var features: [UInt16] = []
  /// Indices into `Labels.lemma`.
  public var lemmas: [UInt16] = []
  /// For each word the word that governs it, as an index in the window; -1 for the root of a sentence.
  public var heads: [Int] = []
  /// Indices into `Labels.deprel`.
  public var deprels: [UInt16] = []
  /// Indices into `Labels.names`: a legal BIO sequence in each sentence.
  public var names: [UInt8] = []
  /// Indices into `Labels.attribution`, the best path by learned transitions over the window.
  public var attribution: [UInt8] = []
  /// One entry for each source and content span, in order of their first words.
  public var links: [Link] = []
  /// -3 (certainly did not happen) … 3 (certainly did); means something on predicate words only. Empty where
  /// the model has no such head.
  public var factuality: [Float] = []
  /// One entry for each word that the model takes for a mention's head, in order. Empty where the model has no
  /// such head.
  public var antecedents: [Antecedent] = []

  /// A reading of no word.
  public init() {}
}
