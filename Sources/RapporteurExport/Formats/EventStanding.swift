/// What a ledger knows of an event beyond its record; more columns of our own table.
public struct EventStanding: Sendable {
  static let names = ["happening", "reports", "origins", "correction", "grade", "tags"]

  let happening: Int64?
  let reports: Int
  let origins: Int
  let correction: String
  let grade: String
  let tags: String

  /// - Parameters:
  ///   - happening: The number of the happening.
  ///   - reports: How many reports tell of it.
  ///   - origins: From how many origins.
  ///   - correction: What a person corrected, `type=ASSAULT; …`; applied to the row.
  ///   - grade: The event's Admiralty grade.
  ///   - tags: The event's tags.
  public init(happening: Int64?, reports: Int, origins: Int, correction: String, grade: String, tags: String)
  {
    (self.happening, self.reports, self.origins) = (happening, reports, origins)
    (self.correction, self.grade, self.tags) = (correction, grade, tags)
  }

  var row: [String] {
    [happening.map { String($0) } ?? "", String(reports), String(origins), correction, grade, tags]
  }
}
