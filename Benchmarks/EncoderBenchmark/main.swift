import ArgumentParser

EncoderBenchmark.main()

/// Times the encoder, shows what rounding costs, and how far the processor could go.
struct EncoderBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(subcommands: [Rate.self, Score.self, Peak.self])
}
