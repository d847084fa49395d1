import RapporteurCore

/// Gives domestic actors whose country the words do not state the country of their surroundings: "police" in a
/// sentence that names Kenya alone, or else under a dateline in Nairobi, are Kenya's.
///
/// Only actors who by their role belong to the state that they act in (police, courts, parliaments, opposition,
/// rebels, parties, citizens) are placed so; named office-holders and anonymous sources are not, since the country
/// beside them is as often their counterpart's. Where the surroundings name several states, nothing is concluded.
struct HomeCountry {
  private static let domesticSectors: Set<String> = [
    "COP", "JUD", "LEG", "OPP", "REB", "PTY", "CVL", "SOC", "LAB", "EDU",
  ]
  private static let constructs: Set<String> = ["IGO", "NGO", "ISM", "IMG", "MNC", "UNO", "EUR"]

  private let annotated: AnnotatedReport
  private let countriesOfSentence: [Int: Set<String>]
  private let fallback: String?

  init(annotated: AnnotatedReport, actors: [Actor], places: [Place]) {
    self.annotated = annotated
    var named: [Int: Set<String>] = [:]
    func add(_ country: String?, at span: TextSpan) {
      guard let country, !HomeCountry.constructs.contains(country) else { return }
      let tokens = annotated.tokens(in: span)
      guard !tokens.isEmpty else { return }
      named[annotated.sentenceIndex(of: tokens.lowerBound), default: []].insert(country)
    }
    for place in places { place.spans.first.map { add(place.resolution?.country, at: $0) } }
    for actor in actors {
      for mention in actor.mentions { mention.spans.first.map { add(actor.country, at: $0) } }
    }
    countriesOfSentence = named
    fallback =
      HomeCountry.datelineCountry(annotated, places)
      ?? HomeCountry.sole(named.values.reduce(into: []) { $0.formUnion($1) })
  }

  /// The table with the countries filled in.
  func settle(_ table: ActorTable) -> ActorTable {
    let settled = table.actors.map { actor in
      guard isDomestic(actor), let country = surroundings(of: actor) else { return actor }
      return Actor(
        id: actor.id, name: actor.name, kind: actor.kind, country: country, sectors: actor.sectors,
        anonymity: actor.anonymity, anonymityReason: actor.anonymityReason, offices: actor.offices,
        mentions: actor.mentions)
    }
    return ActorTable(actors: settled, otherHeads: table.otherHeads)
  }

  private func isDomestic(_ actor: Actor) -> Bool {
    guard actor.country == nil, actor.kind != .state, actor.kind != .media else { return false }
    guard actor.anonymity <= .roleOnly else { return false }
    return actor.sectors.contains { HomeCountry.domesticSectors.contains($0) }
  }

  private func surroundings(of actor: Actor) -> String? {
    let sentence = annotated.sentenceIndex(of: actor.mentions[0].head)
    guard let countries = countriesOfSentence[sentence] else { return fallback }
    return HomeCountry.sole(countries)
  }

  private static func sole(_ countries: Set<String>) -> String? {
    countries.count == 1 ? countries.first : nil
  }

  private static func datelineCountry(_ annotated: AnnotatedReport, _ places: [Place]) -> String? {
    guard let dateline = annotated.dateline else { return nil }
    return places.first { $0.spans.first.map(dateline.span.contains) ?? false }?.resolution?.country
  }
}
