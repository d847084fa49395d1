/// A block of memory that starts at a multiple of 64 bytes, a cache line.
///
/// `@unchecked Sendable`: weights are written before anyone else sees them; scratch memory has one owner.
final class AlignedMemory: @unchecked Sendable {
  let bytes: UnsafeMutableRawBufferPointer

  /// Reserves `count` bytes, all zero.
  init(count: Int) {
    bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 64), alignment: 64)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit { bytes.deallocate() }

  /// The memory as floats.
  var floats: UnsafeMutablePointer<Float> {
    UnsafeMutablePointer(bytes.bindMemory(to: Float.self).baseAddress.unsafelyUnwrapped)
  }
}

/// Constant floats at an aligned place: biases, norms, small vectors.
struct FloatVector: Sendable {
  let count: Int
  private let memory: AlignedMemory

  /// Copies `values` and pads with zeros up to a multiple of 16.
  init(_ values: [Float]) {
    count = values.count
    memory = AlignedMemory(count: (values.count + 15) / 16 * 64)
    values.withUnsafeBytes { memory.bytes.copyMemory(from: $0) }
  }

  /// Valid as long as `self` is.
  var pointer: UnsafePointer<Float> { UnsafePointer(memory.floats) }
}
