import ArgumentParser
import RapporteurCore
import RapporteurExport

/// `rapporteur export`: records in, the tables of other data sets out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the events of records as PLOVER JSON, POLECAT, GDELT or CSV.",
    discussion: """
      Records come from `rapporteur read --output jsonl`. docs/exports.md describes each column. POLECAT and GDELT have
      no column for an event's status: future, hypothetical and denied events are left out there, and counted.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case plover, polecat, gdelt, csv }

  @Option(help: ArgumentHelp("The format.", valueName: "plover|polecat|gdelt|csv"))
  var format: Format

  @Argument(help: "Files of records; - or none for standard input.")
  var files: [String] = []

  func run() throws {
    let exporter = Exporter(format: exportFormat, codes: try loadCodes())
    var tally = Exporter.Tally()
    put(exporter.header)
    let read = try RecordFiles(files: files).each { put(exporter.rows(of: $0, tally: &tally)) }
    if tally.leftOut > 0 {
      complain(
        "\(tally.leftOut) future, hypothetical or denied events are left out: \(format.rawValue) cannot hold them"
      )
    }
    if read.exitCode != 0 { throw ExitCode(read.exitCode) }
  }

  private var exportFormat: ExportFormat {
    switch format {
    case .plover: .plover
    case .polecat: .polecat
    case .gdelt: .gdelt
    case .csv: .csv
    }
  }

  private func loadCodes() throws -> ForeignCodes {
    do { return try ForeignCodes(resources: ResourceFolder(module: "RapporteurExport")) } catch {
      throw Trouble("the export cannot start: \(error)", status: 2)
    }
  }
}
