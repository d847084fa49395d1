import Foundation
import RapporteurEncoder

// Prints word pieces a second on one thread at several window lengths, for each arithmetic and kernel set.
// Usage: EncoderBenchmark MODEL-FOLDER [seconds for each figure]

guard CommandLine.arguments.count >= 2 else {
  FileHandle.standardError.write(Data("usage: EncoderBenchmark MODEL-FOLDER [seconds]\n".utf8))
  exit(2)
}
let folder = URL(fileURLWithPath: CommandLine.arguments[1])
let seconds = CommandLine.arguments.count > 2 ? Double(CommandLine.arguments[2]) ?? 1 : 1

/// A window of common words, one piece each, in sentences of 20 words, with `pieces` pieces in all.
func window(pieces: Int) -> EncoderWindow {
  let common = ["the", "minister", "said", "on", "monday", "that", "two", "soldiers", "were", "killed"]
  let words = (0..<pieces - 2).map { common[$0 * 7 % 10] }
  let sentences = stride(from: 0, to: words.count, by: 20).map { $0..<min($0 + 20, words.count) }
  return EncoderWindow(words: words, sentences: sentences)
}

/// Pieces a second: the best of several rounds, since other work shares the machine.
func rate(pieces: Int, _ body: () -> Void) -> Double {
  let clock = ContinuousClock()
  body()
  var best = 0.0
  let end = clock.now + .seconds(seconds)
  repeat {
    let time = clock.measure { for _ in 0..<4 { body() } }
    best = max(best, 4 * Double(pieces) / (time / .seconds(1)))
  } while clock.now < end
  return best
}

print("pieces/s, one thread      length   layers only     with heads")
for (name, arithmetic, kernels) in [
  ("int8 avx512", Arithmetic.int8, KernelSet.avx512), ("int8 avx2", .int8, .avx2),
  ("int8 neon", .int8, .neon), ("float avx512", .float, .avx512),
] where kernels.isSupported {
  let encoder = try Encoder(folder: folder, arithmetic: arithmetic, kernels: kernels)
  var scratch = encoder.makeScratch()
  for pieces in [32, 64, 128, 256, 384] {
    let input = window(pieces: pieces)
    let layers = rate(pieces: pieces) { encoder.runLayers(input.words, scratch: &scratch) }
    let whole = rate(pieces: pieces) { _ = encoder.read(input, scratch: &scratch) }
    let columns = [name.padding(toLength: 24, withPad: " ", startingAt: 0), String(format: "%8d", pieces)]
    print(columns.joined(), String(format: "%13.0f  %13.0f", layers, whole))
  }
}
