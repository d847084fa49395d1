/// Our own flat table: one event a row. Every column is described in docs/exports.md.
enum EventColumns {
  static let names = [
    "event_id", "report_id", "report_key", "published", "outlet", "uri", "type", "mode", "contexts", "status",
    "quad",
    "intensity", "cameo", "actor_names", "actor_codes", "actor_countries", "actor_sectors", "recipient_names",
    "recipient_codes", "recipient_countries", "recipient_sectors", "date", "date_end", "date_grain",
    "date_basis",
    "place", "place_country", "place_admin1", "latitude", "longitude", "geonames", "dead_low", "dead_high",
    "injured_low", "injured_high", "arrested_low", "arrested_high", "missing_low", "missing_high", "sources",
    "factuality_author", "factuality_sources", "trigger", "sentence", "rule", "engine",
  ]

  static func row(_ coded: CodedEvent) -> [String] {
    about(coded) + parties(coded.actors) + parties(coded.recipients) + whenAndWhere(coded.event)
      + ["dead", "injured", "arrested", "missing"].flatMap { count($0, coded.event) } + voice(coded)
  }

  private static func about(_ coded: CodedEvent) -> [String] {
    let (report, event) = (coded.record.report, coded.event)
    return [
      coded.id, report.id, report.key, report.published ?? "", coded.outlet, report.uri ?? "", event.type,
      event.mode ?? "", joined(event.contexts), joined(event.status), String(event.quad),
      decimal(event.intensity),
      event.cameo,
    ]
  }

  private static func parties(_ parties: [CodedEvent.Party]) -> [String] {
    [
      joined(parties.map(\.actor.name)), joined(parties.map(\.code)),
      joined(parties.map { $0.actor.country ?? "" }),
      joined(parties.map { $0.actor.sectors.joined(separator: " ") }),
    ]
  }

  private static func whenAndWhere(_ event: StoredRecord.Event) -> [String] {
    let (date, place) = (event.date, event.place)
    return [
      date?.value ?? "", date?.end ?? "", date?.grain ?? "", date?.basis ?? "", place?.name ?? "",
      place?.country ?? "", place?.admin1 ?? "", place?.lat.map(decimal) ?? "", place?.lon.map(decimal) ?? "",
      place?.geonames.map { String($0) } ?? "",
    ]
  }

  /// The lowest and the highest figure that anyone gives.
  private static func count(_ kind: String, _ event: StoredRecord.Event) -> [String] {
    let counts = event.casualties.filter { $0.kind == kind }
    let low = counts.compactMap(\.low).min()
    let high = counts.compactMap(\.high).max()
    return [low.map { String($0) } ?? "", high.map { String($0) } ?? ""]
  }

  private static func voice(_ coded: CodedEvent) -> [String] {
    let event = coded.event
    let others = event.factuality.filter { $0.holder != "author" }.map { "\($0.holder)=\($0.value)" }
    return [
      joined(coded.sources), coded.authorFactuality, joined(others), coded.text.words(event.trigger.spans),
      coded.sentence, event.why.first?.rule ?? "", coded.record.engine.version,
    ]
  }

  private static func joined(_ values: [String]) -> String { values.joined(separator: "; ") }
}

/// A number in its shortest form: `2.5`, `10`.
func decimal(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}
