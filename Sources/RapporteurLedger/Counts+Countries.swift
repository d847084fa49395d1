extension Counts {
  /// Writes which countries take part in the events of a report, and who acts on whom; nothing where it is not live.
  func writeCountries(of report: Int64) throws {
    try run("DELETE FROM parties WHERE event IN (SELECT id FROM events WHERE report = ?1)", report)
    try run("DELETE FROM pairs WHERE event IN (SELECT id FROM events WHERE report = ?1)", report)
    try run(
      """
      INSERT OR IGNORE INTO parties (country, day, event, role, report, happening, type, exact)
      SELECT a.country, coalesce(e.day, ''), e.id, p.role, r.id, coalesce(h.happening, 0), e.type,
        coalesce(e.date_grain, '') IN ('day', 'hour', 'minute')
      FROM reports r JOIN events e ON e.report = r.id JOIN participants p ON p.event = e.id
      JOIN actors a ON a.id = p.actor LEFT JOIN happening_events h ON h.event = e.id
      WHERE r.id = ?1 AND \(Ledger.live("r")) AND a.country IS NOT NULL
      """, report)
    try writePairs(of: report)
  }

  /// Where nobody is acted on, the actors of an event are each other's partners.
  private func writePairs(of report: Int64) throws {
    try run(
      """
      WITH acted AS (
        SELECT DISTINCT x.country AS source, y.country AS target, e.id, q.role = 'recipient' AS received
        FROM reports r JOIN events e ON e.report = r.id
        JOIN participants p ON p.event = e.id AND p.role = 'actor' JOIN actors x ON x.id = p.actor
        JOIN participants q ON q.event = e.id AND (q.role = 'recipient' OR q.position <> p.position
          AND NOT EXISTS (SELECT 1 FROM participants t WHERE t.event = e.id AND t.role = 'recipient'))
        JOIN actors y ON y.id = q.actor
        WHERE r.id = ?1 AND \(Ledger.live("r")) AND x.country IS NOT NULL AND y.country IS NOT NULL)
      INSERT INTO pairs (source, target, day, event, report, happening, quad, intensity, dated, counts, received, alone, roots)
      SELECT a.source, a.target, coalesce(e.day, ''), e.id, e.report, coalesce(h.happening, 0), e.quad, e.intensity,
        coalesce(e.date, '') <> '',
        NOT EXISTS (SELECT 1 FROM json_each(e.status) WHERE value <> 'historical')
          AND NOT EXISTS (SELECT 1 FROM factuality f WHERE f.event = e.id AND f.claim IS NULL AND f.value = 'CT-'),
        a.received, (SELECT count(*) FROM acted b WHERE b.id = a.id) = 1,
        coalesce((SELECT group_concat(o.root, char(10)) FROM origins o WHERE o.event = e.id AND o.stance = 'asserts'), '')
      FROM acted a JOIN events e ON e.id = a.id LEFT JOIN happening_events h ON h.event = e.id
      """, report)
  }
}
