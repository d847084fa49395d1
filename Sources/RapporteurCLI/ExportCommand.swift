import ArgumentParser
import Foundation
import RapporteurCore
import RapporteurExport
import RapporteurLedger

/// `rapporteur export`: records or a ledger in, the tables of other data sets out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write the events of records or of a ledger as PLOVER JSON, POLECAT, GDELT or CSV, or count them as a panel.",
    discussion: """
      Records come from `rapporteur read --output jsonl`, or from a ledger with --ledger, whole or narrowed by the \
      conditions of `rapporteur search`. docs/exports.md describes each column. POLECAT and GDELT have no column for an \
      event's status: future, hypothetical and denied events are left out there, and counted. From a ledger, events are \
      written as analysts corrected them, unless --as-coded is said.

      Examples:
        rapporteur export --format polecat records.jsonl
        rapporteur export --ledger news.sqlite --format csv --type ASSAULT --since 2031-03-01
        rapporteur export --ledger news.sqlite --panel dyad-month --undated published > panel.csv
        rapporteur export --ledger news.sqlite --without-texts to-hand-on.sqlite
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case plover, polecat, gdelt, csv, jsonld }

  enum Panel: String, ExpressibleByArgument, CaseIterable {
    case dyadMonth = "dyad-month"
    case dyadWeek = "dyad-week"
  }

  enum Undated: String, ExpressibleByArgument, CaseIterable { case leave, published }

  @Option(help: ArgumentHelp("The format.", valueName: "plover|polecat|gdelt|csv|jsonld"))
  var format: Format?

  @Option(help: "Export from this ledger.")
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "Count what states did to each other, by month or week, zeros written out; needs --ledger.",
      valueName: "dyad-month|dyad-week"))
  var panel: Panel?

  @Option(
    help: "All pairs of these states have rows in the panel: NOR,TCD,MLT; else the pairs that are reported.")
  var states: String?

  @Option(
    help: ArgumentHelp(
      "Events without a date in a panel: leave them out, or count them by the day of publication.",
      valueName: "leave|published"))
  var undated = Undated.leave

  @Option(help: ArgumentHelp("Copy the ledger to this file without the reports' texts.", valueName: "file"))
  var withoutTexts: String?

  @Flag(help: "As the engine coded it, without analysts' corrections; with --ledger.")
  var asCoded = false

  @Option(help: "Words that the report holds, as in search; with --ledger.")
  var words: String?

  @OptionGroup(title: "Conditions, with --ledger") var conditions: FilterOptions

  @Argument(help: "Files of records; - or none for standard input.")
  var files: [String] = []

  func validate() throws {
    if [format == nil, panel == nil, withoutTexts == nil].filter({ !$0 }).count != 1 {
      throw ValidationError("say one of --format, --panel, --without-texts")
    }
    if withoutTexts != nil && hasConditions {
      throw ValidationError("--without-texts copies the whole ledger; conditions do not go with it")
    }
    if ledger == nil {
      if format == nil { throw ValidationError("which ledger? name it with --ledger") }
      if hasConditions { throw ValidationError("conditions and --as-coded go with --ledger") }
    } else if !files.isEmpty {
      throw ValidationError("--ledger and files of records exclude each other")
    }
  }

  private var hasConditions: Bool {
    !conditions.isEmpty || conditions.outlet != nil || words != nil || asCoded
  }

  func run() throws {
    if let ledger {
      var filter = conditions.filter(words: words)
      filter.asCoded = asCoded
      let source = LedgerExport(ledger: ledger, filter: filter, asCoded: asCoded)
      if let panel { try source.write(panel, states: stateList(), undated: undated) }
      if let withoutTexts { try source.handOn(to: withoutTexts) }
      if let format = format?.table {
        try source.write(format)
      } else if format != nil {
        try source.writeGraph()
      }
    } else if let format {
      try writeRecords(format)
    }
  }

  private func writeRecords(_ format: Format) throws {
    guard let table = format.table else { return try writeGraph() }
    let exporter = Exporter(format: table, codes: try loadCodes())
    var tally = Exporter.Tally()
    put(exporter.header)
    let read = try RecordFiles(files: files).each { put(exporter.rows(of: $0, tally: &tally)) }
    tally.complain(format.rawValue)
    if read.exitCode != 0 { throw ExitCode(read.exitCode) }
  }

  private func writeGraph() throws {
    var graph = ProvenanceGraph()
    put(graph.header)
    let read = try RecordFiles(files: files).each { put(graph.add($0)) }
    put(graph.footer)
    if read.exitCode != 0 { throw ExitCode(read.exitCode) }
  }

  private func stateList() throws -> [String] {
    guard let states else { return [] }
    return try states.split(separator: ",").map { state in
      let code = state.uppercased()
      guard code.count == 3, code.allSatisfy(\.isLetter) else {
        throw ValidationError("--states: '\(state)' is no ISO 3166-1 alpha-3 code")
      }
      return code
    }
  }
}

extension ExportCommand.Format {
  /// The format where it is a table of events; nil for the graph.
  fileprivate var table: ExportFormat? {
    switch self {
    case .plover: .plover
    case .polecat: .polecat
    case .gdelt: .gdelt
    case .csv: .csv
    case .jsonld: nil
    }
  }
}

/// The tables of codes that exports need.
func loadCodes() throws -> ForeignCodes {
  do { return try ForeignCodes(resources: ResourceFolder(module: "RapporteurExport")) } catch {
    throw Trouble("the export cannot start: \(error)", status: 2)
  }
}

extension Exporter.Tally {
  /// Says on standard error what a format could not hold.
  func complain(_ format: String) {
    guard leftOut > 0 else { return }
    RapporteurCLI.complain(
      "\(leftOut) future, hypothetical or denied events are left out: \(format) cannot hold them")
  }
}
