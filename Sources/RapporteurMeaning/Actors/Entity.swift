import RapporteurCore

/// An actor in the making: its mentions so far and what they tell.
struct Entity: Sendable {
  var mentions: [MentionDraft] = []
  var kind: Actor.Kind
  var country: String?
  var sectors: [String] = []
  var gender: Gender = .unknown
  var isPlural = false
  var isNamed = false
  /// Whether one noun in the singular stands for all of them: "the group".
  var isCollective = false
  /// Role nouns of its nominals and offices, and wider nouns.
  var nouns: Set<String> = []
  /// The role nouns that were said of it, without wider ones.
  var roles: Set<String> = []
  /// For each role the words that told it from others of that role.
  var distinctions: [String: Set<String>] = [:]
  var offices: [Actor.Office] = []
  var anonymity: Actor.Anonymity?
  var reason: [TextSpan] = []
  /// The sectors came from a role said of it, not from a lexicon entry for its name.
  var hasOwnSectors = false

  init(_ draft: MentionDraft) {
    kind = draft.kind
    add(draft)
  }

  /// Takes in one more mention; what is known already is kept.
  mutating func add(_ draft: MentionDraft) {
    if draft.form == .name, !isNamed { kind = draft.kind }
    mentions.append(draft)
    if draft.form == .name { isNamed = true }
    if country == nil { country = draft.country }
    if gender == .unknown { gender = draft.gender }
    if draft.form != .pronoun {
      isPlural = isPlural || draft.isPlural
      if !draft.isPlural, draft.kind == .group || draft.kind == .organisation { isCollective = true }
      nouns.formUnion(draft.nouns)
      note(draft)
    }
    if sectors.isEmpty || sectors == ["UNK"] { sectors = draft.sectors }
  }

  private mutating func note(_ draft: MentionDraft) {
    guard let role = draft.role else { return }
    roles.insert(role.noun)
    distinctions[role.noun, default: []].formUnion(draft.distinction)
  }

  /// Takes in all that is known of `other`, which turned out to be the same.
  mutating func absorb(_ other: Entity) {
    mentions += other.mentions
    if country == nil { country = other.country }
    if gender == .unknown { gender = other.gender }
    nouns.formUnion(other.nouns)
    roles.formUnion(other.roles)
    distinctions.merge(other.distinctions) { $0.union($1) }
    if sectors.isEmpty || sectors == ["UNK"] { sectors = other.sectors }
    for office in other.offices where !offices.contains(where: { $0.title == office.title }) {
      offices.append(office)
    }
  }

  /// Takes in what an office or a predicate says of it.
  mutating func describe(_ draft: MentionDraft) {
    if country == nil { country = draft.country }
    if gender == .unknown { gender = draft.gender }
    nouns.formUnion(draft.nouns)
    note(draft)
    sectors = Sectors.ordered(sectors + draft.sectors)
  }
}

/// All entities of a report, and which of them each head token stands for.
struct EntityTable: Sendable {
  private(set) var entities: [Entity] = []
  private var byHead: [Int: [Int]] = [:]

  /// The entities that `token` stands for.
  func entities(headedBy token: Int) -> [Int] { byHead[token] ?? [] }

  /// Adds an entity and returns its index.
  @discardableResult
  mutating func open(_ draft: MentionDraft) -> Int {
    entities.append(Entity(draft))
    note(draft.head, entities.count - 1)
    return entities.count - 1
  }

  /// Adds a mention to an entity.
  mutating func add(_ draft: MentionDraft, to entity: Int) {
    entities[entity].add(draft)
    note(draft.head, entity)
  }

  /// Lets a further token stand for an entity without a mention of its own.
  mutating func note(_ token: Int, _ entity: Int) {
    if byHead[token]?.contains(entity) != true { byHead[token, default: []].append(entity) }
  }

  /// Makes two entities one; `former` keeps its place without a mention.
  mutating func merge(_ former: Int, into entity: Int) {
    entities[entity].absorb(entities[former])
    entities[former].mentions = []
    for (token, standing) in byHead where standing.contains(former) {
      let others = standing.filter { $0 != former && $0 != entity }
      byHead[token] = others + [entity]
    }
  }

  /// The tokens that stand for entities without heading one of their mentions.
  var otherHeads: [Int: [Int]] {
    byHead.reduce(into: [:]) { found, entry in
      let silent = entry.value.filter { index in !entities[index].mentions.contains { $0.head == entry.key } }
      if !silent.isEmpty { found[entry.key] = silent }
    }
  }

  /// Changes an entity in place.
  mutating func update(_ entity: Int, _ change: (inout Entity) -> Void) { change(&entities[entity]) }
}
