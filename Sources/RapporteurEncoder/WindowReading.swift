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

  /// A mention and the mentions before it that may mean the same.
  public struct Antecedent: Sendable, Equatable {
    /// An earlier mention.
    public struct Candidate: Sendable, Equatable {
      /// Its head word.
      public let word: Int
      /// 0 … 1; those of all candidates, with `none`, make about 1.
      public let probability: Float

      /// A word with its probability.
      public init(word: Int, probability: Float) {
        self.word = word
        self.probability = probability
      }
    }

    /// The head word of the mention.
    public let word: Int
    /// The likeliest first; the hopeless are left out.
    public let candidates: [Candidate]
    /// How likely it is that nothing in the window before it means the same, 0 … 1.
    public let none: Float

    /// A mention's head word with what may be its antecedents, the likeliest first.
    public init(word: Int, candidates: [Candidate], none: Float) {
      self.word = word
      self.candidates = candidates
      self.none = none
    }

    /// The head word of the likeliest antecedent; nil where none is likelier.
    public var antecedent: Int? { candidates.first.flatMap { $0.probability > none ? $0.word : nil } }
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
