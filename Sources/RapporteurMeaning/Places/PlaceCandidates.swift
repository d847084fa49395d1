import RapporteurCore

/// One entry that a name may mean.
struct PlaceCandidate {
  let index: Gazetteer.Index
  let entry: Gazetteer.Entry
  /// What speaks for it before the report's other places are looked at; in natural-log units.
  var base: Double
  /// The belief that the name means it, 0…1; the beliefs of one name sum to 1.
  var belief = 0.0
}

/// All mentions of one name in a report: they mean one place.
///
/// Source: Gale, Church and Yarowsky 1992, "One sense per discourse".
struct PlaceGroup {
  var candidates: [PlaceCandidate]
  /// The indices of its mentions.
  var mentions: [Int]
  /// How much the group counts as context for others.
  var weight = 1.0
  /// The groups that stand after a comma behind it and may hold it, and those that it may hold.
  var parents: [Int] = []
  var children: [Int] = []
}

/// Looks up what a name may mean.
struct PlaceCandidates {
  let gazetteer: Gazetteer
  let lexicon: PlaceLexicon
  let weights: PlaceWeights

  /// The candidates of a mention, the most likely first, at most `weights.candidateLimit`.
  func candidates(of mention: PlaceMention, afterComma: Bool) -> [PlaceCandidate] {
    if mention.form == .demonym { return state(lexicon.demonyms[mention.name]) }
    if let code = lexicon.abbreviations[mention.name], afterComma || mention.name.utf8.contains(0x2E) {
      return abbreviated(code, mention)
    }
    if isUnknownInitialism(mention.name) { return [] }
    for name in [mention.name] + lexicon.shorter(mention.name) {
      let found = candidates(named: name, mention)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// One spelling for names that differ in case, accents or dots only.
  func folded(_ name: String) -> String {
    gazetteer.folding.fold(name.utf8).map { String(decoding: $0, as: UTF8.self) } ?? name
  }

  private func state(_ code: String?) -> [PlaceCandidate] {
    guard let code, let country = gazetteer.country(code: code) else { return [] }
    let index = gazetteer.entryOfCountry(country)
    return [PlaceCandidate(index: index, entry: gazetteer.entry(at: index), base: weights.country)]
  }

  private func abbreviated(_ meaning: String, _ mention: PlaceMention) -> [PlaceCandidate] {
    let found = candidates(named: meaning, mention)
    return Array(found.prefix(1))
  }

  /// Whether it is written as initials that no list knows, so that a namesake would be a guess: "EU", "L.B.".
  private func isUnknownInitialism(_ name: String) -> Bool {
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.count <= 3, letters.count > 0, letters.allSatisfy({ $0.properties.isUppercase }) else {
      return false
    }
    return !lexicon.shortNames.contains(name) && lexicon.abbreviations[name] == nil
  }

  private func candidates(named name: String, _ mention: PlaceMention) -> [PlaceCandidate] {
    var found = gazetteer.matches(name).map { match in
      let entry = gazetteer.entry(at: match.index)
      return PlaceCandidate(
        index: match.index, entry: entry,
        base: weights.base(of: entry, isOtherName: match.isOtherName, mention))
    }
    guard found.count > 1 else { return found }
    let kinds = found.map(\.entry.kind)
    if !mention.isState, kinds.contains(.admin1), !kinds.contains(.country) {
      for index in found.indices where found[index].entry.isCapital {
        found[index].base += weights.capitalNamesake
      }
    }
    found.sort { ($0.base, $1.index) > ($1.base, $0.index) }
    return Array(found.prefix(weights.candidateLimit))
  }
}
