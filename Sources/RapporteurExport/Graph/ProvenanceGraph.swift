import Foundation

/// Records as one JSON-LD graph: who derived what from whom (W3C PROV), and what was claimed or quoted (schema.org).
///
/// Write `header`, then what `add` gives for each record, then `footer`.
///
/// Sources: W3C PROV-O, <https://www.w3.org/TR/prov-o/>; schema.org Claim and Quotation; JSON-LD 1.1.
public struct ProvenanceGraph: Sendable {
  /// What a ledger knows of a report beyond its record.
  public struct Context: Sendable {
    /// The reports that this one copies, cites or supersedes: relay, reports-on or version, and the id.
    public let leadsTo: [(kind: String, report: String)]
    /// What stands behind its events, by their ids.
    public let standing: [String: EventStanding]

    /// Makes a context; without a ledger there is none.
    public init(leadsTo: [(kind: String, report: String)] = [], standing: [String: EventStanding] = [:]) {
      self.leadsTo = leadsTo
      self.standing = standing
    }
  }

  private var isFirst = true

  /// An empty graph.
  public init() {}

  /// What stands before the first record.
  public var header: String {
    "{\"@context\":{\"prov\":\"http://www.w3.org/ns/prov#\",\"schema\":\"https://schema.org/\","
      + "\"xsd\":\"http://www.w3.org/2001/XMLSchema#\",\"rap\":\"urn:rapporteur:terms:\"},\n\"@graph\":["
  }

  /// What stands after the last record.
  public var footer: String { "\n]}\n" }

  /// The nodes of a record, with what parts them from those before.
  public mutating func add(_ record: StoredRecord, _ context: Context = Context()) -> String {
    let nodes = RecordNodes(record: record, context: context).all.map(ProvenanceGraph.line)
    let text = (isFirst ? "\n" : ",\n") + nodes.joined(separator: ",\n")
    isFirst = isFirst && nodes.isEmpty
    return nodes.isEmpty ? "" : text
  }

  private static func line(_ node: [String: Any]) -> String {
    do {
      let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
      return String(
        decoding: try JSONSerialization.data(withJSONObject: node, options: options), as: UTF8.self)
    } catch { preconditionFailure("a node of texts and numbers can be written: \(error)") }
  }
}
