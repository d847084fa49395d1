/// One statement in a report: someone says, believes, wants or denies something.
///
/// A claim isn't a fact. `source` is whoever the report holds to it. Words: PolNeAR and PARC.
public struct Claim: Hashable, Sendable {
  /// A number inside one report; exported as `c1`, `c2`, …
  public struct ID: Hashable, Sendable, Comparable {
    /// Counted from 1.
    public let number: Int
    /// Makes an id.
    public init(_ number: Int) { self.number = number }
    /// Orders by number.
    public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
  }

  /// Who says it: the words at the cue, and whom they mean.
  public struct Source: Hashable, Sendable {
    /// Whom the words mean; several for "the two ministers"; empty where it isn't known.
    public let actors: [Actor.ID]
    /// The words at the cue; empty where no source is stated.
    public let spans: [TextSpan]
    /// Makes a source.
    public init(actors: [Actor.ID], spans: [TextSpan]) {
      self.actors = actors
      self.spans = spans
    }
  }

  /// The words that introduce the content.
  public struct Cue: Hashable, Sendable {
    /// The words; empty for a free-standing quotation.
    public let spans: [TextSpan]
    /// The dictionary form of the head word, or "".
    public let lemma: String
    /// What the cue does to the content.
    public let kind: CueClass
    /// Makes a cue.
    public init(spans: [TextSpan], lemma: String, kind: CueClass) {
      self.spans = spans
      self.lemma = lemma
      self.kind = kind
    }
  }

  /// What a cue does to its content: the reporter's distance and the source's stance.
  public enum CueClass: String, Sendable, CaseIterable {
    case neutral, strong, distancing, factive, commissive, denial, refusal, speculative, evidential
  }

  /// How the words are given.
  public enum Form: String, Sendable { case direct, mixed, indirect }

  /// What the source does with the content.
  public enum Kind: String, Sendable, CaseIterable { case assertion, belief, knowledge, intention, request }

  /// How the source expressed itself.
  public enum Medium: String, Sendable, CaseIterable { case speech, writing, thought }

  /// What a response says to what it is about.
  public enum Response: String, Sendable, CaseIterable {
    case confirmed, denied
    case neitherConfirmedNorDenied = "neither-confirmed-nor-denied"
    case declinedToComment = "declined-to-comment"
    case didNotRespond = "did-not-respond"
    case couldNotBeReached = "could-not-be-reached"
    case retracted
  }

  /// What a response is about.
  public enum Subject: Hashable, Sendable {
    case event(Event.ID)
    case claim(Claim.ID)
  }

  /// The id inside the report.
  public let id: ID
  /// The claim inside whose content this one stands.
  public let parent: ID?
  /// Who says it.
  public let source: Source
  /// By what words.
  public let cue: Cue
  /// What; may be empty for a response, may be discontinuous.
  public let content: [TextSpan]
  /// How the words are given.
  public let form: Form
  /// What the source does with the content.
  public let kind: Kind
  /// How the source expressed itself, where the cue tells.
  public let medium: Medium?
  /// "X", "Telegram", "state television".
  public let platform: String?
  /// Where the claim is a response: which.
  public let response: Response?
  /// What the response is about: events first, then claims.
  public let about: [Subject]
  /// The words that license the claim, and the rule that read them.
  public let evidence: Evidence

  /// Makes a claim.
  public init(
    id: ID, parent: ID?, source: Source, cue: Cue, content: [TextSpan], form: Form, kind: Kind,
    medium: Medium?, platform: String? = nil, response: Response? = nil, about: [Subject] = [],
    evidence: Evidence
  ) {
    self.id = id
    self.parent = parent
    self.source = source
    self.cue = cue
    self.content = content
    self.form = form
    self.kind = kind
    self.medium = medium
    self.platform = platform
    self.response = response
    self.about = about
    self.evidence = evidence
  }

  /// The same claim with what its response is about.
  public func with(about subjects: [Subject]) -> Claim {
    Claim(
      id: id, parent: parent, source: source, cue: cue, content: content, form: form, kind: kind,
      medium: medium, platform: platform, response: response, about: subjects, evidence: evidence)
  }
}
