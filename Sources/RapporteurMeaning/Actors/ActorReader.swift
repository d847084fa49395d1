public import RapporteurCore

/// Reads who a report speaks of: persons, organisations, media, states and the described groups that act or speak.
///
/// ```swift
/// let reader = ActorReader(lexicon: try ActorLexicon(resources: folder))
/// let table = reader.read(annotated, places: places)
/// table.actors(headedBy: token)  // whom the noun, name or pronoun at `token` means
/// ```
public struct ActorReader: Sendable {
  private let lexicon: ActorLexicon

  /// Makes a reader with its lexicons.
  public init(lexicon: ActorLexicon) { self.lexicon = lexicon }

  /// All actors of a report, in the text order of their first mention.
  ///
  /// - Parameter places: The places of the same report; they tell towns from states of one name, and give a country to
  ///   "police in Nairobi". May be empty.
  /// - Complexity: Linear in the tokens of the report.
  public func read(_ annotated: AnnotatedReport, places: [Place]) -> ActorTable {
    let scene = ActorScene(annotated, lexicon: lexicon, places: places)
    var clustering = NameClustering(scene)
    var resolution = ActorResolution(scene, names: clustering.cluster())
    var table = resolution.resolve()
    Inheritance(annotated).fill(&table)
    Anonymity(scene).grant(in: &table)
    let order = table.entities.indices.filter { !table.entities[$0].mentions.isEmpty }
      .sorted { first(table.entities[$0]) < first(table.entities[$1]) }
    let ids = Dictionary(
      uniqueKeysWithValues: order.enumerated().map { ($0.element, Actor.ID($0.offset + 1)) })
    return ActorTable(
      actors: order.enumerated().map { actor(table.entities[$0.element], Actor.ID($0.offset + 1), scene) },
      otherHeads: table.otherHeads.mapValues { $0.compactMap { ids[$0] } })
  }

  private func first(_ entity: Entity) -> (Int, Int) {
    let start = entity.mentions.lazy.map { $0.tokens.first ?? $0.head }.min() ?? 0
    return (start, entity.mentions.lazy.map(\.head).min() ?? 0)
  }

  private func actor(_ entity: Entity, _ id: Actor.ID, _ scene: ActorScene) -> Actor {
    let annotated = scene.annotated
    let mentions = entity.mentions.sorted { ($0.tokens[0], $0.head) < ($1.tokens[0], $1.head) }.map { draft in
      Actor.Mention(spans: annotated.spans(of: draft.tokens), form: draft.form, head: draft.head)
    }
    return Actor(
      id: id, name: annotated.text(of: fullest(entity, annotated)), kind: entity.kind,
      country: entity.country,
      sectors: entity.sectors, anonymity: Anonymity(scene).anonymity(of: entity),
      anonymityReason: entity.reason,
      offices: entity.offices, mentions: mentions)
  }

  /// The longest name, else the longest of the descriptions that the report gives first, else the pronoun.
  private func fullest(_ entity: Entity, _ annotated: AnnotatedReport) -> [TextSpan] {
    let names = entity.mentions.filter { $0.form == .name }
    let nominals = entity.mentions.filter { $0.form == .nominal }
    let pool = !names.isEmpty ? names : nominals.isEmpty ? entity.mentions : Array(nominals.prefix(1))
    let longest = pool.max { a, b in
      (length(a, annotated), -a.head) < (length(b, annotated), -b.head)
    }
    return longest.map { annotated.spans(of: $0.tokens) } ?? []
  }

  private func length(_ draft: MentionDraft, _ annotated: AnnotatedReport) -> Int {
    annotated.spans(of: draft.tokens).reduce(0) { $0 + $1.length }
  }
}
