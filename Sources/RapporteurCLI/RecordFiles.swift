import Foundation
import RapporteurExport

/// Records from files or from standard input, one file after the other.
struct RecordFiles {
  /// What came of reading.
  struct Tally {
    var read = 0
    var failed = 0

    /// 0 all read, 1 nothing to read, 2 something could not be read.
    var exitCode: Int32 { failed > 0 ? 2 : read == 0 ? 1 : 0 }
  }

  let files: [String]

  /// Hands each record to `body`; the faults go to standard error.
  func each(_ body: (StoredRecord) throws -> Void) throws -> Tally {
    if files.isEmpty && isatty(STDIN_FILENO) == 1 {
      throw Trouble(
        "nothing to read: name a file of records, or pipe one in (rapporteur read --output jsonl …)",
        status: 1)
    }
    var tally = Tally()
    for file in files.isEmpty ? ["-"] : files {
      guard let bytes = bytes(of: file, &tally) else { continue }
      for item in RecordLines.read(bytes, file: file == "-" ? "standard input" : file) {
        switch item {
        case .success(let record):
          tally.read += 1
          try body(record)
        case .failure(let fault):
          tally.failed += 1
          complain("\(fault)")
        }
      }
    }
    return tally
  }

  private func bytes(of file: String, _ tally: inout Tally) -> Data? {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      tally.failed += 1
      complain("\(file): cannot be read: \(error.localizedDescription)")
      return nil
    }
  }
}

/// A line on standard error.
func complain(_ reason: String) { FileHandle.standardError.write(Data("rapporteur: \(reason)\n".utf8)) }

/// Text on standard output.
func put(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
