import RapporteurCore

/// Reads counted people: "dozens of protesters", "one of the advisers", "two were killed".
struct Quantities {
  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  private static let many: Set<String> = [
    "dozen", "dozens", "score", "scores", "hundred", "hundreds", "thousand", "thousands", "million",
    "millions",
    "number", "majority", "minority", "handful", "lot", "lots", "couple", "most", "many", "some", "several",
    "all",
    "few", "half", "third", "both", "none", "percent", "wave", "chorus", "tens", "series", "string",
  ]
  private static let one: Set<String> = [
    "one", "another", "each", "either", "neither", "anyone", "someone", "any",
  ]
  private static let harm: Set<String> = [
    "kill", "wound", "injure", "arrest", "detain", "hurt", "die", "abduct", "kidnap", "shoot", "behead",
    "execute",
    "capture", "drown", "hospitalise", "hospitalize", "jail", "imprison", "deport", "hang", "perish",
    "displace",
  ]

  /// Pronouns that bring in people without a noun: "someone", "others".
  static func isOpen(_ word: String) -> Bool {
    ["others", "someone", "somebody", "anyone", "everyone", "everybody"].contains(word)
  }

  /// Words that single some out of people who were spoken of: "one of them", "a third", "others".
  static func isPart(_ word: String) -> Bool {
    one.contains(word) || many.contains(word) || isOpen(word)
      || ["two", "three", "four", "five", "ten", "twenty", "thirty", "second", "fourth", "fifth", "sixth"]
        .contains(word)
  }

  /// Whether the word means one person.
  static func isSingle(_ word: String) -> Bool {
    one.contains(word)
      || ["third", "second", "fourth", "fifth", "sixth", "someone", "somebody"].contains(word)
  }

  /// The noun that is counted, and whether one of many is meant; nil where `token` counts nobody by a noun.
  func counted(by token: Int) -> (noun: Int, isOne: Bool)? {
    let word = annotated.lower(token)
    let isOne = Quantities.one.contains(word)
    guard isOne || Quantities.many.contains(word) || annotated.tokens[token].upos == .num else { return nil }
    let noun = annotated.children(of: token, .nmod).first {
      $0 > token && annotated.caseMarker(of: $0) == "of"
    }
    return noun.map { ($0, isOne) }
  }

  /// A bare number of people to whom something happens: "two were killed", "wounding four".
  func isBareCount(_ token: Int) -> Bool {
    let word = annotated.tokens[token]
    guard word.upos == .num, let verb = word.head else { return false }
    guard word.relation == .nsubj || word.relation == .obj else { return false }
    return Quantities.harm.contains(annotated.tokens[verb].lemma)
      || Quantities.harm.contains { annotated.lower(verb).hasPrefix($0) && $0.utf8.count > 3 }
  }
}
