import Rapporteur
import RapporteurCore
import RapporteurIngest
import Testing

/// A small generator with a seed, so that a failure can be repeated. Source: Steele et al. 2014, SplitMix64.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private let seedText = """
  LIMA, May 3 (Andes Wire) - "We did not do it," Col. Ana Ruiz-Peña said on Monday, denying U.S. claims that 12 \
  soldiers, who asked not to be named, had fired on protesters in Cusco (see p. 4); the ministry declined to comment.
  """

/// Bytes that were cut, doubled, swapped, replaced or filled with awkward ones.
private func mutated(_ random: inout SplitMix) -> [UInt8] {
  var bytes = Array(seedText.utf8)
  let awkward: [[UInt8]] = [
    [0], [0xFF], [0x22], [0xE2, 0x80, 0x9C], [0x0D, 0x0A], [0x0A, 0x0A], [0xF0, 0x9F, 0x91, 0xA9],
    [0xE2, 0x80, 0x8D],
    [0xCC, 0x81], Array("\u{202E}".utf8), Array("....".utf8), Array("((".utf8), Array("U.S.".utf8), [0x09],
    Array("--".utf8),
  ]
  for _ in 0..<Int.random(in: 1...6, using: &random) {
    let start = Int.random(in: 0..<bytes.count, using: &random)
    let end = min(bytes.count, start + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where bytes.count > 60: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[start..<end]), at: start)
    case 2: bytes.insert(contentsOf: awkward.randomElement(using: &random)!, at: start)
    default: bytes[start] = UInt8.random(in: 0...255, using: &random)
    }
  }
  return bytes
}

/// Ten thousand mutated inputs: each becomes a record or an error in words, and nothing crashes.
@Test func noMutationCrashes() async throws {
  let pipeline = try Pipeline()
  var random = SplitMix(state: 7)
  var left = 10_000
  var read = 0
  var refused = 0
  let batch = Batch(width: 2) { pipeline.makeScratch() }
  try await batch.run(
    next: {
      left -= 1
      return left >= 0 ? mutated(&random) : nil
    },
    work: { (bytes: [UInt8], scratch) -> Bool in
      // A refusal is one of the two good ends.
      guard let text = try? TextDecoding.text(of: bytes, source: "m"),
        let report = try? Report(plainText: text, source: "m", facts: ReportFacts()),
        let record = try? pipeline.read(report, scratch: &scratch)
      else { return false }
      return !RecordEncoder(engine: pipeline.engine).encode(record).isEmpty
    },
    emit: { wasRead in if wasRead { read += 1 } else { refused += 1 } })
  #expect(read + refused == 10_000)
  #expect(read > 3000 && refused > 100)
}
