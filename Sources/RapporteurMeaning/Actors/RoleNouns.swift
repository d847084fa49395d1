package import RapporteurCore

/// A noun that can act or speak, as `roles.tsv` lists it.
package struct Role: Hashable, Sendable {
  /// What a mention headed by the noun denotes.
  package enum Denotation: String, Sendable, CaseIterable {
    case person, group, organisation, state, media
  }

  /// The words, lower-case, the head last: `foreign minister`.
  package let noun: String
  /// The head word of `noun`.
  package let headWord: String
  /// What it denotes; `person` is a countable noun, `group` a collective one.
  package let denotation: Denotation
  /// PLOVER sectors, primary first.
  package let sectors: [String]
  /// Whether the organisation served gives the sector: "spokesman", "official".
  package let inherits: Bool
  /// Whether the noun tells the gender.
  package let gender: Gender
  /// Wider nouns by which the report may speak of the same one: `diplomat` for `envoy`.
  package let wider: [String]
}

/// What a word tells about a person's gender.
package enum Gender: String, Sendable, CaseIterable {
  case masculine, feminine, unknown

  /// Whether both can be of one person.
  func agrees(with other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}

/// The role nouns, found by their last word.
package struct RoleNouns: Sendable {
  private let byHead: [String: [Entry]]

  private struct Entry: Sendable {
    let leading: [String]
    let role: Role
  }

  /// Reads `roles.tsv`: `noun`, `denotes`, `sectors`, `inherits`, `gender`, `wider`; a user's own nouns replace those
  /// of the table.
  package init(_ table: LexiconTable, own: [Role] = []) throws(LexiconError) {
    var byHead: [String: [Entry]] = [:]
    for role in own {
      let leading = role.noun.split(separator: " ").dropLast().map(String.init)
      byHead[role.headWord, default: []].append(Entry(leading: leading, role: role))
    }
    let replaced = Set(own.map(\.noun))
    for row in table.rows {
      let noun = String(try row.cell("noun"))
      if replaced.contains(noun) { continue }
      let words = noun.split(separator: " ").map(String.init)
      guard let headWord = words.last else {
        throw row.error("noun", .unknownValue("", allowed: "a noun"))
      }
      let role = try RoleNouns.role(noun: noun, headWord: headWord, row: row)
      byHead[headWord, default: []].append(Entry(leading: Array(words.dropLast()), role: role))
    }
    for key in byHead.keys { byHead[key]?.sort { $0.leading.count > $1.leading.count } }
    self.byHead = byHead
  }

  private static func role(noun: String, headWord: String, row: LexiconTable.Row) throws(LexiconError) -> Role
  {
    let denotes = String(try row.cell("denotes"))
    guard let denotation = Role.Denotation(rawValue: denotes) else {
      let allowed = Role.Denotation.allCases.map(\.rawValue).joined(separator: ", ")
      throw row.error("denotes", .unknownValue(denotes, allowed: allowed))
    }
    let sectors = try row.cell("sectors").split(separator: " ").map(String.init)
    if let wrong = sectors.first(where: { !Sectors.all.contains($0) }) {
      throw row.error("sectors", .unknownValue(wrong, allowed: Sectors.all.sorted().joined(separator: ", ")))
    }
    return Role(
      noun: noun, headWord: headWord, denotation: denotation, sectors: sectors,
      inherits: try row.cell("inherits") == "yes",
      gender: Gender(rawValue: String(try row.cell("gender"))) ?? .unknown,
      wider: listed(try row.cell("wider")).map(String.init))
  }

  /// The role that the words ending in the last of `words` name; the longest entry wins.
  ///
  /// - Parameters:
  ///   - form: The last word, lower-case as written.
  ///   - lemma: The last word's dictionary form, lower-case.
  ///   - before: The words before it, nearest first, lower-case.
  package func role(form: String, lemma: String, before: (Int) -> String?) -> (role: Role, words: Int)? {
    for key in form == lemma ? [form] : [form, lemma] {
      for entry in byHead[key] ?? [] where matches(entry.leading, before: before) {
        return (entry.role, entry.leading.count + 1)
      }
    }
    return nil
  }

  private func matches(_ leading: [String], before: (Int) -> String?) -> Bool {
    for (distance, word) in leading.reversed().enumerated() where before(distance) != word { return false }
    return true
  }
}

/// PLOVER's sector codes. Source: PLOVER manual 2.0 (CC BY-SA 4.0).
package enum Sectors {
  /// Codes that stand first.
  package static let primary: Set<String> = [
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
  ]
  /// Codes that refine or stand alone where no primary one applies.
  package static let secondary: Set<String> = [
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
  ]
  /// All codes.
  package static let all = primary.union(secondary)

  /// The codes without repetition, primary ones first, otherwise in the given order.
  package static func ordered(_ codes: [String]) -> [String] {
    var seen = Set<String>()
    let unique = codes.filter { seen.insert($0).inserted }
    return unique.filter(primary.contains) + unique.filter { !primary.contains($0) }
  }
}
