import Foundation
import RapporteurCore

/// Reads the samples into a ledger with the `rapporteur` that lies beside this program.
struct SampleFiller {
  private let program: URL
  private let samples: String
  private let ledger: String

  /// Nil where the program or the samples are missing.
  init?(samples: String, ledger: String) {
    program = ResourceFolder.executable.deletingLastPathComponent().appendingPathComponent("rapporteur")
    self.samples = samples
    self.ledger = ledger
    let files = FileManager.default
    guard files.isExecutableFile(atPath: program.path), files.fileExists(atPath: samples) else { return nil }
  }

  /// - Throws: `DeskTrouble` where `rapporteur ingest` ends with anything but 0.
  func fill() async throws {
    let process = Process()
    process.executableURL = program
    process.arguments = ["ingest", "--ledger", ledger, samples]
    process.standardInput = FileHandle.nullDevice
    let status = try await withCheckedThrowingContinuation { (done: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { done.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch {
        process.terminationHandler = nil
        done.resume(throwing: error)
      }
    }
    if status != 0 { throw DeskTrouble(description: "rapporteur ingest ended with \(status)") }
  }
}
