import RapporteurCore

/// Reads how much a report says about its unnamed actors, and why it leaves the name out.
struct Anonymity {
  let scene: ActorScene
  var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene) { self.scene = scene }

  /// Sets the anonymity that was granted, with its stated reason.
  func grant(in table: inout EntityTable) {
    let reasons = AnonymityReason(annotated)
    for token in annotated.tokens.indices where isGrant(token) {
      guard let entity = unnamed(near: token, in: table) else { continue }
      let reason = reasons.reason(near: token)
      table.update(entity) { actor in
        actor.anonymity = .granted
        if actor.reason.isEmpty { actor.reason = reason }
      }
    }
    passOn(in: &table)
  }

  /// "One of them", "the other": what was granted to two was granted to each.
  private func passOn(in table: inout EntityTable) {
    for index in table.entities.indices {
      let entity = table.entities[index]
      guard isPersonal(entity), entity.anonymity == nil, !entity.mentions.contains(where: isCalledByName),
        let part = entity.mentions.first(where: { $0.form == .nominal })?.head,
        let whole = whole(of: part, in: table)
      else { continue }
      let reason = table.entities[whole].reason
      table.update(index) { actor in
        actor.anonymity = .granted
        actor.reason = reason
      }
    }
  }

  /// The group with granted anonymity of which somebody is a part: behind "of", or in the sentence before.
  private func whole(of part: Int, in table: EntityTable) -> Int? {
    guard ["one", "other", "another"].contains(annotated.lower(part)) else { return nil }
    let isGranted = { (index: Int) in table.entities[index].anonymity == .granted }
    if let noun = annotated.child(of: part, .nmod) {
      return table.entities(headedBy: noun).first(where: isGranted)
    }
    let sentence = annotated.sentence(of: part).tokens.lowerBound
    let first = sentence > 0 ? annotated.sentence(of: sentence - 1).tokens.lowerBound : sentence
    return (first..<part).reversed().lazy.flatMap { table.entities(headedBy: $0) }.first { index in
      isGranted(index) && (table.entities[index].isPlural || table.entities[index].kind == .person)
    }
  }

  /// The anonymity of an actor to whom none was expressly granted.
  func anonymity(of entity: Entity) -> Actor.Anonymity {
    if let granted = entity.anonymity { return granted }
    if entity.mentions.contains(where: isProperName) { return .named }
    if entity.kind == .state {
      return entity.mentions.contains { $0.form == .nominal } ? .roleOnly : .named
    }
    if entity.kind != .person, !entity.isPlural, entity.mentions.contains(where: isCapitalised) {
      return .named
    }
    if entity.mentions.contains(where: isCalledByName) { return .named }
    if entity.mentions.contains(where: isKin) { return .roleOnly }
    if entity.mentions.contains(where: isDescribed) { return .described }
    return holdsOffice(entity) ? .roleOnly : .described
  }

  // MARK: Named

  /// A name with a capital, where the report writes capitals: "ministry of labour" is none, whatever the model says.
  private func isProperName(_ mention: MentionDraft) -> Bool {
    mention.form == .name && mention.tokens.contains { isUppercased($0) } && !isPlainBody(mention)
  }

  /// "The Ministry", "Norwegian Embassy", "Asian freight union": a body that is told by what it is, in capitals or not.
  private func isPlainBody(_ mention: MentionDraft) -> Bool {
    guard mention.kind != .person, let last = mention.tokens.last else { return false }
    let noun = annotated.lower(last)
    if mention.tokens.count == 1 { return AnonymityWords.plainBodies.contains(noun) }
    if AnonymityWords.statesOwn.contains(noun) { return true }
    return scene.hasCapitals && !isUppercased(last) && scene.role(endingIn: last) != nil
  }

  private func isUppercased(_ token: Int) -> Bool {
    !scene.hasCapitals
      || annotated.tokens[token].form.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
  }

  /// "Iran's Foreign Ministry": a body by its own name.
  private func isCapitalised(_ mention: MentionDraft) -> Bool {
    let form = annotated.tokens[mention.head].form
    if AnonymityWords.statesOwn.contains(form.lowercased()) { return false }
    return mention.form == .nominal && (annotated.tokens[mention.head].upos == .propn || isTitled(mention))
      && form.unicodeScalars.first?.properties.isUppercase == true
      && mention.tokens.contains { $0 != mention.head && $0 > annotated.sentence(of: $0).tokens.lowerBound }
  }

  /// "The Commission on Elections": a noun with a capital inside its sentence, and another behind it.
  private func isTitled(_ mention: MentionDraft) -> Bool {
    scene.hasCapitals && mention.head > annotated.sentence(of: mention.head).tokens.lowerBound
      && annotated.children(of: mention.head, .nmod).contains { child in
        child > mention.head && annotated.tokens[child].upos != .propn
          && annotated.tokens[child].form.unicodeScalars.first?.properties.isUppercase == true
      }
  }

  /// "a local newspaper, the Gazette", "a man called Okoth": the description carries the name with it.
  private func isCalledByName(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal else { return false }
    if carriesName(mention.head) || carriesTitle(mention.head, ofPerson: mention.kind == .person) {
      return true
    }
    guard Anonymity.parts.contains(annotated.lower(mention.head)) || mention.kind == .group else {
      return false
    }
    return annotated.children(of: mention.head, .nmod).contains { $0 > mention.head && carriesName($0) }
  }

  /// "a weekly, the Sahel Echo": of a body any name will do that is no place's, of a person one of two words.
  private func carriesTitle(_ noun: Int, ofPerson isPerson: Bool) -> Bool {
    annotated.children(of: noun, .appos).contains { child in
      child > noun && (!isPerson || annotated.child(of: child, .flat) != nil)
        && annotated.tokens[child].upos == .propn && isUppercased(child)
        && scene.name(covering: child) == nil && scene.placeCountry[child] == nil
    }
  }

  /// "…, the Gazette", "… called Okoth", "…, a man called Okoth".
  private func carriesName(_ noun: Int) -> Bool {
    annotated.children(of: noun).contains { child in
      guard child > noun else { return false }
      switch annotated.tokens[child].relation {
      case .appos: return isName(child) || carriesName(child)
      case .flat: return isName(child)
      case .acl:
        guard AnonymityWords.calling.contains(annotated.lower(child)) else { return false }
        return annotated.children(of: child, .xcomp, .obj).contains { isName($0) || isUppercased($0) }
      default: return false
      }
    }
  }

  /// Whether a word heads the name of somebody, or carries it in its own apposition.
  private func isName(_ token: Int) -> Bool {
    if let name = scene.name(covering: token), name.kind != .state { return isUppercased(token) }
    return annotated.children(of: token, .appos, .flat).contains { child in
      child > token && isUppercased(child) && scene.name(covering: child).map { $0.kind != .state } ?? false
    }
  }

  // MARK: Described

  /// "His brother", "the driver's wife", "sister" in a headline: whose he is stands for a post; "a mother of three" doesn't.
  private func isKin(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal, AnonymityWords.kin.contains(annotated.lower(mention.head)) else {
      return false
    }
    return isOwned(mention.head)
      || annotated.children(of: mention.head, .det, .nmod, .nummod).isEmpty && !mention.isPlural
  }

  /// Whether the words tell an office, post or body; who is only one of many people is described.
  private func holdsOffice(_ entity: Entity) -> Bool {
    if entity.isPlural, !entity.isNamed, entity.mentions.contains(where: isOneOfATrade) { return false }
    if entity.kind == .organisation || entity.kind == .media { return true }
    if entity.mentions.contains(where: isBody) { return true }
    if entity.roles.isEmpty { return entity.mentions.contains(where: namesTrade) }
    return entity.roles.allSatisfy { !isCrowd($0) } || isIntroducedByPost(entity)
  }

  /// "The prison's director … the man": whoever is brought in by his post keeps it when he is called a man later.
  private func isIntroducedByPost(_ entity: Entity) -> Bool {
    guard entity.kind == .person,
      let first = entity.mentions.filter({ $0.form == .nominal }).min(by: { $0.head < $1.head })
    else { return false }
    let noun = annotated.tokens[first.head].lemma.lowercased()
    return entity.roles.contains(noun) && !isCrowd(noun)
  }

  /// "a court clerk", "forecasters": what somebody does for a living, where the word tells it.
  private func namesTrade(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal else { return false }
    let noun = annotated.tokens[mention.head].lemma.lowercased()
    return !isCrowd(noun) && !isCrowd(annotated.lower(mention.head))
      && AnonymityWords.trades.contains { noun == $0 || noun.hasSuffix($0) && noun.count > $0.count + 2 }
  }

  /// "Drivers", "four diplomats", "aid groups": many of a kind, of whom no post is told; "Iranian diplomats" have one, and so
  /// have "aid workers".
  private func isOneOfATrade(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal, mention.isPlural else { return false }
    let noun = annotated.tokens[mention.head].lemma.lowercased()
    if ["worker", "diplomat"].contains(noun) {
      return annotated.children(of: mention.head, .compound, .amod).isEmpty
    }
    return AnonymityWords.manyOfAKind.contains(noun)
  }

  private func isCrowd(_ noun: String) -> Bool {
    AnonymityWords.crowd.contains(noun) || AnonymityWords.crowd.contains(String(noun.dropLast()))
      || noun.hasSuffix("men") && AnonymityWords.crowd.contains(String(noun.dropLast(2)) + "an")
  }

  /// "the regional police command": a body, and nobody in particular.
  private func isBody(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal else { return false }
    let noun = annotated.tokens[mention.head].lemma.lowercased()
    return AnonymityWords.bodies.contains(noun)
      || AnonymityWords.bodies.contains(annotated.lower(mention.head))
      || ["source", "sources"].contains(noun) && tellsPost(mention.head)
  }

  private func isDescribed(_ mention: MentionDraft) -> Bool {
    guard mention.form == .nominal, mention.kind == .person || mention.kind == .group else { return false }
    if isBody(mention) { return false }
    let noun = annotated.tokens[mention.head].lemma.lowercased()
    let isVague = ["source", "sources", "insider", "insiders"].contains(noun) && !tellsPost(mention.head)
    let words = annotated.children(of: mention.head).filter { $0 > mention.head }.flatMap { child -> [Int] in
      [child] + Array(annotated.children(of: child))
    }
    return isVague || words.contains { AnonymityWords.knowing.contains(annotated.lower($0)) }
  }

  /// "a hospital source": where the source sits is told.
  private func tellsPost(_ noun: Int) -> Bool {
    annotated.children(of: noun, .compound, .amod, .nmod).contains {
      $0 < noun && AnonymityWords.posts.contains(annotated.lower($0))
    }
  }

  // MARK: Granted

  /// "on condition of anonymity", "asked not to be named", "declined to be identified", "gave only her first name".
  private func isGrant(_ token: Int) -> Bool {
    switch annotated.lower(token) {
    case "anonymity", "anonymously": return true
    case "anonymous", "unnamed", "unidentified", "nameless": return staysAnonymous(token)
    case "off", "on", "not", "under", "using": return isHushed(token)
    case "privately": return speaksPrivately(token)
    default: break
    }
    if givesPartOfName(token) || withholdsName(token) || keepsNameOut(token) || lacksLeave(token) {
      return true
    }
    return asksNotToBeNamed(token) || isKnownOnlyBy(token)
  }

  /// "asked not to be named", "cannot be identified", "on condition that he not be named".
  private func asksNotToBeNamed(_ token: Int) -> Bool {
    guard isForm(token, of: AnonymityWords.naming), annotated.tokens[token].upos == .verb else {
      return false
    }
    guard isPassive(token) else { return agreesNotToName(token) }
    if isBarred(token) { return true }
    guard let head = annotated.tokens[token].head else { return false }
    if ([head] + annotated.children(of: head, .obl)).contains(where: { annotated.lower($0) == "condition" }) {
      return isNegated(token)
    }
    guard isForm(head, of: AnonymityWords.refusing) else { return false }
    return isForm(head, of: ["decline", "refuse"]) || isNegated(token) || isNegated(head)
  }

  /// "whom we have agreed not to name", "whom The Ledger is not identifying".
  private func agreesNotToName(_ token: Int) -> Bool {
    guard isForm(token, of: ["name", "identify"]), isNegated(token) else { return false }
    let clause = [token] + annotated.ancestors(of: token).prefix(2)
    return clause.contains { verb in
      annotated.tokens[verb].deprel == Deprel(.acl, "relcl")
        && annotated.subtree(of: verb).contains { ["whom", "who", "that"].contains(annotated.lower($0)) }
    }
  }

  /// "identified only by his first name", "who goes only by Samir".
  private func isKnownOnlyBy(_ token: Int) -> Bool {
    guard isForm(token, of: ["identify", "name", "refer"]) else { return false }
    let words = annotated.subtree(of: token).filter { $0 > token }.prefix(7).map(annotated.lower)
    return words.contains("only")
      && words.contains { ["name", "initial", "initials", "surname"].contains($0) }
  }

  /// Whether a word is a form of one of the verbs; the parse's lemma may be wrong.
  private func isForm(_ token: Int, of verbs: Set<String>) -> Bool {
    let form = annotated.lower(token)
    return verbs.contains(annotated.tokens[token].lemma.lowercased())
      || verbs.contains { verb in
        let stem = verb.hasSuffix("e") || verb.hasSuffix("y") ? String(verb.dropLast()) : verb
        return ["", "s", "es", "ed", "ing", "e", "ied"].contains { stem + $0 == form }
      } || form == "gave" && verbs.contains("give")
  }

  /// "only if his name was not used", "asked us not to write his name", "would not give her full name".
  private func keepsNameOut(_ token: Int) -> Bool {
    guard isForm(token, of: AnonymityWords.printing) else { return false }
    let ownsName = annotated.children(of: token, .nsubj, .obj).contains { child in
      AnonymityWords.names.contains(annotated.lower(child))
        && annotated.children(of: child, .nmod).contains { annotated.tokens[$0].deprel.subtype == "poss" }
    }
    guard ownsName else { return false }
    if isNegated(token) || annotated.tokens[token].head.map(isNegated) ?? false { return true }
    return annotated.tokens[token].head.map { isForm($0, of: ["decline", "refuse"]) } ?? false
  }

  /// "insisted to stay anonymous".
  private func staysAnonymous(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    return ["stay", "remain", "remained", "be", "staying", "remaining"].contains(annotated.lower(token - 1))
  }

  /// "gave only his surname", "who gave her name only as Saima".
  private func givesPartOfName(_ token: Int) -> Bool {
    guard isForm(token, of: ["give", "use"]), let name = annotated.children(of: token, .obj).first,
      ["surname", "name"].contains(annotated.lower(name))
    else { return false }
    return annotated.subtree(of: token).contains {
      $0 > token && $0 < name + 4 && ["only", "just"].contains(annotated.lower($0))
    }
  }

  /// "cannot be named", "will not be named".
  private func isBarred(_ token: Int) -> Bool {
    isNegated(token)
      && annotated.children(of: token, .aux).contains {
        ["can", "could", "ca", "will", "wo", "would", "must", "may"].contains(annotated.lower($0))
      }
  }

  /// "asked that her name be withheld", "whose name is being kept secret", "whose names have been changed".
  private func withholdsName(_ token: Int) -> Bool {
    let verbs: Set<String> = [
      "withheld", "withhold", "withholding", "kept", "changed", "concealed", "hidden", "altered",
    ]
    if annotated.lower(token) == "without" { return isQuotedWithoutName(token) }
    let isLeftOut =
      annotated.lower(token) == "left"
      && annotated.children(of: token).contains { annotated.lower($0) == "out" }
    guard verbs.contains(annotated.lower(token)) || isLeftOut else { return false }
    return annotated.children(of: token, .nsubj, .obj).contains { name in
      AnonymityWords.names.contains(annotated.lower(name)) && (!isLeftOut || isOwned(name))
    }
  }

  private func isOwned(_ noun: Int) -> Bool {
    annotated.children(of: noun, .nmod).contains { annotated.tokens[$0].deprel.subtype == "poss" }
  }

  /// "was quoted without his name".
  private func isQuotedWithoutName(_ token: Int) -> Bool {
    guard let name = annotated.tokens[token].head, AnonymityWords.names.contains(annotated.lower(name)),
      let verb = annotated.tokens[name].head
    else { return false }
    return isForm(verb, of: ["quote", "cite", "speak"]) || annotated.lower(verb) == "spoke"
  }

  /// "who was not authorised to speak to the media": why no name is given.
  private func lacksLeave(_ token: Int) -> Bool {
    let form = annotated.lower(token)
    guard AnonymityWords.leave.contains(where: { form.hasPrefix($0) }),
      isNegated(token) || form.hasPrefix("un")
    else {
      return false
    }
    return annotated.children(of: token, .xcomp, .ccomp, .advcl, .obl).contains {
      ["speak", "talk", "comment", "discuss", "brief", "disclose", "give", "be", "release", "share"].contains(
        annotated.tokens[$0].lemma) || ["quoted", "speak", "speaking"].contains(annotated.lower($0))
    }
  }

  /// "off the record", "on background", beside a verb of speech or behind a source's label.
  private func isHushed(_ token: Int) -> Bool {
    AnonymityWords.hushed.contains { phrase in
      token + phrase.count <= annotated.tokens.count
        && phrase.indices.allSatisfy { annotated.lower(token + $0) == phrase[$0] }
    }
  }

  /// "says privately that".
  private func speaksPrivately(_ token: Int) -> Bool {
    guard let verb = annotated.tokens[token].head else { return false }
    return ["say", "admit", "concede", "acknowledge", "tell", "speak"].contains(annotated.tokens[verb].lemma)
      || ["said", "says", "told", "spoke"].contains(annotated.lower(verb))
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

  // MARK: To whom

  /// The unnamed actor whose clause holds the grant: the noun described, or the subject above; else whoever the subject
  /// takes up from the sentence before.
  private func unnamed(near token: Int, in table: EntityTable) -> Int? {
    let mayBeNamed =
      withholdsName(token) || givesPartOfName(token) || keepsNameOut(token) || isKnownOnlyBy(token)
    var subject: Int?
    for governor in [token] + annotated.ancestors(of: token).prefix(8) {
      let subjects = [governor] + annotated.children(of: governor, .nsubj)
      for candidate in subjects {
        let found = standing(for: candidate, in: table).filter { index in
          isPersonal(table.entities[index]) || mayBeNamed && table.entities[index].kind == .person
        }
        if let entity = found.first { return entity }
        if candidate != governor, subject == nil { subject = candidate }
      }
    }
    return subject.flatMap { before($0, in: table) }
  }

  /// "The person spoke on condition of anonymity", "two people said; both asked not to be named": the last unnamed person
  /// of the words or the sentence before.
  private func before(_ subject: Int, in table: EntityTable) -> Int? {
    guard AnonymityWords.again.contains(annotated.lower(subject)) else { return nil }
    let sentence = annotated.sentence(of: subject).tokens.lowerBound
    let first = sentence > 0 ? annotated.sentence(of: sentence - 1).tokens.lowerBound : sentence
    let previous = first..<subject
    return previous.reversed().lazy.flatMap { table.entities(headedBy: $0) }.first { index in
      isPersonal(table.entities[index])
        && table.entities[index].mentions.contains { $0.form == .nominal && previous.contains($0.head) }
    }
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

  private static let parts: Set<String> = [
    "one", "two", "three", "some", "several", "another", "both", "group",
  ]

  private func isPersonal(_ entity: Entity) -> Bool {
    !entity.isNamed && (entity.kind == .person || entity.kind == .group)
  }
}
