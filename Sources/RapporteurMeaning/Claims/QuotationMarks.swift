import RapporteurCore

/// Which tokens stand inside quotation marks.
///
/// Straight, curly, angled and typewriter marks (``` ``…'' ```) pair up, single ones only where they close. A mark that is
/// never closed reaches to the end of its paragraph, or of its sentence where a later sentence opens a quotation of its
/// own; a closing mark without an opening one closes what the paragraph before left open. Marks inside marks count as
/// inside.
struct QuotationMarks: Sendable {
  /// An outermost quotation.
  struct Quotation: Sendable {
    /// Its tokens with the marks.
    let tokens: Range<Int>
    /// Whether it has a closing mark.
    let isClosed: Bool
  }

  /// For each token whether it stands in a quotation; the marks themselves count as inside.
  private(set) var isQuoted: [Bool]
  /// The outermost quotations, in text order.
  private(set) var quotations: [Quotation] = []

  private let annotated: AnnotatedReport
  /// The marks that are open in the paragraph being read.
  private var open: [(token: Int, isDouble: Bool)] = []

  /// - Complexity: Linear in the tokens.
  init(_ annotated: AnnotatedReport) {
    self.annotated = annotated
    isQuoted = [Bool](repeating: false, count: annotated.tokens.count)
    var wasLeftOpen = false
    for paragraph in annotated.paragraphs() {
      let isContinued = wasLeftOpen
      wasLeftOpen = readParagraph(paragraph, isContinued: isContinued)
    }
    collectQuotations()
  }

  /// How the words of a content are given; punctuation doesn't count.
  func form(of content: [Range<Int>], in annotated: AnnotatedReport) -> Claim.Form {
    var inside = 0
    var outside = 0
    for token in content.joined() where annotated.tokens[token].upos != .punct {
      if isQuoted[token] { inside += 1 } else { outside += 1 }
    }
    if inside == 0 { return .indirect }
    return outside == 0 ? .direct : .mixed
  }

  // MARK: Reading marks

  /// Pairs the marks of a paragraph; whether it leaves a quotation open.
  private mutating func readParagraph(_ tokens: Range<Int>, isContinued: Bool) -> Bool {
    open = []
    var mayCloseBefore = isContinued
    let singles = SingleMarks(annotated, in: tokens)
    for token in tokens {
      guard let mark = QuotationMark(annotated.tokens[token].form) else { continue }
      if !mark.isDouble {
        readSingle(token, singles)
      } else if isOpening(token, mark) {
        if mark == .straight { abandonUnclosed(before: token) }
        open.append((token, true))
      } else if !close(at: token, isDouble: true), mayCloseBefore {
        paint(tokens.lowerBound..<(token + 1))
      }
      mayCloseBefore = false
    }
    let unclosed = open.last { $0.isDouble }
    for mark in open where mark.isDouble { paint(mark.token..<tokens.upperBound) }
    return unclosed != nil
  }

  private mutating func readSingle(_ token: Int, _ singles: SingleMarks) {
    if singles.closing[token] != nil {
      open.append((token, false))
    } else if singles.isClosing(token) {
      _ = close(at: token, isDouble: false)
    }
  }

  /// Whether a double mark opens, by its shape, and by the spaces around it where that tells nothing.
  private func isOpening(_ token: Int, _ mark: QuotationMark) -> Bool {
    switch mark {
    case .opening: return true
    case .closing: return false
    case .straight, .single:
      let isFree = annotated.hasGap(before: token) || isAfterBracket(token)
      let isJoined = !annotated.hasGap(before: token + 1)
      if isFree != isJoined { return !open.contains { $0.isDouble } }
      return isFree
    }
  }

  private func isAfterBracket(_ token: Int) -> Bool {
    token > 0
      && ["(", "[", "—", "–", "-", "―", "“", "‘", "'", "/"].contains(annotated.tokens[token - 1].form)
  }

  /// A straight mark that opens at the start of a sentence ends an older one that nobody closed, with its sentence.
  private mutating func abandonUnclosed(before token: Int) {
    guard annotated.sentence(of: token).tokens.lowerBound == token else { return }
    for mark in open where mark.isDouble {
      paint(mark.token..<min(token, annotated.sentence(of: mark.token).tokens.upperBound))
    }
    open.removeAll { $0.isDouble }
  }

  /// Closes the latest open mark of the kind with all that opened after it; false where none is open.
  private mutating func close(at token: Int, isDouble: Bool) -> Bool {
    guard let index = open.lastIndex(where: { $0.isDouble == isDouble }) else { return false }
    paint(open[index].token..<(token + 1))
    open.removeSubrange(index...)
    return true
  }

  private mutating func paint(_ tokens: Range<Int>) { for token in tokens { isQuoted[token] = true } }

  private mutating func collectQuotations() {
    for paragraph in annotated.paragraphs() {
      var start: Int?
      for token in paragraph {
        let isEnd = token + 1 == paragraph.upperBound || !isQuoted[token + 1]
        if isQuoted[token], start == nil { start = token }
        guard let first = start, isEnd || isBorder(token) else { continue }
        quotations.append(Quotation(tokens: first..<(token + 1), isClosed: isMark(token)))
        start = nil
      }
    }
  }

  /// Where one quotation ends and the next begins at once: `…," "We …`.
  private func isBorder(_ token: Int) -> Bool {
    isMark(token) && isMark(token + 1) && annotated.hasGap(before: token + 1)
  }

  private func isMark(_ token: Int) -> Bool {
    QuotationMark(annotated.tokens[token].form) != nil
  }
}

/// What a token does as a quotation mark.
enum QuotationMark: Sendable {
  case opening, closing
  /// A double mark of one shape for both ends.
  case straight
  /// A single mark, which may be an apostrophe.
  case single

  init?(_ form: String) {
    switch form {
    case "“", "«", "„", "``": self = .opening
    case "”", "»": self = .closing
    case "\"", "''": self = .straight
    case "'", "‘", "’", "`": self = .single
    default: return nil
    }
  }

  var isDouble: Bool { self != .single }
}

/// The single marks of a paragraph that pair up; the others are apostrophes.
private struct SingleMarks {
  /// For each opening mark its closing one.
  private(set) var closing: [Int: Int] = [:]
  private var closings: Set<Int> = []

  init(_ annotated: AnnotatedReport, in tokens: Range<Int>) {
    var opened: Int?
    for token in tokens where QuotationMark(annotated.tokens[token].form) == .single {
      let isFree =
        token == tokens.lowerBound || annotated.hasGap(before: token) || Self.follows(annotated, token)
      let isJoined = token + 1 < tokens.upperBound && !annotated.hasGap(before: token + 1)
      if isFree && isJoined {
        opened = token
      } else if !isFree, let start = opened, annotated.tokens[token].upos != .part {
        closing[start] = token
        closings.insert(token)
        opened = nil
      }
    }
  }

  func isClosing(_ token: Int) -> Bool { closings.contains(token) }

  /// Right behind a double mark: `"'Never,' …`.
  private static func follows(_ annotated: AnnotatedReport, _ token: Int) -> Bool {
    token > 0 && ["\"", "“", "``", "(", "—", "–"].contains(annotated.tokens[token - 1].form)
  }
}

extension AnnotatedReport {
  /// Whether space stands before a token; true at the start and behind the end of the text.
  func hasGap(before token: Int) -> Bool {
    guard token > 0, token < tokens.count else { return true }
    return tokens[token].span.start > tokens[token - 1].span.end
  }

  /// The tokens of each paragraph, in text order.
  func paragraphs() -> [Range<Int>] {
    var found: [(paragraph: Int, tokens: Range<Int>)] = []
    for sentence in sentences {
      if let last = found.last, last.paragraph == sentence.paragraph {
        found[found.count - 1].tokens = last.tokens.lowerBound..<sentence.tokens.upperBound
      } else {
        found.append((sentence.paragraph, sentence.tokens))
      }
    }
    return found.map(\.tokens)
  }
}
