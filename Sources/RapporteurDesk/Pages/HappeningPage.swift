internal import RapporteurLedger

/// One happening: who says so as a tree, how the origins were counted, the counts side by side, all reports.
enum HappeningPage {
  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let ledger = desk.ledger
    guard let number = question.variables["number"].flatMap(Int64.init) else {
      throw DeskFault(.notFound, "a happening has a number, not '\(question.variables["number"] ?? "")'")
    }
    let origins = try ledger.origins(of: number)
    let (reports, chains, counts) = (
      try ledger.reports(of: number), try ledger.chains(of: number), try ledger.counts(of: number)
    )
    guard !reports.rows.isEmpty else {
      throw DeskFault(.notFound, "no live report tells of happening \(number)")
    }
    var values: [String: Any] = [
      "headline": headline(reports), "sides": sides(origins, try ledger.reasons(of: number)),
      "tree": SourceTree(chains).views,
      "reports": reports.rows.indices.map { report(reports, $0) }, "timeline": timeline(chains),
      "reports-words": Words.count(
        Double(Set(reports.rows.indices.map { reports.text($0, "id") }).count), "report"),
    ]
    values.merge(summary(origins)) { _, new in new }
    values["dots"] = Words.dots(
      origins: Double(origins.rows.indices.count { origins.text($0, "stance") == "asserts" }),
      reports: Double(Set(reports.rows.indices.map { reports.text($0, "id") }).count))
    if !counts.rows.isEmpty { values["counts"] = ["rows": counts.rows.indices.map { count(counts, $0) }] }
    return Page(
      title: "\(title(reports)) — happening \(number)", template: "happening", values: values,
      tables: [("origins", origins), ("reports", reports), ("claims", chains), ("counts", counts)])
  }

  private static func title(_ reports: Answer) -> String {
    [reports.text(0, "actor"), reports.text(0, "trigger"), reports.text(0, "recipient")].compactMap { $0 }
      .map(Words.names).joined(separator: " ")
  }

  private static func headline(_ reports: Answer) -> [String: Any] {
    var view = reports.view(0)
    view["words"] = reports.text(0, "words").map { Words.cut($0, 300) }
    view["actor"] = reports.text(0, "actor").map(Words.names)
    view["recipient"] = reports.text(0, "recipient").map(Words.names)
    return view
  }

  private static func summary(_ origins: Answer) -> [String: Any] {
    func number(_ stance: String) -> Double {
      Double(origins.rows.indices.count { origins.text($0, "stance") == stance })
    }
    func names(_ stance: String) -> String {
      origins.rows.indices.filter { origins.text($0, "stance") == stance }.compactMap {
        origins.text($0, "origin")
      }
      .joined(separator: ", ")
    }
    var values: [String: Any] = [
      "origins-words": Words.count(number("asserts"), "origin"), "asserted-by": names("asserts"),
    ]
    if number("denies") > 0 { values["denied-by"] = names("denies") }
    if number("no-comment") > 0 { values["silent"] = names("no-comment") }
    return values
  }

  /// The origins by stance, each with its members and the reasons for counting it so.
  private static func sides(_ origins: Answer, _ reasons: Answer) -> [[String: Any]] {
    [("asserts", "Asserted by"), ("denies", "Denied by"), ("no-comment", "No comment from")].compactMap {
      stance, heading in
      let rows = origins.rows.indices.filter { origins.text($0, "stance") == stance }
      guard !rows.isEmpty else { return nil }
      return [
        "stance": stance, "heading": heading,
        "rows": rows.map { row -> [String: Any] in
          var view = origins.view(row)
          view["reports-words"] = Words.count(origins.number(row, "reports"), "report")
          view["reasons"] = reasons.rows.indices.filter {
            reasons.text($0, "stance") == stance && reasons.text($0, "origin") == origins.text(row, "origin")
          }.map(reasons.view)
          return view
        },
      ]
    }
  }

  private static func report(_ reports: Answer, _ row: Int) -> [String: Any] {
    var view = reports.view(row)
    let id = reports.text(row, "id") ?? ""
    view["at"] = Address.report(id, mark: reports.text(row, "event"))
    view["day"] = reports.text(row, "published").map { String($0.prefix(10)) }
    view["words"] = reports.text(row, "words").map { Words.cut($0, 300) }
    return view
  }

  /// Claims and responses by day, one line for what copies say alike.
  private static func timeline(_ chains: Answer) -> [[String: Any]] {
    var seen: Set<[String?]> = []
    return chains.rows.indices.compactMap { row in
      let last = chains.text(row, "chain")?.split(separator: "\t").last.map(String.init)
      let stance = chains.text(row, "response") ?? Certainty.stance(chains.text(row, "certainty"))
      guard seen.insert([last, stance, chains.text(row, "words")]).inserted else { return nil }
      var view = chains.view(row)
      view["day"] = chains.text(row, "published").map { String($0.prefix(10)) } ?? "undated"
      view["who"] = last ?? (chains.text(row, "outlet") ?? "") + ", in its own voice"
      view["stance"] = stance.replacing("-", with: " ")
      view["side"] = Certainty.side(stance)
      view["words"] = chains.text(row, "words").map { Words.cut($0, 220) }
      view["at"] = Address.report(chains.text(row, "id") ?? "")
      return view
    }
  }

  private static func count(_ counts: Answer, _ row: Int) -> [String: Any] {
    var view = counts.view(row)
    view["bounds"] = Words.bounds(counts.text(row, "low"), counts.text(row, "high"))
    view["at"] = Address.report(counts.text(row, "id") ?? "")
    view["day"] = counts.text(row, "published").map { String($0.prefix(10)) }
    return view
  }
}

extension Words {
  /// `12`, `at least 12`, `12 to 15`.
  static func bounds(_ low: String?, _ high: String?) -> String {
    switch (low, high) {
    case (let low?, let high?) where low == high: low
    case (let low?, let high?): "\(low) to \(high)"
    case (let low?, nil): "at least \(low)"
    case (nil, let high?): "at most \(high)"
    case (nil, nil): "number not given"
    }
  }
}

/// FactBank's letters in words.
enum Certainty {
  /// The letters as what the holder does: says so, denies it, leaves it open.
  static func stance(_ letters: String?) -> String {
    switch letters {
    case "CT+": "says so"
    case "PR+": "says it is probable"
    case "PS+": "says it is possible"
    case "CT-", "PR-", "PS-": "denies it"
    default: "reports it without committing itself"
    }
  }

  /// `asserts`, `denies` or `open`, for the colour and the sign.
  static func side(_ stance: String) -> String {
    switch stance {
    case "says so", "confirmed": "asserts"
    case "denied", "denies it", "retracted": "denies"
    default: "open"
    }
  }

  /// The letters in words.
  static func words(_ letters: String) -> String {
    switch letters {
    case "CT+": "certain"
    case "PR+": "probable"
    case "PS+": "possible"
    case "CT-": "certainly not"
    case "PR-": "probably not"
    case "PS-": "possibly not"
    default: "does not commit itself"
    }
  }
}
