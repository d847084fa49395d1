import RapporteurCore

/// Reads the names of a report: the model's, and those that the lexicons know and the model missed.
struct NameReader {
  /// The tokens that a name takes, and the actor mention where it names one.
  struct Name {
    let tokens: Range<Int>
    let draft: MentionDraft?
  }

  private let scene: ActorScene
  private var annotated: AnnotatedReport { scene.annotated }
  private var lexicon: ActorLexicon { scene.lexicon }

  init(_ scene: ActorScene) { self.scene = scene }

  /// All names, in text order, without overlap. A lexicon name wins over a shorter tagged one that it overlaps.
  func read() -> [Name] {
    let mentions = withNicknames(AppositeNames(scene: scene).added(to: annotated.names))
    let surnames = surnames(of: mentions)
    let tagged = Dictionary(
      mentions.map { ($0.tokens.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Name] = []
    var index = 0
    while index < annotated.tokens.count {
      let mention = tagged[index]
      let known = known(startingAt: index, before: annotated.tokens.count, isTagged: mention != nil)
      if let known, known.tokens.count > mention?.tokens.count ?? 0 {
        found.append(known)
        index = known.tokens.upperBound
      } else if let surname = surname(at: index, mention, surnames) {
        found.append(surname)
        index += 1
      } else if let mention, let name = name(of: mention) {
        found.append(name)
        index = max(mention.tokens.upperBound, name.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Persons across names

  /// `Beauregard "Bud" Torres` is one name, where the model tagged its two ends.
  private func withNicknames(_ mentions: [NameMention]) -> [NameMention] {
    var joined: [NameMention] = []
    for mention in mentions {
      if let last = joined.last, last.kind == .person, mention.kind == .person,
        isNickname(last.tokens.upperBound..<mention.tokens.lowerBound)
      {
        joined[joined.count - 1] = NameMention(
          tokens: last.tokens.lowerBound..<mention.tokens.upperBound, kind: .person)
      } else {
        joined.append(mention)
      }
    }
    return joined
  }

  private func isNickname(_ gap: Range<Int>) -> Bool {
    guard (1...4).contains(gap.count) else { return false }
    let forms = gap.map { annotated.tokens[$0].form }
    let marks: Set<String> = ["\"", "\u{201C}", "\u{201D}", "``", "''"]
    if gap.count == 1 { return marks.contains(forms[0]) }
    return marks.contains(forms[0]) && marks.contains(forms[gap.count - 1])
  }

  /// The last words of the fuller person names.
  private func surnames(of mentions: [NameMention]) -> Set<String> {
    Set(
      mentions.compactMap { mention in
        guard mention.kind == .person, mention.tokens.count > 1 else { return nil }
        let last = annotated.tokens[mention.tokens.upperBound - 1].form
        return last.utf8.count > 2 ? nameKey(last) : nil
      })
  }

  /// A capitalised word that is the surname of someone in the report, which the model left untagged or took for a place
  /// or a body: "Warden" after "Ole Warden".
  private func surname(at index: Int, _ mention: NameMention?, _ surnames: Set<String>) -> Name? {
    let token = annotated.tokens[index]
    guard mention?.kind != .person, mention?.tokens.count ?? 1 == 1, token.relation != .compound else {
      return nil
    }
    guard token.form.unicodeScalars.first?.properties.isUppercase == true else { return nil }
    let range = index..<(index + 1)
    let key = scene.key(of: range)
    guard surnames.contains(key), token.upos == .propn || isMidSentence(index) else { return nil }
    guard lexicon.states.state(named: key, written: token.form) == nil else { return nil }
    return Name(tokens: range, draft: person(range, key: key))
  }

  private func isMidSentence(_ index: Int) -> Bool {
    index > annotated.sentence(of: index).tokens.lowerBound && annotated.tokens[index].upos != .adj
  }

  private func name(of mention: NameMention) -> Name? {
    let range = bare(mention.tokens, isPerson: mention.kind == .person)
    guard !range.isEmpty, !isAddress(range) else { return nil }
    let key = scene.key(of: range)
    let kind = isPlainState(mention, range, key) ? .location : mention.kind
    if let known = known(key: key, range: range, tag: kind) {
      return Name(tokens: mention.tokens, draft: known.draft)
    }
    if lexicon.states.state(ofDemonym: key) != nil { return nil }
    if let code = misspelt(mention, range, key) {
      let head = annotated.topToken(of: range)
      return Name(tokens: mention.tokens, draft: state(code, range: range, head: head, key: key))
    }
    switch kind {
    case .person: return Name(tokens: mention.tokens, draft: person(range, key: key))
    case .organisation: return Name(tokens: mention.tokens, draft: organisation(range, key: key))
    case .location: return Name(tokens: mention.tokens, draft: actingPlace(range, key: key))
    case .miscellaneous: return isPeople(range) ? nil : Name(tokens: mention.tokens, draft: nil)
    }
  }

  /// A state of one word that is written with a slip, where the gazetteer knows no place of that name.
  private func misspelt(_ mention: NameMention, _ range: Range<Int>, _ key: String) -> String? {
    guard mention.kind != .person, range.count == 1, scene.placeCountry[range.lowerBound] == nil else {
      return nil
    }
    return lexicon.states.state(misspelt: key)
  }

  /// "Iraqi Kurds", "Fijian rebels": people, tagged as the name of something else.
  private func isPeople(_ range: Range<Int>) -> Bool {
    guard range.count > 1, let last = range.last else { return false }
    return scene.role(endingIn: last)?.role.denotation == .person
      || Belonging(scene).demonym(endingIn: last) != nil
  }

  /// An e-mail or web address is no name.
  private func isAddress(_ range: Range<Int>) -> Bool {
    range.contains { annotated.tokens[$0].form.contains("@") || annotated.tokens[$0].form.hasPrefix("http") }
  }

  /// A state or a capital that was tagged as a person, although neither a title nor a fuller name speaks for one.
  private func isPlainState(_ mention: NameMention, _ range: Range<Int>, _ key: String) -> Bool {
    guard mention.kind == .person, range == mention.tokens, titleTokens(before: range).isEmpty else {
      return false
    }
    let isPlace =
      lexicon.states.state(named: key, written: written(range)) != nil
      || lexicon.states.state(withCapital: key) != nil
    guard isPlace else { return false }
    return !annotated.names.contains { other in
      other.kind == .person && other.tokens.count > range.count
        && nameKey(annotated.tokens[other.tokens.upperBound - 1].form) == key
    }
  }

  // MARK: Lexicon names

  private func known(key: String, range: Range<Int>, tag: NameMention.Kind?) -> Name? {
    let head = annotated.topToken(of: range)
    if let organisation = lexicon.organisations.organisation(named: key, written: written(range)),
      organisation.isOfAnyKind || isLikely(organisation, range, tag)
    {
      return Name(tokens: range, draft: draft(organisation, tag: tag, range: range, head: head))
    }
    guard tag != .person else { return nil }
    if let code = lexicon.states.state(named: key, written: written(range)) {
      let place = scene.placeCountry[head]
      if let place, place != code, tag == .location { return nil }
      return Name(tokens: range, draft: state(code, range: range, head: head, key: key))
    }
    if let code = lexicon.states.state(withSeat: key), StandIn(scene).actsAsGovernment(head) {
      return Name(tokens: range, draft: state(code, range: range, head: head, key: key))
    }
    if let code = lexicon.states.state(withCapital: key) {
      if let place = scene.placeCountry[head], place != code { return nil }
      if StandIn(scene).actsAsGovernment(head) {
        return Name(tokens: range, draft: state(code, range: range, head: head, key: key))
      }
      if tag == .location || tag == nil { return Name(tokens: range, draft: nil) }
    }
    return nil
  }

  /// An outlet of one plain word ("Standard", "Petra") counts only where the model tagged an organisation.
  private func isLikely(_ organisation: Organisation, _ range: Range<Int>, _ tag: NameMention.Kind?) -> Bool {
    if range.count > 1 { return tag != .person }
    switch tag {
    case .person: return organisation.kind != .media && !organisation.sectors.contains("BUS")
    case .location: return organisation.kind != .media
    case nil: return organisation.kind != .media || isAcronym(written(range))
    default: return true
    }
  }

  private func written(_ range: Range<Int>) -> String { annotated.text(of: annotated.span(of: range)) }

  private func draft(
    _ listed: Organisation, tag: NameMention.Kind? = nil, range: Range<Int>, head: Int
  ) -> MentionDraft {
    let organisation = listed.asOf(annotated.report.published)
    let kind = organisation.isOfAnyKind && tag == .person ? .person : organisation.kind
    return MentionDraft(
      form: .name, head: head, tokens: Array(range), kind: kind, country: organisation.country,
      sectors: organisation.sectors, isPlural: annotated.isPlural(head), key: scene.key(of: range),
      identity: "org:" + nameKey(organisation.name), nouns: organisation.nouns)
  }

  private func state(_ code: String, range: Range<Int>, head: Int, key: String) -> MentionDraft {
    MentionDraft(
      form: .name, head: head, tokens: Array(range), kind: .state, country: code, sectors: ["GOV"], key: key,
      identity: "state:" + code, nouns: ["country", "state", "nation", "government"])
  }

  /// The longest name that the lexicons know and that starts here; one of a single word only where none is tagged.
  private func known(startingAt start: Int, before end: Int, isTagged: Bool) -> Name? {
    guard annotated.tokens[start].form.unicodeScalars.contains(where: \.properties.isUppercase) else {
      return nil
    }
    let word = nameKey(annotated.tokens[start].form)
    guard lexicon.states.hasName(beginningWith: word) || lexicon.organisations.hasName(beginningWith: word)
    else {
      return nil
    }
    let sentenceEnd = annotated.sentence(of: start).tokens.upperBound
    let longest = min(
      end, sentenceEnd, start + max(lexicon.states.longestName, lexicon.organisations.longestName))
    guard start < longest else { return nil }
    for stop in stride(from: longest, to: start, by: -1) {
      let last = annotated.tokens[stop - 1]
      guard last.upos == .propn || last.upos == .noun else { continue }
      if stop == start + 1 && (isTagged || last.upos != .propn || last.relation == .flat) { continue }
      let range = start..<stop
      let key = scene.key(of: range)
      if let name = known(key: key, range: range, tag: nil), name.draft != nil { return name }
    }
    return nil
  }

  // MARK: Names that no lexicon knows

  private func person(_ range: Range<Int>, key: String) -> MentionDraft {
    let head = annotated.topToken(of: range)
    let first = nameKey(annotated.tokens[range.lowerBound].form)
    var gender = range.count > 1 ? lexicon.givenNames[first] ?? .unknown : .unknown
    for title in titleTokens(before: range) {
      if let known = lexicon.titles[nameKey(annotated.tokens[title].form)]?.gender, known != .unknown {
        gender = known
      }
    }
    return MentionDraft(
      form: .name, head: head, tokens: Array(range), kind: .person, gender: gender, key: key)
  }

  private func titleTokens(before range: Range<Int>) -> Range<Int> {
    let first = annotated.sentence(of: range.lowerBound).tokens.lowerBound
    var start = range.lowerBound
    while start > first, lexicon.titles[nameKey(annotated.tokens[start - 1].form)] != nil { start -= 1 }
    return start..<range.lowerBound
  }

  private func organisation(_ range: Range<Int>, key: String) -> MentionDraft {
    let head = annotated.topToken(of: range)
    if let known = knownBeforeKindWord(range) { return draft(known, range: range, head: head) }
    var draft = MentionDraft(form: .name, head: head, tokens: Array(range), kind: .organisation, key: key)
    if let acronym = shape(of: range).acronym { draft.key = acronym }
    for token in range.reversed() {
      if let word = lexicon.nameWords[nameKey(annotated.tokens[token].form)] {
        draft.kind = word.kind
        draft.country = word.country
        draft.sectors = word.sectors
        draft.nouns = word.nouns
        break
      }
    }
    if let last = range.last, let (role, _) = scene.role(endingIn: last), range.count > 1 {
      if draft.sectors.isEmpty { draft.sectors = role.sectors }
      draft.nouns += [role.headWord, role.noun] + role.wider
    }
    if draft.country == nil { draft.country = countryInside(range) }
    return draft
  }

  /// "Fatah Party", "Reuters news agency": a known name and a word for what it is.
  private func knownBeforeKindWord(_ range: Range<Int>) -> Organisation? {
    guard range.count > 1, let last = range.last else { return nil }
    guard lexicon.nameWords[nameKey(annotated.tokens[last].form)] != nil else { return nil }
    let front = range.lowerBound..<last
    guard let known = lexicon.organisations.organisation(named: scene.key(of: front), written: written(front))
    else {
      return nil
    }
    return known.sectors.contains("BUS") || front.count == 1 && known.kind == .media ? nil : known
  }

  private func shape(of range: Range<Int>) -> (acronym: String?, isUpper: Bool) {
    guard range.count == 1 else { return (nil, false) }
    let form = annotated.tokens[range.lowerBound].form
    let letters = form.unicodeScalars.filter { $0 != "." }
    let isUpper = letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
    return (isUpper ? nameKey(form) : nil, isUpper)
  }

  private func countryInside(_ range: Range<Int>) -> String? {
    for start in range {
      for stop in [start + 2, start + 1] where stop <= range.upperBound {
        let key = scene.key(of: start..<stop)
        if let code = lexicon.states.state(ofDemonym: key) ?? lexicon.states.state(named: key, written: key) {
          return code
        }
      }
    }
    return nil
  }

  /// A region or a town that acts as its government: "California sued".
  private func actingPlace(_ range: Range<Int>, key: String) -> MentionDraft? {
    let head = annotated.topToken(of: range)
    guard StandIn(scene).actsAsGovernment(head, strictly: true) else { return nil }
    return MentionDraft(
      form: .name, head: head, tokens: Array(range), kind: .organisation, country: scene.placeCountry[head],
      sectors: ["GOV"], key: key)
  }

  /// The range without leading articles and titles and without a trailing possessive.
  private func bare(_ range: Range<Int>, isPerson: Bool) -> Range<Int> {
    var range = range
    while let last = range.last, isTail(annotated.tokens[last]) { range = range.lowerBound..<last }
    while let first = range.first, range.count > 1, isLead(annotated.tokens[first], isPerson: isPerson) {
      range = (first + 1)..<range.upperBound
    }
    return range
  }

  private func isTail(_ token: Token) -> Bool {
    token.form == "'s" || token.form == "\u{2019}s" || token.form == "'" || token.form == "\u{2019}"
      || token.form == ","
  }

  private func isLead(_ token: Token, isPerson: Bool) -> Bool {
    if token.upos == .det || token.form == "the" || token.form == "The" { return true }
    return isPerson && lexicon.titles[nameKey(token.form)] != nil
  }
}
