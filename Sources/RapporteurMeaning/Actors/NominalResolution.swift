import RapporteurCore

/// Finds the earlier actor that a noun phrase means: "the minister", "the agency", "Iran's government".
struct NominalResolution {
  private let scene: ActorScene
  private let table: EntityTable
  private let recency: Recency
  private var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene, _ table: EntityTable, _ recency: Recency) {
    self.scene = scene
    self.table = table
    self.recency = recency
  }

  /// The entity, or nil where the phrase brings in a new one.
  func entity(for draft: MentionDraft) -> Int? {
    if draft.identity != nil, let state = state(of: draft) { return state }
    return called(draft) ?? linked(draft)
  }

  /// The earlier actor that was called by the same noun, or by a narrower one.
  private func called(_ draft: MentionDraft) -> Int? {
    switch draft.definiteness {
    case .different, .indefinite: nil
    case .definite, .demonstrative: isRestricted(draft) ? nil : definite(draft) ?? soleBody(for: draft)
    case .bare: isCollective(draft) ? repeated(draft) : titleCase(draft)
    }
  }

  private func state(of draft: MentionDraft) -> Int? {
    guard let country = draft.country else { return nil }
    return table.entities.firstIndex { $0.kind == .state && $0.country == country }
  }

  /// The model's coreference link, where it is sane.
  private func linked(_ draft: MentionDraft) -> Int? {
    guard let earlier = annotated.antecedents[draft.head]?.head, draft.definiteness != .different,
      draft.definiteness != .indefinite, !areArgumentsOfOneVerb(earlier, draft.head)
    else { return nil }
    let found = table.entities(headedBy: earlier)
    guard found.count == 1, let entity = found.first, fits(draft, table.entities[entity]) else { return nil }
    if isCrowd(draft), !isCalled(draft, table.entities[entity]) { return nil }
    return contradicts(draft, table.entities[entity]) ? nil : entity
  }

  /// "Traders" after "drivers": people by their trade, whom no article takes up again.
  private func isCrowd(_ draft: MentionDraft) -> Bool { draft.definiteness == .bare && draft.isPlural }

  /// "An adviser met the envoy": they are two.
  private func areArgumentsOfOneVerb(_ a: Int, _ b: Int) -> Bool {
    let arguments: Set<Relation> = [.nsubj, .obj, .iobj, .obl]
    guard let verb = annotated.tokens[a].head, verb == annotated.tokens[b].head else { return false }
    return arguments.contains(annotated.tokens[a].relation)
      && arguments.contains(annotated.tokens[b].relation)
  }

  /// The unnamed person whom the description of a name that is new here brought in before.
  func introduced(as draft: MentionDraft, besides named: Int) -> Int? {
    latest { entity in
      !entity.isNamed && entity.kind == .person && !entity.isPlural && fits(draft, entity)
        && fits(draft, table.entities[named]) && agree(entity, table.entities[named])
        && isCalled(draft, entity)
    }
  }

  private func agree(_ a: Entity, _ b: Entity) -> Bool {
    if let own = a.country, let other = b.country, own != other { return false }
    return a.gender.agrees(with: b.gender)
  }

  /// Whether the words that tell one of a role from another are different: "the Democratic nominee", "the Republican
  /// nominee".
  private func isRival(_ draft: MentionDraft, _ entity: Entity) -> Bool {
    guard let role = draft.role, let known = entity.distinctions[role.noun] else { return false }
    return !draft.distinction.isEmpty && !known.isEmpty && draft.distinction.isDisjoint(with: known)
  }

  /// Whether both are told by role and neither role is a wider word for the other: a mayor is no pastor.
  private func contradicts(_ draft: MentionDraft, _ entity: Entity) -> Bool {
    if isRival(draft, entity) { return true }
    guard let role = draft.role else { return false }
    if draft.kind == .organisation, entity.isNamed {
      return !NamedBodies(annotated).mayCall(entity, by: role, headedBy: draft.head)
    }
    guard !entity.roles.isEmpty, !entity.nouns.contains(role.noun) else { return false }
    if draft.kind == .organisation, role.wider.allSatisfy({ !entity.roles.contains($0) }) {
      return !NamedBodies.anyBody.contains(role.noun)
    }
    let sectors = Set(draft.sectors)
    return !sectors.isEmpty && !entity.sectors.isEmpty && sectors.isDisjoint(with: entity.sectors)
      && draft.sectors != ["CVL"] && entity.sectors != ["CVL"]
  }

  private func definite(_ draft: MentionDraft) -> Int? {
    if let role = draft.role, role.denotation == .state || anaphoricState.contains(role.noun),
      draft.country == nil
    {
      if isOfSomeone(draft) { return nil }
      if let state = stateMeant(by: draft) { return state }
    }
    return latest { entity in fits(draft, entity) && isCalled(draft, entity) }
  }

  /// "The Marran administration": the one of that head of government, not the last one spoken of.
  private func isOfSomeone(_ draft: MentionDraft) -> Bool {
    annotated.children(of: draft.head, .compound, .nmod, .amod).contains { child in
      child < draft.head && scene.name(covering: child)?.kind == .person
    }
  }

  /// Police after police, rebels after rebels: a collective that is spoken of again.
  private func repeated(_ draft: MentionDraft) -> Int? {
    latest { entity in
      fits(draft, entity) && entity.roles.contains(draft.key) && !entity.isNamed
        && (entity.country == draft.country || draft.country == nil)
    }
  }

  /// "Foreign Minister" without a name or an article means the one already known.
  private func titleCase(_ draft: MentionDraft) -> Int? {
    guard annotated.tokens[draft.head].upos == .propn, !draft.isPlural else { return nil }
    return definite(draft)
  }

  private func isCollective(_ draft: MentionDraft) -> Bool {
    guard let role = draft.role else { return false }
    return role.denotation == .group && draft.tokens.count <= 3
  }

  /// "The people with a deficiency", "the rebels who fled": the words after the noun say which ones, so they are new. An
  /// office ("the minister of trade") is not restricted but told.
  private func isRestricted(_ draft: MentionDraft) -> Bool {
    guard draft.kind != .state, draft.sectors.isEmpty || draft.sectors == ["CVL"] || draft.isPlural else {
      return false
    }
    return annotated.children(of: draft.head, .nmod, .acl).contains { $0 > draft.head }
  }

  private func latest(_ belongs: (Entity) -> Bool) -> Int? {
    var rejected = Set<Int>()
    for step in recency.latest where !rejected.contains(step.entity) {
      if belongs(table.entities[step.entity]) { return step.entity }
      rejected.insert(step.entity)
    }
    return nil
  }

  /// "The company", "the channel": the only body so far whose name doesn't tell what it is.
  private func soleBody(for draft: MentionDraft) -> Int? {
    guard let role = draft.role, NamedBodies.businesses.contains(role.noun),
      annotated.children(of: draft.head, .amod, .compound, .nmod, .acl).isEmpty
    else { return nil }
    let bodies = table.entities.indices.filter { index in
      let entity = table.entities[index]
      return entity.isNamed && entity.kind == .organisation && entity.nouns.isEmpty && entity.sectors.isEmpty
        && entity.mentions.contains { $0.head < draft.head } && fits(draft, entity)
    }
    return bodies.count == 1 ? bodies.first : nil
  }

  /// Whether the report names the entity nowhere but in its dateline: nobody speaks of the agency there.
  private func isOfTheDateline(_ entity: Entity) -> Bool {
    guard let dateline = annotated.dateline?.span else { return false }
    return entity.isNamed
      && entity.mentions.allSatisfy { dateline.contains(annotated.tokens[$0.head].span) }
  }

  private func fits(_ draft: MentionDraft, _ entity: Entity) -> Bool {
    if isOfTheDateline(entity) { return false }
    if let a = draft.country, let b = entity.country, a != b { return false }
    guard draft.gender.agrees(with: entity.gender) else { return false }
    if (draft.kind == .person) != (entity.kind == .person) { return false }
    if draft.kind == .state || entity.kind == .state { return draft.kind == entity.kind }
    if draft.kind == .group, draft.isPlural, entity.kind == .organisation || entity.kind == .media {
      return false
    }
    return true
  }

  /// Whether the entity may be spoken of by the draft's noun.
  private func isCalled(_ draft: MentionDraft, _ entity: Entity) -> Bool {
    guard let role = draft.role else { return entity.nouns.contains(draft.key) }
    if isRival(draft, entity) { return false }
    if draft.kind == .organisation, entity.isNamed,
      !NamedBodies(annotated).mayCall(entity, by: role, headedBy: draft.head)
    {
      return false
    }
    if entity.roles.contains(role.noun) { return true }
    if role.noun == role.headWord {
      return entity.nouns.contains(role.noun) || isPersonWord(role.noun, entity)
    }
    // "the foreign minister" after "the prime minister": another one.
    let rivals = entity.roles.contains { $0 != role.noun && $0.hasSuffix(" " + role.headWord) }
    return !rivals && entity.roles.contains(role.headWord)
  }

  private func isPersonWord(_ noun: String, _ entity: Entity) -> Bool {
    entity.kind == .person && ["man", "woman", "person"].contains(noun) && !entity.isPlural
  }

  private var anaphoricState: Set<String> {
    ["country", "nation", "state", "kingdom", "republic"]
  }

  /// The country of "the government" or "its government", where the words tell none: that of whoever "its" means, else of
  /// the state most spoken of so far. Nil where two states lead.
  func country(governedBy draft: MentionDraft) -> String? {
    guard draft.country == nil, draft.role?.wider.contains("government") == true,
      draft.definiteness == .definite || draft.definiteness == .bare
    else { return nil }
    let before = annotated.children(of: draft.head, .compound, .nmod, .amod).filter { $0 < draft.head }
    if before.isEmpty { return leadingState.flatMap { table.entities[$0].country } }
    let owner = before.first {
      annotated.tokens[$0].features.isPossessive || annotated.tokens[$0].upos == .pron
    }
    return owner.flatMap { table.entities(headedBy: $0).first }.flatMap { table.entities[$0].country }
  }

  /// The state that "the country" means: the latest.
  private func stateMeant(by draft: MentionDraft) -> Int? {
    recency.latest.first { table.entities[$0.entity].kind == .state }?.entity
  }

  /// The state most spoken of so far; nil where there are two such.
  private var leadingState: Int? {
    var counts: [Int: Int] = [:]
    for step in recency.latest where table.entities[step.entity].kind == .state {
      counts[step.entity, default: 0] += 1
    }
    let leading = counts.filter { $0.value == counts.values.max() }.keys
    return leading.count == 1 ? leading.first : nil
  }
}
