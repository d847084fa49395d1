/// One record as `rapporteur read --output jsonl` wrote it, schema `rapporteur/1`; see docs/record.md.
///
/// Spans are `[start, end)` in Unicode code points into `report.text`.
public struct StoredRecord: Decodable, Sendable {
  /// What made the record.
  struct Engine: Decodable, Sendable {
    let version: String
    let model: String
    let lexicon: String
  }

  /// The report that was read.
  public struct Report: Decodable, Sendable {
    /// The id that is derived from the text.
    public let id: String
    /// The id that the input gave.
    public let key: String
    let uri: String?
    let title: String?
    let published: String?
    let outlet: String?
    let language: String?
    let text: String
    let lineage: [Link]
  }

  /// An outlet on the report's way.
  struct Link: Decodable, Sendable {
    let name: String
    let role: String
  }

  /// Someone who is named, acts or speaks.
  struct Actor: Decodable, Sendable {
    /// An office that the text gives.
    struct Office: Decodable, Sendable {
      let title: String
    }
    let id: String
    let name: String
    let kind: String
    let country: String?
    let sectors: [String]
    let offices: [Office]
  }

  /// Words, as spans.
  struct Words: Decodable, Sendable {
    let spans: [[Int]]
  }

  /// Who says so.
  struct Claim: Decodable, Sendable {
    struct Source: Decodable, Sendable {
      let actor: String?
      let spans: [[Int]]
    }
    struct Cue: Decodable, Sendable {
      let spans: [[Int]]
      let lemma: String
      let `class`: String
    }
    let id: String
    let parent: String?
    let source: Source
    let cue: Cue
    let content: Words
    let form: String?
    let response: String?
    let about: [String]
  }

  /// A place, resolved or not.
  struct Place: Decodable, Sendable {
    let name: String
    let country: String?
    let admin1: String?
    let lat: Double?
    let lon: Double?
    let geonames: Int?
    let spans: [[Int]]
  }

  /// Who did what to whom.
  public struct Event: Decodable, Sendable {
    struct Trigger: Decodable, Sendable {
      let spans: [[Int]]
      let lemma: String
    }
    struct Participant: Decodable, Sendable {
      let id: String
      let spans: [[Int]]
    }
    struct Date: Decodable, Sendable {
      let value: String
      let end: String?
      let grain: String
      let spans: [[Int]]
      let basis: String
    }
    struct Count: Decodable, Sendable {
      let kind: String
      let low: Int?
      let high: Int?
      let claim: String?
    }
    struct Holding: Decodable, Sendable {
      let holder: String
      let value: String
    }
    struct Evidence: Decodable, Sendable {
      let rule: String
      let spans: [[Int]]
      let rejected: [String]
    }
    /// `e1`, `e2`, …
    public let id: String
    let type: String
    let mode: String?
    let contexts: [String]
    let status: [String]
    let quad: Int
    let intensity: Double
    let cameo: String
    let trigger: Trigger
    let actor: [Participant]
    let recipient: [Participant]
    let date: Date?
    let place: Place?
    let casualties: [Count]
    let claims: [String]
    let factuality: [Holding]
    let why: [Evidence]
  }

  let schema: String
  let engine: Engine
  /// The report that was read.
  public let report: Report
  let sentences: [[Int]]
  let actors: [Actor]
  let claims: [Claim]
  /// Who did what to whom.
  public let events: [Event]
  let places: [Place]
}
