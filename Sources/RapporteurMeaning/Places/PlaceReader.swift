public import RapporteurCore

/// Reads the places of a report and resolves them against the gazetteer.
///
///     let places = try PlaceReader(resources: ResourceFolder(module: "RapporteurMeaning"))
///     places.read(annotated)  // [Place(name: "Valletta", resolution: … "MLT" …)]
public struct PlaceReader: Sendable {
  /// The gazetteer that places are resolved against.
  public let gazetteer: Gazetteer
  private let lexicon: PlaceLexicon
  private let divisions: Set<Gazetteer.Index>
  private let weights: PlaceWeights

  /// Opens the gazetteer and the word lists of a resource folder.
  ///
  /// - Throws: `GazetteerError`, `LexiconError`, or what reading a file throws.
  public init(resources: ResourceFolder) throws {
    try self.init(
      gazetteer: Gazetteer(path: resources.url.appendingPathComponent("Gazetteer/places.gazetteer").path),
      lists: PlaceLists(resources: resources), weights: PlaceWeights())
  }

  package init(gazetteer: Gazetteer, lists: PlaceLists, weights: PlaceWeights) throws(LexiconError) {
    self.gazetteer = gazetteer
    self.weights = weights
    let lexicon = try PlaceLexicon(lists)
    self.lexicon = lexicon
    let codes = Set(lexicon.abbreviations.values).filter { $0.contains("-") }
    divisions = Set(codes.compactMap { gazetteer.matches($0).first?.index })
  }

  /// All places that the report names, in text order; what could not be resolved stays, without a resolution.
  public func read(_ annotated: AnnotatedReport) -> [Place] {
    let spans = PlaceSpans(annotated, gazetteer: gazetteer, lexicon: lexicon, divisions: divisions)
    let mentions = spans.mentions()
    let candidates = PlaceCandidates(gazetteer: gazetteer, lexicon: lexicon, weights: weights)
    let meant = PlaceResolver(candidates: candidates, weights: weights).resolve(
      mentions, hints: spans.hints(beside: mentions), outlet: spans.outletPlaces(), in: annotated)
    return zip(mentions, meant).map { mention, index in
      let first = annotated.tokens[mention.tokens.lowerBound].span.start
      let last = annotated.tokens[mention.tokens.upperBound - 1].span.end
      return Place(
        spans: [TextSpan(first, last)], form: mention.form, name: mention.name,
        resolution: index.map(gazetteer.resolution(at:)))
    }
  }
}
