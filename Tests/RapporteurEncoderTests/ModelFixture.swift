import Foundation
import RapporteurEncoder

/// The shipped model, beside the test bundle. Tests that need it are off where a checkout lacks the weights.
enum ModelFixture {
  static var folder: URL {
    Bundle.module.bundleURL.deletingLastPathComponent()
      .appendingPathComponent("rapporteur_RapporteurEncoder.resources/Model")
  }

  static var isPresent: Bool {
    FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("weights.safetensors").path)
  }

  static func golden(_ name: String) throws -> Data {
    try Data(contentsOf: Bundle.module.bundleURL.appendingPathComponent("Golden/\(name)"))
  }
}

/// A generator with a seed, so that random tests are the same every time (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
