/// A time expression with its value. Source: TIMEX3 of ISO-TimeML 1.2.
public struct Timex: Hashable, Sendable {
  /// What kind of time it is.
  public enum Kind: String, Sendable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

  /// The words.
  public let spans: [TextSpan]
  /// What kind of time it is.
  public let kind: Kind
  /// The TIMEX3 value: `2031-03-03`, `2031-W10`, `P3D`, `PAST_REF`; nil where the text does not fix it.
  public let value: String?
  /// The TIMEX3 modifier: `APPROX`, `START`, `MID`, `END`, `MORE_THAN`, …, or nil.
  public let modifier: String?
  /// How the value was found: "weekday against the publication date", "full date", "no anchor".
  public let basis: String

  /// Makes a time expression.
  public init(spans: [TextSpan], kind: Kind, value: String?, modifier: String? = nil, basis: String) {
    self.spans = spans
    self.kind = kind
    self.value = value
    self.modifier = modifier
    self.basis = basis
  }
}
