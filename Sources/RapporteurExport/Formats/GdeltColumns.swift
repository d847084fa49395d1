import Foundation

/// The 61 columns of a GDELT 2.0 event, written down from knowledge of the format and not checked against the file. Described in: "The GDELT Event Database data format codebook V2.0", 2015-02-19.
///
/// GDELT holds pairs: an event with several parties becomes one row for each pair. Columns for which a record holds no
/// evidence stay empty: docs/exports.md lists them.
struct GdeltColumns {
  static let names =
    ["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"] + actorNames("Actor1")
    + actorNames("Actor2")
    + [
      "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
      "NumMentions",
      "NumSources", "NumArticles", "AvgTone",
    ] + geoNames("Actor1Geo") + geoNames("Actor2Geo") + geoNames("ActionGeo") + ["DATEADDED", "SOURCEURL"]

  private static func actorNames(_ prefix: String) -> [String] {
    [
      "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
      "Type1Code",
      "Type2Code", "Type3Code",
    ].map { prefix + $0 }
  }

  private static func geoNames(_ prefix: String) -> [String] {
    ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map {
      "\(prefix)_\($0)"
    }
  }

  let codes: ForeignCodes

  /// One row for each pair of parties; one row with an empty side where the event has parties on one side only.
  func rows(_ coded: CodedEvent) -> [[String]] {
    pairs(coded).enumerated().map { index, pair in
      [identifier(coded, index)] + dates(coded.event.date) + actor(pair.0) + actor(pair.1) + act(coded)
        + Array(repeating: "", count: 16) + place(coded.event.place) + ["", coded.record.report.uri ?? ""]
    }
  }

  private func pairs(_ coded: CodedEvent) -> [(CodedEvent.Party?, CodedEvent.Party?)] {
    let (actors, recipients) = (coded.actors, coded.recipients)
    if !actors.isEmpty, !recipients.isEmpty {
      return actors.flatMap { actor in recipients.map { (actor, $0) } }
    }
    if actors.count > 1, ["CONSULT", "AGREE", "COOPERATE", "ASSAULT"].contains(coded.event.type) {
      return actors.indices.flatMap { i in actors.indices.dropFirst(i + 1).map { (actors[i], actors[$0]) } }
    }
    if !actors.isEmpty { return actors.map { ($0, nil) } }
    return recipients.isEmpty ? [(nil, nil)] : recipients.map { (nil, $0) }
  }

  /// A whole number that stays the same for the same report, event and pair. Source: FNV-1a, 64 bits, cut to 63.
  private func identifier(_ coded: CodedEvent, _ index: Int) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(coded.id)/\(index)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash >> 1)
  }

  /// SQLDATE, MonthYear, Year, FractionDate, as far as the date is known.
  private func dates(_ date: StoredRecord.Event.Date?) -> [String] {
    let parts = date?.value.prefix(10).split(separator: "-").compactMap { Int($0) } ?? []
    guard let year = parts.first, date?.value.count ?? 0 >= 4 else { return ["", "", "", ""] }
    let digits = date?.value.prefix(10).filter { $0 != "-" } ?? ""
    let isDay = parts.count == 3 && ["day", "hour", "minute"].contains(date?.grain ?? "")
    let month = parts.count >= 2 ? String(digits.prefix(6)) : ""
    guard isDay else { return ["", month, String(year), ""] }
    // GDELT: (month * 30 + day) / 365.
    let fraction = Double(year) + Double((parts[1] - 1) * 30 + parts[2]) / 365
    return [String(digits), month, String(year), String(format: "%.4f", fraction)]
  }

  private func actor(_ party: CodedEvent.Party?) -> [String] {
    guard let party else { return Array(repeating: "", count: 10) }
    let known = party.actor.country.flatMap { codes.cameo[$0] }
    let country = known == nil ? party.actor.country ?? "" : ""
    let group = known?.kind == .group ? known?.code ?? "" : ""
    let bodies = known?.kind == .body ? [known?.code ?? ""] : []
    let types = (bodies + party.actor.sectors.compactMap { codes.cameo[$0]?.code }).prefix(3)
    let padded = Array(types) + Array(repeating: "", count: 3 - types.count)
    return [country + group + types.joined(), party.actor.name.uppercased(), country, group, "", "", ""]
      + padded
  }

  private func act(_ coded: CodedEvent) -> [String] {
    let event = coded.event
    let code = event.cameo.count == 2 ? event.cameo + "0" : event.cameo
    let root = String(code.prefix(2))
    return [
      coded.text.isInLead(coded.position) ? "1" : "0", code, String(code.prefix(3)), root, quadClass(root),
      "", "", "1",
      "1", "",
    ]
  }

  /// 1 verbal cooperation (01–05), 2 material cooperation (06–08), 3 verbal conflict (09–13), 4 material conflict.
  private func quadClass(_ root: String) -> String {
    switch Int(root) ?? 0 {
    case 1...5: "1"
    case 6...8: "2"
    case 9...13: "3"
    case 14...20: "4"
    default: ""
    }
  }

  private func place(_ place: StoredRecord.Place?) -> [String] {
    guard let place, let country = place.country, let latitude = place.lat, let longitude = place.lon else {
      return Array(repeating: "", count: 8)
    }
    let isAmerican = country == "USA"
    let type =
      switch PlaceExtent(place) {
      case .country: "1"
      case .province: isAmerican ? "2" : "5"
      case .city: isAmerican ? "3" : "4"
      case .unresolved: "0"
      }
    return [type, place.name, codes.fips[country] ?? "", "", "", decimal(latitude), decimal(longitude), ""]
  }
}
