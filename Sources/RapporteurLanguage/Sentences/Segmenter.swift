public import RapporteurCore

/// Where the words, sentences and the dateline of a text stand.
public struct Segmentation: Sendable, Equatable {
  /// The words, in order.
  public let tokens: [TextSpan]
  /// The sentences, in order; together they cover the tokens.
  public let sentences: [Sentence]
  /// The dateline; its tokens are a sentence of their own, of kind `byline`.
  public let dateline: Dateline?

  /// Makes a segmentation; the sentences must cover the tokens.
  public init(tokens: [TextSpan], sentences: [Sentence], dateline: Dateline? = nil) {
    self.tokens = tokens
    self.sentences = sentences
    self.dateline = dateline
  }
}

/// Cuts a text into words, paragraphs and sentences, and finds its dateline. Linear in the text's length.
public struct Segmenter: Sendable {
  /// The paragraphs at the start of a report that may open with a dateline.
  static let datelineParagraphs = 8

  let lexicon: WordLexicon

  /// A segmenter with the given word lists.
  public init(lexicon: WordLexicon) { self.lexicon = lexicon }

  /// Segments `text`.
  public func segment(_ text: String) -> Segmentation {
    let bytes = TextBytes(text)
    let view = TokenView(text: bytes, tokens: Tokenizer(lexicon: lexicon).spans(in: bytes))
    var builder = Builder(view: view, lexicon: lexicon)
    for (index, paragraph) in ParagraphFinder(text: bytes).paragraphs().enumerated() {
      builder.add(paragraph, index: index)
    }
    return Segmentation(tokens: view.tokens, sentences: builder.sentences, dateline: builder.dateline)
  }

  /// Collects the sentences of one paragraph after the other.
  private struct Builder {
    let view: TokenView
    let lexicon: WordLexicon
    var sentences: [Sentence] = []
    var dateline: Dateline?
    private var next = 0

    init(view: TokenView, lexicon: WordLexicon) {
      self.view = view
      self.lexicon = lexicon
    }

    mutating func add(_ paragraph: Paragraph, index: Int) {
      var first = next
      while next < view.tokens.count, view.tokens[next].start < paragraph.range.upperBound { next += 1 }
      guard first < next else { return }
      if dateline == nil, index < Segmenter.datelineParagraphs, paragraph.kind != .listItem,
        let (found, end) = DatelineFinder(view: view, lexicon: lexicon).dateline(in: first..<next)
      {
        dateline = found
        append(first..<end, index, .byline)
        first = end
      }
      for range in SentenceFinder(view: view, lexicon: lexicon).sentences(in: first..<next) {
        append(range, index, paragraph.kind)
      }
    }

    private mutating func append(_ range: Range<Int>, _ paragraph: Int, _ kind: Sentence.Kind) {
      let span = TextSpan(view.tokens[range.lowerBound].start, view.tokens[range.upperBound - 1].end)
      sentences.append(Sentence(span: span, tokens: range, paragraph: paragraph, kind: kind))
    }
  }
}
