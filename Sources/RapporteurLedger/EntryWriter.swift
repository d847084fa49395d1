internal import GRDB
import RapporteurCore

/// Writes the rows of one entry, inside the caller's transaction.
struct EntryWriter {
  let db: Database
  let entry: Entry
  let report: Int64
  private let offsets: CodePointOffsets
  private var actors: [Actor.ID: Int64] = [:]
  private var claims: [Claim.ID: Int64] = [:]
  private var events: [Event.ID: Int64] = [:]
  /// How many events stand on the same trigger.
  private var anchors: [String: Int] = [:]

  /// Writes the findings of a report whose row is there already.
  init(_ db: Database, _ entry: Entry, into report: Int64) {
    self.db = db
    self.entry = entry
    self.report = report
    offsets = CodePointOffsets(entry.report.text)
  }

  /// Writes the report's own row.
  init(_ db: Database, _ entry: Entry, at time: String) throws {
    self.db = db
    self.entry = entry
    offsets = CodePointOffsets(entry.report.text)
    let (report, dispatch) = (entry.report, entry.dispatch)
    try insert(
      db, into: "reports",
      [
        "stable_id": report.id, "key": report.key, "uri": report.uri, "canonical": dispatch.canonical,
        "title": report.title, "outlet": report.outlet ?? entry.publisher, "authors": json(report.authors),
        "sources": json(dispatch.sources), "published": dispatch.published?.description,
        "language": entry.language, "text": report.text,
        "record": String(decoding: entry.record, as: UTF8.self), "engine": entry.engine.version,
        "model": entry.engine.model, "lexicon": entry.engine.lexicon, "entered_at": time,
      ])
    self.report = db.lastInsertedRowID
  }

  /// Writes all that was read.
  mutating func writeReading() throws {
    let reading = entry.reading
    for (position, link) in reading.lineage.enumerated() {
      try insert(
        db, into: "lineage",
        [
          "report": report, "position": position, "name": link.name, "role": link.role.rawValue,
          "spans": spans(link.spans),
        ])
    }
    for actor in reading.actors { try write(actor) }
    for claim in reading.claims { try write(claim) }
    for event in reading.events { try write(event) }
    for claim in reading.claims { try writeSubjects(of: claim) }
    try writeTimesAndPlaces()
  }

  // MARK: Actors

  private mutating func write(_ actor: Actor) throws {
    try insert(
      db, into: "actors",
      [
        "report": report, "number": actor.id.number, "name": actor.name, "identity": Identity(actor).key,
        "kind": actor.kind.rawValue, "country": actor.country, "sectors": json(actor.sectors),
        "anonymity": actor.anonymity.rawValue,
      ])
    let row = db.lastInsertedRowID
    actors[actor.id] = row
    for mention in actor.mentions {
      try insert(
        db, into: "mentions",
        ["actor": row, "spans": spans(mention.spans), "form": mention.form.rawValue])
    }
    for (position, office) in actor.offices.enumerated() {
      try insert(
        db, into: "offices",
        [
          "actor": row, "position": position, "title": office.title, "standing": office.standing.rawValue,
          "since": office.since, "until": office.until, "spans": spans(office.spans),
        ])
    }
  }

  // MARK: Claims

  /// A parent stands before its children wherever it was read first; where it doesn't, it is set afterwards.
  private mutating func write(_ claim: Claim) throws {
    try insert(
      db, into: "claims",
      [
        "report": report, "number": claim.id.number, "source_spans": spans(claim.source.spans),
        "cue": claim.cue.lemma, "cue_class": claim.cue.kind.rawValue, "cue_spans": spans(claim.cue.spans),
        "content_spans": spans(claim.content), "form": claim.form.rawValue, "type": claim.kind.rawValue,
        "medium": claim.medium?.rawValue, "platform": claim.platform, "response": claim.response?.rawValue,
      ])
    let row = db.lastInsertedRowID
    claims[claim.id] = row
    for source in Set(claim.source.actors) {
      guard let actor = actors[source] else { continue }
      try insert(db, into: "claim_sources", ["claim": row, "actor": actor])
    }
  }

  private func writeSubjects(of claim: Claim) throws {
    guard let row = claims[claim.id] else { return }
    if let parent = claim.parent.flatMap({ claims[$0] }) {
      try db.execute(sql: "UPDATE claims SET parent = ? WHERE id = ?", arguments: [parent, row])
    }
    for subject in Set(claim.about) {
      switch subject {
      case .event(let id):
        if let event = events[id] { try insert(db, into: "claim_events", ["claim": row, "event": event]) }
      case .claim(let id):
        if let about = claims[id] { try insert(db, into: "claim_claims", ["claim": row, "about": about]) }
      }
    }
  }

  // MARK: Events

  private mutating func write(_ event: Event) throws {
    let place = event.place
    try insert(
      db, into: "events",
      [
        "report": report, "number": event.id.number, "anchor": anchor(of: event), "type": event.type.rawValue,
        "mode": event.mode,
        "contexts": json(event.contexts), "status": json(event.status.map(\.rawValue)),
        "quad": event.type.quad, "intensity": event.intensity, "cameo": event.cameo,
        "trigger": event.trigger.lemma, "trigger_spans": spans(event.trigger.spans),
        "sentence_spans": spans(sentences(of: event)), "date": event.date?.value,
        "date_end": event.date?.end, "date_grain": event.date?.grain.rawValue,
        "date_basis": event.date?.basis,
        "place": place?.resolution?.name ?? place?.name, "place_country": place?.resolution?.country,
        "admin1": place?.resolution?.admin1, "lat": place?.resolution?.latitude,
        "lon": place?.resolution?.longitude, "geonames": place?.resolution?.geonames,
        "place_spans": place.map { spans($0.spans) },
      ])
    let row = db.lastInsertedRowID
    events[event.id] = row
    try write(event.actors, "actor", row)
    try write(event.recipients, "recipient", row)
    for claim in Set(event.claims) {
      if let claim = claims[claim] { try insert(db, into: "event_claims", ["event": row, "claim": claim]) }
    }
    for count in event.casualties {
      try insert(
        db, into: "casualties",
        [
          "event": row, "kind": count.kind.rawValue, "low": count.low, "high": count.high,
          "claim": count.claim.flatMap { claims[$0] }, "spans": spans(count.spans),
        ])
    }
    for holding in event.factuality { try write(holding, row) }
  }

  /// The place of the trigger, `47-53`; a second event on the same words gets `.2`.
  private mutating func anchor(of event: Event) -> String {
    let place = event.trigger.spans.map {
      "\(offsets.codePoint(atByte: $0.start))-\(offsets.codePoint(atByte: $0.end))"
    }.joined(separator: "+")
    anchors[place, default: 0] += 1
    let count = anchors[place, default: 1]
    return count == 1 ? place : "\(place).\(count)"
  }

  private func write(_ participants: [Event.Participant], _ role: String, _ event: Int64) throws {
    for (position, participant) in participants.enumerated() {
      guard let actor = actors[participant.actor] else { continue }
      try insert(
        db, into: "participants",
        [
          "event": event, "role": role, "position": position, "actor": actor,
          "spans": spans(participant.spans),
        ])
    }
  }

  private func write(_ holding: Event.Holding, _ event: Int64) throws {
    var holder: Int64?
    if case .claim(let id) = holding.holder {
      guard let claim = claims[id] else { return }
      holder = claim
    }
    try insert(
      db, into: "factuality", ["event": event, "claim": holder, "value": holding.value.rawValue])
  }

  /// The sentences that hold the trigger.
  private func sentences(of event: Event) -> [TextSpan] {
    entry.sentences.filter { sentence in event.trigger.spans.contains { sentence.overlaps($0) } }
  }

  // MARK: Times and places

  private func writeTimesAndPlaces() throws {
    for (position, time) in entry.reading.times.enumerated() {
      try insert(
        db, into: "times",
        [
          "report": report, "position": position, "spans": spans(time.spans), "type": time.kind.rawValue,
          "value": time.value, "mod": time.modifier,
        ])
    }
    for (position, place) in entry.reading.places.enumerated() {
      try insert(
        db, into: "places",
        [
          "report": report, "position": position, "spans": spans(place.spans), "form": place.form.rawValue,
          "name": place.resolution?.name ?? place.name, "country": place.resolution?.country,
          "admin1": place.resolution?.admin1, "lat": place.resolution?.latitude,
          "lon": place.resolution?.longitude, "geonames": place.resolution?.geonames,
        ])
    }
  }

  private func spans(_ spans: [TextSpan]) -> String {
    "["
      + spans.map { "[\(offsets.codePoint(atByte: $0.start)),\(offsets.codePoint(atByte: $0.end))]" }
      .joined(separator: ",") + "]"
  }
}
