import RapporteurCore

/// Reads the offices that the text gives to a person: titles, appositions, predicates.
struct Offices {
  private let scene: ActorScene
  private var annotated: AnnotatedReport { scene.annotated }

  init(_ scene: ActorScene) { self.scene = scene }

  /// The office before a name: "Norwegian Foreign Minister" of "Norwegian Foreign Minister Ilse Marran".
  func title(of name: MentionDraft) -> (draft: MentionDraft, tokens: [Int])? {
    guard name.kind == .person, let first = name.tokens.first else { return nil }
    let sentence = annotated.sentence(of: first).tokens
    guard first > sentence.lowerBound, let (role, words) = scene.role(endingIn: first - 1) else { return nil }
    let last = first - 1
    guard isBeside(last, name) else { return nil }
    let start = leftEdge(of: last, words: words, name: name, in: sentence)
    let tokens = Array(start...last)
    var draft = MentionDraft(
      form: .nominal, head: last, tokens: tokens, kind: .person, key: role.noun, role: role,
      nouns: [role.noun, role.headWord] + role.wider)
    draft.gender = role.gender
    let belonging = Belonging(scene)
    let owners = belonging.owners(of: last) + belonging.owners(of: name.head)
    draft.country = owners.lazy.compactMap(\.country).first ?? countryInside(tokens)
    var sectors = belonging.modifierSectors(of: last) + belonging.modifierSectors(of: name.head)
    if role.inherits || role.sectors.isEmpty { sectors += owners.flatMap(\.sectors) }
    if !role.inherits || sectors.isEmpty { sectors += role.sectors }
    if isFormer(tokens) { sectors = ["ELI"] }
    draft.sectors = Sectors.ordered(sectors)
    return (draft, tokens)
  }

  /// The run of titles and forms of address right before a name.
  func titleTokens(before name: MentionDraft) -> Range<Int> {
    guard let first = name.tokens.first else { return 0..<0 }
    let lowest = annotated.sentence(of: first).tokens.lowerBound
    var start = first
    while start > lowest, scene.lexicon.titles[nameKey(annotated.tokens[start - 1].form)] != nil {
      start -= 1
    }
    return start..<first
  }

  /// Whether the word before the name belongs to the same phrase.
  private func isBeside(_ title: Int, _ name: MentionDraft) -> Bool {
    let heads = [annotated.tokens[title].head, annotated.tokens[name.head].head]
    if heads.contains(name.head) || heads.contains(title) {
      return annotated.tokens[title].relation != .nsubj
    }
    return annotated.tokens[title].head.map { annotated.tokens[$0].head == name.head } ?? false
  }

  /// The first token of the title's phrase: modifiers of the title and of the name, but no article.
  private func leftEdge(of last: Int, words: Int, name: MentionDraft, in sentence: Range<Int>) -> Int {
    var start = last - words + 1
    while start > sentence.lowerBound {
      let before = annotated.tokens[start - 1]
      guard before.upos != .det, before.upos != .adp, before.upos != .punct || before.form == "-" else {
        break
      }
      guard isInPhrase(start - 1, title: last, name: name) else { break }
      start -= 1
    }
    return start
  }

  private func isInPhrase(_ token: Int, title: Int, name: MentionDraft) -> Bool {
    var current = token
    for _ in 0..<4 {
      guard let head = annotated.tokens[current].head else { return false }
      let relation = annotated.tokens[current].relation
      guard [.amod, .compound, .nmod, .flat, .caseMarker, .punct, .nummod, .advmod].contains(relation) else {
        return false
      }
      if head == title || head == name.head { return true }
      current = head
    }
    return false
  }

  private func countryInside(_ tokens: [Int]) -> String? {
    let belonging = Belonging(scene)
    return tokens.lazy.compactMap { belonging.demonym(endingIn: $0) ?? scene.name(covering: $0)?.country }
      .first
  }

  private func isFormer(_ tokens: [Int]) -> Bool {
    tokens.contains {
      ["former", "ex", "retired", "ousted", "deposed", "late"].contains(annotated.lower($0))
    }
      || tokens.contains { annotated.lower($0).hasPrefix("ex-") }
  }

  /// An office from a nominal that stands in apposition to a name or is said of it.
  func office(of nominal: MentionDraft) -> Actor.Office {
    var tokens = nominal.tokens
    if let name = tokens.first(where: {
      $0 > nominal.head && scene.name(covering: $0)?.kind == .person && isOwn($0, nominal)
    }) {
      tokens.removeAll { $0 >= name }
    }
    while let first = tokens.first, first < nominal.head, annotated.tokens[first].upos == .det,
      isArticle(first)
    {
      tokens.removeFirst()
    }
    return office(of: tokens)
  }

  /// Whether the name belongs to the holder of the office, and not to someone whom the office serves.
  private func isOwn(_ name: Int, _ nominal: MentionDraft) -> Bool {
    let relation = annotated.tokens[name].relation
    return relation == .appos || relation == .flat && annotated.tokens[name].head == nominal.head
  }

  /// An office from its words.
  func office(of tokens: [Int]) -> Actor.Office {
    let spans = annotated.spans(of: tokens)
    return Actor.Office(title: annotated.text(of: spans), spans: spans)
  }

  private func isArticle(_ token: Int) -> Bool { ["a", "an", "the"].contains(annotated.lower(token)) }

  /// Whether the titles beside a full name and those of an entity of that name exclude each other: another country,
  /// or another primary sector, neither of them past.
  func conflict(_ draft: MentionDraft, _ entity: Entity) -> Bool {
    guard draft.kind == .person, let own = introduction(of: draft) else { return false }
    guard let other = entity.mentions.lazy.compactMap({ introduction(of: $0) }).first else { return false }
    if let a = own.country, let b = other.country, a != b { return true }
    guard let a = own.sectors.first, let b = other.sectors.first, a != "ELI", b != "ELI" else { return false }
    let areDisjoint = Set(own.sectors).isDisjoint(with: other.sectors)
    return areDisjoint && own.country == nil && other.country == nil && own.definiteness == .indefinite
  }

  /// The title before or the apposition after a name.
  private func introduction(of name: MentionDraft) -> MentionDraft? {
    if let title = title(of: name) { return title.draft }
    for child in annotated.children(of: name.head, .appos) where child > name.head {
      if let nominal = NominalReader(scene).drafts(headedBy: child).first { return nominal }
    }
    return nil
  }
}
