import RapporteurCore

/// What a word does that introduces someone's words, belief or will.
struct CueSense: Hashable, Sendable {
  /// What stands behind the word as its content.
  enum Complement: String, Sendable, CaseIterable { case clause, infinitive, object, of, source }

  let kind: Claim.CueClass
  let type: Claim.Kind
  let medium: Claim.Medium?
  let takes: Complement
  /// Whether the word licenses a claim where the model tagged none.
  let standsAlone: Bool
}

/// The words that introduce contents: `cues.tsv`.
struct CueLexicon: Sendable {
  /// What part of speech a cue is.
  enum PartOfSpeech: String, Sendable, CaseIterable { case verb, noun, adjective, adverb, phrase }

  private let senses: [PartOfSpeech: [String: [CueSense]]]

  init(_ table: LexiconTable) throws(LexiconError) {
    var found: [PartOfSpeech: [String: [CueSense]]] = [:]
    for row in table.rows {
      let pos: PartOfSpeech = try row.value("pos")
      let sense = CueSense(
        kind: try row.value("class"), type: try row.value("type"), medium: try row.optionalValue("medium"),
        takes: try row.value("takes"), standsAlone: try row.cell("alone") == "yes")
      found[pos, default: [:]][String(try row.cell("cue")), default: []].append(sense)
    }
    senses = found
  }

  /// All words that are cues by themselves.
  var words: Set<String> { Set(senses.values.flatMap(\.keys)) }

  /// All senses of a cue, in file order; empty for a word that is none.
  func senses(of cue: String, _ pos: PartOfSpeech) -> [CueSense] { senses[pos]?[cue] ?? [] }

  /// The sense whose complement fits, or else the first.
  func sense(of cue: String, _ pos: PartOfSpeech, taking complement: CueSense.Complement?) -> CueSense? {
    let all = senses(of: cue, pos)
    return all.first { $0.takes == complement } ?? all.first
  }
}

extension LexiconTable.Row {
  /// The cell of a column as one of the cases of an enumeration.
  func value<Value: RawRepresentable & CaseIterable>(_ column: String) throws(LexiconError) -> Value
  where Value.RawValue == String {
    let cell = String(try cell(column))
    guard let value = Value(rawValue: cell) else {
      let allowed = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(column, .unknownValue(cell, allowed: allowed))
    }
    return value
  }

  /// The medium in a column; nil for an empty cell.
  func optionalValue(_ column: String) throws(LexiconError) -> Claim.Medium? {
    let cell = String(try cell(column))
    if cell.isEmpty { return nil }
    guard let medium = Claim.Medium(rawValue: cell) else {
      throw error(column, .unknownValue(cell, allowed: "speech, writing, thought, or nothing"))
    }
    return medium
  }
}
