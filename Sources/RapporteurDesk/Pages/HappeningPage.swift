internal import RapporteurLedger

/// One happening: who says so as a tree, how the origins were counted, the counts side by side, all reports.
enum HappeningPage {
  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let ledger = desk.ledger
    guard let number = question.variables["number"].flatMap(Int64.init) else {
      throw DeskFault(.notFound, "a happening has a number, not '\(question.variables["number"] ?? "")'")
    }
    let told = try ledger.origins(of: number)
    let origins = placed(told, try ledger.seats(of: number), desk.countries)
    let (reports, chains, counts) = (
      try ledger.reports(of: number), try ledger.chains(of: number), try ledger.counts(of: number)
    )
    guard !reports.rows.isEmpty else {
      throw DeskFault(.notFound, "no live report tells of happening \(number)")
    }
    let total = Double(Set(reports.rows.indices.map { reports.text($0, "id") }).count)
    var values: [String: Any] = [
      "headline": headline(reports), "sides": sides(told, origins, try ledger.reasons(of: number)),
      "tree": SourceTree(chains).views, "timeline": timeline(chains),
      "reports-words": Words.count(total, "report"),
    ]
    values.merge(listed(reports, question)) { _, new in new }
    values.merge(summary(origins)) { _, new in new }
    values["dots"] = Words.dots(
      origins: Double(origins.rows.indices.count { origins.text($0, "stance") == "asserts" }), reports: total)
    if !counts.rows.isEmpty { values["counts"] = ["rows": counts.rows.indices.map { count(counts, $0) }] }
    return Page(
      title: "\(title(reports)) — happening \(number)", template: "happening", values: values,
      tables: [("origins", told), ("reports", reports), ("claims", chains), ("counts", counts)])
  }

  /// The origins with the countries of bodies in their names.
  private static func placed(_ origins: Answer, _ seats: Answer, _ countries: Countries) -> Answer {
    let homes = Dictionary(
      seats.rows.indices.map { (seats.text($0, "origin") ?? "", seats.text($0, "country") ?? "") },
      uniquingKeysWith: { first, _ in first })
    guard let column = origins.columns.firstIndex(of: "origin") else { return origins }
    return Answer(
      columns: origins.columns,
      rows: origins.rows.map { row in
        guard let home = homes[row[column].description] else { return row }
        var row = row
        row[column] = .text(countries.placed(row[column].description, in: home))
        return row
      })
  }

  private static func title(_ reports: Answer) -> String {
    [reports.text(0, "actor"), reports.text(0, "trigger"), reports.text(0, "recipient")].compactMap { $0 }
      .map(Words.names).joined(separator: " ")
  }

  private static func headline(_ reports: Answer) -> [String: Any] {
    var view = reports.view(0)
    view["words"] = reports.text(0, "words").map { Words.cut($0, 300) }
    view["actor"] = reports.text(0, "actor").map { Words.initial(Words.names($0)) }
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
      .joined(separator: "; ")
    }
    let (asserted, denied) = Words.apart(names("asserts"), names("denies"))
    var values: [String: Any] = [
      "origins-words": Words.count(number("asserts"), "origin"), "asserted-by": Words.names(asserted),
    ]
    if number("denies") > 0 { values["denied-by"] = Words.names(denied) }
    if number("no-comment") > 0 { values["silent"] = Words.names(names("no-comment")) }
    return values
  }

  /// The origins by stance, each with its members and the reasons for counting it so.
  private static func sides(_ told: Answer, _ origins: Answer, _ reasons: Answer) -> [[String: Any]] {
    [("asserts", "Asserted by"), ("denies", "Denied by"), ("no-comment", "No comment from")].compactMap {
      stance, heading in
      let rows = origins.rows.indices.filter { origins.text($0, "stance") == stance }
      guard !rows.isEmpty else { return nil }
      return [
        "stance": stance, "heading": heading,
        "rows": rows.map { row -> [String: Any] in
          var view = origins.view(row)
          view["reports-words"] = Words.count(origins.number(row, "reports"), "report")
          let why = reasons.rows.indices.filter {
            reasons.text($0, "stance") == stance && reasons.text($0, "origin") == told.text(row, "origin")
          }
          view["reasons"] = why.map(reasons.view)
          if why.count <= 3 { view["is-short"] = true }
          return view
        },
      ]
    }
  }

  /// How many reports are listed on the page; its tables hold all.
  static let listed = 60

  /// The reports: each that has words of its own, with its sentences; and those that only repeat them, by name.
  private static func listed(_ reports: Answer, _ question: Question) -> [String: Any] {
    var (groups, places): ([[Int]], [[String?]: Int]) = ([], [:])
    for row in reports.rows.indices {
      let key = [reports.text(row, "words")]
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    var values: [String: Any] = [
      "reports": groups.prefix(listed).map { group in
        var view = report(reports, group[0])
        if group.count > 1 {
          view["alike"] = alike(group.dropFirst().prefix(listed).map { report(reports, $0) })
        }
        return view
      }
    ]
    if groups.count > listed || groups.contains(where: { $0.count > listed }) {
      values["cut"] = ["listed": "\(listed)", "all": question.address(.csv), "json": question.address(.json)]
    }
    return values
  }

  /// Reports that tell of it in the same words.
  private static func alike(_ rows: [[String: Any]]) -> [String: Any] {
    ["words": Words.count(Double(rows.count), "other report"), "rows": rows]
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
  /// The letters as what the holder did: said so, denied it, left it open.
  static func stance(_ letters: String?) -> String {
    switch letters {
    case "CT+": "said so"
    case "PR+": "said it was probable"
    case "PS+": "said it was possible"
    case "CT-", "PR-", "PS-": "denied it"
    default: "told it without vouching for it"
    }
  }

  /// `asserts`, `denies` or `open`, for the colour and the sign.
  static func side(_ stance: String) -> String {
    switch stance {
    case "said so", "confirmed": "asserts"
    case "denied", "denied it", "retracted": "denies"
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
