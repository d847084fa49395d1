import RapporteurCore

/// Tells whether a noun for a body may mean a body with a name: "the agency" after "Frontex", but neither "the embassy" after
/// a news agency nor "the prosecutor's office" after an election commission.
struct NamedBodies {
  /// Nouns by which any body may be spoken of.
  static let anyBody: Set<String> = [
    "group", "body", "organisation", "organization", "agency", "institution", "authority", "panel",
    "movement",
  ]
  /// Nouns for bodies of a state; they mean no body whose name tells nothing of the kind.
  static let publicBodies: Set<String> = [
    "ministry", "department", "court", "tribunal", "embassy", "consulate", "office", "police", "army", "navy",
    "military", "government", "treasury", "directorate", "registry", "coastguard", "garrison", "prosecution",
  ]

  /// Nouns by which a body may be spoken of whose name tells nothing.
  static let businesses: Set<String> = [
    "company", "firm", "airline", "bank", "operator", "carrier", "manufacturer", "maker", "retailer", "chain",
    "insurer", "shipper", "supplier", "paper", "newspaper", "weekly", "daily", "channel", "website", "portal",
    "station", "broadcaster", "outlet", "magazine",
  ]

  private let annotated: AnnotatedReport

  init(_ annotated: AnnotatedReport) { self.annotated = annotated }

  /// Whether a named body may be spoken of by a role noun: where its name or what was said of it holds the noun, or tells
  /// no kind at all and the noun is none for a public body.
  func mayCall(_ entity: Entity, by role: Role, headedBy head: Int) -> Bool {
    let names = entity.mentions.filter { $0.form == .name }
    let words = Set(names.flatMap(\.tokens).map(annotated.lower))
    if words.contains(role.headWord) || entity.roles.contains(role.noun) { return true }
    let isTold = isTold(head)
    if entity.nouns.contains(role.noun), role.noun != role.headWord || !isTold { return true }
    if NamedBodies.anyBody.contains(role.headWord) { return !isTold || entity.nouns.isEmpty }
    return entity.nouns.isEmpty && !NamedBodies.publicBodies.contains(role.headWord)
  }

  /// Whether other words tell which one: "the environmental agency".
  private func isTold(_ head: Int) -> Bool {
    annotated.children(of: head, .amod, .compound, .nmod).contains { $0 < head }
  }
}
