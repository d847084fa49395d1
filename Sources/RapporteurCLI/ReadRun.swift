import Foundation
import Rapporteur
import RapporteurIngest
import RapporteurLanguage

/// One run of `read`: all inputs in order, each report to its output or its reason.
struct ReadRun {
  /// What one report came to.
  private enum Outcome: Sendable {
    case page([UInt8])
    case trouble(String, isEmptiness: Bool)
  }

  /// How many reports were read, and how many were not.
  struct Tally {
    var read = 0
    var failed = 0
    var empty = 0

    /// 0 all read, 1 nothing to read, 2 something could not be read.
    var exitCode: Int32 {
      if failed > 0 || (empty > 0 && read > 0) { return 2 }
      return read == 0 ? 1 : 0
    }
  }

  let pipeline: Pipeline
  let format: InputFormat?
  let facts: ReportFacts
  let printer: RecordPrinter

  /// Reads the inputs; pages go to standard output, reasons to standard error.
  func read(_ files: [String]) async throws -> Tally {
    var tally = Tally()
    var inputs = InputQueue(files: files, format: format, facts: facts, rules: try PageRules())
    let pipeline = pipeline
    let printer = printer
    let batch = Batch(width: ProcessInfo.processInfo.activeProcessorCount) { pipeline.makeScratch() }
    try await batch.run(
      next: { inputs.next() },
      work: { input, scratch in
        switch input {
        case .failure(let error): return Outcome.trouble("\(error)", isEmptiness: error.isEmptiness)
        case .success(let item):
          do throws(AnnotationRefusal) {
            let report = try pipeline.read(item, scratch: &scratch)
            return .page(printer.bytes(of: report, from: item, engine: pipeline.engine))
          } catch {
            return .trouble("\(item.key): \(error)", isEmptiness: false)
          }
        }
      },
      emit: { write($0, &tally) })
    return tally
  }

  private func write(_ outcome: Outcome, _ tally: inout Tally) {
    switch outcome {
    case .page(let bytes):
      FileHandle.standardOutput.write(Foundation.Data((tally.read > 0 ? printer.separator : []) + bytes))
      tally.read += 1
    case .trouble(let reason, let isEmptiness):
      FileHandle.standardError.write(Foundation.Data("rapporteur: \(reason)\n".utf8))
      if isEmptiness { tally.empty += 1 } else { tally.failed += 1 }
    }
  }
}
