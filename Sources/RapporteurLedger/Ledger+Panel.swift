internal import GRDB
import RapporteurCore

/// How a panel counts.
public struct PanelRules: Sendable, Equatable {
  /// The length of a period.
  public enum Period: String, Sendable, CaseIterable { case month, week }

  /// The length of a period.
  public var period: Period
  /// Leave corrections by analysts aside.
  public var asCoded = false
  /// Put an event that the text gives no date to the report's day of publication; else it is left out.
  public var datesByPublication = false

  /// Months or weeks, after corrections, dated events only.
  public init(period: Period) { self.period = period }
}

/// What one country did to another in one period, in one of PLOVER's quads.
public struct PanelCount: Sendable, Equatable {
  /// The first day of the period.
  public let start: String
  /// Who acted: an ISO 3166-1 alpha-3 code, or the code of a body.
  public let from: String
  /// To whom.
  public let to: String
  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  public let quad: Int
  /// How many happenings.
  public let happenings: Int
  /// How many articles told of them, each once for each happening.
  public let articles: Int
  /// How many origins assert them, each once for each happening.
  public let origins: Int
}

extension Ledger {
  /// Counts by period, pair of countries and quad; what nobody reports is not among them.
  ///
  /// Future, hypothetical and denied events are left out, and those that an analyst rejected.
  ///
  /// - Returns: The counts, and how many fitting events were left out for want of a date.
  public func panel(_ filter: Filter, _ rules: PanelRules) throws(LedgerError) -> (
    counts: [PanelCount], undated: Int
  ) {
    var filter = filter
    filter.asCoded = filter.asCoded || rules.asCoded
    return try read { [filter] db in
      let fit = try filter.fitted(db)
      let corrected = try rules.asCoded ? [] : Int64.fetchAll(db, sql: PanelQuery.corrected)
      let plan = try FilterPlan(filter, fit, db, wanted: .everything)
      let query = PanelQuery(
        rules: rules, filter: filter, fit: fit, plan: plan, corrected: Filter.list(corrected))
      var tally = PanelTally(rules)
      try tally.add(query.pairs, db)
      let undated = try query.undated.map { try count($0, db) } ?? tally.undated.count
      try tally.add(query.correctedPairs, db)
      return (tally.counts, undated + (try query.undatedCorrected.map { try count($0, db) } ?? 0))
    }
  }

  private func count(_ query: PanelQuery.Query, _ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: query.sql, arguments: query.arguments) ?? 0
  }
}
