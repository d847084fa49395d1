public import RapporteurCore

/// Cuts a text into words as the English treebanks of Universal Dependencies do.
///
/// Clitics stand alone (`do` `n't`), punctuation stands apart, a word is cut at its hyphens unless it opens
/// with a prefix (`post-war`), abbreviations keep their point. Each token is a run of bytes of the text; what
/// lies between two tokens is white space or control characters, so tokens and gaps rebuild every byte.
/// Source: <https://universaldependencies.org/en/> and the treebanks EWT and GUM. Linear in the text's length.
public struct Tokenizer: Sendable {
  let lexicon: WordLexicon

  /// A tokenizer with the given word lists.
  public init(lexicon: WordLexicon) { self.lexicon = lexicon }

  /// Where the words of `text` stand, in order, without overlap, none empty.
  public func spans(in text: String) -> [TextSpan] { spans(in: TextBytes(text)) }

  func spans(in text: TextBytes) -> [TextSpan] {
    var cutter = TokenCutter(text: text, lexicon: lexicon)
    cutter.cut()
    return cutter.spans
  }
}
