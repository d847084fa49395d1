public import RapporteurCore

/// Reads an annotated report: when, where, who, who says so, who did what to whom; in that order.
///
/// Each room below gets what the rooms before it found; none edits another's values.
public struct MeaningReader: Sendable {
  private let times: TimeReader
  private let places: PlaceReader
  private let actors: ActorReader
  private let claims: ClaimReader
  private let events: EventReader

  /// Loads the lexicons and the gazetteer, with a user's own word lists over ours.
  ///
  /// - Throws: `ResourceError`, `LexiconError` or `GazetteerError`, each with the file and what is wrong.
  public init(resources: ResourceFolder, additions: LexiconAdditions = LexiconAdditions()) throws {
    times = try TimeReader(resources: resources)
    places = try PlaceReader(resources: resources)
    actors = ActorReader(lexicon: try ActorLexicon(resources: resources, additions: additions))
    claims = try ClaimReader(resources: resources)
    events = EventReader(lexicon: try EventLexicon(folder: resources, additions: additions))
  }

  /// The reading of one report.
  public func read(_ annotated: AnnotatedReport) -> Reading {
    let times = times.read(annotated)
    let places = places.read(annotated)
    let named = actors.read(annotated, places: places)
    let placed = HomeCountry(annotated: annotated, actors: named.actors, places: places).settle(named)
    let table = OfficeTenure(annotated: annotated, times: times).settle(placed)
    let unlinked = claims.read(annotated, actors: table)
    let told = events.read(annotated, actors: table, claims: unlinked, times: times, places: places)
    let claims = ResponseLinker().link(unlinked, to: told, in: annotated, actors: table)
    let events = told.map(FactualityReader(annotated: annotated, claims: claims).settle)
    let cast = Cast(table.actors, claims: claims, events: events)
    return Reading(
      lineage: LineageReader().read(annotated, actors: table), actors: cast.actors,
      claims: claims.map(cast.renumber), events: events.map(cast.renumber), times: times, places: places)
  }
}
