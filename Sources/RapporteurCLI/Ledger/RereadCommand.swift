import ArgumentParser
import Foundation
import Rapporteur
import RapporteurLanguage
import RapporteurLedger

/// `rapporteur reread`: stored reports through the present engine.
struct RereadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reread",
    abstract: "Code stored reports anew with the present engine, and show what changed.",
    discussion: """
      One transaction a report; grades, tags, notes, corrections, splits and joins stay. Events are told by the place \
      of their trigger: added, gone, or changed in a field. Exits 0 where all was read, 2 where a report could not be \
      (it stays as it was).

      Examples:
        rapporteur reread --report meeting.html
        rapporteur reread --all --csv > changes.csv
      """)

  @OptionGroup var options: LedgerOptions

  @Option(help: "The report, by its key or id.")
  var report: String?

  @Flag(help: "All reports.")
  var all = false

  func validate() throws {
    if all == (report != nil) { throw ValidationError("say --report ID or --all") }
  }

  func run() async throws {
    let ids = try options.ask { ledger throws(LedgerError) in try ledger.reportIDs(of: report) }
    let ledger = try options.open()
    let pipeline = try Pipeline()
    var rereads: [Reread] = []
    var refused = 0
    var queue = ids[...]
    let batch = Batch(width: ProcessInfo.processInfo.activeProcessorCount) { pipeline.makeScratch() }
    do {
      try await batch.run(
        next: { queue.popFirst() },
        work: { id, scratch in
          Result { () throws(LedgerError) in try RereadCommand.read(id, ledger, pipeline, &scratch) }
        },
        emit: { work in
          switch try work.get() {
          case .success(let entry): rereads.append(try ledger.reread(entry))
          case .failure(let refusal):
            refused += 1
            complain(refusal.description)
          }
        })
    } catch let error as LedgerError { throw Trouble("\(error)", status: 2) }
    try show(rereads, engine: pipeline.engine, refused: refused)
  }

  private func show(_ rereads: [Reread], engine: EngineVersion, refused: Int) throws {
    let answer = Reread.answer(rereads)
    if !answer.rows.isEmpty { try options.print(answer, orElse: "") }
    let changed = rereads.filter { !$0.changes.isEmpty }.count
    complain(
      "\(rereads.count) reports read anew with engine \(engine.version), \(changed) changed in \(answer.rows.count) places"
    )
    if refused > 0 { throw Trouble("\(refused) reports could not be read and stay as they were", status: 2) }
  }

  private struct Refusal: Error { let description: String }

  private static func read(
    _ id: String, _ ledger: Ledger, _ pipeline: Pipeline, _ scratch: inout AnnotatorScratch
  ) throws(LedgerError) -> Result<Entry, Refusal> {
    let stored = try ledger.stored(id)
    do throws(AnnotationRefusal) {
      return .success(
        IngestRun.entry(
          of: try pipeline.read(stored.report, scratch: &scratch), stored.dispatch, pipeline.engine))
    } catch { return .failure(Refusal(description: "\(stored.report.key): \(error)")) }
  }
}
