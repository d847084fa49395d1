internal import RapporteurLedger

/// The audit trail: who did what by hand or by command, the newest first.
enum HistoryPage {
  static let size = 60

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let report = question.text("report")
    let before = try question.cursor(parts: 1).flatMap { Int64($0.parts[0]) }
    let (shown, isMore) = try desk.ledger.trail(of: report, before: before, limit: size + 1).first(size)
    var values: [String: Any] = ["lines": shown.rows.indices.map { line(shown, $0) }]
    if let report { values["one"] = ["at": Address.report(report), "all": "/history"] }
    if isMore { values["more"] = question.address(.html, changing: ["after": shown.cursor("id")]) }
    return Page(title: "History", template: "history", values: values, tables: [("history", shown)])
  }

  private static func line(_ shown: Answer, _ row: Int) -> [String: Any] {
    var view = shown.view(row)
    view["time"] = (shown.text(row, "at") ?? "").prefix(16).replacing("T", with: " ")
    if let report = shown.text(row, "report") {
      view["at"] = Address.report(report, mark: shown.text(row, "event"))
      view["subject"] = [shown.text(row, "event") ?? "an event that is gone", "in", report].joined(
        separator: " ")
    }
    return view
  }
}
