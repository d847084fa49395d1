import ArgumentParser
import Foundation
import RapporteurIngest
import RapporteurLineage

/// `rapporteur relays`: reports in, the edges between them out.
struct RelaysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relays",
    abstract: "Tell which reports copy, cite or supersede which.",
    discussion: """
      Takes JSON Lines ({"id", "text", "published"?, "uri"?, "outlet"?, "title"?}) or one plain-text report a file. Writes \
      one JSON object a line: "from" is the report in hand, "to" the one that it leads back to. Needs no model. Exits 0 \
      where all was read, 2 where something could not be read (the rest was), 1 where there was nothing.
      """)

  @Argument(help: "Files to read; - or none for standard input.")
  var files: [String] = []

  func run() throws {
    if files.isEmpty && isatty(STDIN_FILENO) == 1 {
      throw Trouble("nothing to read: name a file, or pipe reports in (rapporteur relays --help)", status: 1)
    }
    var run = RelaysRun()
    for file in files.isEmpty ? ["-"] : files { try run.read(file) }
    if run.exitCode != 0 { throw ExitCode(run.exitCode) }
  }
}

/// One run over all inputs.
private struct RelaysRun {
  private var finder = RelayFinder(shelf: MemoryShelf())
  private var added = 0
  private var failed = 0
  /// 0 all read, 1 nothing to read, 2 something could not be read.
  var exitCode: Int32 { failed > 0 ? 2 : added == 0 ? 1 : 0 }

  mutating func read(_ file: String) throws {
    do throws(IngestError) {
      let input = InputFile(file)
      var lines = LineReader(try input.open(), source: input.name)
      if InputFormat(sniffing: try lines.peek()) == .jsonl {
        try readLines(&lines, source: input.name)
      } else {
        let text = try TextDecoding.text(of: lines.rest(limit: InputFile.reportLimit), source: input.name)
        add(Dispatch(key: input.name, text: text))
      }
    } catch { complain("\(error)") }
  }

  private mutating func readLines(_ lines: inout LineReader, source: String) throws(IngestError) {
    var number = 0
    while let line = try lines.next() {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(DispatchError) {
        add(try Dispatch(jsonLine: Foundation.Data(line), source: source, line: number))
      } catch { complain("\(error)") }
    }
  }

  private mutating func add(_ dispatch: Dispatch) {
    for edge in finder.add(dispatch) {
      FileHandle.standardOutput.write(Foundation.Data((edge.jsonLine + "\n").utf8))
    }
    added += 1
  }

  private mutating func complain(_ words: String) {
    FileHandle.standardError.write(Foundation.Data("rapporteur: \(words)\n".utf8))
    failed += 1
  }
}
