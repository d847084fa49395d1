import Foundation
import RapporteurLedger

/// Counts outcomes and shows how far a run is: one line that is rewritten on a terminal, a line a report elsewhere.
struct IngestProgress {
  private let files: Int
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private(set) var counts: [String: Int] = [:]
  private var remarks: [String] = []

  init(files: Int) {
    self.files = files
    isTerminal = isatty(STDERR_FILENO) == 1
  }

  /// 0 where all was taken, 1 where there was nothing, 2 where something failed.
  var exitCode: Int32 { counts["failed", default: 0] > 0 ? 2 : counts.isEmpty ? 1 : 0 }

  mutating func add(_ outcome: Outcome, key: String, filesDone: Int) {
    counts[outcome.word, default: 0] += 1
    let reason = outcome.reason.map { ": \($0)" } ?? ""
    switch outcome {
    case .failed, .skipped: remarks.append("\(outcome.word) \(key)\(reason)")
    default: break
    }
    if isTerminal {
      complain("\r\u{1B}[K\(bar(filesDone))")
    } else {
      complain("\(outcome.word) \(key)\(reason)\n")
    }
  }

  /// The counts, and what was left out.
  func end(wasStopped: Bool) {
    if isTerminal {
      complain("\r\u{1B}[K")
      for remark in remarks { complain(remark + "\n") }
    }
    let words = ["stored", "copy", "unchanged", "skipped", "failed"].filter { counts[$0] != nil }
      .map { "\(counts[$0] ?? 0) \($0)" }
    let seconds = (ContinuousClock.now - start).components.seconds
    complain("\(words.isEmpty ? "nothing" : words.joined(separator: ", ")) in \(seconds) s\n")
    if wasStopped { complain("stopped between two reports; run the same command again to go on\n") }
  }

  private func bar(_ filesDone: Int) -> String {
    let seconds = max(0.001, (ContinuousClock.now - start) / .seconds(1))
    let reports = counts.values.reduce(0, +)
    let share = files == 0 ? 0 : min(1, Double(filesDone) / Double(files))
    let filled = Int(share * 24)
    let left = filesDone > 0 && filesDone < files ? ", \(Int(seconds / share - seconds)) s left" : ""
    let rate = Double(Int(Double(reports) / seconds * 10)) / 10
    return "[\(String(repeating: "█", count: filled))\(String(repeating: "·", count: 24 - filled))] "
      + "file \(filesDone) of \(files), \(reports) reports, \(rate) a second\(left)"
  }

  private func complain(_ text: String) { FileHandle.standardError.write(Foundation.Data(text.utf8)) }
}
