import ArgumentParser
import Foundation
import Rapporteur

/// The command line: one command for each thing that a user does.
@main
struct RapporteurCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapporteur",
    abstract:
      "Reads news reports and keeps the record of who did what to whom, when and where, and who says so.",
    version: Engine.version,
    subcommands: [
      ReadCommand.self, ExtractCommand.self, ValidateCommand.self, WhyCommand.self, ExportCommand.self,
      SampleCommand.self,
      AssessCommand.self, RelaysCommand.self, IngestCommand.self, SearchCommand.self, ShowCommand.self,
      HappeningsCommand.self, ActorsCommand.self, WhoCommand.self, DyadCommand.self, OutcomesCommand.self,
      CheckCommand.self,
      ForgetCommand.self, GradeCommand.self, TagCommand.self, NoteCommand.self, CorrectCommand.self,
      MarksCommand.self, HistoryCommand.self, SplitCommand.self, JoinCommand.self, RereadCommand.self,
      BackupCommand.self, ServeCommand.self,
    ])

  /// Exits 0, 1 for nothing found, or 2 for trouble; a wrong argument is trouble too.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  private static func leave(with error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if code == .success {
      print(message)
      exit(withStatus: 0)
    }
    if !message.isEmpty { FileHandle.standardError.write(Data((message + "\n").utf8)) }
    exit(withStatus: error is ExitCode ? code.rawValue : 2)
  }

  private static func exit(withStatus status: Int32) -> Never { Foundation.exit(status) }
}
