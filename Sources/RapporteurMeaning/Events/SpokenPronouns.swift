import RapporteurCore

/// Whom "I", "we" and "you" mean: the source of the words that they stand in, the one who is interviewed, or the body
/// that a press release speaks for.
struct SpokenPronouns: Sendable {
  private let meant: [Int: [Actor.ID]]
  private let speakers: [Int: [Actor.ID]]
  private let thirdPerson: Set<Int>

  private static let first: Set<String> = ["i", "me", "my", "myself", "we", "us", "our", "ourselves"]
  private static let ofMany: Set<String> = ["we", "us", "our", "ourselves"]
  private static let second: Set<String> = ["you", "your", "yourself"]

  init(_ annotated: AnnotatedReport, actors: ActorTable, claims: [Claim]) {
    let speakers = SpokenPronouns.speakers(annotated, claims)
    let asked = SpokenPronouns.interviewee(annotated, claims)
    let body = asked == nil ? SpokenPronouns.issuer(actors) : nil
    var meant: [Int: [Actor.ID]] = [:]
    for token in annotated.tokens.indices where actors.actors(headedBy: token).isEmpty {
      let word = annotated.tokens[token].form.lowercased()
      if SpokenPronouns.first.contains(word) {
        if let source = speakers[token] {
          meant[token] = source
        } else if SpokenPronouns.ofMany.contains(word), let body {
          meant[token] = [body]
        }
      } else if SpokenPronouns.second.contains(word), let asked, speakers[token]?.contains(asked) != true {
        meant[token] = [asked]
      }
    }
    self.meant = meant
    self.speakers = speakers
    thirdPerson = Set(
      annotated.tokens.indices.filter {
        ["he", "him", "she", "her", "they", "them"].contains(annotated.tokens[$0].form.lowercased())
      })
  }

  /// Whether a pronoun of the third person was taken for someone who speaks the words that hold it.
  func excludes(_ found: [Actor.ID], at token: Int) -> Bool {
    guard thirdPerson.contains(token), let own = speakers[token] else { return false }
    return found.contains(where: own.contains)
  }

  /// The actors that a pronoun of the first or second person means; empty where no one can tell.
  func actors(for token: Int) -> [Actor.ID] { meant[token] ?? [] }

  /// For each token the source of the narrowest claim whose content holds it.
  private static func speakers(_ annotated: AnnotatedReport, _ claims: [Claim]) -> [Int: [Actor.ID]] {
    var found: [Int: [Actor.ID]] = [:]
    let widest = claims.filter { $0.form != .indirect && !$0.source.actors.isEmpty }
      .sorted { length($0) > length($1) }
    for claim in widest {
      for token in claim.content.flatMap(annotated.tokens(in:)) { found[token] = claim.source.actors }
    }
    return found
  }

  private static func length(_ claim: Claim) -> Int { claim.content.reduce(0) { $0 + $1.length } }

  /// Who speaks most behind a speaker's label ("Marran: …"), at least twice.
  private static func interviewee(_ annotated: AnnotatedReport, _ claims: [Claim]) -> Actor.ID? {
    var turns: [Actor.ID: Int] = [:]
    for claim in claims where annotated.text(of: claim.cue.spans) == ":" {
      for actor in claim.source.actors { turns[actor, default: 0] += 1 }
    }
    let most = turns.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most.flatMap { $0.value > 1 ? $0.key : nil }
  }

  /// The body in whose name a release is written: the organisation that the report names first.
  private static func issuer(_ actors: ActorTable) -> Actor.ID? {
    actors.actors.first { $0.kind == .organisation && $0.anonymity == .named }?.id
  }
}
