internal import GRDB

extension Ledger {
  /// Who holds, held or is to hold which office, as the reports put it, with the dates that they give.
  ///
  /// - Parameter part: A part of a name or of an office, or a country code; nil for all.
  public func offices(of part: String?, limit: Int) throws(LedgerError) -> Answer {
    let statements = try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT name, country, title, standing, since, until, report, published FROM v_offices
          WHERE ?1 IS NULL OR name LIKE '%' || ?1 || '%' OR title LIKE '%' || ?1 || '%' OR country = upper(?1)
          """, arguments: [part]
      ).map { row in
        WhosWho.Statement(
          name: row["name"], country: row["country"], title: row["title"], standing: row["standing"],
          since: row["since"], until: row["until"], published: row["published"], report: row["report"])
      }
    }
    return Answer(WhosWho(statements).tenures.prefix(limit))
  }
}

extension Answer {
  fileprivate init(_ tenures: some Sequence<WhosWho.Tenure>) {
    func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .none }
    self.init(
      columns: [
        "name", "country", "office", "standing", "since", "until", "reports", "first_said", "last_said",
        "for_example",
      ],
      rows: tenures.map {
        [
          .text($0.name), text($0.country), .text($0.title), .text($0.standing), text($0.since),
          text($0.until),
          .integer($0.reports.count), text($0.first), text($0.last), text($0.reports.first),
        ]
      })
  }
}
