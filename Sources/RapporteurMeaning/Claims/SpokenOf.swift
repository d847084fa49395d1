import RapporteurCore

/// Where a report speaks of which actor, in text order, so that the actors of a stretch of text are found at once.
struct SpokenOf {
  private let mentions: [(span: TextSpan, actor: Actor.ID)]

  init(_ actors: [Actor]) {
    mentions = actors.flatMap { actor in actor.mentions.compactMap(\.spans.first).map { ($0, actor.id) } }
      .sorted { ($0.span.start, $0.span.end, $0.actor) < ($1.span.start, $1.span.end, $1.actor) }
  }

  /// The actors with a mention that lies in one of the spans, by number.
  ///
  /// - Complexity: Logarithmic in the mentions of the report, linear in those of the spans.
  func actors(in spans: [TextSpan]) -> [Actor.ID] {
    var found: Set<Actor.ID> = []
    for span in spans {
      let first = mentions.partitioningIndex { $0.span.start >= span.start }
      for mention in mentions[first...].prefix(while: { $0.span.start < span.end })
      where span.contains(mention.span) {
        found.insert(mention.actor)
      }
    }
    return found.sorted()
  }
}
