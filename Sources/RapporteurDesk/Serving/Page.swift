internal import RapporteurCore
internal import RapporteurLedger

/// One page before it has a form: what the template shows, and the tables behind it.
struct Page {
  /// The title, which tells the page from all others.
  var title: String
  /// The template's name.
  let template: String
  /// What the template shows beside the tables.
  var values: [String: Any] = [:]
  /// The tables, by name; the first is the CSV.
  var tables: [(name: String, answer: Answer)] = []
  /// What a feed of this page holds, if it has one.
  var feed: [FeedEntry]?
}

/// What was asked: the path's variables and the query.
struct Question: Sendable {
  /// The path without its format, for links to the page's other forms: `/report/1f2e`.
  let path: String
  let variables: [String: String]
  let query: [String: String]
  /// The query as it was sent, for names that stand more than once.
  let raw: String
  let visitor: Visitor

  init(
    path: String, variables: [String: String] = [:], query raw: String? = nil, visitor: Visitor = .reader
  ) {
    self.path = path
    self.variables = variables
    self.raw = raw ?? ""
    self.visitor = visitor
    query = Address.query(raw)
  }

  /// A query value; nil where it is absent or blank.
  func text(_ name: String) -> String? {
    guard let value = query[name]?.trimmed, !value.isEmpty else { return nil }
    return value
  }

  /// A whole number between bounds.
  func number(_ name: String, default fallback: Int, in range: ClosedRange<Int>) throws(DeskFault) -> Int {
    guard let text = text(name) else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      throw DeskFault(
        .badRequest, "'\(name)' is '\(text)', not a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A day of the calendar; nil where it is absent or blank.
  func day(_ name: String) throws(DeskFault) -> CalendarDate? {
    guard let text = text(name) else { return nil }
    guard let day = CalendarDate(iso: text) else {
      throw DeskFault(.badRequest, "'\(name)' is '\(text)', not a day such as 2031-03-03")
    }
    return day
  }

  /// The place in a list that `after` names.
  func cursor(parts: Int) throws(DeskFault) -> Cursor? {
    guard let text = text("after") else { return nil }
    guard let cursor = Cursor(text, parts: parts) else {
      throw DeskFault(.badRequest, "'\(text)' is no place in this list; follow the list's own link")
    }
    return cursor
  }

  /// All values of a name that stands more than once.
  func all(_ name: String) -> [String] { Address.all(name, in: raw) }

  /// The address of this page in another form or with another query.
  func address(_ format: Format, changing changes: [String: String?] = [:]) -> String {
    var query = query
    for (name, value) in changes { query[name] = value }
    return Address.of((path == "/" ? "/today" : path) + format.suffix, query)
  }
}

/// What keeps a page from being made, in words for the reader.
struct DeskFault: Error {
  enum Kind: Int {
    case badRequest = 400, unknown = 401, forbidden = 403, notFound = 404, tooLarge = 413, tooLong = 414
    case tooMany = 429, broken = 500
  }

  let kind: Kind
  let words: String

  init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}

extension DeskFault {
  /// What a fault of the ledger means to who asks.
  init(_ error: LedgerError) {
    switch error.reason {
    case .unknownReport, .unknownHappening, .unknownSubject: self.init(.notFound, error.description)
    case .badQuery, .refused: self.init(.badRequest, error.description)
    default: self.init(.broken, error.description)
    }
  }
}
