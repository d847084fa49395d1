/// An event of a record together with what its ids mean.
struct CodedEvent: Sendable {
  /// A participant: the words in the event, and the actor that they mean.
  struct Party: Sendable {
    let actor: StoredRecord.Actor
    let words: String

    /// Country and sectors run together, as PLOVER and CAMEO write them: `NORGOV`; "UNK" where neither is known.
    var code: String {
      let joined = ([actor.country ?? ""] + actor.sectors).joined()
      return joined.isEmpty ? "UNK" : joined
    }

    /// The first office, else "".
    var title: String { actor.offices.first?.title ?? "" }
  }

  let record: StoredRecord
  let event: StoredRecord.Event
  let text: RecordText
  let actors: [Party]
  let recipients: [Party]

  /// All events of a record, in its order.
  static func events(of record: StoredRecord) -> [CodedEvent] {
    let text = RecordText(record)
    let actors = Dictionary(record.actors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func parties(_ list: [StoredRecord.Event.Participant]) -> [Party] {
      list.compactMap { item in actors[item.id].map { Party(actor: $0, words: text.words(item.spans)) } }
    }
    return record.events.map { event in
      CodedEvent(
        record: record, event: event, text: text, actors: parties(event.actor),
        recipients: parties(event.recipient))
    }
  }

  /// `REPORT-e1`: unique over reports.
  var id: String { "\(record.report.id)-\(event.id)" }

  /// Where the trigger begins.
  var position: Int { event.trigger.spans.first?.first ?? 0 }

  /// The sentence of the trigger.
  var sentence: String { text.sentence(at: position) }

  /// The names of those who say so, innermost claims in the order of the event; unnamed sources by their words.
  var sources: [String] {
    event.claims.compactMap { id in record.claims.first { $0.id == id } }.map { claim in
      record.actors.first { $0.id == claim.source.actor }?.name ?? text.words(claim.source.spans)
    }
  }

  /// What the report's own voice holds of the event.
  var authorFactuality: String { event.factuality.first { $0.holder == "author" }?.value ?? "" }

  /// Whether the event happened, as far as the record says: no future, hypothetical or negated one, and none that the
  /// report itself denies. Formats without a place for status hold only these.
  var isAsserted: Bool {
    event.status.allSatisfy { $0 == "historical" } && authorFactuality != "CT-"
  }

  /// Who published the report.
  var outlet: String {
    record.report.outlet ?? record.report.lineage.first { $0.role == "publisher" }?.name ?? ""
  }
}
