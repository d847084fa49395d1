import RapporteurCore

/// Gives an actor without a country the one of whom its words belong to: "its troops", "the ministry's spokesman",
/// and "ministry spokesman Jan Roe" behind "Chad's Foreign Ministry".
///
/// Runs after all mentions are resolved, since only then it is known whom "its" means.
struct Inheritance {
  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  /// Fills countries, and the sector of those who speak for a body; two rounds reach "the head of its delegation".
  func fill(_ table: inout EntityTable) {
    for _ in 0..<2 {
      for index in table.entities.indices
      where table.entities[index].country == nil && table.entities[index].kind != .state {
        guard let country = country(of: table.entities[index], index, table) else { continue }
        table.update(index) { $0.country = country }
      }
    }
  }

  private func country(of entity: Entity, _ index: Int, _ table: EntityTable) -> String? {
    for mention in entity.mentions where mention.form != .pronoun {
      for owner in owners(of: mention.head) {
        for other in table.entities(headedBy: owner) where other != index {
          if let country = table.entities[other].country { return country }
        }
      }
    }
    return institution(of: entity, table)?.country
  }

  /// The last body before an office whose noun the office bears: the Foreign Ministry of a "ministry spokesman".
  private func institution(of entity: Entity, _ table: EntityTable) -> Entity? {
    guard entity.kind == .person else { return nil }
    for token in entity.offices.flatMap(\.spans).flatMap(annotated.tokens(in:))
    where annotated.tokens[token].relation == .compound && annotated.tokens[token].upos == .noun {
      let noun = annotated.lower(token)
      let bodies = table.entities.filter { $0.kind == .organisation && $0.country != nil }
      let named = bodies.compactMap { body in
        body.mentions.last { $0.head < token && annotated.lower($0.head) == noun }.map { ($0.head, body) }
      }
      if let nearest = named.max(by: { $0.0 < $1.0 }) { return nearest.1 }
    }
    return nil
  }

  private func owners(of head: Int) -> [Int] {
    annotated.children(of: head).filter { child in
      let token = annotated.tokens[child]
      switch token.relation {
      case .nmod where token.deprel.subtype == "poss": return true
      case .compound: return child < head
      case .nmod:
        guard child > head, let marker = annotated.caseMarker(of: child) else { return false }
        return ["of", "for", "from", "with", "in", "at"].contains(marker)
      default: return false
      }
    }
  }
}
