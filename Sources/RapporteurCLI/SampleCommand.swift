import ArgumentParser
import RapporteurExport

/// `rapporteur sample`: records in, a sheet for human coders out.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw events from records and write a coding sheet (CSV) for people to judge.",
    discussion: "The same seed and records give the same sheet. docs/validation.md tells how to fill it.")

  @Option(name: [.customLong("n"), .customShort("n")], help: "How many events.")
  var size = 200

  @Option(help: "The seed of the draw.")
  var seed: UInt64 = 1

  @Argument(help: "Files of records; - or none for standard input.")
  var files: [String] = []

  func validate() throws {
    guard size > 0 else { throw ValidationError("--n must be at least 1") }
  }

  func run() throws {
    var sheet = CodingSheet(size: size, seed: seed)
    let read = try RecordFiles(files: files).each { sheet.offer($0) }
    put(sheet.csv)
    if read.exitCode != 0 { throw ExitCode(read.exitCode) }
  }
}
