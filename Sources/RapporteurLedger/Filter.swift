internal import GRDB

/// Which events a question is about; all conditions must hold.
public struct Filter: Sendable, Equatable {
  /// Words in SQLite's FTS5 form: phrase, prefix, NEAR, `title: word`.
  public var words: String?
  /// A country code or a part of the name of who acts.
  public var actor: String?
  /// A country code or a part of the name of to whom.
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

  /// A filter that lets everything through.
  public init() {}
}

extension Filter {
  /// The conditions on `e` (events) and `r` (reports) as SQL, with their arguments.
  var conditions: (sql: String, arguments: StatementArguments) {
    var parts = ["\(Ledger.live("r"))"]
    var arguments = StatementArguments()
    func add(_ sql: String, _ values: String?...) {
      guard let values = values as? [String], !values.isEmpty else { return }
      parts.append(sql)
      arguments += StatementArguments(values)
    }
    add("r.id IN (SELECT rowid FROM reports_words WHERE reports_words MATCH ?)", words)
    add(Filter.participant("actor"), actor, actor)
    add(Filter.participant("recipient"), recipient, recipient)
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
    add(Filter.judgement(judged), judged)
    add(
      "EXISTS (SELECT 1 FROM corrections c WHERE c.event = \(EventKey.sql) AND c.field <> 'verdict' AND c.value = ? COLLATE NOCASE)",
      recoded)
    return (parts.joined(separator: " AND "), arguments)
  }

  /// Whether an analyst said so; every form holds its value once.
  private static func judgement(_ judged: String?) -> String {
    let said = "EXISTS (SELECT 1 FROM corrections c WHERE c.event = \(EventKey.sql)"
    return switch judged {
    case "recoded": "\(said) AND c.field <> 'verdict') AND ? = 'recoded'"
    case "open": "NOT \(said)) AND ? = 'open'"
    default: "\(said) AND c.field = 'verdict' AND c.value = ?)"
    }
  }

  private static func participant(_ role: String) -> String {
    """
    EXISTS (SELECT 1 FROM participants p JOIN actors a ON a.id = p.actor
      WHERE p.event = e.id AND p.role = '\(role)' AND (a.country = upper(?) OR a.name LIKE '%' || ? || '%'))
    """
  }
}
