import RapporteurCore

/// The rows of the frame lexicon by id, so that a rule can be told in words.
public struct RuleBook: Sendable {
  /// A row and the file that it stands in.
  struct Entry: Sendable {
    let file: String
    let row: LexiconTable.Row
  }

  private let entries: [String: Entry]

  /// Reads all `frames-*.tsv` files that `files` names, through `text`.
  ///
  /// - Throws: `LexiconError`, or what `text` throws.
  public init(files: [String], text: (String) throws -> String) throws {
    var entries: [String: Entry] = [:]
    for file in files {
      for row in try LexiconTable(try text(file), file: file).rows {
        entries[String(try row.cell("id"))] = Entry(file: file, row: row)
      }
    }
    self.entries = entries
  }

  /// The rule in words: what it wants of the words around the trigger, and where it stands.
  func words(for rule: String) -> String {
    if let known = RuleBook.rules[rule] { return known }
    guard rule.hasPrefix("frame:"), let entry = entries[String(rule.dropFirst(6))] else { return rule }
    let row = entry.row
    let kinds = ["v": "verb", "n": "noun", "a": "adjective"]
    let kind = kinds[String(row.optionalCell("pos"))] ?? "word"
    let conditions = RuleBook.conditions.compactMap { column, phrase in
      let cell = row.optionalCell(column)
      return cell.isEmpty ? nil : RuleBook.phrase(phrase, String(cell))
    }
    let note = row.optionalCell("note")
    let demands = conditions.isEmpty ? "" : " " + conditions.joined(separator: ", ")
    let lemmas = row.optionalCell("lemma").split(separator: "|").joined(separator: "' or '")
    return "the \(kind) '\(lemmas)'\(demands)" + (note.isEmpty ? "" : " (\(note))")
      + " – \(entry.file), line \(row.line)"
  }

  private static let conditions: [(String, String)] = [
    ("particle", "with"), ("light", "governed by"), ("subject", "whose subject"), ("object", "whose object"),
    ("prepositions", "with"), ("complement", "whose clause"),
  ]

  private static func phrase(_ phrase: String, _ cell: String) -> String {
    switch cell {
    case "+": "\(phrase) is there"
    case "-": "\(phrase) is missing"
    default:
      phrase.hasPrefix("whose") ? "\(phrase) is \(alternatives(cell))" : "\(phrase) \(alternatives(cell))"
    }
  }

  private static func alternatives(_ cell: String) -> String {
    cell.split(separator: ";").map { part in
      part.split(separator: "|").map { $0.hasPrefix("!") ? "not \(term($0.dropFirst()))" : term($0) }.joined(
        separator: " or ")
    }.joined(separator: " and ")
  }

  /// A term of a condition in words.
  private static func term(_ term: Substring) -> String {
    switch term {
    case "ACTOR": return "someone who can act"
    case "HUMAN": return "a person or people"
    case "FACT": return "a statement of fact"
    default: break
    }
    if term.hasPrefix("@") { return "an act of \(term.dropFirst())" }
    if let colon = term.firstIndex(of: ":") {
      return "'\(term[..<colon])' and \(self.term(term[term.index(after: colon)...]))"
    }
    if term == "+" { return "any word" }
    if term == "-" { return "no word" }
    let isClass = term.allSatisfy { $0.isUppercase || $0 == "_" }
    return isClass ? "a word of the class \(term)" : "'\(term)'"
  }

  /// The rules that stand in the code and not in a table; docs/coding.md describes them.
  private static let rules: [String: String] = [
    "rule:obligation": "someone says that another must or should do it: a REQUEST",
    "rule:own-peace": "a party's call to end its own conflict is AGREE",
    "rule:prison-sentence": "a sentence to prison is an arrest beside the conviction",
    "rule:same-act": "several words of the report name this one act",
    "rule:future-agree": "cooperation that is announced as yet to come is AGREE",
    "rule:future-concede": "a retreat that is announced as yet to come is CONCEDE",
    "rule:future-threaten": "conflict that its own agent announces is THREATEN",
  ]
}
