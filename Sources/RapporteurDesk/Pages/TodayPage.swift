internal import RapporteurLedger

/// The newest happenings, the number of origins behind each, and who says what of it.
enum TodayPage {
  static let size = 25

  static func page(_ desk: Desk, _ question: Question) throws -> Page {
    let ledger = desk.ledger
    let extent = try ledger.extent()
    if extent.text(0, "reports") == "0" {
      return Page(title: "An empty ledger", template: "empty", values: ["can-fill": desk.fill != nil])
    }
    let after = try question.cursor(parts: 2)
    let (shown, isMore) = try ledger.newest(limit: size + 1, after: after).first(size)
    let conflicts = try ledger.conflictingCounts(limit: 8)
    var values: [String: Any] = [
      "extent": counted(extent), "newest": cards(shown, desk.countries),
      "pairs": try ledger.pairs(limit: 6).views.map { pair($0, desk.countries) },
    ]
    let contested = after == nil ? try ledger.contested(limit: 3) : Answer(columns: [], rows: [])
    if !contested.rows.isEmpty {
      values["contested"] = ["rows": cards(contested, desk.countries)]
    }
    if !conflicts.rows.isEmpty {
      values["conflicts"] = ["rows": conflicts.rows.indices.map { conflict(conflicts, $0) }]
    }
    if isMore {
      values["more"] = question.address(.html, changing: ["after": shown.cursor("reported", "happening")])
    }
    if after != nil { values["is-later"] = true }
    let movers = try MoversPage.latest(desk)
    values["moving"] = movers.view
    let saved = try SavedPage.links(ledger)
    if !saved.isEmpty { values["kept"] = ["rows": saved] }
    return Page(
      title: "Today", template: "today", values: values,
      tables: [
        ("newest", shown), ("contested", contested), ("conflicts", conflicts), ("movers", movers.table),
        ("extent", extent),
      ])
  }

  /// How much the ledger holds, in numbers that can be read.
  private static func counted(_ extent: Answer) -> [String: Any] {
    var view = extent.view(0)
    for name in ["reports", "outlets", "events", "happenings"] {
      view[name] = Words.grouped(Int(extent.number(0, name)))
    }
    return view
  }

  /// Happenings as cards; a sentence that several in a row rest on stands once.
  private static func cards(_ answer: Answer, _ countries: Countries) -> [[String: Any]] {
    answer.rows.indices.map { row in
      var view = happening(answer, row, countries)
      if row > 0, answer.text(row - 1, "words") == answer.text(row, "words") {
        view["words"] = nil
        view["is-same-sentence"] = true
      }
      return view
    }
  }

  /// Counts that differ, with what they are of.
  private static func conflict(_ answer: Answer, _ row: Int) -> [String: Any] {
    var view = answer.view(row)
    view["what"] = Words.headline(answer, row)
    view["reports-words"] = Words.count(answer.number(row, "reports"), "report")
    return view
  }

  /// A happening as a card: the sentence that carries it, and the state of each side in words.
  private static func happening(_ answer: Answer, _ row: Int, _ countries: Countries) -> [String: Any] {
    var view = answer.view(row)
    view["origins-words"] = Words.count(answer.number(row, "origins"), "origin")
    view["reports-words"] = Words.count(answer.number(row, "reports"), "report")
    view["actor"] = answer.text(row, "actor").map { Words.initial(Words.names($0)) }
    view["recipient"] = answer.text(row, "recipient").map(Words.names)
    view["dots"] = Words.dots(origins: answer.number(row, "origins"), reports: answer.number(row, "reports"))
    let (asserted, denied) = Words.apart(
      answer.text(row, "asserted_by") ?? "", answer.text(row, "denied_by") ?? "")
    for (side, names) in [
      ("asserted_by", asserted), ("denied_by", denied),
      ("no_comment_from", answer.text(row, "no_comment_from") ?? ""),
    ] {
      view[side] = names.isEmpty ? nil : Words.names(countries.placed(names))
    }
    if answer.number(row, "denials") > 0 { view["is-denied"] = true }
    if answer.number(row, "silent") > 0 { view["is-silent"] = true }
    if let words = answer.text(row, "words") { view["words"] = Words.cut(words, 260) }
    if let status = answer.text(row, "status") { view["status-words"] = Words.list(status) }
    return view
  }

  static func pair(_ view: [String: Any], _ countries: Countries) -> [String: Any] {
    var view = countries.named(countries.named(view, "a"), "b")
    view["at"] = Address.dyad(view["a"] as? String ?? "", view["b"] as? String ?? "")
    view["words"] = Words.count(Double(view["events"] as? String ?? "") ?? 0, "event")
    return view
  }
}

/// Numbers and lists in words.
package enum Words {
  /// Who did what to whom, in one line: the columns `actor`, `trigger` and `recipient`.
  static func headline(_ answer: Answer, _ row: Int) -> String {
    let parts = [
      answer.text(row, "actor").map(names) ?? "Somebody", answer.text(row, "trigger"),
      answer.text(row, "recipient").map { "→ " + names($0) },
    ]
    return initial(parts.compactMap { $0 }.joined(separator: " "))
  }

  /// The same with a capital at its start.
  static func initial(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `1 origin`, `3 origins`, `no origin`.
  static func count(_ number: Double, _ noun: String) -> String {
    switch Int(number) {
    case 0: "no \(noun)"
    case 1: "1 \(noun)"
    default: "\(grouped(Int(number))) \(noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s")"
    }
  }

  /// The names on two sides, parted by `; `; whoever stands on both is an outlet with an unnamed voice on each.
  package static func apart(_ asserted: String, _ denied: String) -> (asserted: String, denied: String) {
    let sides = [asserted, denied].map { $0.split(separator: "; ").map(String.init) }
    let both = Set(sides[0]).intersection(sides[1])
    let voiced = zip(sides, ["a voice in ", "another voice in "]).map { names, voice in
      names.map { both.contains($0) ? voice + $0 : $0 }.joined(separator: "; ")
    }
    return (voiced[0], voiced[1])
  }

  /// A whole number with commas between the thousands.
  package static func grouped(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let first = digits.count % 3
    let groups = stride(from: first, to: digits.count, by: 3).map { digits.dropFirst($0).prefix(3) }
    return (number < 0 ? "−" : "")
      + ((first > 0 ? [digits.prefix(first)] : []) + groups).joined(separator: ",")
  }

  /// `A, B and C` of the ledger's `A; B; C`; after six `and others`.
  static func names(_ list: String) -> String {
    let names = list.split(separator: "; ").map(String.init)
    guard let last = names.last, names.count > 1 else { return list }
    if names.count > 6 { return names.prefix(5).joined(separator: ", ") + " and others" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A full dot for each origin and an empty one for each further report; at most 40, nothing for a single report.
  static func dots(origins: Double, reports: Double) -> String? {
    let (full, all) = (Int(origins), max(Int(reports), Int(origins)))
    guard all > 1 else { return nil }
    return String(
      (String(repeating: "●", count: full) + String(repeating: "○", count: all - full)).prefix(40))
  }

  /// The values of a JSON list of plain words.
  static func list(_ json: String) -> String {
    json.filter { !"[]\"".contains($0) }.split(separator: ",").joined(separator: ", ")
  }

  /// At most so many characters, cut at a space.
  static func cut(_ text: String, _ length: Int) -> String {
    let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard plain.count > length else { return plain }
    let head = plain.prefix(length)
    return head[..<(head.lastIndex(of: " ") ?? head.endIndex)] + " …"
  }
}
