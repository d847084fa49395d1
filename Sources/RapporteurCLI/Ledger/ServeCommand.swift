import ArgumentParser
import Foundation

/// `rapporteur serve`: the ledger in a browser. The server is an executable of its own, so that reading needs none of
/// what serving needs.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show a ledger in a browser (rapporteur-desk, which lies beside this program).",
    discussion: "Takes --ledger FILE, --port NUMBER and --host ADDRESS; rapporteur serve --help tells more.")

  @Argument(parsing: .captureForPassthrough, help: .hidden)
  var arguments: [String] = []

  func run() throws {
    let own = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let desk = own.resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent(
      "rapporteur-desk")
    guard FileManager.default.isExecutableFile(atPath: desk.path) else {
      throw Trouble("\(desk.path) is not there; build it with: make desk-build", status: 2)
    }
    let words = [desk.path] + arguments
    let pointers = words.map { strdup($0) } + [nil]
    execv(desk.path, pointers)
    throw Trouble("\(desk.path) cannot be started: \(String(cString: strerror(errno)))", status: 2)
  }
}
