import RapporteurCore

/// Finds the line that opens a wire report: `KATHMANDU, April 25 (Reuters) -`, `(MENAFN- Khaama Press)`.
struct DatelineFinder {
  /// The longest dateline, in tokens.
  static let longest = 24

  let view: TokenView
  let lexicon: WordLexicon

  /// The dateline at the start of a paragraph, and the index of the token after it.
  func dateline(in paragraph: Range<Int>) -> (Dateline, end: Int)? {
    var reader = Reader(
      view: view, lexicon: lexicon, at: paragraph.lowerBound,
      limit: min(paragraph.upperBound, paragraph.lowerBound + DatelineFinder.longest))
    guard let dateline = reader.read() else { return nil }
    return (dateline, reader.at)
  }

  /// Reads a dateline from left to right.
  private struct Reader {
    let view: TokenView
    let lexicon: WordLexicon
    var at: Int
    let limit: Int
    var agencies: [TextSpan] = []
    var place: TextSpan?
    var date: TextSpan?

    mutating func read() -> Dateline? {
      let first = at
      let opensWithAgency = readAgencies()
      let isUpper = readUpperPlace()
      if !isUpper { readTitlePlace() }
      if place != nil { readRest() }
      let hasDash = readDash(allowsColon: isUpper && (date != nil || !agencies.isEmpty))
      let isSure = isUpper || date != nil || !agencies.isEmpty
      if !hasDash || !isSure {
        guard opensWithAgency else { return nil }
        at = endOfAgencies
        (place, date) = (nil, nil)
        _ = readDash(allowsColon: false)
      }
      let span = TextSpan(view.tokens[first].start, view.tokens[at - 1].end)
      return Dateline(span: span, place: place, date: date, agencies: agencies)
    }

    private var endOfAgencies = 0

    init(view: TokenView, lexicon: WordLexicon, at: Int, limit: Int) {
      (self.view, self.lexicon, self.at, self.limit) = (view, lexicon, at, limit)
    }

    private func sign(_ index: Int) -> UInt32? { index < limit ? view.sign(index) : nil }
    private func isCapital(_ index: Int) -> Bool { index < limit && view.first(index) == .capital }

    /// `(MENAFN- Khaama Press)`: names in brackets, parted by a dash, comma or slash.
    private mutating func readAgencies() -> Bool {
      guard sign(at) == 0x28 else { return false }
      var index = at + 1
      var start = index
      var found: [TextSpan] = []
      func close(_ end: Int) {
        if end > start { found.append(TextSpan(view.tokens[start].start, view.tokens[end - 1].end)) }
      }
      while index < limit, sign(index) != 0x29 {
        switch sign(index) {
        case 0x2D, 0x2013, 0x2014, 0x2C, 0x2F:
          close(index)
          start = index + 1
        default: if !isName(index) { return false }
        }
        index += 1
      }
      guard index < limit, index > at + 1, index - at <= 10 else { return false }
      close(index)
      agencies += found
      at = index + 1
      endOfAgencies = at
      return !found.isEmpty
    }

    private func isName(_ index: Int) -> Bool {
      let word = view.small(index)
      return (isCapital(index) && !lexicon.isLabel(word)) || ["of", "and", "the", "&", "'s"].contains(word)
    }

    /// `BEIRUT/JERUSALEM`, `ST. LOUIS`, `UNITED NATIONS`: capitals only.
    private mutating func readUpperPlace() -> Bool {
      var index = at
      var hasWord = false
      while index < limit, index - at < 5 {
        if isUpper(index) {
          if view.length(index) > 2 { hasWord = true }
        } else if ![0x2F, 0x2D, 0x27, 0x2019].contains(sign(index) ?? 0) || view.hasGapBefore(index)
          || index == at
        {
          break
        }
        index += 1
      }
      guard hasWord, index < limit, !lexicon.isLabel(view.small(at)) else { return false }
      setPlace(to: index)
      return true
    }

    private func isUpper(_ index: Int) -> Bool {
      guard isCapital(index) else { return false }
      let span = view.tokens[index]
      var at = span.start
      while at < span.end {
        let (kind, length) = view.text.glyph(at: at)
        if kind == .small || kind == .digit { return false }
        at += length
      }
      return true
    }

    private mutating func readTitlePlace() {
      var index = at
      while index < limit, index - at < 4, isCapital(index), !isMonth(index) { index += 1 }
      if index > at, index < limit { setPlace(to: index) }
    }

    private mutating func setPlace(to end: Int) {
      place = TextSpan(view.tokens[at].start, view.tokens[end - 1].end)
      at = end
    }

    /// `, Nepal`, `, April 25`, `(Reuters)`.
    private mutating func readRest() {
      var parts = 0
      while sign(at) == 0x2C, parts < 3 {
        parts += 1
        let comma = at
        at += 1
        if readDate() { continue }
        guard readRegion() else {
          at = comma
          break
        }
      }
      if date == nil { _ = readDate() }
      _ = readAgencies()
    }

    private mutating func readRegion() -> Bool {
      var index = at
      while index < limit, index - at < 4, isCapital(index), !isMonth(index) { index += 1 }
      guard index > at, let known = place else { return false }
      place = TextSpan(known.start, view.tokens[index - 1].end)
      at = index
      return true
    }

    private func isMonth(_ index: Int) -> Bool {
      guard isCapital(index) else { return false }
      let word = view.small(index)
      return lexicon.isMonth(word.hasSuffix(".") ? String(word.dropLast()) : word)
    }

    private func isDay(_ index: Int) -> Bool {
      index < limit && view.first(index) == .digit && view.length(index) <= 4
    }

    /// `April 25`, `25 April`, each with a year or without.
    private mutating func readDate() -> Bool {
      let isMonthFirst = isMonth(at) && isDay(at + 1)
      guard isMonthFirst || (isDay(at) && isMonth(at + 1)) else { return false }
      var end = at + 2
      if end < limit, view.first(end) == .digit, view.length(end) == 4 { end += 1 }
      if sign(end) == 0x2C, end + 1 < limit, view.first(end + 1) == .digit, view.length(end + 1) == 4 {
        end += 2
      }
      date = TextSpan(view.tokens[at].start, view.tokens[end - 1].end)
      at = end
      return true
    }

    /// A dash with a gap on one side at least.
    private mutating func readDash(allowsColon: Bool) -> Bool {
      guard at < limit else { return false }
      let isDash = [0x2D, 0x2013, 0x2014, 0x2015].contains(sign(at) ?? 0) || view.form(at) == "--"
      guard isDash || (allowsColon && sign(at) == 0x3A) else { return false }
      guard view.hasGapBefore(at) || at + 1 == limit || view.hasGapBefore(at + 1) else { return false }
      at += 1
      return true
    }
  }
}
