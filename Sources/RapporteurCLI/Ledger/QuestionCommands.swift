import ArgumentParser
import RapporteurLedger

/// `rapporteur search`: words and conditions in, events or reports out.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the ledger by words, actors, types, places, dates and responses.",
    discussion: """
      Words are in SQLite's FTS5 form: two words, "a phrase", pref*, NEAR(a b, 5), title: word. With words alone the \
      answer is reports; with a condition it is events.
      """)

  @OptionGroup var options: LedgerOptions
  @OptionGroup var conditions: FilterOptions

  @Option(help: "The most rows.")
  var limit = 50

  @Argument(help: "Words to search for.")
  var words: [String] = []

  func run() throws {
    let query = words.isEmpty ? nil : words.joined(separator: " ")
    let answer = try options.ask { ledger throws(LedgerError) in
      if let query, conditions.isEmpty, conditions.outlet == nil {
        return try ledger.reports(holding: query, limit: limit)
      }
      return try ledger.search(conditions.filter(words: query, limit: limit))
    }
    try options.print(answer, orElse: "nothing found")
  }
}

/// `rapporteur show`: one report or one happening, whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a report's record and edges, or a happening with its claims side by side and its origins."
  )

  @OptionGroup var options: LedgerOptions

  @Flag(help: "The argument is the number of a happening.")
  var happening = false

  @Argument(help: "A report's key, or with --happening a number.")
  var key: String

  func run() throws {
    if happening { try showHappening() } else { try showReport() }
  }

  private func showReport() throws {
    let (record, edges, marks) = try options.ask { ledger throws(LedgerError) in
      (try ledger.record(of: key), try ledger.edges(of: key), try ledger.marks(on: .report(key)))
    }
    if options.csv || !options.json && !edges.rows.isEmpty { try options.print(edges, orElse: "no edges") }
    if !options.csv { options.write(record + "\n") }
    if !options.csv && !marks.rows.isEmpty { try options.print(marks, orElse: "") }
  }

  private func showHappening() throws {
    guard let number = Int64(key) else { throw ValidationError("a happening has a number, not '\(key)'") }
    let (members, origins, marks) = try options.ask { ledger throws(LedgerError) in
      (
        try ledger.members(of: number), try ledger.origins(of: number),
        try ledger.marks(on: .happening(number))
      )
    }
    try options.print(members, orElse: "no live report tells of it")
    options.write("\n")
    try options.print(origins, orElse: "no origin")
    if marks.rows.isEmpty { return }
    options.write("\n")
    try options.print(marks, orElse: "")
  }
}

/// `rapporteur happenings`: what happened, by how many reports and how many origins.
struct HappeningsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "happenings",
    abstract: "List what happened, with the number of reports and of origins behind it.")

  @OptionGroup var options: LedgerOptions
  @OptionGroup var conditions: FilterOptions

  @Option(help: "The most rows.")
  var limit = 50

  @Argument(help: "Words that a report of it holds.")
  var words: [String] = []

  func run() throws {
    let filter = conditions.filter(words: words.isEmpty ? nil : words.joined(separator: " "), limit: limit)
    try options.print(
      try options.ask { ledger throws(LedgerError) in try ledger.happenings(filter) }, orElse: "nothing found"
    )
  }
}

/// `rapporteur actors`: who is in the ledger.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "List who acts, who is acted upon and who speaks, the most reported first.")

  @OptionGroup var options: LedgerOptions

  @Option(help: "The most rows.")
  var limit = 50

  @Argument(help: "A part of the name, or a country code.")
  var name: String?

  func run() throws {
    try options.print(
      try options.ask { ledger throws(LedgerError) in try ledger.actors(named: name, limit: limit) },
      orElse: "nobody found")
  }
}

/// `rapporteur who NAME`: the offices that the reports give.
struct WhoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who",
    abstract: "Say who holds, held or is to hold which office, as the reports put it.",
    discussion: """
      Each row is what one or more reports say alike; nothing is looked up elsewhere. `since` and `until` are there \
      where a report gives them; first_said and last_said are days of publication.
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "The most rows.")
  var limit = 50

  @Argument(help: "A part of a name or of an office, or a country code.")
  var name: String?

  func run() throws {
    try options.print(
      try options.ask { ledger throws(LedgerError) in try ledger.offices(of: name, limit: limit) },
      orElse: "no report gives an office to that")
  }
}

/// `rapporteur dyad A B`: what two countries did to each other.
struct DyadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dyad",
    abstract: "Count what two countries did to each other by week, in articles, happenings and origins.")

  @OptionGroup var options: LedgerOptions

  @Argument(help: "A country code (ISO 3166-1 alpha-3).")
  var first: String

  @Argument(help: "Another.")
  var second: String

  func validate() throws {
    for code in [first, second] { try requireCountryCode(code) }
  }

  func run() throws {
    let answer = try options.ask { ledger throws(LedgerError) in try ledger.dyad(first, second) }
    try options.print(answer, orElse: "nothing found between \(first) and \(second)")
    if !options.json && !options.csv { options.write("\n" + Sparkline(answer).text + "\n") }
  }
}

/// Intensity by week as a row of blocks.
struct Sparkline {
  /// `intensity ▁▃█ (-6.0 … 4.0)`.
  let text: String

  init(_ answer: Answer) {
    let column = answer.columns.firstIndex(of: "intensity") ?? 0
    let values = answer.rows.compactMap { Double($0[column].description) }
    guard let low = values.min(), let high = values.max() else {
      text = ""
      return
    }
    let blocks = Array("▁▂▃▄▅▆▇█")
    let bars = values.map { value in
      blocks[high == low ? 3 : Int(((value - low) / (high - low) * 7).rounded())]
    }
    text = "intensity \(String(bars)) (\(low) … \(high))"
  }
}
