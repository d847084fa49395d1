import Foundation
import RapporteurCore

/// Finds whom a pronoun means, by gender, number, recency and subjecthood, and by what the model believes.
///
/// The weights of salience follow the order of the salience factors of Lappin and Leass 1994, "An Algorithm for Pronominal Anaphora
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

  /// How salience and the model's belief are brought together; fitted on `Gold/train`.
  private enum Weight {
    /// The power of the share in all salience, beside a belief's power of 1.
    static let salience = 1.5
    /// What a share in salience is raised by: whoever was not spoken of lately.
    static let leastSalience = 0.02
    /// What a belief is raised by: whom the model doesn't think of.
    static let leastBelief = 0.1
    /// The factor for whoever is known to have the pronoun's gender.
    static let knownGender = 2.0
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
    let excluded = barred(for: token).union(speaker(of: token))
    let beliefs = beliefs(for: token) { !excluded.contains($0) && (isPlural || fits(table.entities[$0])) }
    let isLinked = annotated.antecedents[token]?.head != nil
    if isPlural, !isLinked, let pair = conjoined(before: token) { return pair }
    if PronounResolution.neuter.contains(word), !isLinked, !actsOrOwns(token) { return nil }
    return best(for: token, beliefs) { !excluded.contains($0) && fits(table.entities[$0]) }
  }

  /// How likely the model thinks that each of the entities is meant, by the entities of one mention.
  private func beliefs(for token: Int, _ mayBe: (Int) -> Bool) -> [[Int]: Double] {
    var beliefs: [[Int]: Double] = [:]
    for candidate in annotated.antecedents[token]?.candidates ?? [] {
      let entities = table.entities(headedBy: candidate.head).filter(mayBe)
      if !entities.isEmpty { beliefs[entities, default: 0] += Double(candidate.probability) }
    }
    return beliefs
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
    if isSource(token) || hasSpeakerAbove(token) { return true }
    let verb = annotated.tokens[head].lemma
    switch word.relation {
    case .nmod: return true
    case .nsubj where word.deprel.subtype == "pass": return scene.lexicon.isVerb(verb, "addressed")
    case .nsubj: return scene.lexicon.isVerb(verb, "act") || scene.lexicon.isVerb(verb, "speech")
    case .obj, .iobj: return scene.lexicon.isVerb(verb, "addressed")
    default: return false
    }
  }

  /// "Italy said it was confident": the subject of what a body says of itself.
  private func hasSpeakerAbove(_ token: Int) -> Bool {
    guard annotated.tokens[token].relation == .nsubj, let clause = annotated.tokens[token].head,
      [.ccomp, .advcl].contains(annotated.tokens[clause].relation), let verb = annotated.tokens[clause].head,
      scene.lexicon.isVerb(annotated.tokens[verb].lemma, "speech"),
      let speaker = annotated.child(of: verb, .nsubj)
    else { return false }
    return table.entities(headedBy: speaker).contains { table.entities[$0].kind != .person }
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

  // MARK: Salience

  /// The entities with the greatest product of salience and the model's belief, each with what is never ruled out.
  private func best(for token: Int, _ beliefs: [[Int]: Double], _ mayBe: (Int) -> Bool) -> [Int]? {
    let salience = salience(for: token, mayBe)
    let total = max(salience.total, 1)
    func score(_ entities: [Int]) -> Double {
      pow((salience.weights[entities] ?? 0) / total + Weight.leastSalience, Weight.salience)
        * ((beliefs[entities] ?? 0) + Weight.leastBelief)
    }
    return Set(salience.weights.keys).union(beliefs.keys).map { ($0, score($0)) }.max { a, b in
      a.1 == b.1 ? b.0.lexicographicallyPrecedes(a.0) : a.1 < b.1
    }?.0
  }

  /// How prominently each entity was spoken of within four sentences.
  private func salience(
    for token: Int, _ mayBe: (Int) -> Bool
  ) -> (weights: [[Int]: Double], total: Double) {
    let here = annotated.sentenceIndex(of: token)
    let gender = PronounResolution.gender(of: annotated.lower(token))
    var weights: [[Int]: Double] = [:]
    var total = 0.0
    /// What a mention of the sentence being passed gives each entity already: a sentence counts once.
    var given: [Int: Double] = [:]
    var passing = here
    for step in recency.latest {
      guard here - step.sentence <= 4 else { break }
      guard mayBe(step.entity) else { continue }
      if step.sentence != passing { (given, passing) = ([:], step.sentence) }
      let isKnown = gender != .unknown && table.entities[step.entity].gender == gender
      let weight = weight(of: step, at: here, for: token) * (isKnown ? Weight.knownGender : 1)
      let more = max(0, weight - (given[step.entity] ?? 0))
      given[step.entity, default: 0] += more
      weights[[step.entity], default: 0] += more
      total += more
    }
    return (weights, total)
  }

  /// Who speaks the quotation that holds the pronoun: whoever says "he" does not mean himself.
  private func speaker(of token: Int) -> [Int] {
    guard scene.isQuoted[token], let source = Speakers(annotated).source(of: token, isQuoted: scene.isQuoted)
    else {
      return []
    }
    return table.entities(headedBy: source)
  }

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

  /// The other arguments of the pronoun's verb, its understood subject among them, unless the pronoun is possessive or
  /// reflexive ("police used cannon to keep them away").
  private func barred(for token: Int) -> Set<Int> {
    let word = annotated.tokens[token]
    let form = word.form.lowercased()
    guard !word.features.isPossessive, word.relation != .nmod, !form.hasSuffix("self"),
      !form.hasSuffix("selves"), let verb = word.head
    else { return [] }
    var others = annotated.children(of: verb).filter { $0 != token && isArgument($0) }
    if word.relation != .nsubj, let subject = understoodSubject(of: verb) { others.append(subject) }
    return Set(others.flatMap(table.entities(headedBy:)))
  }

  private func isArgument(_ token: Int) -> Bool {
    [.nsubj, .obj, .iobj, .obl, .xcomp].contains(annotated.tokens[token].relation)
  }

  /// The subject that an infinitive or participle shares with the clause above.
  private func understoodSubject(of verb: Int) -> Int? {
    guard annotated.child(of: verb, .nsubj) == nil, let above = annotated.tokens[verb].head,
      [.xcomp, .advcl, .conj].contains(annotated.tokens[verb].relation)
    else { return nil }
    if annotated.tokens[verb].relation == .xcomp, let object = annotated.child(of: above, .obj) {
      return object
    }
    return annotated.child(of: above, .nsubj)
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
