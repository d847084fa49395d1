/// One station on a report's way: from the outlet in hand back to the origin that the text names.
public struct LineageLink: Hashable, Sendable {
  /// What the outlet did.
  public enum Role: String, Sendable { case relay, publisher, origin }

  /// The outlet as the text names it.
  public let name: String
  /// What the outlet did.
  public let role: Role
  /// Where the text says so; empty where only the input says so.
  public let spans: [TextSpan]

  /// Makes a station.
  public init(name: String, role: Role, spans: [TextSpan]) {
    self.name = name
    self.role = role
    self.spans = spans
  }
}
