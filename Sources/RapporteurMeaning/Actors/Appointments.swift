import RapporteurCore

/// Verbs that begin or end an office: "appointed her as envoy", "resigned as minister", "was elected president".
struct Appointments {
  /// What the verb does to the office.
  enum Turn { case begins, awaits, held, ends }

  private static let beginning: Set<String> = [
    "appoint", "elect", "reelect", "re-elect", "install", "swear", "inaugurate", "promote", "name", "become",
    "reappoint",
  ]
  private static let awaiting: Set<String> = ["nominate", "propose", "tap", "designate", "select"]
  private static let ending: Set<String> = [
    "resign", "quit", "dismiss", "fire", "sack", "oust", "remove", "retire", "depose", "step", "suspend",
  ]

  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  /// What the verb that governs the office noun does to it; nil where no such verb does, or where it is negated.
  func turn(ofOffice noun: Int) -> (verb: Int, turn: Turn)? {
    guard let verb = verb(ofOffice: noun), let turn = turn(of: verb) else { return nil }
    return (verb, turn)
  }

  /// The token of the person who gets or leaves the office that `noun` heads.
  func holder(ofOffice noun: Int) -> Int? {
    guard let verb = turn(ofOffice: noun)?.verb else { return nil }
    let isPassive = annotated.children(of: verb).contains { annotated.tokens[$0].deprel.subtype == "pass" }
    let intransitive = ["become", "resign", "quit", "retire", "step", "serve"].contains(lemma(verb))
    if isPassive || intransitive { return subject(of: verb) ?? modified(by: verb) }
    return annotated.child(of: verb, .obj).flatMap { $0 == noun ? annotated.child(of: verb, .iobj) : $0 }
  }

  /// The subject, unless it is a relative pronoun.
  private func subject(of verb: Int) -> Int? {
    annotated.child(of: verb, .nsubj).flatMap { annotated.tokens[$0].features.pronType == "Rel" ? nil : $0 }
  }

  /// The noun of which a clause or participle is said: "Marran, appointed envoy in May", "who resigned as mayor".
  private func modified(by verb: Int) -> Int? {
    annotated.tokens[verb].relation == .acl ? annotated.tokens[verb].head : nil
  }

  private func verb(ofOffice noun: Int) -> Int? {
    guard let verb = annotated.tokens[noun].head, annotated.tokens[verb].upos == .verb else { return nil }
    switch annotated.tokens[noun].relation {
    case .xcomp, .obj: return verb
    case .obl: return annotated.caseMarker(of: noun) == "as" ? verb : nil
    default: return nil
    }
  }

  private func turn(of verb: Int) -> Turn? {
    let word = lemma(verb)
    let helpers = annotated.children(of: verb)
    guard !helpers.contains(where: { annotated.tokens[$0].features.isNegative || isConditional($0) }) else {
      return nil
    }
    if word == "step" {
      return helpers.contains { ["down", "aside"].contains(annotated.lower($0)) } ? .ends : nil
    }
    if Appointments.ending.contains(word) { return .ends }
    if word == "serve" {
      return annotated.tokens[verb].features.tense == "Past"
        && helpers.allSatisfy { annotated.tokens[$0].relation != .aux } ? .held : nil
    }
    let isAhead = helpers.contains { ["will", "shall"].contains(annotated.lower($0)) }
    if Appointments.awaiting.contains(word) { return .awaits }
    return Appointments.beginning.contains(word) ? (isAhead ? .awaits : .begins) : nil
  }

  private func isConditional(_ token: Int) -> Bool {
    ["would", "could", "may", "might", "should", "if", "whether"].contains(annotated.lower(token))
  }

  private func lemma(_ token: Int) -> String { annotated.tokens[token].lemma.lowercased() }
}
