import Foundation
import RapporteurEncoder

// Prints word pieces a second on one thread at several window lengths, for each arithmetic and kernel set.
// Usage: EncoderBenchmark [MODEL-FOLDER [seconds for each figure [lengths [kernels]]]]
//   EncoderBenchmark Model 2 64,128 "int8 best"
//   EncoderBenchmark Model score dev.conllu    what int8 costs against float, on gold words

let folder =
  CommandLine.arguments.count > 1
  ? URL(fileURLWithPath: CommandLine.arguments[1])
  : Bundle.main.bundleURL.appendingPathComponent("rapporteur_RapporteurEncoder.resources/Model")
if CommandLine.arguments.count == 4, CommandLine.arguments[2] == "score" {
  let scoring = try Scoring(path: CommandLine.arguments[3])
  for (name, arithmetic) in [("float", Arithmetic.float), ("int8", .int8)] {
    let encoder = try Encoder(folder: folder, arithmetic: arithmetic)
    print(name, scoring.figures(encoder, pieces: 256).line)
  }
  exit(0)
}
let seconds = CommandLine.arguments.count > 2 ? Double(CommandLine.arguments[2]) ?? 1 : 1
let lengths =
  CommandLine.arguments.count > 3
  ? CommandLine.arguments[3].split(separator: ",").compactMap { Int($0) } : [32, 64, 128, 256, 384]
let wanted = CommandLine.arguments.count > 4 ? CommandLine.arguments[4] : ""

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
    let time = clock.measure(body)
    best = max(best, Double(pieces) / (time / .seconds(1)))
  } while clock.now < end
  return best
}

let loading = try ContinuousClock().measure { _ = try Encoder(folder: folder) }
print(String(format: "load %.0f ms", loading / .milliseconds(1)))
print("pieces/s, one thread      length   layers only     with heads")
let candidates: [(String, Arithmetic, KernelSet?)] = [
  ("int8 best", .int8, nil), ("int8 avx2", .int8, .avx2), ("int8 portable", .int8, .portable),
  ("float best", .float, nil),
]
for (name, arithmetic, kernels) in candidates
where kernels?.isSupported != false && (wanted.isEmpty || wanted == name) {
  let encoder = try Encoder(folder: folder, arithmetic: arithmetic, kernels: kernels)
  var scratch = encoder.makeScratch()
  for pieces in lengths {
    let input = window(pieces: pieces)
    let layers = rate(pieces: pieces) { encoder.runLayers(input.words, scratch: &scratch) }
    let whole = rate(pieces: pieces) { _ = encoder.read(input, scratch: &scratch) }
    let columns = [name.padding(toLength: 24, withPad: " ", startingAt: 0), String(format: "%8d", pieces)]
    print(columns.joined(), String(format: "%13.0f  %13.0f", layers, whole))
  }
}
