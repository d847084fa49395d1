import RapporteurCore

/// Gives domestic actors whose country the words do not state the country of their surroundings: "police" in a
/// sentence that names Kenya alone, or else under a dateline in Nairobi, are Kenya's.
///
/// Actors who by their role belong to the state that they act in (police, courts, parliaments, opposition, rebels,
/// parties, citizens) are placed so. A named office-holder is placed only by a sentence in which nobody else speaks
/// or acts for the country's government and which does not put the country across from him ("threatened Russia",
/// "talks with Chad"), since the country beside a president is as often the counterpart's.
/// Soldiers, officials and gunmen are placed where the whole report names one state only. Whoever is left is placed in
/// the state that the report is about, if it is clearly about one, and at last by how the report is laid out
/// (`ReportLayout`). Where the surroundings name several states, nothing is concluded.
struct HomeCountry {
  private static let domesticSectors: Set<String> = [
    "COP", "JUD", "LEG", "OPP", "REB", "PTY", "CVL", "SOC", "LAB", "EDU",
  ]
  /// Who serves or fights a state, which is that of the report where the report names no other one.
  private static let stateSectors: Set<String> = ["GOV", "MIL", "PRM", "SPY", "UAF", "ELI"]
  /// Nouns for those who come from outside by trade.
  private static let outsiders: Set<String> = [
    "diplomat", "envoy", "ambassador", "mediator", "observer", "inspector", "peacekeeper", "tourist",
    "foreigner",
    "expert", "analyst", "donor", "neighbour", "neighbor", "investor", "world",
  ]
  private static let constructs: Set<String> = ["IGO", "NGO", "ISM", "IMG", "MNC", "UNO", "EUR"]

  private let annotated: AnnotatedReport
  private let countriesOfSentence: [Int: Set<String>]
  private let governmentsOfSentence: [Int: Set<String>]
  private let counterpartsOfSentence: [Int: Set<String>]
  private let fallback: String?
  /// The only state that the report names, if there is only one.
  private let only: String?
  /// The state that the report is about.
  private let main: String?
  /// The state in which the report plays, if one stands out.
  private let scene: String?
  private let layout: ReportLayout

  init(annotated: AnnotatedReport, actors: [Actor], places: [Place]) {
    self.annotated = annotated
    var named: [Int: Set<String>] = [:]
    var mentions: [String: Int] = [:]
    var told: [Int: String] = [:]
    func add(_ country: String?, at span: TextSpan) {
      guard let country, !HomeCountry.constructs.contains(country) else { return }
      let tokens = annotated.tokens(in: span)
      guard !tokens.isEmpty else { return }
      mentions[country, default: 0] += 1
      told[tokens.lowerBound] = country
      named[annotated.sentenceIndex(of: tokens.lowerBound), default: []].insert(country)
    }
    for place in places { place.spans.first.map { add(place.resolution?.country, at: $0) } }
    var governments: [Int: Set<String>] = [:]
    var counterparts: [Int: Set<String>] = [:]
    for actor in actors {
      let isGovernment = actor.kind != .state && actor.sectors.contains("GOV")
      for mention in actor.mentions {
        mention.spans.first.map { add(actor.country, at: $0) }
        if actor.kind == .state, let country = actor.country,
          HomeCountry.isAcross(mention.head, in: annotated)
        {
          counterparts[annotated.sentenceIndex(of: mention.head), default: []].insert(country)
        }
        guard isGovernment, let country = actor.country else { continue }
        governments[annotated.sentenceIndex(of: mention.head), default: []].insert(country)
      }
    }
    countriesOfSentence = named
    governmentsOfSentence = governments
    counterpartsOfSentence = counterparts
    scene = SceneCountry(annotated, places: places).country
    layout = ReportLayout(annotated, countries: told)
    only = HomeCountry.sole(named.values.reduce(into: []) { $0.formUnion($1) })
    fallback = HomeCountry.datelineCountry(annotated, places) ?? only
    main = HomeCountry.mainCountry(
      mentions, dateline: HomeCountry.datelineCountry(annotated, places), sentences: named)
  }

  /// The table with the countries filled in.
  func settle(_ table: ActorTable) -> ActorTable {
    let settled = table.actors.map { actor in
      guard let country = home(of: actor) else { return actor }
      return Actor(
        id: actor.id, name: actor.name, kind: actor.kind, country: country, sectors: actor.sectors,
        anonymity: actor.anonymity, anonymityReason: actor.anonymityReason, offices: actor.offices,
        mentions: actor.mentions)
    }
    return ActorTable(actors: settled, otherHeads: table.otherHeads)
  }

  private func home(of actor: Actor) -> String? {
    if let near = near(actor) { return near }
    guard isOfTheScene(actor) else { return nil }
    return main ?? (actor.kind == .media ? nil : layout.country(at: actor.mentions[0].head))
  }

  /// Whether someone may be taken for one of the country that the report is about: not those who come from outside by
  /// trade, such as envoys, and no one of whom the words themselves tell of elsewhere.
  private func isOfTheScene(_ actor: Actor) -> Bool {
    guard actor.country == nil, actor.kind != .state else { return false }
    return !actor.mentions.contains { mention in
      let head = annotated.tokens[mention.head]
      guard mention.form == .nominal else { return false }
      return HomeCountry.outsiders.contains(head.lemma.lowercased())
        || annotated.children(of: mention.head, .amod).contains {
          ["foreign", "western", "international", "regional", "other", "african", "european"].contains(
            annotated.lower($0))
        }
    }
  }

  private func near(_ actor: Actor) -> String? {
    guard actor.country == nil, actor.kind != .state else { return nil }
    if let scene, SceneCountry.holds(actor) { return scene }
    guard actor.kind != .media, actor.anonymity <= .roleOnly else { return nil }
    let sentence = annotated.sentenceIndex(of: actor.mentions[0].head)
    if actor.sectors.contains(where: HomeCountry.domesticSectors.contains) { return surroundings(sentence) }
    if let only, !HomeCountry.stateSectors.isDisjoint(with: actor.sectors) { return only }
    guard actor.kind == .person, actor.anonymity == .named, actor.sectors.contains("GOV") else { return nil }
    guard let country = HomeCountry.sole(countriesOfSentence[sentence] ?? []) else { return nil }
    let others = [governmentsOfSentence[sentence], counterpartsOfSentence[sentence]]
    return others.contains { $0?.contains(country) == true } ? nil : country
  }

  /// Whether a state stands where a counterpart does: as an object, or behind "against", "with", "to", "on".
  private static func isAcross(_ head: Int, in annotated: AnnotatedReport) -> Bool {
    switch annotated.tokens[head].relation {
    case .obj, .iobj: true
    case .obl, .nmod:
      ["against", "with", "to", "toward", "towards", "on", "upon", "from", "between", "into"].contains(
        annotated.caseMarker(of: head) ?? "")
    default: false
    }
  }

  private func surroundings(_ sentence: Int) -> String? {
    guard let countries = countriesOfSentence[sentence] else { return fallback }
    return HomeCountry.sole(countries)
  }

  /// The state with half of all mentions under a dateline of its own, or with two thirds of them without one; at least
  /// three mentions in two sentences, so that a lone sentence has none.
  private static func mainCountry(
    _ mentions: [String: Int], dateline: String?, sentences: [Int: Set<String>]
  ) -> String? {
    let all = mentions.values.reduce(0, +)
    guard let top = mentions.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), top.value >= 3 else {
      return nil
    }
    guard sentences.values.count(where: { $0.contains(top.key) }) >= 2 else { return nil }
    let share = Double(top.value) / Double(all)
    return share >= 2.0 / 3 || (dateline == top.key && share >= 0.5) ? top.key : nil
  }

  private static func sole(_ countries: Set<String>) -> String? {
    countries.count == 1 ? countries.first : nil
  }

  private static func datelineCountry(_ annotated: AnnotatedReport, _ places: [Place]) -> String? {
    guard let dateline = annotated.dateline else { return nil }
    return places.first { $0.spans.first.map(dateline.span.contains) ?? false }?.resolution?.country
  }
}
