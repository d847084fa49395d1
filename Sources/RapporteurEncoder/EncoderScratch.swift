/// Working memory of the encoder: one for each thread, used again from window to window.
///
/// It grows with the longest window it has seen. A copy gets memory of its own when it is next used.
public struct EncoderScratch: Sendable {
  var input = PieceSequence()
  private var memory = AlignedMemory(count: 0)

  init() {}

  /// At least `count` floats, not initialised; valid until the next call.
  mutating func floats(_ count: Int) -> UnsafeMutablePointer<Float> {
    if memory.bytes.count < count * 4 || !isKnownUniquelyReferenced(&memory) {
      memory = AlignedMemory(count: count * 4)
    }
    return memory.floats
  }
}
