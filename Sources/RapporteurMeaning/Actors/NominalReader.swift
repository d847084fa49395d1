import RapporteurCore

/// Reads the nouns that can act or speak: "Iranian officials", "the ministry", "two people familiar with the talks".
struct NominalReader {
  private let scene: ActorScene
  private let belonging: Belonging
  private var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene) {
    self.scene = scene
    belonging = Belonging(scene)
  }

  /// The mentions headed by `token`: none, one, or one for each state ("Hungarian and Romanian officials").
  func drafts(headedBy token: Int) -> [MentionDraft] {
    guard isNominalHead(token) else { return [] }
    if let (role, words) = scene.role(endingIn: token), !isBodyPart(token), !isCondition(token),
      !isCargo(role, token), !isGround(role, token)
    {
      return drafts(of: role, words: words, headedBy: token)
    }
    if let people = people(headedBy: token) { return [people] }
    return []
  }

  private func isNominalHead(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard
      word.upos == .noun || word.upos == .propn || Quantities.isOpen(annotated.lower(token))
        || word.upos == .adj && hasDeterminer(token)
    else { return false }
    guard !scene.takenTokens.contains(token) else { return false }
    switch word.relation {
    case .compound, .fixed, .goeswith, .amod: return false
    case .nmod where word.deprel.subtype == "desc": return false
    case .flat: return false
    default: return true
    }
  }

  /// "A state of siege", "sources of income", "a power source".
  private func isCondition(_ token: Int) -> Bool {
    let lemma = annotated.tokens[token].lemma.lowercased()
    guard lemma == "state" || lemma == "source" else { return false }
    let things: Set<String> = [
      "power", "water", "energy", "income", "revenue", "food", "funding", "light", "fuel", "heat",
    ]
    if lemma == "source",
      annotated.children(of: token, .compound).contains(where: { things.contains(annotated.lower($0)) })
    {
      return true
    }
    return annotated.children(of: token, .nmod).contains { child in
      annotated.caseMarker(of: child) == "of" && scene.name(covering: child) == nil
    }
  }

  /// "Bought 22 aircraft", "the ship docked": a vehicle is an actor only where it does what soldiers do.
  private func isCargo(_ role: Role, _ token: Int) -> Bool {
    let vehicles: Set<String> = ["aircraft", "plane", "jet", "ship", "vessel"]
    guard !vehicles.isDisjoint(with: role.wider) || ["tank", "drone"].contains(role.headWord) else {
      return false
    }
    let word = annotated.tokens[token]
    guard let verb = annotated.conjunctionHead(of: token) else { return true }
    let isAgent =
      word.deprel.subtype == "agent" || annotated.caseMarker(of: token) == "by"
      || word.relation == .nsubj && word.deprel.subtype != "pass" || word.relation == .conj
    return !isAgent || !scene.lexicon.isVerb(annotated.tokens[verb].lemma.lowercased(), "war")
  }

  /// "Shelled the town", "a curfew in the city": a town is an actor only where it acts or is spoken to.
  private func isGround(_ role: Role, _ token: Int) -> Bool {
    guard ["city", "town", "village", "hamlet", "township"].contains(role.noun) else { return false }
    let word = annotated.tokens[token]
    guard let verb = word.head else { return true }
    switch word.relation {
    case .nsubj: return word.deprel.subtype == "pass"
    case .iobj: return false
    case .obj: return !["ask", "tell", "urge", "warn", "thank", "beg"].contains(annotated.tokens[verb].lemma)
    default: return true
    }
  }

  /// "Her body", "his head".
  private func isBodyPart(_ token: Int) -> Bool {
    guard ["body", "head", "chest", "heart"].contains(annotated.tokens[token].lemma) else { return false }
    return annotated.children(of: token, .nmod).contains { annotated.tokens[$0].features.isPossessive }
  }

  private func hasDeterminer(_ token: Int) -> Bool { annotated.child(of: token, .det) != nil }

  private func drafts(of role: Role, words: Int, headedBy token: Int) -> [MentionDraft] {
    let owners = belonging.owners(of: token)
    let states = owners.filter { $0.isState && $0.country != nil }
    let distinct = Set(states.compactMap(\.country))
    let isMany = annotated.isPlural(token) || role.denotation == .group
    if distinct.count > 1, isMany {
      return states.map { owner in
        let others = Set(states.filter { $0.token != owner.token }.flatMap(\.tokens))
        return draft(of: role, headedBy: token, owners: [owner], leavingOut: others)
      }
    }
    return [draft(of: role, headedBy: token, owners: owners, leavingOut: [])]
  }

  private func draft(
    of role: Role, headedBy token: Int, owners: [Belonging.Owner], leavingOut others: Set<Int>
  ) -> MentionDraft {
    let isPlural = annotated.isPlural(token)
    var sectors = belonging.modifierSectors(of: token)
    if role.inherits || role.sectors.isEmpty { sectors += owners.flatMap(\.sectors) }
    if !role.inherits || sectors.isEmpty { sectors += role.sectors }
    if belonging.isFormer(token), !sectors.isEmpty || role.inherits { sectors = ["ELI"] }
    var draft = MentionDraft(
      form: .nominal, head: token, tokens: tokens(headedBy: token, owners: owners, leavingOut: others),
      kind: kind(role, isPlural),
      country: owners.lazy.compactMap(\.country).first, sectors: Sectors.ordered(sectors), isPlural: isPlural,
      gender: isPlural ? .unknown : role.gender, key: role.noun, role: role,
      nouns: [role.noun, role.headWord] + role.wider, definiteness: annotated.definiteness(of: token))
    draft.distinction = distinction(of: role, headedBy: token)
    if role.denotation == .state, let country = draft.country, ["GOV"] == draft.sectors {
      draft.identity = "state:" + country
    }
    return draft
  }

  /// Capitalised modifiers and names behind a preposition; the country is told apart elsewhere.
  private func distinction(of role: Role, headedBy token: Int) -> Set<String> {
    var words: Set<String> = []
    for child in annotated.children(of: token, .amod, .compound) where child < token {
      if isCapitalised(child) { words.insert(annotated.lower(child)) }
    }
    for child in annotated.children(of: token, .nmod) where child > token {
      if annotated.tokens[child].upos == .propn { words.insert(annotated.lower(child)) }
    }
    return words.subtracting(role.noun.split(separator: " ").map(String.init))
  }

  private func isCapitalised(_ token: Int) -> Bool {
    guard belonging.demonym(endingIn: token) == nil, scene.name(covering: token)?.kind != .state else {
      return false
    }
    return annotated.tokens[token].form.unicodeScalars.first?.properties.isUppercase == true
  }

  /// The phrase, with the owner meant even where it is a conjunct, and without the other ones.
  private func tokens(headedBy token: Int, owners: [Belonging.Owner], leavingOut others: Set<Int>) -> [Int] {
    let all = withoutOwnName(annotated.description(of: token), headedBy: token)
    guard !others.isEmpty else { return all }
    let own = all.filter { !others.contains($0) && annotated.tokens[$0].relation != .cc }
    return Set(own + owners.flatMap(\.tokens)).sorted()
  }

  /// "British Defence Secretary" of "British Defence Secretary Ilse Marran".
  private func withoutOwnName(_ tokens: [Int], headedBy head: Int) -> [Int] {
    guard let name = tokens.first(where: { $0 > head && isOwnName($0, of: head) }) else { return tokens }
    return tokens.filter { $0 < name }
  }

  private func isOwnName(_ token: Int, of head: Int) -> Bool {
    guard scene.name(covering: token)?.kind == .person else { return false }
    return token == head + 1
      || annotated.tokens[token].relation == .flat && annotated.tokens[token].head == head
  }

  private func kind(_ role: Role, _ isPlural: Bool) -> Actor.Kind {
    switch role.denotation {
    case .person: isPlural ? .group : .person
    case .group: .group
    case .organisation: .organisation
    case .state: .state
    case .media: .media
    }
  }

  /// People by their origin ("the Palestinians", "an Israeli"), or a noun that a clause with "who" describes.
  private func people(headedBy token: Int) -> MentionDraft? {
    let word = annotated.tokens[token]
    let isPlural = annotated.isPlural(token)
    var draft = MentionDraft(
      form: .nominal, head: token, tokens: annotated.description(of: token),
      kind: isPlural ? .group : .person,
      country: nil, isPlural: isPlural, key: word.lemma.lowercased(),
      nouns: [word.lemma.lowercased(), "people"],
      definiteness: annotated.definiteness(of: token))
    if let code = belonging.demonym(endingIn: token) {
      let owners = belonging.owners(of: token)
      let isEthnic = annotated.children(of: token).contains { annotated.lower($0) == "ethnic" }
      draft.country = owners.lazy.compactMap(\.country).first ?? (isEthnic ? nil : code)
      if isEthnic { draft.sectors = ["CVL"] }
      if word.upos == .adj { draft.kind = .group }
      return draft
    }
    guard word.upos == .noun, isDescribedByWho(token) else { return nil }
    draft.country = belonging.owners(of: token).lazy.compactMap(\.country).first
    draft.sectors = Sectors.ordered(belonging.modifierSectors(of: token))
    return draft
  }

  private func isDescribedByWho(_ token: Int) -> Bool {
    annotated.children(of: token, .acl).contains { clause in
      annotated.children(of: clause).contains { annotated.lower($0) == "who" }
    }
  }
}
