/// Who did what to whom, when and where, and per which claims.
public struct Event: Hashable, Sendable {
  /// A number inside one report; exported as `e1`, `e2`, …
  public struct ID: Hashable, Sendable, Comparable {
    /// Counted from 1.
    public let number: Int
    /// Makes an id.
    public init(_ number: Int) { self.number = number }
    /// Orders by number.
    public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
  }

  /// An actor in a role of the event, by the words that put it there.
  public struct Participant: Hashable, Sendable {
    /// Whom the words mean.
    public let actor: Actor.ID
    /// The words; never empty.
    public let spans: [TextSpan]
    /// Makes a participant.
    public init(actor: Actor.ID, spans: [TextSpan]) {
      self.actor = actor
      self.spans = spans
    }
  }

  /// The words that name the act.
  public struct Trigger: Hashable, Sendable {
    /// The words; never empty.
    public let spans: [TextSpan]
    /// The dictionary form of the head word.
    public let lemma: String
    /// The head token.
    public let head: Int
    /// Makes a trigger.
    public init(spans: [TextSpan], lemma: String, head: Int) {
      self.spans = spans
      self.lemma = lemma
      self.head = head
    }
  }

  /// When it happened.
  public struct Date: Hashable, Sendable {
    /// How exact the date is.
    public enum Grain: String, Sendable { case minute, hour, day, week, month, quarter, year, decade }
    /// The first day (`2031-03-03`), or month or year where the grain is coarser (`2031-03`).
    public let value: String
    /// The last day, where it is a span of time.
    public let end: String?
    /// How exact it is.
    public let grain: Grain
    /// The words; empty where it follows from narrative order alone.
    public let spans: [TextSpan]
    /// Why: "weekday against the publication date".
    public let basis: String
    /// Makes a date.
    public init(value: String, end: String?, grain: Grain, spans: [TextSpan], basis: String) {
      self.value = value
      self.end = end
      self.grain = grain
      self.spans = spans
      self.basis = basis
    }
  }

  /// A count of people harmed or held.
  public struct Casualties: Hashable, Sendable {
    /// What happened to them.
    public enum Kind: String, Sendable { case dead, injured, arrested, missing }
    /// What happened to them.
    public let kind: Kind
    /// The lower bound, where stated.
    public let low: Int?
    /// The upper bound, where stated.
    public let high: Int?
    /// The words.
    public let spans: [TextSpan]
    /// The claim that gives the count; nil for the report's own voice.
    public let claim: Claim.ID?
    /// Makes a count.
    public init(kind: Kind, low: Int?, high: Int?, spans: [TextSpan], claim: Claim.ID?) {
      self.kind = kind
      self.low = low
      self.high = high
      self.spans = spans
      self.claim = claim
    }
  }

  /// Who holds the event for how certain.
  public struct Holding: Hashable, Sendable {
    /// Whose certainty it is.
    public enum Holder: Hashable, Sendable {
      case author
      case claim(Claim.ID)
    }
    /// Whose certainty it is.
    public let holder: Holder
    /// How certain.
    public let value: Factuality
    /// Makes a holding.
    public init(holder: Holder, value: Factuality) {
      self.holder = holder
      self.value = value
    }
  }

  /// The id inside the report.
  public let id: ID
  /// The PLOVER type.
  public let type: EventType
  /// The PLOVER mode; one of `type.modes`, or nil.
  public let mode: String?
  /// PLOVER contexts, in the manual's order.
  public let contexts: [String]
  /// PLOVER's auxiliary modes; empty for a plain past or present event.
  public let status: [EventStatus]
  /// The nearest CAMEO code: two to four digits.
  public let cameo: String
  /// The words that name the act.
  public let trigger: Trigger
  /// Who did it.
  public let actors: [Participant]
  /// To whom.
  public let recipients: [Participant]
  /// When; nil where the text does not tell.
  public let date: Date?
  /// Where; nil where the text does not tell.
  public let place: Place?
  /// Counts of people harmed or held.
  public let casualties: [Casualties]
  /// The innermost claim of every chain that carries the event; empty for the report's own voice.
  public let claims: [Claim.ID]
  /// One certainty for each holder, the author first.
  public let factuality: [Holding]
  /// The rules that fired, never empty.
  public let why: [Evidence]

  /// The intensity of the type and mode, -10…10.
  public var intensity: Double { type.intensity(mode: mode) }

  /// Makes an event; `why` must not be empty.
  public init(
    id: ID, type: EventType, mode: String?, contexts: [String], status: [EventStatus], cameo: String,
    trigger: Trigger, actors: [Participant], recipients: [Participant], date: Date?, place: Place?,
    casualties: [Casualties], claims: [Claim.ID], factuality: [Holding], why: [Evidence]
  ) {
    precondition(!why.isEmpty, "no evidence, no entry")
    self.id = id
    self.type = type
    self.mode = mode
    self.contexts = contexts
    self.status = status
    self.cameo = cameo
    self.trigger = trigger
    self.actors = actors
    self.recipients = recipients
    self.date = date
    self.place = place
    self.casualties = casualties
    self.claims = claims
    self.factuality = factuality
    self.why = why
  }
}
