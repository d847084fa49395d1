import CRapporteurKernels

/// A linear map of a head, in the arithmetic that was asked for, with float weights to begin with.
enum LinearMap: Sendable {
  case float(FloatMatrix)
  case int8(Int8Matrix)

  /// Packs row-major weights `[outputs, inputs]`; in int8 each output is rounded to 127 steps.
  init(_ arithmetic: Arithmetic, inputs: Int, outputs: Int, weights: [Float], bias: [Float]) {
    switch arithmetic {
    case .float:
      self = .float(FloatMatrix(inputs: inputs, outputs: outputs, weights: weights, bias: bias))
    case .int8:
      self = .int8(Int8Matrix(rounding: weights, inputs: inputs, outputs: outputs, bias: bias))
    }
  }

  /// What a result row occupies.
  var paddedOutputs: Int {
    switch self {
    case .float(let matrix): matrix.paddedOutputs
    case .int8(let matrix): matrix.paddedOutputs
    }
  }

  /// Rows of input, and in int8 the same rows rounded.
  struct Input {
    let rows: Int
    let width: Int
    let stride: Int
    let values: UnsafePointer<Float>
    let rounded: QuantisedRows

    /// Rounds the rows into the front of `memory`, which moves on.
    init(
      _ set: rk_set, _ values: UnsafePointer<Float>, stride: Int, rows: Int, width: Int,
      memory: inout UnsafeMutablePointer<Float>
    ) {
      self.rows = rows
      self.width = width
      self.stride = stride
      self.values = values
      rounded = QuantisedRows(rows: rows, width: width, from: &memory)
      rounded.fill(set, values, stride: stride, rows: rows, width: width)
    }
  }

  /// Writes a result row for each row of `input`, through a GELU where `gelu` is true.
  func apply(
    _ set: rk_set, _ input: Input, to output: UnsafeMutablePointer<Float>, stride: Int,
    gelu: Bool = false
  ) {
    switch self {
    case .int8(let matrix):
      matrix.apply(set, input.rounded, rows: input.rows, to: output, stride: stride, gelu: gelu)
    case .float(let matrix):
      matrix.apply(
        set, input.values, stride: input.stride, rows: input.rows, to: output, stride: stride)
      guard gelu else { return }
      for row in 0..<input.rows { rk_gelu(set, output + row * stride, paddedOutputs) }
    }
  }
}
