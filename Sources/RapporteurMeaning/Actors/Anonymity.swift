import RapporteurCore

/// Reads how much a report says about its unnamed actors, and why it leaves the name out.
struct Anonymity {
  private let scene: ActorScene
  private var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene) { self.scene = scene }

  /// Sets the anonymity that was granted, with its stated reason.
  func grant(in table: inout EntityTable) {
    for token in annotated.tokens.indices where isGrant(token) {
      guard let entity = unnamed(near: token, in: table) else { continue }
      let reason = reason(after: token)
      table.update(entity) { actor in
        actor.anonymity = .granted
        if actor.reason.isEmpty { actor.reason = reason }
      }
    }
  }

  /// The anonymity of an actor to whom none was expressly granted.
  func anonymity(of entity: Entity) -> Actor.Anonymity {
    if let granted = entity.anonymity { return granted }
    if entity.kind == .state || entity.mentions.contains(where: isProperName) { return .named }
    if entity.kind != .person, !entity.isPlural, entity.mentions.contains(where: isCapitalised) {
      return .named
    }
    if entity.mentions.contains(where: isDescribed) { return .described }
    return holdsOffice(entity) ? .roleOnly : .described
  }

  // MARK: Described

  /// Whether the words tell an office, post or body; who is only one of many people is described.
  private func holdsOffice(_ entity: Entity) -> Bool {
    if entity.kind == .organisation || entity.kind == .media { return true }
    return !entity.roles.isEmpty
      && entity.roles.allSatisfy {
        !Anonymity.crowd.contains($0) && !Anonymity.crowd.contains(String($0.dropLast()))
      }
  }

  /// Nouns that name no post and no trade: whoever is spoken of by them is described.
  private static let crowd: Set<String> = [
    "adult", "assailant", "attacker", "boy", "brother", "bystander", "child", "citizen", "civilian", "crowd",
    "customer",
    "daughter", "demonstrator", "detainee", "eyewitness", "faction", "family", "father", "friend", "girl",
    "group",
    "gunman", "hostage", "husband", "inhabitant", "insider", "local", "man", "migrant", "miner", "mob",
    "mother",
    "neighbor", "neighbour", "opponent", "parent", "passenger", "people", "person", "prisoner", "protester",
    "refugee",
    "relative", "resident", "sister", "son", "source", "supporter", "survivor", "tourist", "traveller",
    "victim",
    "villager", "visitor", "voter", "wife", "witness", "woman", "youth", "medic", "viewer", "reader",
    "player",
  ]

  /// A name with a capital: "ministry of labour" is none, whatever the model says.
  private func isProperName(_ mention: MentionDraft) -> Bool {
    mention.form == .name
      && mention.tokens.contains {
        annotated.tokens[$0].form.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
      }
  }

  /// "Iran's Foreign Ministry": a body by its own name.
  private func isCapitalised(_ mention: MentionDraft) -> Bool {
    let form = annotated.tokens[mention.head].form
    return mention.form == .nominal && annotated.tokens[mention.head].upos == .propn
      && form.unicodeScalars.first?.properties.isUppercase == true
      && mention.tokens.contains { $0 != mention.head && $0 > annotated.sentence(of: $0).tokens.lowerBound }
  }

  private func isDescribed(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal, mention.kind == .person || mention.kind == .group else { return false }
    let noun = annotated.tokens[mention.head].lemma.lowercased()
    let isVague = ["source", "insider"].contains(noun)
    let words = annotated.children(of: mention.head).filter { $0 > mention.head }.flatMap { child -> [Int] in
      [child] + Array(annotated.children(of: child))
    }
    return isVague || words.contains { Anonymity.knowing.contains(annotated.lower($0)) }
  }

  private static let knowing: Set<String> = [
    "familiar", "close", "briefed", "knowledge", "informed", "aware", "involved", "acquainted", "privy",
  ]

  // MARK: Granted

  private static let naming: Set<String> = ["name", "identify", "quote", "cite"]
  private static let refusing: Set<String> = [
    "ask", "decline", "request", "refuse", "wish", "want", "prefer", "insist", "demand",
  ]

  /// "on condition of anonymity", "asked not to be named", "declined to be identified".
  private func isGrant(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    if ["anonymity", "anonymously"].contains(annotated.lower(token)) { return true }
    if withholdsName(token) || keepsNameOut(token) { return true }
    guard isForm(token, of: Anonymity.naming), word.upos == .verb, isPassive(token), let head = word.head
    else {
      return false
    }
    if annotated.lower(head) == "condition" { return isNegated(token) }
    guard isForm(head, of: Anonymity.refusing) else { return false }
    return isForm(head, of: ["decline", "refuse"]) || isNegated(token) || isNegated(head)
  }

  /// Whether a word is a form of one of the verbs; the parse's lemma may be wrong.
  private func isForm(_ token: Int, of verbs: Set<String>) -> Bool {
    let form = annotated.lower(token)
    return verbs.contains(annotated.tokens[token].lemma.lowercased())
      || verbs.contains { verb in
        let stem = verb.hasSuffix("e") || verb.hasSuffix("y") ? String(verb.dropLast()) : verb
        return ["", "s", "es", "ed", "ing", "e", "ied"].contains { stem + $0 == form }
      }
  }

  /// "only if his name was not used", "asked us not to write his name".
  private func keepsNameOut(_ token: Int) -> Bool {
    guard isForm(token, of: Anonymity.printing), isNegated(token) else { return false }
    return annotated.children(of: token, .nsubj, .obj).contains { child in
      ["name", "names", "identity"].contains(annotated.lower(child))
        && annotated.children(of: child, .nmod).contains { annotated.tokens[$0].features.isPossessive }
    }
  }

  private static let printing: Set<String> = [
    "use", "publish", "print", "write", "give", "reveal", "disclose", "mention",
  ]

  /// "asked that her name be withheld", "whose family name was withheld".
  private func withholdsName(_ token: Int) -> Bool {
    guard annotated.lower(token) == "withheld" else { return false }
    return annotated.children(of: token, .nsubj).contains {
      ["name", "names", "identity"].contains(annotated.lower($0))
    }
  }

  private func isPassive(_ token: Int) -> Bool {
    annotated.children(of: token).contains { annotated.lower($0) == "be" }
  }

  private func isNegated(_ token: Int) -> Bool {
    annotated.children(of: token).contains { child in
      annotated.tokens[child].features.isNegative
        || ["not", "n't", "n\u{2019}t"].contains(annotated.lower(child))
    }
  }

  /// The unnamed actor whose clause holds the grant: the noun described, or the subject above.
  private func unnamed(near token: Int, in table: EntityTable) -> Int? {
    for governor in [token] + annotated.ancestors(of: token).prefix(8) {
      let subjects = [governor] + annotated.children(of: governor, .nsubj)
      for subject in subjects {
        let mayBeNamed = annotated.lower(token) == "withheld"
        let found = standing(for: subject, in: table).filter { index in
          isPersonal(table.entities[index]) || mayBeNamed && table.entities[index].kind == .person
        }
        if let entity = found.first { return entity }
      }
    }
    return nil
  }

  /// Whom a token stands for: of "one of the officials, who …" the one.
  private func standing(for token: Int, in table: EntityTable) -> [Int] {
    var noun = token
    if annotated.tokens[token].features.pronType == "Rel", let verb = annotated.tokens[token].head,
      annotated.tokens[verb].relation == .acl, let described = annotated.tokens[verb].head
    {
      noun = described
    }
    if annotated.tokens[noun].relation == .nmod, annotated.caseMarker(of: noun) == "of",
      let part = annotated.tokens[noun].head, Anonymity.parts.contains(annotated.lower(part))
    {
      let found = table.entities(headedBy: part)
      if !found.isEmpty { return found }
    }
    return table.entities(headedBy: token)
  }

  private static let parts: Set<String> = ["one", "two", "three", "some", "several", "another", "both"]

  private func isPersonal(_ entity: Entity) -> Bool {
    !entity.isNamed && (entity.kind == .person || entity.kind == .group)
  }

  // MARK: Reason

  private static let marks: Set<String> = [
    "because", "as", "since", "given", "citing", "owing", "due", "for", "to", "in", "so",
  ]

  /// The words after "because", "as", "since", "citing", "due to", "for fear …", or "to discuss …", inside the sentence.
  private func reason(after token: Int) -> [TextSpan] {
    let end = annotated.sentence(of: token).tokens.upperBound
    var index = token + 1
    while index < end {
      if let start = reasonStart(at: index) { return words(from: start, governedFrom: index) }
      index += 1
    }
    return []
  }

  /// Where the reason begins, if the word at `index` introduces one.
  private func reasonStart(at index: Int) -> Int? {
    let count = annotated.tokens.count
    func word(_ offset: Int) -> String { index + offset < count ? annotated.lower(index + offset) : "" }
    switch word(0) {
    case "because", "owing", "due": return word(1) == "of" || word(1) == "to" ? index + 2 : index + 1
    case "since", "as": return annotated.tokens[index].relation == .mark ? index + 1 : nil
    case "citing", "given": return index + 1
    case "for": return word(1) == "fear" || word(1) == "security" || word(1) == "safety" ? index + 1 : nil
    case "in" where word(1) == "order" && word(2) == "to": return index + 2
    case "in" where word(1) == "line" && word(2) == "with": return index + 3
    case "so" where word(1) == "that": return index
    case "to": return annotated.tokens[index].relation == .mark && isPurpose(index) ? index : nil
    default: return nil
    }
  }

  private func isPurpose(_ index: Int) -> Bool {
    guard let verb = annotated.tokens[index].head else { return false }
    return annotated.tokens[verb].relation == .advcl || annotated.tokens[verb].relation == .acl
      || ["discuss", "describe", "speak", "talk", "protect", "avoid", "share", "disclose"].contains(
        annotated.tokens[verb].lemma)
  }

  /// From `start` to the end of the phrase that its introducing word belongs to.
  private func words(from start: Int, governedFrom marker: Int) -> [TextSpan] {
    let sentence = annotated.sentence(of: marker).tokens
    let word = annotated.tokens[marker]
    let isOwnHead = word.relation == .advcl || word.relation == .acl
    let phrase = isOwnHead ? marker : word.head ?? marker
    let covered = Set(annotated.subtree(of: phrase))
    var last = start
    while last < sentence.upperBound, covered.contains(last) { last += 1 }
    while last > start, annotated.tokens[last - 1].upos == .punct { last -= 1 }
    return last > start ? [annotated.span(of: start..<last)] : []
  }
}
