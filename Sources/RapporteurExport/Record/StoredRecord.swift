/// One record as `rapporteur read --output jsonl` wrote it, schema `rapporteur/1`; see docs/record.md.
///
/// Spans are `[start, end)` in Unicode code points into `report.text`.
public struct StoredRecord: Decodable, Sendable {
  /// What made the record.
<<<<<<< HEAD
  public struct Engine: Decodable, Sendable {
    /// The engine's version.
    public let version: String
    /// The model's version.
    public let model: String
    /// A fingerprint of the word lists.
    public let lexicon: String
=======
  struct Engine: Decodable, Sendable {
    let version: String
    let model: String
    let lexicon: String
>>>>>>> main
  }

  /// The report that was read.
  public struct Report: Decodable, Sendable {
<<<<<<< HEAD
    /// Derived from the text and its origin.
    public let id: String
    /// The id that the input gave.
    public let key: String
    /// Where it was published, if the input told.
    public let uri: String?
    /// Its title, if the input told.
    public let title: String?
    /// The publication day, `YYYY-MM-DD`.
    public let published: String?
    /// The outlet, if the input told.
    public let outlet: String?
    /// ISO 639-1.
    public let language: String?
    /// The text that was read.
    public let text: String
    /// From the outlet in hand back to the origin.
    public let lineage: [Link]
  }

  /// An outlet on the report's way.
  public struct Link: Decodable, Sendable {
    /// The outlet.
    public let name: String
    /// relay, publisher or origin.
    public let role: String
=======
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
>>>>>>> main
  }

  /// Someone who is named, acts or speaks.
  public struct Actor: Decodable, Sendable {
    /// An office that the text gives.
<<<<<<< HEAD
    public struct Office: Decodable, Sendable {
      /// The title, as in the text.
      public let title: String
    }
    /// The id inside the report.
    public let id: String
    /// The fullest name, or the description.
    public let name: String
    /// person, organisation, state, group or media.
    public let kind: String
    /// ISO 3166-1 alpha-3, or a PLOVER code.
    public let country: String?
    /// PLOVER sectors.
    public let sectors: [String]
    /// Offices that the text gives.
    public let offices: [Office]
  }

  /// Words, as spans.
  public struct Words: Decodable, Sendable {
    /// In text order.
    public let spans: [[Int]]
  }

  /// Who says so.
  public struct Claim: Decodable, Sendable {
    /// Who says it, and the words.
    public struct Source: Decodable, Sendable {
      /// Whom the words mean; nil where it is not known.
      public let actor: String?
      /// The words at the cue; empty where no source is stated.
      public let spans: [[Int]]
    }
    /// The words that introduce a content.
    public struct Cue: Decodable, Sendable {
      /// The words; empty for a free-standing quotation.
      public let spans: [[Int]]
      /// The dictionary form of the head word.
      public let lemma: String
      /// What the cue does to the content.
      public let `class`: String
    }
    /// The id inside the report.
    public let id: String
    /// The claim inside whose content this one stands.
    public let parent: String?
    /// Who says it.
    public let source: Source
    /// By what words.
    public let cue: Cue
    /// What.
    public let content: Words
    /// Where it answers something: how.
    public let response: String?
    /// What a response is about: ids of events, then of claims.
    public let about: [String]
  }

  /// A place, resolved or not.
  public struct Place: Decodable, Sendable {
    /// The gazetteer's name, or the text's.
    public let name: String
    /// ISO 3166-1 alpha-3.
    public let country: String?
    /// The first-order division.
    public let admin1: String?
    /// Degrees north.
    public let lat: Double?
    /// Degrees east.
    public let lon: Double?
    /// The GeoNames id.
    public let geonames: Int?
    /// The words.
    public let spans: [[Int]]
=======
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
>>>>>>> main
  }

  /// Who did what to whom.
  public struct Event: Decodable, Sendable {
<<<<<<< HEAD
    /// The word of an act.
    public struct Trigger: Decodable, Sendable {
      /// The words.
      public let spans: [[Int]]
      /// The dictionary form of the head word.
      public let lemma: String
    }
    /// A party of an act.
    public struct Participant: Decodable, Sendable {
      /// The actor.
      public let id: String
      /// The words; empty where the party stands elsewhere.
      public let spans: [[Int]]
    }
    /// When an act happened, and why that is thought.
    public struct Date: Decodable, Sendable {
      /// ISO 8601, as exact as `grain`.
      public let value: String
      /// The last day of a range.
      public let end: String?
      /// year, month, week, day …
      public let grain: String
      /// The expression.
      public let spans: [[Int]]
      /// Why this date.
      public let basis: String
    }
    /// A figure of people.
    public struct Count: Decodable, Sendable {
      /// dead, injured, arrested or missing.
      public let kind: String
      /// The least; nil where not bounded.
      public let low: Int?
      /// The most; nil where not bounded.
      public let high: Int?
      /// Whose figure; nil for the report's own voice.
      public let claim: String?
    }
    /// How certain one holder is.
    public struct Holding: Decodable, Sendable {
      /// `author`, or the id of a claim.
      public let holder: String
      /// A letter of FactBank: CT+, PR+, PS+, their negatives, or Uu.
      public let value: String
    }
    /// The rule that fired, and its words.
    public struct Evidence: Decodable, Sendable {
      /// The rule's name.
      public let rule: String
      /// The words that it read.
      public let spans: [[Int]]
      /// What was considered and rejected.
      public let rejected: [String]
    }
    /// The id inside the report.
    public let id: String
    /// A type of PLOVER 2.0.
    public let type: String
    /// A mode of the type.
    public let mode: String?
    /// PLOVER contexts.
    public let contexts: [String]
    /// historical, future, hypothetical, negation.
    public let status: [String]
    /// 1 … 4: verbal or material, cooperation or conflict.
    public let quad: Int
    /// -10 … 10.
    public let intensity: Double
    /// The nearest CAMEO code.
    public let cameo: String
    /// The word of the act.
    public let trigger: Trigger
    /// Who did it; empty for unknown.
    public let actor: [Participant]
    /// To whom; empty for unknown.
    public let recipient: [Participant]
    /// When; nil where the text does not say.
    public let date: Date?
    /// Where; nil where the text does not say.
    public let place: Place?
    /// Figures, one for each and whose.
    public let casualties: [Count]
    /// The innermost claims that carry it; empty for the report's own voice.
    public let claims: [String]
    /// How certain each holder is.
    public let factuality: [Holding]
    /// What fired.
    public let why: [Evidence]
  }

  /// `rapporteur/1`.
  public let schema: String
  /// What made it.
  public let engine: Engine
  /// What was read.
  public let report: Report
  /// Spans, in text order.
  public let sentences: [[Int]]
  /// Everyone named, acting or speaking.
  public let actors: [Actor]
  /// Who says so.
  public let claims: [Claim]
  /// Who did what to whom.
  public let events: [Event]
  /// Toponyms and demonyms.
  public let places: [Place]
=======
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
>>>>>>> main
}
