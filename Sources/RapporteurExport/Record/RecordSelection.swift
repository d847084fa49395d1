public import Foundation
internal import RapporteurCore

/// Some events of a record, with what a person corrected in them.
public struct RecordSelection: Sendable {
  /// The events that are kept, by id.
  public let events: Set<String>
  /// Corrections by event and field: verdict, type, mode, contexts, status, date, place, country, actor, recipient,
  /// actor-country, recipient-country. Lists are parted by `; `, "" empties a field.
  public let corrections: [String: [String: String]]
  /// The outlet, where the record has none.
  public let outlet: String?

  /// Makes a selection.
  public init(events: Set<String>, corrections: [String: [String: String]], outlet: String?) {
    self.events = events
    self.corrections = corrections
    self.outlet = outlet
  }

  /// The record with the selected events as they are after correction; rejected ones are left out.
  ///
  /// - Throws: `RecordLines.Fault` where the bytes are no record.
  public func record(from bytes: Data, name: String) throws(RecordLines.Fault) -> StoredRecord {
    let edited: Data
    do {
      guard var object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] else {
        throw RecordLines.Fault(file: name, line: 1, reason: "no record")
      }
      edit(&object)
      edited = try JSONSerialization.data(withJSONObject: object)
    } catch { throw RecordLines.Fault(file: name, line: 1, reason: "no JSON") }
    guard let record = RecordLines.read(edited, file: name).first else {
      throw RecordLines.Fault(file: name, line: 1, reason: "no record")
    }
    return try record.get()
  }

  private func edit(_ record: inout [String: Any]) {
    if var report = record["report"] as? [String: Any], report["outlet"] as? String == nil, let outlet {
      report["outlet"] = outlet
      record["report"] = report
    }
    var actors = record["actors"] as? [[String: Any]] ?? []
    let events = record["events"] as? [[String: Any]] ?? []
    record["events"] = events.compactMap { event -> [String: Any]? in
      guard let id = event["id"] as? String, self.events.contains(id) else { return nil }
      guard let fields = corrections[id] else { return event }
      return fields["verdict"] == "reject" ? nil : corrected(event, fields, &actors)
    }
    record["actors"] = actors
  }

  private func corrected(_ event: [String: Any], _ fields: [String: String], _ actors: inout [[String: Any]])
    -> [String: Any]
  {
    var event = event
    if let name = fields["type"], let type = EventType(rawValue: name) {
      event.merge(["type": name, "mode": NSNull(), "quad": type.quad, "cameo": type.cameo]) { $1 }
      event["intensity"] = type.intensity
    }
    if let mode = fields["mode"] {
      event["mode"] = RecordSelection.text(mode)
      let type = (event["type"] as? String).flatMap(EventType.init(rawValue:))
      if let type { event["intensity"] = type.intensity(mode: mode) }
    }
    for name in ["contexts", "status"] {
      if let list = fields[name] { event[name] = RecordSelection.items(list) }
    }
    if let date = fields["date"] { event["date"] = RecordSelection.date(date) }
    event["place"] = place(event["place"], fields)
    for role in ["actor", "recipient"] where fields[role] != nil || fields["\(role)-country"] != nil {
      event[role] = parties(event, role, fields, &actors)
    }
    return event
  }

  /// New actors stand behind those of the record; they have no words in the text.
  private func parties(
    _ event: [String: Any], _ role: String, _ fields: [String: String], _ actors: inout [[String: Any]]
  ) -> [[String: Any]] {
    let id = event["id"] as? String ?? ""
    let old = (event[role] as? [[String: Any]] ?? []).compactMap { part in
      actors.first { $0["id"] as? String == part["id"] as? String }
    }
    let names = fields[role].map(RecordSelection.items) ?? old.compactMap { $0["name"] as? String }
    let countries = fields["\(role)-country"].map(RecordSelection.items)
    let count = fields[role] == nil ? max(names.count, countries?.count ?? 0) : names.count
    return (0..<count).map { index in
      let name = index < names.count ? names[index] : countries?[index] ?? ""
      let same = old.first { $0["name"] as? String == name }
      let country = countries.map { index < $0.count ? $0[index] : "" } ?? same?["country"] as? String ?? ""
      let key = "\(id)-\(role)-\(index + 1)"
      var actor = same ?? ["name": name, "kind": "organisation", "sectors": [String](), "offices": [Any]()]
      actor["id"] = key
      actor["country"] = RecordSelection.text(country)
      actors.append(actor)
      return ["id": key, "spans": [Any]()]
    }
  }

  private func place(_ place: Any?, _ fields: [String: String]) -> Any {
    guard fields["place"] != nil || fields["country"] != nil else { return place ?? NSNull() }
    if fields["place"] == "" { return NSNull() }
    var new = place as? [String: Any] ?? ["spans": [Any](), "name": ""]
    if let name = fields["place"], name != new["name"] as? String {
      new = ["name": name, "spans": [Any](), "country": new["country"] ?? NSNull()]
    }
    if let country = fields["country"] { new["country"] = RecordSelection.text(country) }
    return new
  }

  private static func date(_ value: String) -> Any {
    guard !value.isEmpty else { return NSNull() }
    let grain = value.count == 4 ? "year" : value.count == 7 ? "month" : "day"
    return ["value": value, "end": NSNull(), "grain": grain, "spans": [Any](), "basis": "an analyst"]
      as [String: Any]
  }

  private static func text(_ value: String) -> Any { value.isEmpty ? NSNull() : value as Any }

  private static func items(_ list: String) -> [String] {
    list.components(separatedBy: "; ").filter { !$0.isEmpty }
  }
}
