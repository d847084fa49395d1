/// POLECAT's 40 columns, written down from knowledge of the format and not checked against the file. Described in: Halterman et al. 2023, "POLECAT dataset codebook", Harvard Dataverse, AJGVIT.
///
/// Columns for which a record holds no evidence stay empty: docs/exports.md lists them.
enum PolecatColumns {
  static let names = [
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename",
    "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
  ]

  static func row(_ coded: CodedEvent) -> [String] {
    let event = coded.event
    return [
      coded.id, day(event.date), event.type, event.mode ?? "", decimal(event.intensity),
      quads[event.quad] ?? "", event.contexts.joined(separator: ";"),
    ] + party(coded.actors) + party(coded.recipients) + place(coded) + story(coded)
  }

  private static let quads = [
    1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT",
  ]

  /// The day; "" where the date is coarser or unknown. The publication date never takes its place.
  private static func day(_ date: StoredRecord.Event.Date?) -> String {
    guard let date, ["day", "hour", "minute"].contains(date.grain) else { return "" }
    return String(date.value.prefix(10))
  }

  private static func party(_ parties: [CodedEvent.Party]) -> [String] {
    func joined(_ value: (CodedEvent.Party) -> String) -> String {
      let values = parties.map(value)
      return values.allSatisfy(\.isEmpty) ? "" : values.joined(separator: ";")
    }
    return [
      joined { $0.actor.name }, joined { $0.actor.country ?? "" }, "",
      joined { $0.actor.sectors.first ?? "" },
      joined { $0.actor.sectors.joined(separator: ",") }, joined(\.title), joined(\.words), "",
    ]
  }

  private static func place(_ coded: CodedEvent) -> [String] {
    guard let place = coded.event.place else { return Array(repeating: "", count: 10) }
    let extent = PlaceExtent(place)
    return [
      place.name, extent == .city ? place.name : "", "", place.admin1 ?? "", place.country ?? "",
      place.lat.map(decimal) ?? "", place.lon.map(decimal) ?? "", place.geonames.map { String($0) } ?? "",
      coded.text.words(place.spans), "",
    ]
  }

  private static func story(_ coded: CodedEvent) -> [String] {
    let (record, report) = (coded.record, coded.record.report)
    func names(_ kinds: Set<String>) -> String {
      unique(record.actors.filter { kinds.contains($0.kind) }.map(\.name)).joined(separator: ";")
    }
    return [
      coded.outlet, report.published ?? "", names(["person"]), names(["organisation", "media"]),
      unique(record.places.map(\.name)).joined(separator: ";"), report.language ?? "", record.engine.version,
    ]
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}

/// How much ground a resolved place covers.
enum PlaceExtent: Equatable {
  case country, province, city, unresolved

  init(_ place: StoredRecord.Place) {
    if place.lat == nil || place.country == nil {
      self = .unresolved
    } else if place.admin1 == nil {
      self = .country
    } else {
      self = place.admin1 == place.name ? .province : .city
    }
  }
}
