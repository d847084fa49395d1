import Foundation
import RapporteurCore

/// What one run of the command gave.
struct CommandRun: Equatable {
  let output: String
  let complaints: String
  let status: Int32
}

/// The command as it was built beside the tests.
let builtCommand = ResourceFolder.executable.resolvingSymlinksInPath().deletingLastPathComponent()
  .appendingPathComponent("rapporteur")

/// Runs the command to its end.
func launch(_ arguments: [String], input: Data = Data(), binary: URL = builtCommand) throws -> CommandRun {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  // A leftover folder in the temporary place harms nobody.
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["in", "out", "err"].map { folder.appendingPathComponent($0) }
  try input.write(to: files[0])
  for file in files.dropFirst() { try Data().write(to: file) }
  let process = Process()
  process.executableURL = binary
  process.arguments = arguments
  process.standardInput = try FileHandle(forReadingFrom: files[0])
  process.standardOutput = try FileHandle(forWritingTo: files[1])
  process.standardError = try FileHandle(forWritingTo: files[2])
  try process.run()
  process.waitUntilExit()
  return CommandRun(
    output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
    complaints: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
    status: process.terminationStatus)
}
