/// A sheet on which people judge coded events, as CSV; see docs/validation.md.
///
/// The machine fills the columns of the event, a person those that `judgements` names.
public struct CodingSheet: Sendable {
  /// The columns that a person fills with y (right), n (wrong) or nothing (does not apply).
  public static let judgements = [
    "event_ok", "type_ok", "mode_ok", "status_ok", "actor_ok", "recipient_ok", "date_ok", "place_ok",
  ]

  /// All columns.
  public static let columns =
    ["event_id", "type", "mode", "status", "actor", "recipient", "date", "place", "sources", "trigger"]
    + ["before", "sentence", "after"] + judgements + ["remark"]

  private var sample: Reservoir<[String]>

  /// A sheet of at most `size` events, drawn with `seed`.
  public init(size: Int, seed: UInt64) { sample = Reservoir(size: size, seed: seed) }

  /// Offers all events of a record.
  public mutating func offer(_ record: StoredRecord) {
    for coded in CodedEvent.events(of: record) { sample.offer(CodingSheet.row(coded)) }
  }

  /// The sheet, its rows in the order of the records.
  public var csv: String {
    var table = Table(columns: CodingSheet.columns)
    sample.inOrder.forEach { table.append($0) }
    return table.csv()
  }

  /// How many events the sheet holds.
  public var count: Int { sample.items.count }

  private static func row(_ coded: CodedEvent) -> [String] {
    let event = coded.event
    let around = coded.text.neighbours(of: coded.position)
    return [
      coded.id, event.type, event.mode ?? "", event.status.joined(separator: " "), people(coded.actors),
      people(coded.recipients), event.date?.value ?? "", event.place?.name ?? "",
      coded.sources.joined(separator: "; "), coded.text.words(event.trigger.spans), around.before,
      coded.sentence,
      around.after,
    ] + Array(repeating: "", count: judgements.count + 1)
  }

  private static func people(_ parties: [CodedEvent.Party]) -> String {
    parties.isEmpty ? "UNK" : parties.map { "\($0.actor.name) [\($0.code)]" }.joined(separator: "; ")
  }
}
