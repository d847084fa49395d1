import ArgumentParser
import Foundation
import RapporteurExport

/// `rapporteur assess`: a filled coding sheet in, precision with intervals out.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Turn a filled coding sheet into precision for each type, with 95 % Wilson intervals.")

  @Argument(help: "The filled sheet (CSV).")
  var sheet: String

  func run() throws {
    let text: String
    do { text = try String(contentsOf: URL(fileURLWithPath: sheet), encoding: .utf8) } catch {
      throw Trouble("\(sheet): cannot be read: \(error.localizedDescription)", status: 2)
    }
    let assessment: Assessment
    do { assessment = try Assessment(sheet: text, file: sheet) } catch {
      throw Trouble("\(error)", status: 2)
    }
    guard !assessment.types.isEmpty else { throw Trouble("\(sheet): nothing is judged yet", status: 1) }
    put(assessment.report)
  }
}
