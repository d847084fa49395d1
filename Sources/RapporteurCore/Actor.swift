/// A person, organisation, medium, state or described group of a report.
public struct Actor: Hashable, Sendable {
  /// A number inside one report; exported as `a1`, `a2`, …
  public struct ID: Hashable, Sendable, Comparable {
    /// Counted from 1.
    public let number: Int
    /// Makes an id.
    public init(_ number: Int) { self.number = number }
    /// Orders by number.
    public static func < (a: ID, b: ID) -> Bool { a.number < b.number }
  }

  /// What kind of actor it is.
  public enum Kind: String, Sendable { case person, organisation, state, group, media }

  /// How much the report says about who it is; the later case wins.
  public enum Anonymity: String, Sendable, Comparable, CaseIterable {
    case named
    case roleOnly = "role-only"
    case described
    case granted

    /// Orders from named to granted.
    public static func < (a: Anonymity, b: Anonymity) -> Bool {
      allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
  }

  /// An office that the text gives to a person, and when he or she held it as far as the text says so.
  public struct Office: Hashable, Sendable {
    /// How the text puts the person to the office at its own time.
    public enum Standing: String, Sendable, CaseIterable { case present, former, acting, designate }

    /// The words of the office, as written.
    public let title: String
    /// Where.
    public let spans: [TextSpan]
    /// How the text puts the person to the office.
    public let standing: Standing
    /// Since when, as a TIMEX3 date as exact as the text's; nil where the text does not say.
    public let since: String?
    /// Until when, likewise.
    public let until: String?
    /// The words of `since` and `until`, in that order.
    public let dated: [TextSpan]

    /// Makes an office.
    public init(
      title: String, spans: [TextSpan], standing: Standing = .present, since: String? = nil,
      until: String? = nil, dated: [TextSpan] = []
    ) {
      self.title = title
      self.spans = spans
      self.standing = standing
      self.since = since
      self.until = until
      self.dated = dated
    }
  }

  /// One place where the report speaks of the actor.
  public struct Mention: Hashable, Sendable {
    /// How it is spoken of.
    public enum Form: String, Sendable { case name, nominal, pronoun }
    /// The words; a name is bare: no title, article or 's.
    public let spans: [TextSpan]
    /// How it is spoken of.
    public let form: Form
    /// The token that heads the mention.
    public let head: Int
    /// Makes a mention.
    public init(spans: [TextSpan], form: Form, head: Int) {
      self.spans = spans
      self.form = form
      self.head = head
    }
  }

  /// The id inside the report.
  public let id: ID
  /// The fullest name or description, as written.
  public let name: String
  /// What kind of actor it is.
  public let kind: Kind
  /// ISO 3166-1 alpha-3, or a PLOVER construct (IGO, NGO, ISM, IMG, MNC, UNO, EUR); nil where unknown.
  public let country: String?
  /// PLOVER sector codes, primary first.
  public let sectors: [String]
  /// How much the report says about who it is.
  public let anonymity: Anonymity
  /// The stated reason for anonymity.
  public let anonymityReason: [TextSpan]
  /// The offices that the text gives.
  public let offices: [Office]
  /// All mentions, in text order; never empty.
  public let mentions: [Mention]

  /// Makes an actor.
  public init(
    id: ID, name: String, kind: Kind, country: String?, sectors: [String], anonymity: Anonymity,
    anonymityReason: [TextSpan] = [], offices: [Office] = [], mentions: [Mention]
  ) {
    precondition(!mentions.isEmpty, "an actor is mentioned")
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.sectors = sectors
    self.anonymity = anonymity
    self.anonymityReason = anonymityReason
    self.offices = offices
    self.mentions = mentions
  }
}
