import Foundation

/// The nodes of one record in a JSON-LD graph; terms of our own begin with `rap:`.
struct RecordNodes {
  typealias Node = [String: Any]

  let record: StoredRecord
  let context: ProvenanceGraph.Context

  /// The report, those that it leads to, its outlet, the engine, and all actors, claims and events.
  var all: [Node] {
    let coded = CodedEvent.events(of: record)
    return [report, engine] + related + outlet + record.actors.map(actor) + record.claims.flatMap(claim)
      + coded.flatMap(event)
  }

  // MARK: Names

  private var reportID: String { RecordNodes.id(record.report.id) }
  private var engineID: String { "urn:rapporteur:engine:" + RecordNodes.escaped(record.engine.version) }
  private var outletName: String? {
    record.report.outlet ?? record.report.lineage.first { $0.role == "publisher" }?.name
  }

  private static func id(_ report: String) -> String { "urn:rapporteur:report:" + escaped(report) }
  private static func outletID(_ name: String) -> String {
    "urn:rapporteur:outlet:" + escaped(name.lowercased())
  }
  private func part(_ id: String) -> String { "\(reportID)#\(id)" }

  /// Letters and digits of ASCII as they are, everything else as %XX.
  private static func escaped(_ text: String) -> String {
    // A set of ASCII letters always percent-encodes.
    text.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: safe)) ?? ""
  }
  private static let safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"

  private func link(_ id: String) -> Node { ["@id": id] }

  /// A node of a kind, without the keys that have no value.
  private func node(_ id: String, _ types: [String], _ fields: [String: Any?]) -> Node {
    var node: Node = ["@id": id, "@type": types]
    for (key, value) in fields {
      guard let value else { continue }
      if let list = value as? [Any], list.isEmpty { continue }
      node[key] = value
    }
    return node
  }

  // MARK: The report

  private var report: Node {
    let report = record.report
    func targets(_ kind: String) -> [Node] {
      context.leadsTo.filter { $0.kind == kind }.map { link(RecordNodes.id($0.report)) }
    }
    return node(
      reportID, ["schema:NewsArticle", "prov:Entity"],
      [
        "schema:identifier": report.key, "schema:headline": report.title,
        "schema:datePublished": report.published,
        "schema:inLanguage": report.language, "schema:url": report.uri,
        "prov:wasAttributedTo": outletName.map { link(RecordNodes.outletID($0)) },
        "prov:wasDerivedFrom": targets("relay"), "prov:wasRevisionOf": targets("version"),
        "schema:citation": targets("reports-on"),
      ])
  }

  private var related: [Node] {
    Set(context.leadsTo.map(\.report)).sorted().map {
      node(RecordNodes.id($0), ["schema:NewsArticle", "prov:Entity"], [:])
    }
  }

  private var outlet: [Node] {
    guard let name = outletName else { return [] }
    return [
      node(
        RecordNodes.outletID(name), ["prov:Agent", "prov:Organization", "schema:NewsMediaOrganization"],
        ["schema:name": name])
    ]
  }

  private var engine: Node {
    let engine = record.engine
    return node(
      engineID, ["prov:Agent", "prov:SoftwareAgent", "schema:SoftwareApplication"],
      ["schema:name": "Rapporteur", "schema:softwareVersion": "\(engine.version), model \(engine.model)"])
  }

  // MARK: Who, what is said, what happened

  private func actor(_ actor: StoredRecord.Actor) -> Node {
    let types =
      switch actor.kind {
      case "person": ["prov:Agent", "prov:Person", "schema:Person"]
      case "group": ["prov:Agent"]
      default: ["prov:Agent", "prov:Organization", "schema:Organization"]
      }
    return node(
      part(actor.id), types,
      [
        "schema:name": actor.name, "rap:country": actor.country, "rap:sector": actor.sectors,
        "schema:jobTitle": actor.offices.map(\.title),
      ])
  }

  private func claim(_ claim: StoredRecord.Claim) -> [Node] {
    let text = RecordText(record)
    let words = text.words(claim.source.spans)
    let nameless = claim.source.actor == nil && !words.isEmpty
    let source = nameless ? part(claim.id + "-source") : claim.source.actor.map(part)
    let claimNode = node(
      part(claim.id), [claim.form == "direct" ? "schema:Quotation" : "schema:Claim", "prov:Entity"],
      [
        "schema:text": text.words(claim.content.spans), "schema:isPartOf": link(reportID),
        "prov:wasQuotedFrom": link(claim.parent.map(part) ?? reportID),
        "prov:wasAttributedTo": source.map(link), "schema:author": source.map(link),
        "rap:cue": claim.cue.lemma, "rap:cueClass": claim.cue.class, "rap:form": claim.form,
        "rap:response": claim.response, "rap:about": claim.about.map { link(part($0)) },
      ])
    guard nameless, let source else { return [claimNode] }
    return [claimNode, node(source, ["prov:Agent"], ["schema:name": words])]
  }

  private func event(_ coded: CodedEvent) -> [Node] {
    let event = coded.event
    let standing = context.standing[event.id]
    let happening = standing?.happening.map { "urn:rapporteur:happening:\($0)" }
    let carriers = event.claims.isEmpty ? [reportID] : event.claims.map(part)
    let eventNode = node(
      part(event.id), ["rap:Event", "prov:Entity"],
      [
        "rap:type": event.type, "rap:mode": event.mode, "rap:context": event.contexts,
        "rap:status": event.status,
        "rap:quad": event.quad, "rap:intensity": event.intensity,
        "schema:text": coded.text.words(event.trigger.spans),
        "rap:actor": event.actor.map { link(part($0.id)) },
        "rap:recipient": event.recipient.map { link(part($0.id)) },
        "schema:startDate": event.date?.value, "schema:location": event.place.map(place),
        "rap:factuality": event.factuality.map { "\($0.holder)=\($0.value)" },
        "prov:wasDerivedFrom": carriers.map(link), "prov:wasAttributedTo": link(engineID),
        "schema:isPartOf": happening.map(link), "rap:grade": standing?.grade,
      ])
    guard let happening, let standing else { return [eventNode] }
    let whole = node(
      happening, ["rap:Happening", "prov:Entity"],
      ["rap:reports": standing.reports, "rap:origins": standing.origins])
    return [eventNode, whole]
  }

  private func place(_ place: StoredRecord.Place) -> Node {
    var node: Node = ["@type": "schema:Place", "schema:name": place.name]
    if let country = place.country { node["schema:addressCountry"] = country }
    if let latitude = place.lat, let longitude = place.lon {
      node["schema:latitude"] = latitude
      node["schema:longitude"] = longitude
    }
    if let number = place.geonames { node["schema:sameAs"] = ["@id": "https://sws.geonames.org/\(number)/"] }
    return node
  }
}
