import ArgumentParser
import Foundation
import RapporteurCore

/// `--lexicon` and `--actors`: a user's own word lists.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "Your own frames, merged over ours (docs/lexicons.md); may be repeated.", valueName: "file"))
  var frames: [String] = []

  @Option(
    name: .customLong("actors"),
    help: ArgumentHelp(
      "Your own actors: TSV, or PETRARCH actor and agent dictionaries; may be repeated.", valueName: "file"))
  var actors: [String] = []

  /// The texts of the files.
  func additions() throws -> LexiconAdditions {
    LexiconAdditions(frames: try frames.map(file), actors: try actors.map(file))
  }

  private func file(_ path: String) throws -> LexiconAdditions.File {
    do {
      return LexiconAdditions.File(
        name: path, text: try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8))
    } catch {
      throw Trouble("\(path): cannot be read: \(error.localizedDescription)", status: 2)
    }
  }
}
