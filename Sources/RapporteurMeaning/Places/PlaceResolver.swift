import RapporteurCore

/// Decides what each name of a report means, all names together.
///
/// Every name starts with beliefs from population and kind; names then lend each other support, weighted by
/// belief, for lying in one division or near by; a name followed by ", Ohio" leans on what holds it. After a
/// few rounds the strongest candidate stands. This is mean-field inference over the report's names.
struct PlaceResolver {
  let candidates: PlaceCandidates
  let weights: PlaceWeights

  /// For each mention the entry that it means, or nil; `hints` and the places that the
  /// outlet is named after count as context only.
  func resolve(
    _ mentions: [PlaceMention], hints: [PlaceMention] = [], outlet: [PlaceMention] = [],
    in annotated: AnnotatedReport
  ) -> [Gazetteer.Index?] {
    var groups = grouped(mentions, in: annotated)
    addHints(hints, weight: weights.hint, to: &groups)
    addHints(outlet, weight: weights.outlet, to: &groups)
    addCues(of: annotated, to: &groups)
    for index in groups.indices { believe(groups[index].candidates.map(\.base), &groups[index]) }
    for _ in 0..<weights.rounds {
      for index in groups.indices where groups[index].candidates.count > 1 {
        believe(scores(of: index, among: groups), &groups[index])
      }
    }
    var meant = [Gazetteer.Index?](repeating: nil, count: mentions.count)
    for group in groups {
      let best = group.candidates.max { ($0.belief, $1.index) < ($1.belief, $0.index) }
      for mention in group.mentions { meant[mention] = best?.index }
    }
    return meant
  }

  private func believe(_ scores: [Double], _ group: inout PlaceGroup) {
    normalise(scores) { group.candidates[$0].belief = $1 }
  }

  // MARK: - Groups

  /// A name in one role: what follows a comma after a place ("New York, New York") is a name of its own.
  private struct GroupKey: Hashable {
    let name: String
    let form: Place.Form
    let isHolder: Bool
  }

  private func grouped(_ mentions: [PlaceMention], in annotated: AnnotatedReport) -> [PlaceGroup] {
    var groups: [PlaceGroup] = []
    var indices: [GroupKey: Int] = [:]
    var groupOfMention: [Int] = []
    for (number, mention) in mentions.enumerated() {
      let follows = number > 0 && isHeld(mentions[number - 1], by: mention, annotated)
      let repeats = follows && mentions[number - 1].name == mention.name
      let key = GroupKey(
        name: candidates.folded(mention.name), form: mention.form, isHolder: repeats || mention.isState)
      let group = indices[key] ?? groups.count
      if group == groups.count {
        indices[key] = group
        groups.append(
          PlaceGroup(candidates: candidates.candidates(of: mention, afterComma: follows), mentions: []))
      }
      groups[group].mentions.append(number)
      groupOfMention.append(group)
      if follows, groupOfMention[number - 1] != group { link(groupOfMention[number - 1], to: group, &groups) }
    }
    for index in groups.indices {
      groups[index].weight = 1 + 0.25 * Double(min(4, groups[index].mentions.count - 1))
    }
    return groups
  }

  /// One group for each hint's name; none of its mentions is counted.
  private func addHints(_ hints: [PlaceMention], weight: Double, to groups: inout [PlaceGroup]) {
    var seen: Set<String> = []
    for hint in hints where seen.insert(hint.name).inserted {
      let found = candidates.candidates(of: hint, afterComma: false)
      if !found.isEmpty { groups.append(PlaceGroup(candidates: found, mentions: [], weight: weight)) }
    }
  }

  /// Raises the candidates in the states that the report's words tell of.
  private func addCues(of annotated: AnnotatedReport, to groups: inout [PlaceGroup]) {
    var counts: [Int: Int] = [:]
    for token in annotated.tokens {
      if let code = candidates.lexicon.cues[token.form],
        let country = candidates.gazetteer.country(code: code)
      {
        counts[country, default: 0] += 1
      }
    }
    guard !counts.isEmpty else { return }
    for group in groups.indices {
      for index in groups[group].candidates.indices {
        guard let count = counts[groups[group].candidates[index].entry.country] else { continue }
        let bonus = weights.cue * logarithm(1 + Double(count)) / logarithm(2)
        groups[group].candidates[index].base += min(weights.cueCeiling, bonus)
      }
    }
  }

  private func link(_ child: Int, to parent: Int, _ groups: inout [PlaceGroup]) {
    if !groups[child].parents.contains(parent) { groups[child].parents.append(parent) }
    if !groups[parent].children.contains(child) { groups[parent].children.append(child) }
  }

  /// Whether only a comma or an opening bracket stands between the two: "Cairo, Egypt".
  private func isHeld(_ place: PlaceMention, by next: PlaceMention, _ annotated: AnnotatedReport) -> Bool {
    guard next.tokens.lowerBound == place.tokens.upperBound + 1, place.form == .toponym, next.form == .toponym
    else {
      return false
    }
    let between = annotated.tokens[place.tokens.upperBound].form
    return between == "," || between == "("
  }

  // MARK: - Scores

  private func scores(of index: Int, among groups: [PlaceGroup]) -> [Double] {
    let group = groups[index]
    let context = context(of: index, among: groups)
    return group.candidates.map { candidate in
      var support = 0.0
      for other in context {
        support +=
          other.weight * weights.relation(candidate.entry, candidate.index, to: other.entry, other.index)
      }
      var score = candidate.base + weights.contextCeiling * support / (support + weights.contextHalf)
      for parent in group.parents { score += weights.containment * held(candidate, by: groups[parent]) }
      for child in group.children { score += weights.containment * holding(candidate, groups[child]) }
      return score
    }
  }

  private struct ContextPlace {
    let entry: Gazetteer.Entry
    let index: Gazetteer.Index
    let weight: Double
  }

  /// The believed meanings of the other groups.
  private func context(of index: Int, among groups: [PlaceGroup]) -> [ContextPlace] {
    var places: [ContextPlace] = []
    for (number, group) in groups.enumerated() where number != index {
      let believed = group.candidates.filter { $0.belief > 0.03 }.sorted { $0.belief > $1.belief }
      for candidate in believed.prefix(weights.contextLimit) {
        places.append(
          ContextPlace(
            entry: candidate.entry, index: candidate.index, weight: group.weight * candidate.belief))
      }
    }
    return places
  }

  /// How far the parent group is believed to hold the candidate, 0…1.
  private func held(_ child: PlaceCandidate, by parent: PlaceGroup) -> Double {
    parent.candidates.reduce(0) { $0 + (weights.holds($1, child) ? max($1.belief, 0.2) : 0) }
  }

  /// The belief of the child group's candidates that the candidate holds, 0…1; some for any that it could hold.
  private func holding(_ parent: PlaceCandidate, _ children: PlaceGroup) -> Double {
    let held = children.candidates.filter { weights.holds(parent, $0) }
    return held.isEmpty ? 0 : max(0.5, held.reduce(0) { $0 + $1.belief })
  }
}
