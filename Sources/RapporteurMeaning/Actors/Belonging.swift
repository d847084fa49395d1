import RapporteurCore

/// To which state or organisation a phrase belongs: "Iranian officials", "Niger's ambassador", "a Kyiv court".
struct Belonging {
  /// One owner, and the tokens that name it.
  struct Owner {
    let country: String?
    let sectors: [String]
    /// The modifier's head token.
    let token: Int
    /// All tokens of the modifier, with its possessive marker.
    let tokens: [Int]
    /// Whether the owner is a state (and not an organisation or a place in one).
    let isState: Bool
  }

  private let scene: ActorScene
  private var annotated: AnnotatedReport { scene.annotated }
  private var lexicon: ActorLexicon { scene.lexicon }

  init(_ scene: ActorScene) { self.scene = scene }

  /// The owners of the phrase headed by `head`: those before the noun, else those after it.
  func owners(of head: Int) -> [Owner] {
    let before = annotated.children(of: head).filter { $0 < head && isModifier($0) }.flatMap(withConjuncts)
    let found = before.compactMap { owner($0) }
    if found.contains(where: { $0.country != nil }) { return found }
    let after = annotated.children(of: head).filter { $0 > head && isComplement($0) }.flatMap(withConjuncts)
    return found + after.compactMap { owner($0) }
  }

  private func withConjuncts(_ token: Int) -> [Int] { annotated.conjuncts(of: token) }

  private func isModifier(_ token: Int) -> Bool {
    switch annotated.tokens[token].relation {
    case .amod, .compound, .nmod, .flat: true
    default: false
    }
  }

  private func isComplement(_ token: Int) -> Bool {
    let relation = annotated.tokens[token].relation
    guard relation == .nmod || relation == .obl, let marker = annotated.caseMarker(of: token) else {
      return false
    }
    // "An adviser to Chad's president" is Chad's; an envoy to Chad is not.
    if marker == "to" { return scene.role(endingIn: token)?.role.denotation == .person }
    return ["of", "for", "from", "in", "at", "inside", "within", "across", "with"].contains(marker)
  }

  /// What a modifier belongs to; nil where it names neither a state nor an organisation.
  private func owner(_ token: Int) -> Owner? {
    if let name = scene.name(covering: token) {
      guard name.kind != .person || name.country != nil else { return nil }
      return Owner(
        country: name.country ?? lexicon.states.state(ofRegion: name.key),
        sectors: name.kind == .state ? [] : name.sectors, token: token,
        tokens: own(token), isState: name.kind == .state)
    }
    if let code = demonym(endingIn: token), !isOpposed(token) {
      return Owner(
        country: code, sectors: [], token: token, tokens: own(token), isState: true)
    }
    let key = nameKey(annotated.tokens[token].form)
    if let code = lexicon.states.state(ofRegion: key) {
      return Owner(country: code, sectors: [], token: token, tokens: own(token), isState: false)
    }
    if annotated.tokens[token].upos == .propn, let code = lexicon.states.state(withCapital: key) {
      return Owner(
        country: scene.placeCountry[token] ?? code, sectors: [], token: token, tokens: own(token),
        isState: true)
    }
    if let country = scene.placeCountry[token] {
      return Owner(
        country: country, sectors: [], token: token, tokens: own(token), isState: false)
    }
    return leader(of: token) ?? nested(token)
  }

  /// "Vietnamese-led forces", "the Nairobi-based agency": who leads, or where it sits. Whom another backs is not his.
  private func leader(of token: Int) -> Owner? {
    guard ["led", "based", "run", "ruled", "born"].contains(annotated.lower(token)) else { return nil }
    let inner = annotated.children(of: token).lazy.filter { $0 < token }
    guard
      let country = inner.compactMap({ child in
        self.demonym(endingIn: child) ?? self.scene.name(covering: child)?.country
          ?? self.scene.placeCountry[child]
      }).first
    else { return nil }
    return Owner(country: country, sectors: [], token: token, tokens: own(token), isState: true)
  }

  /// "the foreign ministry" of "a foreign ministry spokesman"; "the Indonesian military" of "spokesman for …".
  private func nested(_ token: Int) -> Owner? {
    guard let (role, _) = scene.role(endingIn: token) else { return nil }
    let inner = annotated.children(of: token).lazy.filter { self.isModifier($0) || self.isComplement($0) }
    let deep = inner.flatMap(withConjuncts).compactMap { token in
      demonym(endingIn: token) ?? scene.name(covering: token)?.country ?? scene.placeCountry[token]
    }.first
    return Owner(
      country: deep, sectors: Sectors.ordered(modifierSectors(of: token) + role.sectors), token: token,
      tokens: own(token), isState: false)
  }

  /// The state of the demonym that ends in `token`: `South African`, `Iranian`.
  func demonym(endingIn token: Int) -> String? {
    // The parse may make the first word of "Sri Lankan" the head.
    if let last = annotated.children(of: token, .flat).last, last > token, scene.name(covering: token) == nil,
      let code = demonym(endingIn: last)
    {
      return code
    }
    let sentence = annotated.sentence(of: token).tokens
    guard annotated.tokens[token].form.unicodeScalars.first?.properties.isUppercase == true,
      annotated.tokens[token].upos != .pron
    else { return nil }
    for length in [3, 2, 1] where token - length + 1 >= sentence.lowerBound {
      if let code = lexicon.states.state(ofDemonym: scene.key(of: (token - length + 1)..<(token + 1))) {
        return code
      }
    }
    guard annotated.tokens[token].relation == .compound else { return nil }
    let form = annotated.tokens[token].form
    return lexicon.states.state(named: nameKey(form), written: form)
  }

  /// "anti-Russian", "ethnic Albanian": not of that state.
  private func isOpposed(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    let before = annotated.lower(token - 1)
    return before == "ethnic" || before == "anti" || before == "pro" || before == "non"
      || before == "-" && token > 1 && ["anti", "pro", "non"].contains(annotated.lower(token - 2))
  }

  /// The sectors that adjectives and nouns before the noun add: "opposition lawmaker", "intelligence official".
  func modifierSectors(of head: Int) -> [String] {
    var found: [String] = []
    for child in annotated.children(of: head) where child < head {
      guard isModifier(child), scene.name(covering: child) == nil else { continue }
      for token in annotated.conjuncts(of: child) where annotated.tokens[token].upos != .propn {
        found +=
          lexicon.modifierSectors[annotated.tokens[token].lemma.lowercased()]
          ?? lexicon.modifierSectors[annotated.lower(token)] ?? []
      }
    }
    return found
  }

  /// Whether the office is over: "former", "retired", "ex-".
  func isFormer(_ head: Int) -> Bool {
    annotated.children(of: head).contains { child in
      ["former", "retired", "ex", "one-time", "erstwhile", "ousted", "deposed", "late"].contains(
        annotated.lower(child))
    } || annotated.lower(head).hasPrefix("ex-")
  }

  /// The modifier without its conjuncts and without what parts it from them.
  private func own(_ token: Int) -> [Int] {
    annotated.subtree(of: token) { child in
      [.conj, .cc, .punct].contains(annotated.tokens[child].relation)
    }
  }
}
