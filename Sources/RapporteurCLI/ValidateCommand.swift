import ArgumentParser
import Foundation
import RapporteurIngest

/// `rapporteur validate`: the verdict on ninjs.
struct ValidateCommand: ParsableCommand {
  enum Output: String, ExpressibleByArgument, CaseIterable { case terminal, jsonl }

  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Say of each file whether it is valid ninjs (1.x to 3.x), and what is wrong with it.",
    discussion: "Exits 0 where all are valid, 2 where one is not, 1 where there was nothing to check.")

  @Option(help: ArgumentHelp("The form of the output.", valueName: "terminal|jsonl"))
  var output: Output = .terminal

  @Argument(help: "Files, folders or globs; - or none for standard input.")
  var sources: [String] = []

  func run() throws {
    if sources.isEmpty && isatty(STDIN_FILENO) == 1 {
      throw Trouble(
        "nothing to validate: name a file, or pipe one in (rapporteur validate --help)", status: 1)
    }
    let validator = try NinjsValidator()
    let paths = sources.isEmpty ? ["-"] : InputPaths.expanded(sources)
    var areValid = true
    for path in paths where try !check(path, validator) { areValid = false }
    if paths.isEmpty { throw ExitCode(1) }
    if !areValid { throw ExitCode(2) }
  }

  private func check(_ path: String, _ validator: NinjsValidator) throws -> Bool {
    do {
      let verdict = validator.verdict(try InputFile(path).bytes())
      try write(path, verdict)
      return verdict.isValid
    } catch let error as IngestError {
      FileHandle.standardError.write(Foundation.Data("rapporteur: \(error)\n".utf8))
      return false
    }
  }

  private func write(_ path: String, _ verdict: NinjsValidator.Verdict) throws {
    switch output {
    case .terminal:
      let kind = verdict.version.map { "ninjs \($0)" } ?? "ninjs"
      print("\(path): \(verdict.isValid ? "valid" : "not valid") \(kind)")
      for fault in verdict.faults { print("  \(fault)") }
    case .jsonl:
      let line: [String: Any] = [
        "file": path, "valid": verdict.isValid, "version": verdict.version ?? NSNull(),
        "faults": verdict.faults,
      ]
      let data = try JSONSerialization.data(
        withJSONObject: line, options: [.sortedKeys, .withoutEscapingSlashes])
      print(String(decoding: data, as: UTF8.self))
    }
  }
}
