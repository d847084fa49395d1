/// One record as `rapporteur read --output jsonl` wrote it, schema `rapporteur/1`; see docs/record.md.
///
/// Spans are `[start, end)` in Unicode code points into `report.text`.
public struct StoredRecord: Decodable, Sendable {
  /// What made the record.
  public struct Engine: Decodable, Sendable {
    public let version: String
    public let model: String
    public let lexicon: String
  }

  /// The report that was read.
  public struct Report: Decodable, Sendable {
    public let id: String
    public let key: String
    public let uri: String?
    public let title: String?
    public let published: String?
    public let outlet: String?
    public let language: String?
    public let text: String
    public let lineage: [Link]
  }

  /// An outlet on the report's way.
  public struct Link: Decodable, Sendable {
    public let name: String
    public let role: String
  }

  /// Someone who is named, acts or speaks.
  public struct Actor: Decodable, Sendable {
    /// An office that the text gives.
    public struct Office: Decodable, Sendable {
      public let title: String
    }
    public let id: String
    public let name: String
    public let kind: String
    public let country: String?
    public let sectors: [String]
    public let offices: [Office]
  }

  /// Words, as spans.
  public struct Words: Decodable, Sendable {
    public let spans: [[Int]]
  }

  /// Who says so.
  public struct Claim: Decodable, Sendable {
    public struct Source: Decodable, Sendable {
      public let actor: String?
      public let spans: [[Int]]
    }
    public struct Cue: Decodable, Sendable {
      public let spans: [[Int]]
      public let lemma: String
      public let `class`: String
    }
    public let id: String
    public let parent: String?
    public let source: Source
    public let cue: Cue
    public let content: Words
    public let response: String?
    public let about: [String]
  }

  /// A place, resolved or not.
  public struct Place: Decodable, Sendable {
    public let name: String
    public let country: String?
    public let admin1: String?
    public let lat: Double?
    public let lon: Double?
    public let geonames: Int?
    public let spans: [[Int]]
  }

  /// Who did what to whom.
  public struct Event: Decodable, Sendable {
    public struct Trigger: Decodable, Sendable {
      public let spans: [[Int]]
      public let lemma: String
    }
    public struct Participant: Decodable, Sendable {
      public let id: String
      public let spans: [[Int]]
    }
    public struct Date: Decodable, Sendable {
      public let value: String
      public let end: String?
      public let grain: String
      public let spans: [[Int]]
      public let basis: String
    }
    public struct Count: Decodable, Sendable {
      public let kind: String
      public let low: Int?
      public let high: Int?
      public let claim: String?
    }
    public struct Holding: Decodable, Sendable {
      public let holder: String
      public let value: String
    }
    public struct Evidence: Decodable, Sendable {
      public let rule: String
      public let spans: [[Int]]
      public let rejected: [String]
    }
    public let id: String
    public let type: String
    public let mode: String?
    public let contexts: [String]
    public let status: [String]
    public let quad: Int
    public let intensity: Double
    public let cameo: String
    public let trigger: Trigger
    public let actor: [Participant]
    public let recipient: [Participant]
    public let date: Date?
    public let place: Place?
    public let casualties: [Count]
    public let claims: [String]
    public let factuality: [Holding]
    public let why: [Evidence]
  }

  public let schema: String
  public let engine: Engine
  public let report: Report
  public let sentences: [[Int]]
  public let actors: [Actor]
  public let claims: [Claim]
  public let events: [Event]
  public let places: [Place]
}
