import Foundation

/// One event as a PLOVER 2.0 record: the keys of PLOVER's gold standard records, and what they have no key for.
///
/// Source: Open Event Data Alliance, PLOVER manual 2.0 and its gold standard records (CC BY-SA 4.0).
struct PloverLine: Encodable {
  struct Party: Encodable {
    let actorText: String
    let code: String
    let sector: String?
    let name: String
  }
  struct Location: Encodable {
    let name: String
    let country: String?
    let admin1: String?
    let latitude: Double?
    let longitude: Double?
    let geonames: Int?
  }
  struct Count: Encodable {
    let kind: String
    let low: Int?
    let high: Int?
  }

  let id: String
  let date: String?
  let type: String
  let mode: String?
  let context: [String]
  let status: [String]
  let actor: [Party]
  let recipient: [Party]
  let event_text: String
  let quad: Int
  let intensity: Double
  let cameo: String
  let location: Location?
  let casualties: [Count]
  let attributed_to: [String]
  let factuality: String?
  let text: String
  let publication: String?
  let publication_date: String?
  let url: String?
  let language: String?
  let coder: String

  /// The event on one line of JSON, keys in alphabetical order; a key without a value is left out.
  static func write(_ coded: CodedEvent) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(PloverLine(coded)) else {
      // So nothing is swallowed.
      preconditionFailure("a PLOVER line of strings and finite numbers can be encoded")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private init(_ coded: CodedEvent) {
    let (event, report) = (coded.event, coded.record.report)
    id = coded.id
    date = event.date?.value
    type = event.type
    mode = event.mode
    context = event.contexts
    status = event.status
    actor = coded.actors.map(PloverLine.party)
    recipient = coded.recipients.map(PloverLine.party)
    event_text = coded.text.words(event.trigger.spans)
    quad = event.quad
    intensity = event.intensity
    cameo = event.cameo
    location = event.place.map {
      Location(
        name: $0.name, country: $0.country, admin1: $0.admin1, latitude: $0.lat, longitude: $0.lon,
        geonames: $0.geonames)
    }
    casualties = event.casualties.map { Count(kind: $0.kind, low: $0.low, high: $0.high) }
    attributed_to = coded.sources
    factuality = coded.authorFactuality.isEmpty ? nil : coded.authorFactuality
    text = coded.sentence
    publication = coded.outlet.isEmpty ? nil : coded.outlet
    publication_date = report.published
    url = report.uri
    language = report.language
    coder = "rapporteur \(coded.record.engine.version)"
  }

  private static func party(_ party: CodedEvent.Party) -> Party {
    Party(
      actorText: party.words.isEmpty ? party.actor.name : party.words, code: party.actor.country ?? "UNK",
      sector: party.actor.sectors.isEmpty ? nil : party.actor.sectors.joined(separator: " "),
      name: party.actor.name)
  }
}
