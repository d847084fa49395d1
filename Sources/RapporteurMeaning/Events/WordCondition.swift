import RapporteurCore

/// What a frame wants of the words in one place: alternatives, and words that must not stand there.
///
/// Written `TALKS|meeting|@CONSULT|!SPORT`: a class, a lemma, a word that itself names an event of a type, an
/// exclusion. `+` wants any word, `-` wants none, an empty cell wants nothing; `ACTOR|-` wants an actor or nobody.
struct WordCondition: Sendable, Hashable {
  /// One alternative.
  enum Term: Sendable, Hashable {
    case lemma(String)
    case wordClass(String)
    case event(EventType)
    /// A word that stands for an actor of the report, a person word or a personal pronoun.
    case actor
    /// A word that stands for a person or people, and not for a body, a state or a product.
    case human
    /// A finite clause without a modal: what is held to be so ("agreed that it was too early").
    case fact
    /// A clause that asks: "whether …", "when …".
    case question
    /// A clause that says what is to be done: "should go", "going", "that he go".
    case due
  }

  /// Whether the place must be filled (`+`, or any alternative, unless `-` is one of them) …
  let wantsWord: Bool
  /// … or must be empty (`-`).
  let wantsNone: Bool
  /// The alternatives; empty means any word.
  let allowed: [Term]
  /// What must not stand there.
  let excluded: [Term]

  /// The greatest weight that the condition can have.
  var weight: Int {
    allowed.map(WordCondition.weight(of:)).max() ?? (wantsWord || wantsNone ? 1 : 0)
  }

  /// How much an alternative narrows: a lemma 4, a class or type 3, an actor 2.
  static func weight(of term: Term) -> Int {
    switch term {
    case .lemma: 4
    case .event, .wordClass: 3
    case .actor: 2
    case .human, .fact, .due: 3
    case .question: 8
    }
  }

  /// Reads a cell; nil for an empty one. Throws where a class or type is not known.
  init?(_ cell: Substring, column: String, row: LexiconTable.Row, classes: WordClasses) throws(LexiconError) {
    if cell.isEmpty { return nil }
    var allowed: [Term] = []
    var excluded: [Term] = []
    var mayBeEmpty = false
    if cell != "+" && cell != "-" {
      for piece in cell.split(separator: "|") {
        if piece == "-" {
          mayBeEmpty = true
          continue
        }
        let isExclusion = piece.hasPrefix("!")
        let term = try WordCondition.term(
          isExclusion ? piece.dropFirst() : piece, column: column, row: row, classes: classes)
        if isExclusion { excluded.append(term) } else { allowed.append(term) }
      }
    }
    self.allowed = allowed
    self.excluded = excluded
    wantsNone = cell == "-"
    wantsWord = cell == "+" || !allowed.isEmpty && !mayBeEmpty
  }

  private static func term(
    _ text: Substring, column: String, row: LexiconTable.Row, classes: WordClasses
  ) throws(LexiconError) -> Term {
    switch text {
    case "ACTOR": return .actor
    case "HUMAN": return .human
    case "FACT": return .fact
    case "QUESTION": return .question
    case "DUE": return .due
    default: break
    }
    if text.hasPrefix("@") {
      guard let type = EventType(rawValue: String(text.dropFirst())) else {
        throw row.error(column, .unknownValue(String(text), allowed: "@ and a PLOVER type"))
      }
      return .event(type)
    }
    guard let first = text.first, first.isUppercase, text.allSatisfy({ $0.isUppercase || $0 == "_" }) else {
      return .lemma(String(text))
    }
    guard classes.isDefined(String(text)) else {
      throw row.error(column, .unknownValue(String(text), allowed: "a class of classes.tsv"))
    }
    return .wordClass(String(text))
  }
}
