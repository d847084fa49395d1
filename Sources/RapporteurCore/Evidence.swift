/// The words that license a finding, and the rule that read them.
public struct Evidence: Hashable, Sendable {
  /// The words; never empty.
  public let spans: [TextSpan]
  /// The rule's name, as `docs/coding.md` lists it: `frame:meet.v.1`, `cue:say`, `model:attribution`.
  public let rule: String
  /// What was considered and rejected, in words: event types, other readings.
  public let rejected: [String]

  /// Makes evidence; `spans` must not be empty.
  public init(spans: [TextSpan], rule: String, rejected: [String] = []) {
    precondition(!spans.isEmpty, "no evidence, no entry")
    self.spans = spans
    self.rule = rule
    self.rejected = rejected
  }
}
