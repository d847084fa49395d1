import ArgumentParser
import Foundation
import RapporteurIngest

/// `rapporteur extract`: what pages and feeds say about their reports, and the text, without reading it.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Write the metadata and the text of each page or feed entry as one JSON object a line.",
    discussion: """
      {"key","uri","title","authors","published","modified","outlet","language","text"}. Exits 0 where all was
      extracted, 2 where something could not be (the rest was), 1 where there was nothing.
      """)

  @Option(help: ArgumentHelp("The format of the input.", valueName: ReadCommand.Input.names))
  var input: ReadCommand.Input = .auto

  @Argument(help: "Files, folders or globs; - or none for standard input.")
  var sources: [String] = []

  func run() throws {
    if sources.isEmpty && isatty(STDIN_FILENO) == 1 {
      throw Trouble(
        "nothing to extract: name a file, or pipe a page in (rapporteur extract --help)", status: 1)
    }
    let rules = try PageRules()
    var tally = ReadRun.Tally()
    for path in sources.isEmpty ? ["-"] : InputPaths.expanded(sources) { extract(path, rules, &tally) }
    if tally.exitCode != 0 { throw ExitCode(tally.exitCode) }
  }

  private func extract(_ path: String, _ rules: PageRules, _ tally: inout ReadRun.Tally) {
    do throws(IngestError) {
      var reader = try ArticleReader(InputFile(path), format: input.format, rules: rules)
      while let outcome = reader.next() {
        switch outcome {
        case .success(let article): write(article, &tally)
        case .failure(let error): complain(error, &tally)
        }
      }
    } catch {
      complain(error, &tally)
    }
  }

  private func write(_ article: Article, _ tally: inout ReadRun.Tally) {
    FileHandle.standardOutput.write(Foundation.Data(ArticleJSON.line(article) + [0x0A]))
    tally.read += 1
  }

  private func complain(_ error: IngestError, _ tally: inout ReadRun.Tally) {
    FileHandle.standardError.write(Foundation.Data("rapporteur: \(error)\n".utf8))
    if error.isEmptiness { tally.empty += 1 } else { tally.failed += 1 }
  }
}
