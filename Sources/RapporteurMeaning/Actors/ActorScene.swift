import RapporteurCore

/// A report with the look-ups that reading its actors needs; built once, in one pass over tokens.
struct ActorScene: Sendable {
  let annotated: AnnotatedReport
  let lexicon: ActorLexicon
  /// The country of the place that covers a token.
  let placeCountry: [Int: String]
  /// Whether each token stands between quotation marks.
  let isQuoted: [Bool]
  /// The heads of the sources that the model tagged.
  let sourceHeads: Set<Int>
  /// The tokens that are all of a tagged source.
  let soleSources: Set<Int>
  /// Whether the report tells names by capitals: not where it has none at all.
  let hasCapitals: Bool
  /// Names, in text order.
  private(set) var names: [MentionDraft] = []
  /// The index into `names` for each token of a name.
  private(set) var nameOfToken: [Int: Int] = [:]
  /// The tokens of names that name no actor (a town, a work), so that no noun in them is read.
  private(set) var takenTokens: Set<Int> = []

  init(_ annotated: AnnotatedReport, lexicon: ActorLexicon, places: [Place]) {
    self.annotated = annotated
    self.lexicon = lexicon
    placeCountry = ActorScene.countries(of: places, in: annotated)
    isQuoted = QuotationMarks(annotated).isQuoted
    sourceHeads = Set(annotated.attributions.flatMap { $0.source.map(annotated.topToken(of:)) })
    let sources = annotated.attributions.lazy.map(\.source).filter { $0.count == 1 && $0[0].count == 1 }
    soleSources = Set(sources.map { $0[0].lowerBound })
    hasCapitals = annotated.report.text.unicodeScalars.contains(where: \.properties.isUppercase)
    readNames()
  }

  private mutating func readNames() {
    for name in NameReader(self).read() {
      guard let draft = name.draft else {
        takenTokens.formUnion(name.tokens)
        continue
      }
      for token in draft.tokens { nameOfToken[token] = names.count }
      takenTokens.formUnion(name.tokens)
      names.append(draft)
    }
  }

  /// The name that covers a token.
  func name(covering token: Int) -> MentionDraft? { nameOfToken[token].map { names[$0] } }

  /// The key of a run of tokens, from their text.
  func key(of range: Range<Int>) -> String { nameKey(annotated.text(of: annotated.span(of: range))) }

  /// The role noun that ends in `token`, and the number of its words.
  func role(endingIn token: Int) -> (role: Role, words: Int)? {
    let tokens = annotated.tokens
    let first = annotated.sentence(of: token).tokens.lowerBound
    let form = annotated.lower(token)
    func before(_ distance: Int) -> String? {
      let index = token - 1 - distance
      return index >= first ? annotated.lower(index) : nil
    }
    for lemma in [tokens[token].lemma.lowercased()] + ActorScene.singulars(of: form) {
      if let found = lexicon.roles.role(form: form, lemma: lemma, before: before) { return found }
    }
    return nil
  }

  /// What a plural may be the plural of, where the lemma is wrong.
  private static func singulars(of form: String) -> [String] {
    if form.hasSuffix("ies") { return [String(form.dropLast(3)) + "y"] }
    if form.hasSuffix("es") { return [String(form.dropLast()), String(form.dropLast(2))] }
    if form.hasSuffix("s"), !form.hasSuffix("ss") { return [String(form.dropLast())] }
    if form.hasSuffix("men") { return [String(form.dropLast(2)) + "an"] }
    return []
  }

  private static func countries(of places: [Place], in annotated: AnnotatedReport) -> [Int: String] {
    var found: [Int: String] = [:]
    for place in places where place.form == .toponym {
      guard let country = place.resolution?.country else { continue }
      for span in place.spans { for token in annotated.tokens(in: span) { found[token] = country } }
    }
    return found
  }
}
