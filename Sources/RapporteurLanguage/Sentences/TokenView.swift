import RapporteurCore

/// Questions about the tokens of a text that the sentence and dateline finders share.
struct TokenView {
  let text: TextBytes
  let tokens: [TextSpan]

  /// The length of a token in bytes.
  func length(_ token: Int) -> Int { tokens[token].length }

  /// The kind of a token's first character.
  func first(_ token: Int) -> Glyph { text.kind(at: tokens[token].start) }

  /// A token of one character: which; nil for a longer one.
  func sign(_ token: Int) -> UInt32? {
    let (value, length) = text.scalar(at: tokens[token].start)
    return length == tokens[token].length ? value : nil
  }

  /// Whether white space stands before a token.
  func hasGapBefore(_ token: Int) -> Bool { token == 0 || tokens[token - 1].end < tokens[token].start }

  /// The token in small ASCII letters.
  func small(_ token: Int) -> String { text.lowercased(tokens[token].start..<tokens[token].end) }

  /// The token as written.
  func form(_ token: Int) -> String { text.string(tokens[token].start..<tokens[token].end) }

  /// Whether the token starts with a letter and ends with a point: `U.S.`, `Mr.`
  func isAbbreviation(_ token: Int) -> Bool {
    tokens[token].length > 1 && text[tokens[token].end - 1] == 0x2E && first(token).isLetter
  }

  /// Whether the token is `.`, `!`, `?`, an ellipsis or a run of them.
  func isEndMark(_ token: Int) -> Bool {
    switch text[tokens[token].start] {
    case 0x2E: tokens[token].length == 1 || text.kind(at: tokens[token].start + 1) != .digit
    case 0x21, 0x3F: true
    case 0xE2: text.scalar(at: tokens[token].start).value == 0x2026
    default: false
    }
  }

  /// Whether the token can close what stands before it: a bracket, or a quotation mark without a gap before it.
  func isCloser(_ token: Int) -> Bool {
    switch sign(token) ?? 0 {
    case 0x29, 0x5D, 0x7D: true
    case 0x22, 0x27, 0x2019, 0x201D, 0xBB: !hasGapBefore(token)
    case 0: !hasGapBefore(token) && length(token) <= 6 && isDoubleApostrophe(token)
    default: false
    }
  }

  /// Whether the token is a quotation mark.
  func isQuote(_ token: Int) -> Bool {
    switch sign(token) ?? 0 {
    case 0x22, 0x27, 0x60, 0x2018...0x201F, 0xAB, 0xBB: true
    case 0: length(token) <= 6 && isDoubleApostrophe(token)
    default: false
    }
  }

  /// Whether the token can open what follows: a bracket or quotation mark.
  func isOpener(_ token: Int) -> Bool {
    sign(token) == 0x28 || sign(token) == 0x5B || isQuote(token)
  }

  private func isDoubleApostrophe(_ token: Int) -> Bool {
    first(token) == .apostrophe && text.kind(before: tokens[token].end) == .apostrophe
  }
}
