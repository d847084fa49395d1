internal import GRDB

/// Which events a question is about; all conditions must hold.
public struct Filter: Sendable, Equatable {
  /// Words in SQLite's FTS5 form: phrase, prefix, NEAR, `title: word`.
  public var words: String?
  /// Who acts: a country code (three capitals mean the country alone), or a part of a name.
  public var actor: String?
  /// To whom: the same.
  public var recipient: String?
  /// A PLOVER type.
  public var type: String?
  /// Where: an ISO 3166-1 alpha-3 code.
  public var country: String?
  /// Where: a name.
  public var place: String?
  /// Who published the report.
  public var outlet: String?
  /// historical, future, hypothetical or negation.
  public var status: String?
  /// A response that is about the event: confirmed, denied, …
  public var response: String?
  /// The first day, YYYY-MM-DD.
  public var since: String?
  /// The last day, YYYY-MM-DD.
  public var until: String?
  /// What analysts said: accept, reject, recoded, or open where nobody said anything.
  public var judged: String?
  /// A value that an analyst put in the place of what was read: a type, a name, a day.
  public var recoded: String?
  /// The most rows.
  public var limit = 50
  /// Conditions are on the coding as it was read, whatever analysts corrected.
  public var asCoded = false

  /// A filter that lets everything through.
  public init() {}
}

extension Filter {
  /// The conditions on `e` (events) and `r` (reports) as SQL, with their arguments.
  ///
  /// - Parameter hasRareWords: Whether the reports that hold the words are few enough to be listed once; else each report
  ///   is looked up.
  func conditions(hasRareWords: Bool) -> (sql: String, arguments: StatementArguments) {
    var parts = ["\(Ledger.live("r"))"]
    var arguments = StatementArguments()
    func add(_ sql: String, _ values: String?...) {
      guard let values = values as? [String], !values.isEmpty else { return }
      parts.append(sql)
      arguments += StatementArguments(values)
    }
    for (role, party) in [("actor", actor), ("recipient", recipient)] {
      guard let party else { continue }
      if Filter.code(party) != nil {
        add(Filter.participant(role, "a.country = ?"), party)
      } else {
        add(Filter.participant(role, "(a.country = upper(?) OR a.name LIKE '%' || ? || '%')"), party, party)
      }
    }
    add("e.type = ?", type?.uppercased())
    add("e.place_country = ?", country?.uppercased())
    add("e.place LIKE '%' || ? || '%'", place)
    add("r.outlet LIKE '%' || ? || '%'", outlet)
    add("EXISTS (SELECT 1 FROM json_each(e.status) WHERE value = ?)", status)
    add(
      """
      EXISTS (SELECT 1 FROM claims c WHERE c.response = ? AND (
        c.id IN (SELECT claim FROM claim_events WHERE event = e.id)
        OR c.id IN (SELECT claim FROM event_claims WHERE event = e.id)))
      """, response)
    add("e.day >= ?", since)
    add("e.day <= ?", until)
    add(hasRareWords ? Filter.listedWords : Filter.lookedUpWords, words)
    add(Filter.judgement(judged), judged)
    add(
      "EXISTS (SELECT 1 FROM corrections c WHERE c.event = \(EventKey.sql) AND c.field <> 'verdict' AND c.value = ? COLLATE NOCASE)",
      recoded)
    return (parts.joined(separator: " AND "), arguments)
  }

  private static let listedWords = "e.report IN (SELECT rowid FROM reports_words WHERE reports_words MATCH ?)"
  private static let lookedUpWords =
    "EXISTS (SELECT 1 FROM reports_words w WHERE w.rowid = r.id AND reports_words MATCH ?)"

  /// Whether an analyst said so; every form holds its value once.
  private static func judgement(_ judged: String?) -> String {
    let said = "EXISTS (SELECT 1 FROM corrections c WHERE c.event = \(EventKey.sql)"
    return switch judged {
    case "recoded": "\(said) AND c.field <> 'verdict') AND ? = 'recoded'"
    case "open": "NOT \(said)) AND ? = 'open'"
    default: "\(said) AND c.field = 'verdict' AND c.value = ?)"
    }
  }

  /// A country's code, where a text is one as it is written.
  static func code(_ text: String) -> String? {
    text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? text : nil
  }

  private static func participant(_ role: String, _ condition: String) -> String {
    """
    EXISTS (SELECT 1 FROM participants p CROSS JOIN actors a ON a.id = p.actor
      WHERE p.event = e.id AND p.role = '\(role)' AND \(condition))
    """
  }
}
