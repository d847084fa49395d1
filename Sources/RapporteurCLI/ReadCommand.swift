import ArgumentParser
import Foundation
import Rapporteur
import RapporteurCore
import RapporteurIngest
import RapporteurTerminal

/// `rapporteur read`: reports in, records out.
struct ReadCommand: AsyncParsableCommand {
  enum Output: String, ExpressibleByArgument, CaseIterable { case terminal, json, jsonl, conllu }

  enum Input: String, ExpressibleByArgument, CaseIterable {
    case auto, text, html, jsonl, conllu, json, feed, ninjs, nitf, newsml, csv, tsv, warc

    var format: InputFormat? { InputFormat(rawValue: rawValue) }

    /// All formats, for the help.
    static var names: String { allCases.map(\.rawValue).joined(separator: "|") }
  }

  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read reports and print who says what, who did what to whom, when and where.",
    discussion: """
      Exits 0 where all was read, 2 where something could not be read (the rest was), 1 where there was nothing.
      """)

  @Option(help: ArgumentHelp("The format of the input.", valueName: Input.names))
  var input: Input = .auto

  @Option(help: ArgumentHelp("The form of the output.", valueName: "terminal|json|jsonl|conllu"))
  var output: Output = .terminal

  @Option(help: "The publication day of reports that do not tell their own: YYYY-MM-DD.")
  var published: String?

  @OptionGroup var own: LexiconOptions

  @Flag(help: "Show the rule and the words behind each finding.")
  var why = false

  @Option(
    help: ArgumentHelp(
      "The model's arithmetic, to compare: float, or int8 on some instructions.", visibility: .hidden))
  var kernels = "best"

  @Argument(help: "Files to read; - or none for standard input.")
  var files: [String] = []

  func run() async throws {
    let facts = ReportFacts(published: try publicationDay())
    if files.isEmpty && isatty(STDIN_FILENO) == 1 {
      throw Trouble("nothing to read: name a file, or pipe a report in (rapporteur read --help)", status: 1)
    }
    let run = ReadRun(
      pipeline: try loadPipeline(), format: input.format, facts: facts, printer: makePrinter())
    let tally = try await run.read(files.isEmpty ? ["-"] : files)
    if tally.exitCode != 0 { throw ExitCode(tally.exitCode) }
  }

  private func publicationDay() throws -> CalendarDate? {
    guard let published else { return nil }
    guard let date = CalendarDate(iso: published) else {
      throw ValidationError("--published: '\(published)' is no date; write YYYY-MM-DD")
    }
    return date
  }

  private func loadPipeline() throws -> Pipeline {
    guard Pipeline.kernels.contains(kernels) else {
      throw ValidationError(
        "--kernels: not '\(kernels)' but one of \(Pipeline.kernels.joined(separator: ", "))")
    }
    do { return try Pipeline(additions: try own.additions(), kernels: kernels) } catch let trouble as Trouble
    {
      throw trouble
    } catch { throw Trouble("the engine cannot start: \(error)", status: 2) }
  }

  private func makePrinter() -> RecordPrinter {
    switch output {
    case .terminal: .terminal(TerminalPage(style: .standardOutput, showsWhy: why))
    case .json: .record(.indented)
    case .jsonl: .record(.line)
    case .conllu: .conllu
    }
  }
}

/// Something that ends the command, with its message and exit code.
struct Trouble: Error, CustomStringConvertible {
  let description: String
  let status: Int32

  init(_ description: String, status: Int32) {
    self.description = description
    self.status = status
  }
}

extension TerminalStyle {
  /// Colour only on a terminal and without NO_COLOR; the terminal's width, or COLUMNS, or 100.
  static var standardOutput: TerminalStyle {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
    var size = winsize()
    let measured = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    let width = measured > 0 ? measured : environment["COLUMNS"].flatMap(Int.init) ?? 100
    return TerminalStyle(isColoured: isTerminal && !isPlain, width: width)
  }
}
