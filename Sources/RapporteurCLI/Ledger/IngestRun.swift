import Foundation
import Rapporteur
import RapporteurCore
import RapporteurIngest
import RapporteurLanguage
import RapporteurLedger
import RapporteurLineage

/// One run of `ingest`: every input to its outcome, one transaction a report.
struct IngestRun {
  /// What the work on one input gave.
  private enum Work: Sendable {
    case entry(Entry)
    case settled(key: String, Outcome)
    case killed(key: String, reason: String)
  }

  let pipeline: Pipeline
  let ledger: Ledger
  let number: Int64
  let stop: StopSign
  var progress: IngestProgress

  /// Takes all inputs; ends early, between two reports, where it is told to stop.
  mutating func run(_ queue: IngestQueue) async throws -> IngestProgress {
    var queue = queue
    let (pipeline, stop) = (pipeline, stop)
    var progress = progress
    let (ledger, number) = (ledger, number)
    let batch = Batch(width: ProcessInfo.processInfo.activeProcessorCount) { pipeline.makeScratch() }
    try await batch.run(
      next: { stop.isSet ? nil : queue.next() },
      work: { item, scratch in IngestRun.work(item, pipeline, &scratch) },
      emit: { work in
        let (key, outcome) = try IngestRun.enter(work, ledger, number)
        progress.add(outcome, key: key, filesDone: queue.filesDone)
      })
    if let trouble = queue.trouble { throw trouble }
    try ledger.endRun(number)
    progress.end(wasStopped: stop.isSet)
    return progress
  }

  private static func work(_ item: IngestItem, _ pipeline: Pipeline, _ scratch: inout AnnotatorScratch)
    -> Work
  {
    switch item {
    case .settled(let key, let outcome): return .settled(key: key, outcome)
    case .killed(let key, let reason): return .killed(key: key, reason: reason)
    case .report(let report, let dispatch):
      do throws(AnnotationRefusal) {
        return .entry(entry(of: try pipeline.read(report, scratch: &scratch), dispatch, pipeline.engine))
      } catch { return .settled(key: report.key, .skipped("\(error)")) }
    }
  }

  static func entry(of read: ReadReport, _ dispatch: Dispatch, _ engine: EngineVersion) -> Entry {
    Entry(
      report: read.annotated.report, dispatch: dispatch, reading: read.reading,
      sentences: read.annotated.sentences.map(\.span), language: read.language,
      record: RecordEncoder(engine: engine).encode(read),
      engine: Entry.Engine(version: engine.version, model: engine.model, lexicon: engine.lexicon))
  }

  /// Writes to the ledger; when it returns, the outcome is safe on the disk.
  private static func enter(_ work: Work, _ ledger: Ledger, _ run: Int64) throws -> (String, Outcome) {
    switch work {
    case .entry(let entry): return (entry.report.key, try ledger.enter(entry, run: run))
    case .settled(let key, let outcome):
      try ledger.note(outcome, key: key, run: run)
      return (key, outcome)
    case .killed(let key, let reason):
      let outcome = Outcome.skipped(
        reason + (try kill(key, reason, ledger) ? "; hidden with its copies" : ""))
      try ledger.note(outcome, key: key, run: run)
      return (key, outcome)
    }
  }

  private static func kill(_ key: String, _ reason: String, _ ledger: Ledger) throws -> Bool {
    do throws(LedgerError) {
      try ledger.kill(key, because: reason)
      return true
    } catch {
      if case .unknownReport = error.reason { return false }
      throw error
    }
  }
}
