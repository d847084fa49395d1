internal import RapporteurLedger

/// Two states: cooperation and conflict over time, by articles and by origins, and the happenings behind every point.
enum DyadPage {
  static func page(_ ledger: Ledger, _ question: Question) throws -> Page {
    guard let a = question.text("a")?.uppercased(), let b = question.text("b")?.uppercased() else {
      let pairs = try ledger.pairs(limit: 100)
      let views = pairs.views.map { view in
        view.merging(["at": Address.dyad(view["a"] as? String ?? "", view["b"] as? String ?? "")]) { old, _ in
          old
        }
      }
      return Page(title: "Dyads", template: "dyads", values: ["pairs": views], tables: [("pairs", pairs)])
    }
    let weeks = try ledger.weeks(between: a, and: b)
    let dealings = try ledger.dealings(between: a, and: b, limit: 200)
    var values: [String: Any] = [
      "a": a, "b": b, "weeks": weeks.views, "dealings": dealings.views.map(dealing),
    ]
    if weeks.rows.isEmpty { values["nothing"] = true } else { values["chart"] = WeekChart(weeks).svg }
    values["dealings-words"] = Words.count(Double(dealings.rows.count), "happening")
    return Page(
      title: "\(a) and \(b)", template: "dyad", values: values,
      tables: [("weeks", weeks), ("dealings", dealings)])
  }

  private static func dealing(_ view: [String: Any]) -> [String: Any] {
    var view = view
    view["side"] = Int(view["quad"] as? String ?? "").map { $0 <= 2 ? "cooperation" : "conflict" }
    return view
  }
}
