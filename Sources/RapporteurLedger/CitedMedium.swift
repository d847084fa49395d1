internal import GRDB

/// The outlet that a sentence cites for one thing while it tells another in the report's own voice.
///
/// "Three tonnes were found, the Harrow Wire reported, and two men were arrested": where the cited outlet's report tells of
/// the arrest as well, both stand on its word.
struct CitedMedium {
  /// The outlet, as its own report has it.
  let name: String
  /// What tells it across reports.
  let root: String

  /// - Parameters:
  ///   - event: An event that no claim carries.
  ///   - root: The report in which the words stand first: the event's own, or the one that this copies.
  init?(beside event: Int64, root: Int64, _ db: Database) throws {
    let pairs = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT t.outlet, a.name FROM events e JOIN happening_events h ON h.event = e.id
          JOIN edges g ON g.source = ?2 AND g.kind = 'reports-on' JOIN reports t ON t.id = g.target
          JOIN claims c ON c.report = e.report JOIN claim_sources s ON s.claim = c.id
          JOIN actors a ON a.id = s.actor AND a.kind = 'media'
          WHERE e.id = ?1 AND t.outlet IS NOT NULL
            AND EXISTS (SELECT 1 FROM events o JOIN happening_events i ON i.event = o.id
              WHERE o.report = t.id AND i.happening = h.happening)
            AND EXISTS (SELECT 1 FROM json_each(e.sentence_spans) w, json_each(c.cue_spans) q
              WHERE w.value ->> 0 <= q.value ->> 0 AND q.value ->> 1 <= w.value ->> 1)
          ORDER BY t.id
          """), arguments: [event, root])
    for pair in pairs {
      let (outlet, cited): (String, String) = (pair["outlet"], pair["name"])
      let (own, other) = (Set(Identity.words(of: outlet)), Set(Identity.words(of: cited)))
      guard own.isSubset(of: other) || other.isSubset(of: own), let identity = Identity.medium(outlet) else {
        continue
      }
      (name, self.root) = (outlet, identity)
      return
    }
    return nil
  }
}
