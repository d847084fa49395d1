import Rapporteur
import RapporteurLanguage
import RapporteurTerminal

/// Turns what was read into the bytes that go to standard output.
enum RecordPrinter: Sendable {
  case terminal(TerminalPage)
  case record(RecordEncoder.Layout)
  case conllu

  /// The bytes of one report, with a final line break.
  func bytes(of report: ReadReport, from input: ReadInput, engine: EngineVersion) -> [UInt8] {
    switch self {
    case .terminal(let page): Array(page.render(report).utf8)
    case .record(let layout): RecordEncoder(engine: engine, layout: layout).encode(report) + [0x0A]
    case .conllu:
      switch input {
      case .report: Array(ConlluWriter.render(report.annotated).utf8)
      case .words(let document, _, _): Array(document.rendered(report.annotated).utf8)
      }
    }
  }

  /// What stands between two reports.
  var separator: [UInt8] {
    if case .terminal = self { return Array((String(repeating: "─", count: 40) + "\n\n").utf8) }
    return []
  }
}
