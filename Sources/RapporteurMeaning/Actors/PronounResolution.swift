import RapporteurCore

/// Finds whom a pronoun means, by gender, number, recency and subjecthood.
///
/// The weights follow the order of the salience factors of Lappin and Leass 1994, "An Algorithm for Pronominal Anaphora
/// Resolution": sentence recency, subject emphasis, then repeated mention.
struct PronounResolution {
  private let scene: ActorScene
  private let table: EntityTable
  private let recency: Recency
  /// The heads of all tagged sources.
  private let sources: Set<Int>
  private var annotated: AnnotatedReport { scene.annotated }

  /// Pronouns of the speaker.
  static let firstPerson: Set<String> = ["i", "me", "my", "myself", "we", "us", "our", "ourselves"]
  private static let masculine: Set<String> = ["he", "him", "his", "himself"]
  private static let feminine: Set<String> = ["she", "her", "hers", "herself"]
  private static let plural: Set<String> = ["they", "them", "their", "theirs", "themselves"]
  private static let neuter: Set<String> = ["it", "its", "itself"]
  private static let relative: Set<String> = ["who", "whom", "whose", "which", "that"]

  init(_ scene: ActorScene, _ table: EntityTable, _ recency: Recency) {
    self.scene = scene
    self.table = table
    self.recency = recency
    sources = scene.sourceHeads
  }

  /// What the pronoun tells about the gender.
  static func gender(of word: String) -> Gender {
    if masculine.contains(word) { return .masculine }
    return feminine.contains(word) ? .feminine : .unknown
  }

  /// A mention of the pronoun.
  static func draft(_ token: Int, kind: Actor.Kind, in annotated: AnnotatedReport) -> MentionDraft {
    MentionDraft(
      form: .pronoun, head: token, tokens: [token], kind: kind,
      gender: PronounResolution.gender(of: annotated.lower(token)),
      key: annotated.lower(token))
  }

  /// Whom a pronoun of the third person means; nil where it is no such pronoun or means no actor.
  func entities(for token: Int) -> [Int]? {
    let word = annotated.lower(token)
    if PronounResolution.relative.contains(word) { return relative(token) }
    let gender = PronounResolution.gender(of: word)
    let isPlural = PronounResolution.plural.contains(word)
    guard gender != .unknown || isPlural || PronounResolution.neuter.contains(word) else { return nil }
    func fits(_ entity: Entity) -> Bool {
      if gender != .unknown {
        return entity.kind == .person && !entity.isPlural && entity.gender.agrees(with: gender)
      }
      if isPlural {
        return entity.isPlural || entity.kind == .group || entity.kind == .organisation && !entity.isNamed
      }
      return [.organisation, .state, .media].contains(entity.kind)
        || entity.kind == .group && (!entity.isPlural || entity.isCollective)
    }
    if let follower = follower(of: token) {
      let ahead = table.entities(headedBy: follower).filter { entity in
        fits(table.entities[entity]) && (gender == .unknown || table.entities[entity].gender == gender)
      }
      if !ahead.isEmpty { return ahead }
    }
    if let earlier = annotated.antecedents[token] {
      let linked = table.entities(headedBy: earlier).filter { isPlural || fits(table.entities[$0]) }
      if !linked.isEmpty, isPlural || wereNear(linked, token) { return linked }
    }
    if isPlural, let pair = conjoined(before: token) { return pair }
    if PronounResolution.neuter.contains(word), !actsOrOwns(token) { return nil }
    return best(for: token, fits).map { [$0] }
  }

  /// "During his campaign, Marran said …": the name behind a phrase in front of the clause, as whose subject it is meant
  /// (cataphora). Names are in the table before anything is resolved; what is only described is not.
  private func follower(of token: Int) -> Int? {
    var phrase = token
    for _ in 0..<6 {
      guard let head = annotated.tokens[phrase].head else { return nil }
      let relation = annotated.tokens[phrase].relation
      if relation == .obl || relation == .advcl, phrase < head,
        let subject = annotated.child(of: head, .nsubj), subject > token
      {
        return annotated.subtree(of: phrase).allSatisfy { $0 < subject } ? subject : nil
      }
      phrase = head
    }
    return nil
  }

  /// Whether "it" does or says what only actors do, or is addressed; "its" always may. Else a thing is likelier meant.
  private func actsOrOwns(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard let head = word.head else { return false }
    if isSource(token) { return true }
    let verb = annotated.tokens[head].lemma
    switch word.relation {
    case .nmod: return true
    case .nsubj where word.deprel.subtype == "pass": return scene.lexicon.isVerb(verb, "addressed")
    case .nsubj: return scene.lexicon.isVerb(verb, "act") || scene.lexicon.isVerb(verb, "speech")
    case .obj, .iobj: return scene.lexicon.isVerb(verb, "addressed")
    default: return false
    }
  }

  /// The antecedent of a relative pronoun: the noun that its clause describes.
  private func relative(_ token: Int) -> [Int]? {
    var current = token
    for _ in 0..<4 {
      guard let head = annotated.tokens[current].head else { return nil }
      let word = annotated.tokens[head]
      if word.relation == .acl, let described = word.head {
        guard described < token else { return nil }
        let found = table.entities(headedBy: described)
        if !found.isEmpty { return found }
        guard annotated.tokens[described].relation == .appos, let named = annotated.tokens[described].head
        else { return nil }
        return table.entities(headedBy: named)
      }
      current = head
    }
    return nil
  }

  /// Whether a mention stands in what the pronoun says: "Athens should stop, it said".
  private func speaks(_ pronoun: Int, of mention: Int) -> Bool {
    guard let verb = annotated.tokens[pronoun].head, mention < pronoun else { return false }
    return annotated.ancestors(of: mention).prefix(8).contains(verb)
  }

  /// Whether the model tagged the pronoun as a source: then it speaks.
  private func isSource(_ token: Int) -> Bool { scene.soleSources.contains(token) }

  /// Whether one of the entities was spoken of in the last two sentences.
  private func wereNear(_ entities: [Int], _ token: Int) -> Bool {
    let here = annotated.sentenceIndex(of: token)
    return recency.latest.contains { step in here - step.sentence <= 2 && entities.contains(step.entity) }
  }

  // MARK: Salience

  private func best(for token: Int, _ fits: (Entity) -> Bool) -> Int? {
    let here = annotated.sentenceIndex(of: token)
    let speakers = Set(speaker(of: token))
    var scores: [Int: Double] = [:]
    var order: [Int] = []
    for step in recency.latest {
      guard here - step.sentence <= 4 else { break }
      guard fits(table.entities[step.entity]), !isBarred(step, for: token) else { continue }
      guard !speakers.contains(step.entity) else { continue }
      if scores[step.entity] == nil { order.append(step.entity) }
      scores[step.entity, default: 0] += weight(of: step, at: here, for: token)
    }
    return order.max { (scores[$0] ?? 0, -position($0, order)) < (scores[$1] ?? 0, -position($1, order)) }
  }

  /// Who speaks the quotation that holds the pronoun: whoever says "he" does not mean himself.
  private func speaker(of token: Int) -> [Int] {
    guard scene.isQuoted[token], let source = Speakers(annotated).source(of: token, isQuoted: scene.isQuoted)
    else {
      return []
    }
    return table.entities(headedBy: source)
  }

  private func position(_ entity: Int, _ order: [Int]) -> Int { order.firstIndex(of: entity) ?? order.count }

  private func weight(of step: Recency.Step, at sentence: Int, for token: Int) -> Double {
    var weight = 100.0
    if step.isSubject { weight += 80 }
    if isObject(step.head) { weight += 30 }
    if speaks(step.head, above: token) { weight += 90 }
    if table.entities[step.entity].isNamed { weight += 20 }
    if isSource(token), sources.contains(step.head) { weight += 60 }
    if isSource(token), speaks(token, of: step.head) { weight /= 4 }
    for _ in step.sentence..<sentence { weight /= 2 }
    return weight
  }

  private func isObject(_ token: Int) -> Bool {
    let relation = annotated.tokens[token].relation
    return relation == .obj || relation == .iobj
  }

  /// Whether `subject` is the subject of a clause in whose complement the pronoun stands: "Marran said she …".
  private func speaks(_ subject: Int, above token: Int) -> Bool {
    guard annotated.tokens[subject].relation == .nsubj, let verb = annotated.tokens[subject].head else {
      return false
    }
    guard !scene.isQuoted[token] else { return false }
    return annotated.ancestors(of: token).prefix(8).contains(verb) && annotated.tokens[token].head != verb
  }

  /// Two arguments of one verb are not the same one, unless the pronoun is possessive or reflexive.
  private func isBarred(_ step: Recency.Step, for token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard !word.features.isPossessive, word.relation != .nmod, let head = word.head else {
      return false
    }
    if word.form.lowercased().hasSuffix("self") || word.form.lowercased().hasSuffix("selves") { return false }
    guard let other = annotated.tokens[step.head].head else { return false }
    return other == head && step.head != token
  }

  /// "They" after two persons or states that stand side by side as subject, where no plural stands nearer.
  private func conjoined(before token: Int) -> [Int]? {
    let here = annotated.sentenceIndex(of: token)
    for step in recency.latest.prefix(24) {
      guard here - step.sentence <= 1 else { return nil }
      let entity = table.entities[step.entity]
      if entity.isPlural || entity.kind == .group { return nil }
      let members = annotated.conjuncts(of: step.head)
      guard members.count > 1, step.isSubject else { continue }
      let entities = members.flatMap { table.entities(headedBy: $0) }
      if entities.count > 1 { return entities }
    }
    return nil
  }
}
