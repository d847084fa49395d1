public import RapporteurCore

/// All that the event reader knows of words: frames, classes, contexts, casualty words, vetoes.
public struct EventLexicon: Sendable {
  /// The word classes.
  let classes: WordClasses
  /// Contexts by lemma.
  let contexts: [String: [String]]
  /// Words that harm or hold people: lemma to kind.
  let casualtyWords: [String: Event.Casualties.Kind]
  /// Numbers in words.
  let numbers: [String: Int]
  /// Irregular verb forms and their lemmas.
  let irregularVerbs: [String: String]
  /// How many frames were read.
  public let frameCount: Int
  /// All lemmas that some row names.
  let knownLemmas: Set<String>
  private let frames: [String: [Frame]]

  /// The frame files, in the order in which they are read.
  public static let frameFiles = [
    "cooperation", "consult", "request", "accuse", "reject", "threaten", "protest", "sanction", "mobilize",
    "coerce", "assault", "retreat", "silent",
  ].map { "frames-\($0).tsv" }

  /// Reads the lexicon that the module ships.
  public init(folder: ResourceFolder, additions: LexiconAdditions = LexiconAdditions()) throws {
    try self.init(additions: additions) { try folder.text(of: "Lexicons/\($0)") }
  }

  /// Reads the lexicon through `text`, which gives the text of a file by its name, with a user's own frames over it: a
  /// row with the id of one of ours replaces it, and a row of the user that fits beats every one of ours.
  public init(
    additions: LexiconAdditions = LexiconAdditions(), text: (String) throws -> String
  ) throws {
    let classes = try WordClasses(LexiconTable(text("classes.tsv"), file: "classes.tsv"))
    let own = try EventLexicon.own(additions.frames, classes: classes)
    let replaced = Set(own.map { $0[0].id })
    let ours = try EventLexicon.frameFiles.flatMap { file in
      try LexiconTable(text(file), file: file).rows.map { try Frame.frames($0, classes: classes) }
    }
    let rows = own + ours.filter { !replaced.contains($0[0].id) }
    self.classes = classes
    frames = Dictionary(grouping: rows.joined()) { EventLexicon.key($0.lemma, $0.partOfSpeech) }
    knownLemmas = rows.reduce(into: classes.all) { known, row in
      known.formUnion(row.map(\.lemma) + row[0].conditionLemmas)
    }
    frameCount = rows.joined().count
    contexts = try EventLexicon.contexts(LexiconTable(text("contexts.tsv"), file: "contexts.tsv"))
    let casualties = try LexiconTable(text("casualties.tsv"), file: "casualties.tsv")
    casualtyWords = try EventLexicon.casualtyWords(casualties)
    let verbs = try LexiconTable(text("irregular-verbs.tsv"), file: "irregular-verbs.tsv")
    irregularVerbs = try EventLexicon.pairs(verbs, "form", "lemma")
    numbers = try EventLexicon.numbers(LexiconTable(text("number-words.tsv"), file: "number-words.tsv"))
  }

  /// The frames of each of a user's own rows; two of one id are an error.
  private static func own(
    _ files: [LexiconAdditions.File], classes: WordClasses
  ) throws(LexiconError) -> [[Frame]] {
    var seen = Set<String>()
    var found: [[Frame]] = []
    for file in files {
      for row in try LexiconTable(file.text, file: file.name).rows {
        var frames = try Frame.frames(row, classes: classes)
        let id = frames[0].id
        guard !id.isEmpty, seen.insert(id).inserted else {
          throw row.error("id", .unknownValue(id, allowed: "an id that no other row of yours has"))
        }
        for index in frames.indices { frames[index].preference = 100 }
        found.append(frames)
      }
    }
    return found
  }

  /// The frames of a lemma, in file order.
  func frames(of lemma: String, _ pos: Frame.PartOfSpeech) -> [Frame] {
    frames[EventLexicon.key(lemma, pos)] ?? []
  }

  private static func key(_ lemma: String, _ pos: Frame.PartOfSpeech) -> String { "\(lemma)/\(pos.rawValue)" }

  private static func contexts(_ table: LexiconTable) throws(LexiconError) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for row in table.rows {
      let context = String(try row.cell("context"))
      guard ContextOrder.all.contains(context) else {
        throw row.error("context", .unknownValue(context, allowed: "a PLOVER context"))
      }
      for lemma in try row.cell("lemmas").split(separator: " ") {
        found[String(lemma), default: []].append(context)
      }
    }
    return found
  }

  private static func casualtyWords(
    _ table: LexiconTable
  ) throws(LexiconError) -> [String: Event.Casualties.Kind] {
    var found: [String: Event.Casualties.Kind] = [:]
    for row in table.rows {
      guard let kind = Event.Casualties.Kind(rawValue: String(try row.cell("kind"))) else {
        throw row.error(
          "kind", .unknownValue(String(try row.cell("kind")), allowed: "dead, injured, arrested, missing"))
      }
      for lemma in try row.cell("lemmas").split(separator: " ") { found[String(lemma)] = kind }
    }
    return found
  }

  private static func pairs(
    _ table: LexiconTable, _ key: String, _ value: String
  ) throws(LexiconError) -> [String: String] {
    var found: [String: String] = [:]
    for row in table.rows { found[String(try row.cell(key))] = String(try row.cell(value)) }
    return found
  }

  private static func numbers(_ table: LexiconTable) throws(LexiconError) -> [String: Int] {
    var found: [String: Int] = [:]
    for row in table.rows {
      guard let value = Int(try row.cell("value")) else {
        throw row.error("value", .unknownValue(String(try row.cell("value")), allowed: "a whole number"))
      }
      found[String(try row.cell("word"))] = value
    }
    return found
  }
}

/// PLOVER's contexts in the manual's order.
enum ContextOrder {
  /// All contexts.
  static let all = [
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms",
    "repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic",
    "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource",
    "environment", "technology", "terrorism", "cbrn", "cyber", "misinformation", "crime", "corruption",
    "illegal_drugs", "trafficking",
  ]
}
