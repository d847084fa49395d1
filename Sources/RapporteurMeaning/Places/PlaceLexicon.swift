package import RapporteurCore

/// The texts of the word lists that the place room reads.
package struct PlaceLists: Sendable {
  let states: String
  let abbreviations: String
  let words: String
  let cues: String

  /// Reads them from the module's resources; throws what reading a file throws.
  package init(resources: ResourceFolder) throws {
    try self.init { try resources.text(of: "Lexicons/\($0)") }
  }

  /// Reads them with a function from a file's name to its text.
  package init(_ text: (String) throws -> String) rethrows {
    states = try text("states.tsv")
    abbreviations = try text("place_abbreviations.tsv")
    words = try text("place_words.tsv")
    cues = try text("place_cues.tsv")
  }
}

/// The word lists that the place room reads: demonyms, short forms of subdivisions, words around names.
struct PlaceLexicon: Sendable {
  /// A demonym or adjective, as written, to the ISO 3166-1 alpha-3 code of its state.
  let demonyms: [String: String]
  /// A short form of a subdivision or city, as written, to its ISO 3166-2 code or full name.
  let abbreviations: [String: String]
  /// Seats of government, which stand for the state and not for a place on the map.
  let seats: Set<String>
  /// The case-sensitive short forms of states: `US`, `UAE`.
  let shortNames: Set<String>
  /// A word that tells in which state a report plays, as written, to the state's ISO 3166-1 alpha-3 code.
  let cues: [String: String]
  private let words: [String: Set<String>]

  /// Reads the word lists.
  init(_ lists: PlaceLists) throws(LexiconError) {
    var demonyms: [String: String] = [:]
    var shortNames: Set<String> = []
    var seats: Set<String> = []
    for row in try LexiconTable(lists.states, file: "states.tsv").rows {
      let code = try row.cell(try row.cell("status") == "former" ? "today" : "iso3")
      shortNames.formUnion(try row.cell("short").split(separator: "|").map(String.init))
      seats.formUnion(try row.cell("seats").split(separator: "|").map(String.init))
      for column in ["adjectives", "people"] {
        for word in try row.cell(column).split(separator: "|") where demonyms[String(word)] == nil {
          demonyms[String(word)] = String(code)
        }
      }
    }
    for name in shortNames { demonyms[name] = nil }
    for row in try LexiconTable(lists.states, file: "states.tsv").rows {
      demonyms[String(try row.cell("name"))] = nil
    }
    self.demonyms = demonyms
    self.shortNames = shortNames
    self.seats = seats
    var forms: [String: String] = [:]
    for row in try LexiconTable(lists.abbreviations, file: "place_abbreviations.tsv").rows {
      forms[String(try row.cell("form"))] = String(try row.cell("means"))
    }
    self.abbreviations = forms
    var cues: [String: String] = [:]
    for row in try LexiconTable(lists.cues, file: "place_cues.tsv").rows {
      cues[String(try row.cell("word"))] = String(try row.cell("iso3"))
    }
    self.cues = cues
    var byRole: [String: Set<String>] = [:]
    for row in try LexiconTable(lists.words, file: "place_words.tsv").rows {
      byRole[String(try row.cell("role")), default: []].insert(String(try row.cell("word")))
    }
    self.words = byRole
  }

  /// What a word beside a name tells.
  enum Role: String {
    case locative
    case strongLocative = "strong-locative"
    case article, suffix, prefix
    case joinedSuffix = "joined-suffix"
    case joinedPrefix = "joined-prefix"
    case stateWord = "state-word"
    case countyWord = "county-word"
    case direction, road, dotted, institution
    case localWord = "local-word"
    case genericTail = "generic-tail"
    case diseaseWord = "disease-word"
    case notAPlace = "not-a-place"
  }

  /// Whether `word` has the role.
  func has(_ word: some StringProtocol, _ role: Role) -> Bool {
    words[role.rawValue]?.contains(String(word)) ?? false
  }

  /// The name without one generic word at its start or end, in order of preference.
  func shorter(_ name: String) -> [String] {
    var found: [String] = []
    for word in (words[Role.suffix.rawValue] ?? []).sorted() where name.hasSuffix(" " + word) {
      found.append(String(name.dropLast(word.count + 1)))
    }
    for word in (words[Role.prefix.rawValue] ?? []).sorted() where name.hasPrefix(word + " ") {
      found.append(String(name.dropFirst(word.count + 1)))
    }
    return found
  }
}
