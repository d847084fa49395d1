import ArgumentParser
import Foundation
import Rapporteur
import RapporteurCore
import RapporteurIngest
import RapporteurLedger

/// `rapporteur ingest`: sources in, a ledger out.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read files, folders, globs or standard input into a ledger, and tell copies from origins.",
    discussion: """
      Running it again continues and adds nothing twice. Ctrl-C stops between two reports. Every input has an outcome \
      that is kept (rapporteur outcomes). Exits 0 where all was taken, 2 where something failed (the rest was taken), \
      1 where there was nothing.
      """)

  @Option(help: "The ledger's file; made where there is none.")
  var ledger = "news.sqlite"

  @Option(help: ArgumentHelp("The format of the input.", valueName: ReadCommand.Input.names))
  var input: ReadCommand.Input = .auto

  @Option(help: "The publication day of reports that do not tell their own: YYYY-MM-DD.")
  var published: String?

  @Argument(help: "Files, folders or globs; - for standard input.")
  var sources: [String]

  func run() async throws {
    let day = try publicationDay()
    let files = InputPaths.expanded(sources).filter { $0 != ledger && !$0.hasPrefix(ledger + "-") }
    do {
      let ledger = try Ledger(file: ledger, access: .write)
      let queue = IngestQueue(
        files: files, format: input.format, published: day, rules: try PageRules(), ledger: ledger,
        now: Ledger.systemTime())
      var run = IngestRun(
        pipeline: try Pipeline(), ledger: ledger, number: try ledger.beginRun(sources: sources),
        stop: StopSign(), progress: IngestProgress(files: files.count))
      let progress = try await run.run(queue)
      if progress.exitCode != 0 { throw ExitCode(progress.exitCode) }
    } catch let error as LedgerError { throw Trouble("\(error)", status: 2) }
  }

  private func publicationDay() throws -> CalendarDate? {
    guard let published else { return nil }
    guard let date = CalendarDate(iso: published) else {
      throw ValidationError("--published: '\(published)' is no date; write YYYY-MM-DD")
    }
    return date
  }
}
