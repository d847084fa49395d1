import RapporteurCore

extension Frame {
  /// The frames of a row of a `frames-*.tsv` file: one for each lemma of its cell, parted by `|`, all of one id. Throws
  /// where the row names no lemma, and like `init`.
  static func frames(_ row: LexiconTable.Row, classes: WordClasses) throws(LexiconError) -> [Frame] {
    let frame = try Frame(row, classes: classes)
    let lemmas = frame.lemma.split(separator: "|")
    guard !lemmas.isEmpty else { throw row.error("lemma", .unknownValue(frame.lemma, allowed: "a word")) }
    return lemmas.map { lemma in
      var named = frame
      named.lemma = String(lemma)
      return named
    }
  }

  /// Reads a row of a `frames-*.tsv` file; all columns but `id`, `lemma`, `pos` and `type` may be absent. Throws where a type, mode, class or slot is not known.
  init(_ row: LexiconTable.Row, classes: WordClasses) throws(LexiconError) {
    id = String(try row.cell("id"))
    lemma = String(try row.cell("lemma"))
    guard let pos = PartOfSpeech(rawValue: String(try row.cell("pos"))) else {
      throw row.error("pos", .unknownValue(String(try row.cell("pos")), allowed: "v, n or a"))
    }
    partOfSpeech = pos
    particle = String(row.optionalCell("particle"))
    func condition(_ column: String) throws(LexiconError) -> WordCondition? {
      try WordCondition(row.optionalCell(column), column: column, row: row, classes: classes)
    }
    light = try condition("light")
    subject = try condition("subject")
    object = try condition("object")
    complement = try condition("complement")
    prepositions = try Frame.prepositionConditions(row, classes: classes)
    actor = try Frame.slotGroups(row, "actor")
    recipient = try Frame.slotGroups(row, "recipient")
    content = try Frame.slotGroups(row, "content").flatMap { $0 }
    outcome = try Frame.outcome(row)
    mode = try Frame.mode(row, of: outcome)
    contexts = row.optionalCell("contexts").split(separator: ",").map(String.init)
    if let wrong = contexts.first(where: { !ContextOrder.all.contains($0) }) {
      throw row.error("contexts", .unknownValue(wrong, allowed: "PLOVER contexts, parted by commas"))
    }
    cameo = String(row.optionalCell("cameo"))
  }

  private static func outcome(_ row: LexiconTable.Row) throws(LexiconError) -> Outcome {
    let cell = try row.cell("type")
    switch cell {
    case "-": return .nothing
    case "COMMIT": return .commit
    case "CEASE": return .cease
    default:
      guard let type = EventType(rawValue: String(cell)) else {
        throw row.error("type", .unknownValue(String(cell), allowed: "a PLOVER type, COMMIT, CEASE or -"))
      }
      return .event(type)
    }
  }

  private static func mode(_ row: LexiconTable.Row, of outcome: Outcome) throws(LexiconError) -> String? {
    let cell = String(row.optionalCell("mode"))
    if cell.isEmpty { return nil }
    guard case .event(let type) = outcome, type.modes.contains(where: { $0.name == cell }) else {
      throw row.error("mode", .unknownValue(cell, allowed: "a mode of the row's type"))
    }
    return cell
  }

  /// `for:TALKS|AID;with:+`, several prepositions parted by a slash.
  private static func prepositionConditions(
    _ row: LexiconTable.Row, classes: WordClasses
  ) throws(LexiconError) -> [PrepositionCondition] {
    var found: [PrepositionCondition] = []
    for piece in row.optionalCell("prepositions").split(separator: ";") {
      let parts = piece.split(separator: ":", maxSplits: 1)
      guard parts.count == 2,
        let word = try WordCondition(parts[1], column: "prepositions", row: row, classes: classes)
      else { throw row.error("prepositions", .unknownValue(String(piece), allowed: "preposition:condition")) }
      found.append(
        PrepositionCondition(prepositions: parts[0].split(separator: "/").map(String.init), word: word))
    }
    return found
  }

  /// `subj+with,poss`: groups parted by commas, slots of a group by `+`.
  private static func slotGroups(_ row: LexiconTable.Row, _ column: String) throws(LexiconError) -> [[Slot]] {
    var groups: [[Slot]] = []
    for group in row.optionalCell(column).split(separator: ",") {
      groups.append(group.split(separator: "+").map { slot(String($0)) })
    }
    return groups
  }

  private static func slot(_ name: String) -> Slot {
    switch name {
    case "subj": .subject
    case "obj": .object
    case "iobj": .indirectObject
    case "poss": .possessor
    case "mod": .modifier
    case "comp.subj": .complementSubject
    case "comp.rec": .complementRecipient
    default: .preposition(name)
    }
  }
}
