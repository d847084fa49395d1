internal import RapporteurLedger

/// Searches that somebody keeps by name.
enum SavedPage {
  /// All of them, by name.
  static func list(_ desk: Desk, _ question: Question) throws -> Page {
    let saved = try desk.ledger.savedSearches()
    var values: [String: Any] = [
      "rows": saved.rows.indices.map { view(saved, $0) }, "can-write": desk.sessions != nil,
    ]
    if let analyst = question.visitor.analyst { values["deleting"] = ["form": analyst.form] }
    return Page(title: "Saved searches", template: "saved", values: values, tables: [("searches", saved)])
  }

  /// One of them: what its search finds now, under an address and with a feed that stay.
  static func one(_ desk: Desk, _ question: Question) throws -> Page {
    guard let number = Int64(question.variables["number"] ?? "") else {
      throw DeskFault(.notFound, "a saved search has a number: /saved/3")
    }
    let saved = try desk.ledger.savedSearch(number)
    let asked = Question(path: "/search", query: saved.conditions, visitor: question.visitor)
    var page = try SearchPage.page(desk, asked)
    page.title = saved.name
    page.values["feed-at"] = question.address(.atom)
    page.values["saved"] = ["name": saved.name]
    (page.values["keeping"], page.values["keep-at"]) = (nil, nil)
    return page
  }

  /// The saved searches for the pages that lead to them.
  static func links(_ ledger: Ledger) throws -> [[String: Any]] {
    let saved = try ledger.savedSearches()
    return saved.rows.indices.map { view(saved, $0) }
  }

  /// The conditions as they are kept: what is none of a search's, and places in lists, are left out.
  static func conditions(_ text: String) -> String {
    let asked = Address.query(text)
    let kept = SearchPage.conditions.reduce(into: [String: String]()) { kept, condition in
      kept[condition.name] = asked[condition.name]?.trimmed
    }
    return String(Address.of("", kept).dropFirst())
  }

  private static func view(_ saved: Answer, _ row: Int) -> [String: Any] {
    var view = saved.view(row)
    let question = Question(path: "/search", query: saved.text(row, "conditions"))
    let at = "/saved/" + (saved.text(row, "number") ?? "")
    view["at"] = at
    view["feed"] = at + Format.atom.suffix
    let conditions = SearchPage.conditions.compactMap { name, _ in
      question.text(name).map { "\(SearchPage.label(name)): \($0)" }
    }
    view["words"] = conditions.isEmpty ? "all events" : conditions.joined(separator: "; ")
    view["day"] = (saved.text(row, "at") ?? "").prefix(10)
    return view
  }
}
