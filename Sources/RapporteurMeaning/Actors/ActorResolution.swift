import RapporteurCore

/// Walks through a report once, from left to right, and finds for every noun and pronoun whom it means.
///
/// Linear in tokens: every look back is bounded by `Recency.reach`.
struct ActorResolution {
  let scene: ActorScene
  let offices: Offices
  var table: EntityTable
  var recency = Recency()
  /// First-person pronouns, which wait until the speakers are known.
  private var speakers: [MentionDraft] = []
  var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene, names: EntityTable) {
    self.scene = scene
    offices = Offices(scene)
    table = names
  }

  /// The table with all mentions.
  mutating func resolve() -> EntityTable {
    let nominals = NominalReader(scene)
    let namesByHead = Dictionary(scene.names.map { ($0.head, $0) }, uniquingKeysWith: { first, _ in first })
    for token in annotated.tokens.indices {
      if let name = namesByHead[token] {
        meet(name)
      } else if isTheTwo(token), resolvePair(token) {
        continue
      } else if meetCount(token, nominals) || !table.entities(headedBy: token).isEmpty {
        continue
      } else if Quantities.isOpen(annotated.lower(token)) {
        meet(nominals.drafts(headedBy: token))
      } else if annotated.tokens[token].upos == .pron {
        meetPronoun(token)
      } else {
        meet(nominals.drafts(headedBy: token))
        noteOrigin(token)
        meetSource(token)
      }
    }
    for pronoun in speakers { resolveSpeaker(pronoun) }
    return table
  }

  // MARK: Names

  private mutating func meet(_ name: MentionDraft) {
    guard let entity = table.entities(headedBy: name.head).first else { return }
    for token in offices.titleTokens(before: name) where annotated.tokens[name.head].head == token {
      table.note(token, entity)
    }
    if let (title, tokens) = offices.title(of: name) {
      if title.role?.inherits == false { joinIntroduction(of: entity, by: title) }
      let isAddress = tokens.count == 1 && isFormOfAddress(tokens[0])
      let office = offices.office(of: tokens)
      table.update(entity) { known in
        known.describe(title)
        if !isAddress, !known.offices.contains(where: { $0.title == office.title }) {
          known.offices.append(office)
        }
      }
      // Where the parse makes the title the head of the phrase, the title stands for the person.
      if annotated.tokens[name.head].head == title.head, scene.name(covering: title.head) == nil {
        table.note(title.head, entity)
      }
    }
    adoptOwner(of: name, entity)
    adoptNoun(before: name, entity)
    recency.touch(entity, head: name.head, in: annotated)
  }

  /// "The rescue group Lighthouse Crew": later "the group" means it.
  private mutating func adoptNoun(before name: MentionDraft, _ entity: Int) {
    guard name.kind == .organisation || name.kind == .media, let first = name.tokens.first, first > 0,
      annotated.tokens[first - 1].upos == .noun, let role = scene.role(endingIn: first - 1)?.role,
      role.denotation != .person
    else { return }
    table.update(entity) { known in
      known.nouns.formUnion([role.noun, role.headWord] + role.wider)
      known.roles.insert(role.noun)
    }
  }

  private func isFormOfAddress(_ token: Int) -> Bool {
    scene.lexicon.titles[nameKey(annotated.tokens[token].form)]?.isAddress == true
  }

  /// "Iran's Foreign Ministry", "Iraq's Ahmad Karam": the possessor's country, where the name tells none.
  private mutating func adoptOwner(of name: MentionDraft, _ entity: Int) {
    guard name.kind != .state, table.entities[entity].country == nil else { return }
    let belonging = Belonging(scene)
    let owners = belonging.owners(of: name.head).filter { owner in
      name.kind != .person || owner.isState || owner.token > name.head
    }
    guard let country = owners.lazy.compactMap(\.country).first else { return }
    table.update(entity) { $0.country = country }
  }

  // MARK: Nominals

  private mutating func meet(_ drafts: [MentionDraft]) {
    for draft in drafts { meetNominal(draft, isOneOfMany: drafts.count > 1) }
  }

  private mutating func meetNominal(_ draft: MentionDraft, isOneOfMany: Bool) {
    if let subject = predicateSubject(of: draft.head) {
      describe(subject, by: draft)
      return
    }
    if annotated.child(of: draft.head, .cop) != nil { return }
    if let partner = partner(of: draft) {
      joinIntroduction(of: partner, by: draft)
      describe(partner, by: draft)
      table.add(draft, to: partner)
      recency.touch(partner, head: draft.head, in: annotated)
      return
    }
    let (draft, entity) = resolved(draft)
    let index: Int
    if let entity {
      table.add(draft, to: entity)
      index = entity
    } else {
      index = table.open(draft)
    }
    recency.touch(index, head: draft.head, in: annotated)
  }

  /// The draft with the country that the report so far tells, and whom it means. What looks at the table is gone on return.
  private func resolved(_ draft: MentionDraft) -> (MentionDraft, Int?) {
    let resolution = NominalResolution(scene, table, recency)
    var known = draft
    if let country = resolution.country(governedBy: draft) { known.country = country }
    return (known, resolution.entity(for: known))
  }

  /// "An adviser met the envoy … The adviser, Jan Berg, said": the description before the name brought him in already.
  private mutating func joinIntroduction(of named: Int, by draft: MentionDraft) {
    let known = table.entities[named]
    guard draft.definiteness == .definite || draft.form == .nominal && draft.definiteness == .bare,
      known.isNamed,
      isNew(known, at: draft), !draft.isPlural
    else { return }
    let resolution = NominalResolution(scene, table, recency)
    guard let former = resolution.introduced(as: draft, besides: named) else { return }
    table.merge(former, into: named)
    recency.rename(former, to: named)
  }

  /// Whether no mention stands before the phrase that holds the description and the name.
  private func isNew(_ entity: Entity, at draft: MentionDraft) -> Bool {
    let earlier = entity.mentions.filter { $0.head < draft.tokens[0] }
    return earlier.isEmpty
      || earlier.count == 1 && draft.tokens[0] - earlier[0].head < 8
        && annotated.tokens[draft.head].head == earlier[0].head
  }

  /// The entity of which `token` is said: "Marran is the minister", "who was the minister", "named Marran minister".
  private func predicateSubject(of token: Int) -> [Int]? {
    if let holder = Appointments(annotated).holder(ofOffice: token) {
      let entities = table.entities(headedBy: holder)
      return entities.count == 1 ? entities : nil
    }
    guard annotated.child(of: token, .cop) != nil, let subject = annotated.child(of: token, .nsubj) else {
      return nil
    }
    if annotated.children(of: token).contains(where: { annotated.tokens[$0].features.isNegative }) {
      return nil
    }
    var entities = table.entities(headedBy: subject)
    if entities.isEmpty, annotated.tokens[token].deprel.subtype == "relcl",
      let head = annotated.tokens[token].head
    {
      entities = table.entities(headedBy: head)
    }
    return entities.count == 1 ? entities : nil
  }

  private mutating func describe(_ subject: [Int], by draft: MentionDraft) {
    guard let entity = subject.first else { return }
    describe(entity, by: draft)
  }

  private mutating func describe(_ entity: Int, by draft: MentionDraft) {
    let known = table.entities[entity]
    guard known.kind == .person, draft.kind == .person else {
      if known.kind != .state, known.kind != .person, draft.kind != .person {
        table.update(entity) { $0.describe(draft) }
      }
      return
    }
    let office = offices.office(of: draft)
    table.update(entity) { person in
      person.describe(draft)
      if person.isNamed, draft.role != nil, !person.offices.contains(where: { $0.title == office.title }) {
        person.offices.append(office)
      }
    }
  }

  /// The entity that the phrase stands in apposition to, on either side.
  private func partner(of draft: MentionDraft) -> Int? {
    let token = draft.head
    let word = annotated.tokens[token]
    if word.relation == .appos, let head = word.head, let entity = single(headedBy: head, for: draft) {
      return entity
    }
    for child in annotated.children(of: token, .appos, .flat) where child > token {
      if let entity = single(headedBy: child, for: draft) { return entity }
    }
    if let name = misplacedName(in: draft) ?? annotated.nameBehind(token) {
      return single(headedBy: name, for: draft)
    }
    if let head = word.head, head == token + 1 || word.relation == .flat,
      scene.name(covering: head)?.kind == .person, word.relation != .nmod, word.relation != .obl,
      word.relation != .nsubj
    {
      return single(headedBy: head, for: draft)
    }
    return nil
  }

  /// "A spokesman for the ministry, Jan Berg": a person's name that the parse hangs on a body inside the phrase.
  private func misplacedName(in draft: MentionDraft) -> Int? {
    guard draft.kind == .person else { return nil }
    var nouns = annotated.children(of: draft.head, .nmod).filter { $0 > draft.head }
    while let noun = nouns.first {
      nouns.removeFirst()
      if let role = scene.role(endingIn: noun)?.role, role.denotation == .person { continue }
      for child in annotated.children(of: noun, .appos, .conj)
      where scene.name(covering: child)?.kind == .person && annotated.standsBehindComma(child) {
        return child
      }
      nouns += annotated.children(of: noun, .nmod).filter { $0 > noun }
    }
    return nil
  }

  private func single(headedBy token: Int, for draft: MentionDraft) -> Int? {
    let found = table.entities(headedBy: token)
    guard found.count == 1, let entity = found.first else { return nil }
    let known = table.entities[entity]
    let arePersons = known.kind == .person && draft.kind == .person
    let areBodies = known.kind != .person && draft.kind != .person && known.kind != .state
    guard arePersons || areBodies, known.gender.agrees(with: draft.gender) else { return nil }
    if arePersons, let a = known.country, let b = draft.country, a != b { return nil }
    return entity
  }

  /// A demonym before a noun that is no actor stands for its state: "the Iranian attack".
  private mutating func noteOrigin(_ token: Int) {
    let word = annotated.tokens[token]
    guard word.upos == .adj || word.upos == .propn || word.upos == .noun, !scene.takenTokens.contains(token)
    else { return }
    guard [.amod, .compound, .nmod, .conj].contains(word.relation), table.entities(headedBy: token).isEmpty
    else { return }
    let belonging = Belonging(scene)
    guard let code = belonging.demonym(endingIn: token), isBesideThing(token) else { return }
    let identity = "state:" + code
    let draft = MentionDraft(
      form: .nominal, head: token, tokens: [token], kind: .state, country: code, sectors: ["GOV"],
      key: identity,
      identity: identity, nouns: ["country", "state", "nation"])
    if let state = table.entities.firstIndex(where: { $0.kind == .state && $0.country == code }) {
      table.add(draft, to: state)
    } else {
      table.open(draft)
    }
  }

  /// Whether the demonym modifies a thing done or owned; before someone it only tells where he is from.
  private func isBesideThing(_ token: Int) -> Bool {
    guard let head = annotated.conjunctionHead(of: token), annotated.tokens[head].upos != .verb else {
      return false
    }
    return scene.role(endingIn: head) == nil && !scene.takenTokens.contains(head)
  }

  /// Whoever speaks is somebody, though no list knows the noun: "forecasters", "a third", "one of them".
  private mutating func meetSource(_ token: Int) {
    guard scene.sourceHeads.contains(token), table.entities(headedBy: token).isEmpty,
      !scene.takenTokens.contains(token)
    else { return }
    let word = annotated.tokens[token]
    let isPart = Quantities.isPart(annotated.lower(token))
    guard isPart || word.upos == .noun && scene.lexicon.things.speaks(word.lemma) == nil else { return }
    let isMany = annotated.isPlural(token) || isPart && !Quantities.isSingle(annotated.lower(token))
    let draft = MentionDraft(
      form: .nominal, head: token, tokens: annotated.description(of: token), kind: isMany ? .group : .person,
      isPlural: isMany, key: word.lemma.lowercased(), nouns: [word.lemma.lowercased()],
      definiteness: isPart ? .indefinite : annotated.definiteness(of: token))
    meetNominal(draft, isOneOfMany: false)
  }

  // MARK: Counts

  /// Whether `token` counts people; then it stands for them, and so does the noun that is counted.
  private mutating func meetCount(_ token: Int, _ nominals: NominalReader) -> Bool {
    let quantities = Quantities(annotated)
    if let (noun, isOne) = quantities.counted(by: token) {
      let counted = nominals.drafts(headedBy: noun)
      for var draft in counted {
        draft.head = token
        draft.tokens = annotated.description(of: token)
        draft.definiteness = .indefinite
        draft.isPlural = !isOne
        if isOne, draft.kind == .group { draft.kind = .person }
        let entity = table.open(draft)
        if !isOne { table.note(noun, entity) }
        recency.touch(entity, head: token, in: annotated)
      }
      return !counted.isEmpty
    }
    guard quantities.isBareCount(token) else { return false }
    let draft = MentionDraft(
      form: .nominal, head: token, tokens: annotated.description(of: token), kind: .group, country: nil,
      isPlural: true, key: "people", nouns: ["people"], definiteness: .indefinite)
    recency.touch(table.open(draft), head: token, in: annotated)
    return true
  }

  // MARK: Pronouns

  private mutating func meetPronoun(_ token: Int) {
    let word = annotated.lower(token)
    guard annotated.tokens[token].relation != .expl else { return }
    // What looks at the table must be gone before the table changes, or each change would copy it.
    if PronounResolution.firstPerson.contains(word) {
      speakers.append(PronounResolution.draft(token, kind: .person, in: annotated))
      return
    }
    let means = PronounResolution(scene, table, recency).entities(for: token) ?? []
    let gender = PronounResolution.gender(of: word)
    for entity in means {
      let kind = table.entities[entity].kind
      table.add(PronounResolution.draft(token, kind: kind, in: annotated), to: entity)
      table.update(entity) { if $0.gender == .unknown, $0.kind == .person { $0.gender = gender } }
      recency.touch(entity, head: token, in: annotated)
    }
  }

  private mutating func resolveSpeaker(_ pronoun: MentionDraft) {
    guard let source = Speakers(annotated).source(of: pronoun.head, isQuoted: scene.isQuoted) else { return }
    for entity in table.entities(headedBy: source) { table.add(pronoun, to: entity) }
  }

  // MARK: Pairs

  private func isTheTwo(_ token: Int) -> Bool { Pairs(annotated).isPair(token) }

  /// Whether the report tells which two are meant; else they are a group like any other.
  private mutating func resolvePair(_ token: Int) -> Bool {
    guard let pair = Pairs(annotated).entities(for: token, table: table, recency: recency) else {
      return false
    }
    let tokens = annotated.description(of: token)
    for entity in pair {
      let draft = MentionDraft(
        form: .nominal, head: token, tokens: tokens, kind: table.entities[entity].kind, country: nil,
        key: "the two")
      table.add(draft, to: entity)
    }
    for entity in pair { recency.touch(entity, head: token, in: annotated) }
    return true
  }
}
