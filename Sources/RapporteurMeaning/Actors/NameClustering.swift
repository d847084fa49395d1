import RapporteurCore

/// Puts the names of one actor together: full and short names, names and acronyms, a state and its capital.
struct NameClustering {
  private let scene: ActorScene
  private let offices: Offices
  private var table = EntityTable()
  private var byIdentity: [String: Int] = [:]
  private var byKey: [String: [Int]] = [:]
  private var byAcronym: [String: Int] = [:]
  /// Entities of fuller names by their last and by their first word.
  private var byLastWord: [String: [Int]] = [:]
  private var byFirstWord: [String: [Int]] = [:]

  init(_ scene: ActorScene) {
    self.scene = scene
    offices = Offices(scene)
  }

  /// The entities of all names.
  mutating func cluster() -> EntityTable {
    let indexed = Array(scene.names.enumerated())
    let full = indexed.filter { $0.element.identity != nil || $0.element.key.contains(" ") }
    let short = indexed.filter { $0.element.identity == nil && !$0.element.key.contains(" ") }
    for (_, draft) in full { place(draft) }
    for (_, draft) in short { placeShort(draft) }
    return table
  }

  private mutating func place(_ draft: MentionDraft) {
    if let identity = draft.identity {
      join(draft, byIdentity[identity])
      return
    }
    join(draft, same(draft) ?? contained(draft))
  }

  /// An entity of the same full name, unless the offices beside the two names conflict.
  private func same(_ draft: MentionDraft) -> Int? {
    (byKey[draft.key] ?? []).last { index in
      let entity = table.entities[index]
      return isCompatible(draft, entity) && !offices.conflict(draft, entity)
    }
  }

  /// "Jan Ole Berg" and "Jan Berg"; "Amnesty International" is not looked for here.
  private func contained(_ draft: MentionDraft) -> Int? {
    let words = draft.key.split(separator: " ")
    guard draft.kind == .person, let first = words.first, let last = words.last else { return nil }
    return (byLastWord[String(last)] ?? []).suffix(8).last { index in
      let entity = table.entities[index]
      guard entity.kind == .person, entity.gender.agrees(with: draft.gender) else { return false }
      return entity.mentions.contains { mention in
        let other = mention.key.split(separator: " ")
        guard other.count != words.count else { return false }
        if other.count > words.count {
          return other.suffix(words.count) == words[...] || other.first == first
        }
        return words.suffix(other.count) == other[...] || other.first == first
      }
    }
  }

  private mutating func placeShort(_ draft: MentionDraft) {
    if draft.kind == .person {
      join(draft, short(draft) ?? same(draft))
    } else {
      join(draft, bracketed(draft) ?? same(draft) ?? byAcronym[draft.key] ?? shortOrganisation(draft))
    }
  }

  /// The fuller name that a single word stands for: the most prominent one before, else the first one after.
  private func short(_ draft: MentionDraft) -> Int? {
    let word = draft.key
    for list in [byLastWord[word] ?? [], byFirstWord[word] ?? []] {
      let fitting = list.suffix(32).filter { index in
        let entity = table.entities[index]
        return entity.kind == .person && entity.gender.agrees(with: draft.gender)
      }
      let before = fitting.filter { (table.entities[$0].mentions.first?.head ?? .max) < draft.head }
      let main = before.max { (prominence($0, at: draft.head), $0) < (prominence($1, at: draft.head), $1) }
      if let main { return main }
      if let following = fitting.first { return following }
    }
    return nil
  }

  /// How often the name was used before, and whether it was the last one used: of two of one family a bare surname means
  /// the one whom the report is about.
  private func prominence(_ entity: Int, at head: Int) -> Double {
    let earlier = table.entities[entity].mentions.filter { $0.head < head }
    guard let last = earlier.map(\.head).max() else { return 0 }
    let distance = scene.annotated.sentenceIndex(of: head) - scene.annotated.sentenceIndex(of: last)
    return Double(earlier.count) + (distance <= 1 ? 0.5 : 0)
  }

  /// "Ceasefire Violations Committee (CFVC)": the acronym in brackets right after the name.
  private func bracketed(_ draft: MentionDraft) -> Int? {
    guard let first = draft.tokens.first, first > 1, scene.annotated.tokens[first - 1].form == "(" else {
      return nil
    }
    guard isAcronym(scene.annotated.tokens[first].form), let name = scene.name(covering: first - 2) else {
      return nil
    }
    guard name.kind == draft.kind else { return nil }
    return table.entities(headedBy: name.head).first
  }

  private func shortOrganisation(_ draft: MentionDraft) -> Int? {
    (byFirstWord[draft.key] ?? []).last { index in
      let entity = table.entities[index]
      return entity.kind == draft.kind && (entity.mentions.first?.head ?? .max) < draft.head
        && scene.lexicon.states.state(ofDemonym: draft.key) == nil
    }
  }

  private func isCompatible(_ draft: MentionDraft, _ entity: Entity) -> Bool {
    let isPerson = draft.kind == .person
    return isPerson == (entity.kind == .person) && entity.gender.agrees(with: draft.gender)
  }

  private mutating func join(_ draft: MentionDraft, _ entity: Int?) {
    let index: Int
    if let entity {
      index = entity
      table.add(draft, to: entity)
    } else {
      index = table.open(draft)
    }
    if let identity = draft.identity, byIdentity[identity] == nil { byIdentity[identity] = index }
    if byKey[draft.key]?.contains(index) != true { byKey[draft.key, default: []].append(index) }
    noteWords(draft, index)
  }

  private mutating func noteWords(_ draft: MentionDraft, _ index: Int) {
    let words = draft.key.split(separator: " ")
    guard words.count > 1 || draft.kind == .person, let first = words.first, let last = words.last else {
      return
    }
    if byLastWord[String(last)]?.contains(index) != true {
      byLastWord[String(last), default: []].append(index)
    }
    guard words.count > 1 else { return }
    if byFirstWord[String(first)]?.contains(index) != true {
      byFirstWord[String(first), default: []].append(index)
    }
    if last.hasPrefix("al ") == false, words.count > 1 { noteTail(words, index) }
    if draft.kind != .person { noteAcronym(draft, index) }
  }

  /// Family names of two words: "van Dijk", "al-Amri".
  private mutating func noteTail(_ words: [Substring], _ index: Int) {
    guard words.count > 2 else { return }
    let tail = words.suffix(2).joined(separator: " ")
    if byKey[tail]?.contains(index) != true { byKey[tail, default: []].append(index) }
  }

  /// The initials of a name of three or more words, with and without its small words.
  private mutating func noteAcronym(_ draft: MentionDraft, _ index: Int) {
    let tokens = draft.tokens.map { scene.annotated.tokens[$0] }
    let capitals = tokens.filter { $0.form.unicodeScalars.first?.properties.isUppercase == true }
    guard capitals.count > 1 else { return }
    let acronym = capitals.compactMap(\.form.unicodeScalars.first).map(String.init).joined().lowercased()
    if byAcronym[acronym] == nil { byAcronym[acronym] = index }
  }
}
