import RapporteurCore

/// The place of an event: from a locative argument of its trigger, not from the nearest name.
struct EventPlaces: Sendable {
  private let clauses: ClauseReader
  private let places: [Place]
  /// For each token the first toponym that covers a part of it.
  private let toponyms: [Int: Int]
  /// Where states are named.
  private let states: Set<TextSpan>

  init(clauses: ClauseReader, places: [Place], actors: ActorTable) {
    states = Set(
      actors.actors.filter { $0.kind == .state }.flatMap(\.mentions).filter { $0.form == .name }.flatMap(
        \.spans))
    self.clauses = clauses
    self.places = places
    toponyms = EventPlaces.toponyms(places, in: clauses.annotated)
  }

  private static func toponyms(_ places: [Place], in annotated: AnnotatedReport) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (index, place) in places.enumerated() where place.form == .toponym {
      for span in place.spans {
        let first = annotated.tokens.partitioningIndex { $0.span.end > span.start }
        for token in annotated.tokens[first...].indices {
          guard annotated.tokens[token].span.overlaps(span) else { break }
          if found[token] == nil { found[token] = index }
        }
      }
    }
    return found
  }

  private var annotated: AnnotatedReport { clauses.annotated }
  private static let locative = [
    "in", "at", "near", "outside", "inside", "around", "across", "throughout", "off", "on", "along", "within",
    "from", "to", "into", "through", "over",
  ]
  private static let atPlace = locative.filter { !["from", "to", "into", "over"].contains($0) }

  /// The place of a candidate, or nil.
  func place(of candidate: EventCandidate) -> Place? {
    let heads = [candidate.head] + candidate.trigger + candidate.merged
    for head in heads {
      if let place = locativeArgument(of: head, candidate, Self.atPlace) { return place }
    }
    if hasGoal(candidate) {
      for head in heads {
        if let place = destination(of: head, candidate) { return place }
      }
    }
    return governingVerbPlace(candidate)
  }

  /// Acts that are done where their object or goal is: "closed the crossing at X", "sent tents to X", "left X".
  private func hasGoal(_ candidate: EventCandidate) -> Bool {
    switch candidate.type {
    case .mobilize, .assault, .aid: true
    case .coerce: ["restrict", "deport", "curfew", "martial-law"].contains(candidate.mode)
    case .protest: candidate.mode == "obstruct"
    case .retreat: ["withdraw", "access"].contains(candidate.mode)
    case .sanction: candidate.mode == "withdraw"
    default: candidate.isVisit
    }
  }

  /// The place of a locative phrase below `head`. Within the description of a party ("nurses at hospitals in the
  /// Philippines") a state says who they are, and not where the act was done.
  private func locativeArgument(
    of head: Int, _ candidate: EventCandidate, _ words: [String], isDescription: Bool = false
  ) -> Place? {
    for child in annotated.children(of: head) {
      let relation = annotated.tokens[child].relation
      if relation == .obl || relation == .nmod {
        let word = clauses.preposition(of: child)
        let isHere = annotated.tokens[child].relation == .obl && word == nil
        if isHere || word.map(words.contains) == true, let place = place(headedBy: child),
          !isDescription || !isState(place)
        {
          return place
        }
      }
      // "Seized two tonnes of cocaine in X", "arrested by police in X".
      let isBeside =
        relation == .obj || relation == .nsubj
        || [.obl, .nmod].contains(relation)
          && ["of", "by", "with", "among", "against", "during"].contains(clauses.preposition(of: child) ?? "")
      if isBeside, annotated.tokens[child].upos != .pron,
        let place = locativeArgument(
          of: child, candidate, words.filter { $0 != "on" && $0 != "from" },
          isDescription: clauses.preposition(of: child) != "during")
      {
        return place
      }
    }
    return nil
  }

  private func isState(_ place: Place) -> Bool {
    place.spans.contains(where: states.contains)
  }

  /// "visited Vilnius", "shelled the town of X", "an attack on X".
  private func destination(of head: Int, _ candidate: EventCandidate) -> Place? {
    for child in annotated.children(of: head) {
      let relation = annotated.tokens[child].relation
      let isTarget = relation == .obj || (relation == .nsubj && candidate.clause.isPassive)
      let isGoal =
        (relation == .obl || relation == .nmod)
        && goals(of: candidate).contains(clauses.preposition(of: child) ?? "")
      if isTarget || isGoal, let place = place(headedBy: child), place.form == .toponym { return place }
    }
    return nil
  }

  private func goals(of candidate: EventCandidate) -> [String] {
    let leaves = candidate.type == .retreat || candidate.type == .sanction
    return ["to", "on", "against", "into"] + (leaves ? ["from"] : [])
  }

  /// The place of the clause that the act stands in: "stopped near Abéché by men who beat the driver", "in Nadi, where
  /// shops were looted". What someone says is no such clause.
  private func governingVerbPlace(_ candidate: EventCandidate) -> Place? {
    var current = candidate.head
    for _ in 0..<4 {
      let relation = annotated.tokens[current].relation
      guard let head = annotated.tokens[current].head, relation != .ccomp, relation != .parataxis,
        relation != .advcl || clauses.mark(of: current) == nil || clauses.mark(of: current) == "while"
      else { return nil }
      if relation == .acl, isWhere(current), let place = place(headedBy: head) { return place }
      if annotated.tokens[head].upos == .verb,
        let place = locativeArgument(
          of: head, candidate, ["in", "at", "near", "outside", "around", "across", "off"])
      {
        return place
      }
      current = head
    }
    return nil
  }

  private func isWhere(_ clause: Int) -> Bool {
    annotated.children(of: clause).contains { annotated.tokens[$0].form.lowercased() == "where" }
  }

  /// The finest place in the noun phrase of `head`: its own name, an apposition, or what it is the town of.
  private func place(headedBy head: Int) -> Place? {
    for token in [head] + annotated.children(of: head).filter(isNaming) {
      if let found = toponyms[token] { return places[found] }
    }
    return nil
  }

  private func isNaming(_ child: Int) -> Bool {
    let word = annotated.tokens[child]
    if [.appos, .flat, .compound].contains(word.relation) || word.deprel.subtype == "desc" { return true }
    return word.relation == .nmod
      && ["of", "in", "at", "near", "between"].contains(clauses.preposition(of: child) ?? "")
  }
}
