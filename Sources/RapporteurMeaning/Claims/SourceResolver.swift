import RapporteurCore

/// Whom the words of a source mean.
struct SourceResolver {
  let annotated: AnnotatedReport
  let actors: ActorTable
  let things: Things

  /// The actors that the ranges of a source stand for, in text order; empty where it isn't known.
  func actors(of source: [Range<Int>]) -> [Actor.ID] {
    var found: [Actor.ID] = []
    for range in source {
      for id in actors(in: range) where !found.contains(id) { found.append(id) }
    }
    return found
  }

  private func actors(in range: Range<Int>) -> [Actor.ID] {
    let top = annotated.topToken(of: range)
    let heads = annotated.conjuncts(of: top).filter { range.contains($0) }
    var found: [Actor.ID] = []
    for head in heads {
      for id in meant(by: head) where !found.contains(id) { found.append(id) }
    }
    return found.isEmpty ? firstNamed(in: range) : found
  }

  /// The first noun or name of the source that stands for somebody and is no part of another phrase.
  private func firstNamed(in range: Range<Int>) -> [Actor.ID] {
    let inner: Set<Relation> = [.nmod, .compound, .obl, .obj, .amod]
    let candidate = range.first { token in
      !inner.contains(annotated.tokens[token].relation) && annotated.tokens[token].upos != .pron
        && !actors.actors(headedBy: token).isEmpty
    }
    return candidate.map(actors.actors(headedBy:)) ?? []
  }

  /// Whom a noun, name or pronoun means: itself, a part of its name, what a relative pronoun points back to.
  private func meant(by head: Int) -> [Actor.ID] {
    let own = actors.actors(headedBy: head)
    if !own.isEmpty { return own }
    if let noun = annotated.relativeHead(of: head) { return actors.actors(headedBy: noun) }
    if partitives.contains(annotated.lower(head)), let whole = annotated.child(of: head, .nmod) {
      return actors.actors(headedBy: whole)
    }
    for child in annotated.children(of: head) where isSamePhrase(child) {
      let named = actors.actors(headedBy: child)
      if !named.isEmpty { return named }
    }
    if let owner = publisher(of: head) { return owner }
    guard annotated.tokens[head].relation == .appos || annotated.tokens[head].relation == .flat,
      let above = annotated.tokens[head].head
    else { return [] }
    return actors.actors(headedBy: above)
  }

  /// Whose a document is: "a report in the Gazette", "a statement from the ministry", "the ministry's website".
  private func publisher(of document: Int) -> [Actor.ID]? {
    guard things.speaks(annotated.tokens[document].lemma) == true else { return nil }
    let owners = annotated.children(of: document, .nmod, .compound).filter { child in
      child < document || ["in", "by", "from", "of"].contains(annotated.caseWord(of: child) ?? "")
    }
    return owners.lazy.map(actors.actors(headedBy:)).first { !$0.isEmpty }
  }

  private func isSamePhrase(_ child: Int) -> Bool {
    switch annotated.tokens[child].relation {
    case .flat, .appos: true
    case .compound: annotated.tokens[child].upos == .propn
    case .nmod: annotated.tokens[child].deprel.subtype == "desc"
    default: false
    }
  }
}

private let partitives: Set<String> = [
  "one", "two", "three", "some", "several", "many", "both", "most", "all", "another",
]
