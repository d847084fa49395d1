import CRapporteurKernels

/// A linear map in float: `y = W x + b`, packed for the kernels.
///
/// Weights lie in panels of 16 outputs, each `[inputs, 16]`; outputs are padded with zeros to a multiple of 16.
struct FloatMatrix: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: AlignedMemory
  private let bias: FloatVector

  /// The outputs with their padding: what a result row occupies.
  var paddedOutputs: Int { panels * 16 }
  private var panels: Int { (outputs + 15) / 16 }

  /// Packs row-major weights `[outputs, inputs]`; an empty `bias` means none.
  init(inputs: Int, outputs: Int, weights rows: [Float], bias: [Float]) {
    precondition(rows.count == inputs * outputs && (bias.isEmpty || bias.count == outputs))
    self.inputs = inputs
    self.outputs = outputs
    self.bias = FloatVector(bias.isEmpty ? [Float](repeating: 0, count: outputs) : bias)
    weights = AlignedMemory(count: (outputs + 15) / 16 * inputs * 64)
    rk_pack(rows, outputs, inputs, weights.floats)
  }

  /// Multiplies `rows` rows of `input`; strides count floats; a result row has `paddedOutputs` floats.
  func apply(
    _ set: rk_set, _ input: UnsafePointer<Float>, stride: Int, rows: Int,
    to output: UnsafeMutablePointer<Float>, stride outputStride: Int
  ) {
    rk_matrix_multiply(
      set, input, stride, weights.floats, 16, inputs * 16, bias.pointer, output, outputStride, rows,
      inputs,
      panels)
  }
}
