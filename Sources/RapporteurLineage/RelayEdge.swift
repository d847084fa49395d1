/// How one report hangs on another: `from` is the one in hand, `to` the one that it leads back to.
public struct RelayEdge: Sendable, Hashable {
  /// In what way.
  public enum Kind: String, Sendable, CaseIterable {
    /// `from` copies the text of `to`, or both copy a third.
    case relay
    /// `from` says in its own words what it found in `to`.
    case reportsOn = "reports-on"
    /// `from` is a later state of the same item.
    case version
  }

  /// The report in hand.
  public let from: String
  /// The one that it leads back to.
  public let to: String
  /// In what way.
  public let kind: Kind
  /// The share of the shorter report's own words that both have, 0…1.
  public let containment: Double
  /// Why, in words; never empty.
  public let reasons: [String]

  /// Makes an edge; `reasons` must not be empty.
  public init(from: String, to: String, kind: Kind, containment: Double, reasons: [String]) {
    precondition(!reasons.isEmpty, "an edge has a reason")
    self.from = from
    self.to = to
    self.kind = kind
    self.containment = containment
    self.reasons = reasons
  }
}
