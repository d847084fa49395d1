import RapporteurCore

/// Reads "the two", "both sides", "the two countries": the last two who fit.
struct Pairs {
  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  private static let states: Set<String> = [
    "country", "nation", "state", "capital", "government", "neighbour", "neighbor",
  ]
  private static let persons: Set<String> = [
    "man", "woman", "leader", "minister", "president", "official", "diplomat", "envoy", "politician",
    "ambassador",
  ]
  private static let anyone: Set<String> = ["side", "party", "rival", "foe", "ally", "pair", "camp", "enemy"]

  /// Whether the token heads a phrase that means two who were spoken of.
  func isPair(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    let lemma = word.lemma.lowercased()
    if lemma == "two" || word.form.lowercased() == "two" {
      return word.relation != .nummod && word.relation != .compound && hasArticle(token)
        && annotated.children(of: token, .nmod).isEmpty
    }
    if word.form.lowercased() == "both" {
      return word.relation != .det && word.relation != .cc && word.relation != .advmod
        && annotated.children(of: token, .nmod).isEmpty
    }
    guard word.upos == .noun else { return false }
    if lemma == "pair" { return hasArticle(token) && annotated.children(of: token, .nmod).isEmpty }
    guard Pairs.states.contains(lemma) || Pairs.persons.contains(lemma) || Pairs.anyone.contains(lemma) else {
      return false
    }
    let determiners = annotated.children(of: token, .det, .nummod).map(annotated.lower)
    return determiners.contains("both") || determiners.contains("two") && hasArticle(token)
  }

  private func hasArticle(_ token: Int) -> Bool {
    annotated.children(of: token, .det).contains { ["the", "these", "those"].contains(annotated.lower($0)) }
  }

  /// The two, in text order; nil where the report does not tell.
  func entities(for token: Int, table: EntityTable, recency: Recency) -> [Int]? {
    let lemma = annotated.tokens[token].lemma.lowercased()
    let here = annotated.sentenceIndex(of: token)
    var bySentence: [(sentence: Int, entities: [Int])] = []
    for step in recency.latest {
      guard here - step.sentence <= 4 else { break }
      guard fits(table.entities[step.entity], lemma) else { continue }
      if bySentence.last?.sentence != step.sentence { bySentence.append((step.sentence, [])) }
      if bySentence[bySentence.count - 1].entities.contains(step.entity) == false {
        bySentence[bySentence.count - 1].entities.append(step.entity)
      }
    }
    if let together = bySentence.first(where: { $0.entities.count == 2 }) {
      return together.entities.reversed()
    }
    var latest: [Int] = []
    for entity in bySentence.flatMap(\.entities) where !latest.contains(entity) { latest.append(entity) }
    return latest.count == 2
      ? latest.reversed() : mostSpokenOf(lemma, besides: subject(of: token), table, recency)
  }

  /// The two who were spoken of most; nil where a third comes as often as the second.
  private func mostSpokenOf(_ lemma: String, besides subject: Int?, _ table: EntityTable, _ recency: Recency)
    -> [Int]?
  {
    let others = subject.map { table.entities(headedBy: $0) } ?? []
    let home = Set(others.compactMap { table.entities[$0].country })
    func ranked(_ fits: (Entity) -> Bool) -> [Int]? {
      var counts: [Int: Int] = [:]
      for step in recency.latest where fits(table.entities[step.entity]) && !others.contains(step.entity) {
        if table.entities[step.entity].kind == .state, let own = table.entities[step.entity].country,
          home.contains(own)
        {
          continue
        }
        counts[step.entity, default: 0] += 1
      }
      let order = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      guard order.count > 1, order.count == 2 || order[1].value > order[2].value else { return nil }
      return [order[0].key, order[1].key].sorted()
    }
    if let pair = ranked({ fits($0, lemma) }) { return pair }
    return Pairs.anyone.contains(lemma) ? ranked { $0.kind == .person && !$0.isPlural && $0.isNamed } : nil
  }

  /// The subject of the verb that the phrase is an argument of: who urges both sides is neither.
  private func subject(of token: Int) -> Int? {
    let verb = annotated.ancestors(of: token).first { annotated.tokens[$0].upos == .verb }
    return verb.flatMap { annotated.child(of: $0, .nsubj) }.flatMap { $0 == token ? nil : $0 }
  }

  private func fits(_ entity: Entity, _ lemma: String) -> Bool {
    if Pairs.states.contains(lemma) { return entity.kind == .state }
    if Pairs.persons.contains(lemma) { return entity.kind == .person && !entity.isPlural }
    if lemma == "two" || lemma == "both" || lemma == "pair" {
      return entity.kind == .person || entity.kind == .state || entity.kind == .organisation
    }
    return entity.kind == .state || entity.kind == .group || entity.kind == .organisation
  }
}
