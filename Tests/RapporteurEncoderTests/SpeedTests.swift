#if !DEBUG
  import Foundation
  import RapporteurEncoder
  import Testing

  @Suite(.serialized, .enabled(if: ModelFixture.isPresent)) struct SpeedTests {
    /// A ratio within one run, not a time: other work on the machine meets both sides. 3.2 to 4 on Zen 5.
    @Test(.enabled(if: KernelSet.avx512.isSupported)) func int8IsMuchFasterThanFloat() throws {
      let words = (0..<62).map { ["the", "two", "ministers", "met"][$0 % 4] }
      let rounded = try Encoder(folder: ModelFixture.folder, arithmetic: .int8)
      let float = try Encoder(folder: ModelFixture.folder, arithmetic: .float)
      var scratch = rounded.makeScratch()
      let clock = ContinuousClock()
      var (best, bestFloat) = (Duration.seconds(60), Duration.seconds(60))
      for _ in 0..<25 {
        best = min(best, clock.measure { rounded.runLayers(words, scratch: &scratch) })
        bestFloat = min(bestFloat, clock.measure { float.runLayers(words, scratch: &scratch) })
      }
      #expect(bestFloat / best > 2)
    }
  }
#endif
