import RapporteurCore

/// Finds where sentences end inside a paragraph. Linear in the number of tokens.
struct SentenceFinder {
  let view: TokenView
  let lexicon: WordLexicon

  /// The token ranges of the sentences in `tokens`, which is one paragraph.
  func sentences(in tokens: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var first = tokens.lowerBound
    var index = first
    while index < tokens.upperBound {
      let end = endOfSentence(at: index, first: first, limit: tokens.upperBound)
      if let end {
        found.append(first..<end)
        first = end
      }
      index = end ?? index + 1
    }
    if first < tokens.upperBound { found.append(first..<tokens.upperBound) }
    return found
  }

  /// The index after the sentence, where it ends with the token at `index` and what closes it; otherwise nil.
  private func endOfSentence(at index: Int, first: Int, limit: Int) -> Int? {
    let isMark = view.isEndMark(index)
    guard isMark || view.isAbbreviation(index) else { return nil }
    var end = index + 1
    while isMark, end < limit, view.isEndMark(end), !view.hasGapBefore(end) { end += 1 }
    var closesQuote = false
    while end < limit, view.isCloser(end) {
      if view.isQuote(end) { closesQuote = true }
      end += 1
    }
    guard end < limit else { return limit }
    if isMark {
      return endsWithMark(index, first: first, next: end, closesQuote, limit) ? end : nil
    }
    return endsWithAbbreviation(index, next: end, limit) ? end : nil
  }

  private func endsWithMark(_ mark: Int, first: Int, next: Int, _ closesQuote: Bool, _ limit: Int) -> Bool {
    if mark == first || isListNumber(mark, first) { return false }
    let start = opening(next, limit)
    if view.first(start) == .small { return !closesQuote && beginsSmall(start, after: mark, next, limit) }
    if !view.hasGapBefore(next), view.first(next) != .capital { return false }
    let isFullStop = view.sign(mark) == 0x2E
    if closesQuote, !isFullStop, isSpeech(start, limit) { return false }
    return true
  }

  /// `The shop is shut. it opens at nine`: a single full stop or question mark behind a plain word, then a gap.
  ///
  /// A writer without capitals begins so; "Yahoo! said", "no. 4" and `"Why?" asked Roe` begin nothing.
  private func beginsSmall(_ start: Int, after mark: Int, _ next: Int, _ limit: Int) -> Bool {
    guard start == next, view.hasGapBefore(next), view.length(mark) == 1, mark > 0, !view.hasGapBefore(mark),
      view.sign(mark) == 0x2E || view.sign(mark) == 0x3F, view.first(mark - 1) == .small,
      view.length(mark - 1) > 1 || view.sign(mark) == 0x3F
    else { return false }
    return !isSpeech(start, limit)
  }

  /// The first token at or after `index` that opens neither quotation nor bracket.
  private func opening(_ index: Int, _ limit: Int) -> Int {
    var start = index
    while start + 1 < limit, start - index < 3, view.isOpener(start) { start += 1 }
    return start
  }

  /// `1.` at the start of a line isn't a sentence.
  private func isListNumber(_ mark: Int, _ first: Int) -> Bool {
    mark == first + 1 && view.sign(mark) == 0x2E && view.length(first) <= 2
      && (view.first(first) == .digit || view.length(first) == 1)
  }

  /// `"Why?" Jane Roe asked`: a verb of speech among the next words, before any sign.
  private func isSpeech(_ start: Int, _ limit: Int) -> Bool {
    for token in start..<min(start + 4, limit) {
      guard view.first(token).isLetter else { return false }
      if lexicon.isSpeech(view.small(token)) { return true }
    }
    return false
  }

  private func endsWithAbbreviation(_ token: Int, next: Int, _ limit: Int) -> Bool {
    let form = view.form(token)
    let known = lexicon.abbreviation(String(form.dropLast()))
    if known?.endsSentence == false { return false }
    let start = opening(next, limit)
    guard view.first(start) == .capital else { return false }
    if form == "etc." { return true }
    return lexicon.isStarter(view.small(start))
  }
}
