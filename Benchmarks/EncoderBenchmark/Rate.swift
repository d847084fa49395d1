import ArgumentParser
import Foundation
import RapporteurEncoder

/// Word pieces a second at several window lengths.
struct Rate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Word pieces a second: the layers alone, and with all heads.")

  @Argument(help: "The folder with the model.") var model: String
  @Option(help: "Seconds for each figure.") var seconds = 1.0
  @Option(help: "Window lengths in pieces, by comma.") var lengths = "32,64,128,256,384"
  @Option(help: "best, avx512, avx2, neon, portable or float.") var kernels = "best"
  @Option(help: "Threads; each has windows of its own.") var threads = 1

  func run() throws {
    guard let choice = KernelChoice(kernels) else {
      throw ValidationError("no kernels are called '\(kernels)'")
    }
    let encoder = try choice.encoder(URL(fileURLWithPath: model))
    for length in lengths.split(separator: ",").compactMap({ Int($0) }) {
      let input = window(pieces: length)
      let layers = rate(length, encoder) { encoder.runLayers(input.words, scratch: &$0) }
      let whole = rate(length, encoder) { _ = encoder.read(input, scratch: &$0) }
      print(String(format: "%6d %12.0f %12.0f", length, layers, whole))
    }
  }

  /// A window of common words, one piece each, in sentences of 20 words, with `pieces` pieces in all.
  private func window(pieces: Int) -> EncoderWindow {
    let common = ["the", "minister", "said", "on", "monday", "that", "two", "soldiers", "were", "killed"]
    let words = (0..<pieces - 2).map { common[$0 * 7 % 10] }
    let sentences = stride(from: 0, to: words.count, by: 20).map { $0..<min($0 + 20, words.count) }
    return EncoderWindow(words: words, sentences: sentences)
  }

  /// Pieces a second over all threads: the best of several rounds of 64 windows a thread, since other work may share the machine.
  private func rate(
    _ pieces: Int, _ encoder: Encoder, _ body: @escaping @Sendable (inout EncoderScratch) -> Void
  )
    -> Double
  {
    let clock = ContinuousClock()
    let windows = max(4, 4096 / pieces)
    func round() {
      DispatchQueue.concurrentPerform(iterations: threads) { _ in
        var scratch = encoder.makeScratch()
        for _ in 0..<windows { body(&scratch) }
      }
    }
    round()
    var best = 0.0
    let end = clock.now + .seconds(seconds)
    repeat {
      let time = clock.measure(round)
      best = max(best, Double(pieces * windows * threads) / (time / .seconds(1)))
    } while clock.now < end
    return best
  }
}
