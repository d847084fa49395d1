import ArgumentParser
import Foundation
import RapporteurEncoder

/// What int8 costs against float, and whether all kernels agree.
struct Score: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tags and trees of a CoNLL-U file, on given words, for each arithmetic and kernel set.")

  @Argument(help: "The folder with the model.") var model: String
  @Argument(help: "A CoNLL-U file.") var file: String

  func run() throws {
    let scoring = try Scoring(path: file)
    for name in ["float", "avx512", "avx2", "neon", "portable"] {
      guard let choice = KernelChoice(name), choice.isSupported else { continue }
      let encoder = try choice.encoder(URL(fileURLWithPath: model))
      print(name, scoring.figures(encoder, pieces: 256).line)
    }
  }
}
