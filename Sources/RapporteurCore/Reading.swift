/// What meaning found in one report.
public struct Reading: Sendable {
  /// The report's way, from the outlet in hand back to the origin that the text names.
  public let lineage: [LineageLink]
  /// Everyone who is named, acts or speaks.
  public let actors: [Actor]
  /// Who says so, in text order.
  public let claims: [Claim]
  /// Who did what to whom, in the text order of the triggers.
  public let events: [Event]
  /// All time expressions, in text order.
  public let times: [Timex]
  /// All places, in text order.
  public let places: [Place]

  /// Makes a reading.
  public init(
    lineage: [LineageLink], actors: [Actor], claims: [Claim], events: [Event], times: [Timex], places: [Place]
  ) {
    self.lineage = lineage
    self.actors = actors
    self.claims = claims
    self.events = events
    self.times = times
    self.places = places
  }
}
