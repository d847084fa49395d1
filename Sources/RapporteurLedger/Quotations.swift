internal import GRDB

/// The words that a report quotes, as far as they tell it from other reports.
///
/// Two outlets that heard one statement quote it alike, however differently they tell the rest.
struct Quotations {
  /// Shorter quotations are common phrases.
  private static let fewestWords = 5
  /// How many words of a quotation count: what follows may be cut.
  private static let comparedWords = 6

  /// The first words of each quotation.
  private let openings: Set<[String]>

  init(of report: Int64, _ db: Database) throws {
    let quoted = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT substr(r.text, 1 + s.value ->> 0, (s.value ->> 1) - (s.value ->> 0))
          FROM claims c JOIN reports r ON r.id = c.report, json_each(c.content_spans) s
          WHERE c.report = ? AND c.form = 'direct'
          """), arguments: [report])
    openings = Set(
      quoted.compactMap { text in
        let words = Identity.words(of: text)
        return words.count < Quotations.fewestWords ? nil : Array(words.prefix(Quotations.comparedWords))
      })
  }

  /// Whether the two quote the same words.
  func shares(_ other: Quotations) -> Bool { !openings.isDisjoint(with: other.openings) }
}
