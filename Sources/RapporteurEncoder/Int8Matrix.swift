import CRapporteurKernels

/// A linear map in int8: weights with one scale an output, inputs rounded row by row when they are used.
///
/// Weights lie in panels of 16 outputs, four inputs side by side, as the kernels read them.
struct Int8Matrix: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: AlignedMemory
  private let scales: FloatVector
  private let bias: FloatVector
  /// -128 times the sum of each output's weights, for kernels whose inputs carry an offset.
  private let starts: AlignedMemory

  /// The outputs with their padding: what a result row occupies.
  var paddedOutputs: Int { panels * 16 }
  private var panels: Int { (outputs + 15) / 16 }

  /// Packs row-major weights `[outputs, inputs]`, `inputs` is a multiple of 16.
  ///
  /// A weight of -128 would overflow the kernels' sums and is taken as -127, less than a step away.
  init(inputs: Int, outputs: Int, weights rows: [Int8], scales: [Float], bias: [Float]) {
    precondition(inputs % 16 == 0 && rows.count == inputs * outputs)
    precondition(scales.count == outputs && bias.count == outputs)
    self.inputs = inputs
    self.outputs = outputs
    self.scales = FloatVector(scales)
    self.bias = FloatVector(bias)
    let panels = (outputs + 15) / 16
    weights = AlignedMemory(count: panels * 16 * inputs)
    starts = AlignedMemory(count: panels * 64)
    rk_int8_pack(
      rows, outputs, inputs, weights.bytes.bindMemory(to: Int8.self).baseAddress,
      starts.bytes.bindMemory(to: Int32.self).baseAddress)
  }

  /// Multiplies rows that `rk_quantise` made for the same `set`, with GELU behind it where `gelu` is true.
  func apply(
    _ set: rk_set, _ input: QuantisedRows, rows: Int, to output: UnsafeMutablePointer<Float>,
    stride: Int,
    gelu: Bool = false
  ) {
    rk_int8_multiply(
      set, input.bytes, input.steps, weights.pointer(Int8.self), starts.pointer(Int32.self),
      scales.pointer,
      bias.pointer, output, stride, rows, inputs, panels, gelu ? 1 : 0)
  }
}

/// Rows rounded to int8, with the size of each row's step, in memory that someone else owns.
struct QuantisedRows {
  let bytes: UnsafeMutablePointer<UInt8>
  let steps: UnsafeMutablePointer<Float>

  /// Rounds `rows` rows of `width` floats, `stride` apart.
  func fill(_ set: rk_set, _ values: UnsafePointer<Float>, stride: Int, rows: Int, width: Int) {
    rk_quantise(set, values, stride, bytes, steps, rows, width)
  }

  /// Takes the memory for `rows` rows of `width` from `memory`, and moves that on.
  init(rows: Int, width: Int, from memory: inout UnsafeMutablePointer<Float>) {
    steps = memory
    let padded = (rows + 15) & ~15
    let start = UnsafeMutableRawPointer(memory + padded)
    bytes = start.bindMemory(to: UInt8.self, capacity: rows * width)
    memory += padded + (rows * width + 63) / 64 * 16
  }

  /// The floats that `rows` rows of `width` take.
  static func floatCount(rows: Int, width: Int) -> Int {
    ((rows + 15) & ~15) + (rows * width + 63) / 64 * 16
  }
}

extension AlignedMemory {
  /// The memory as values of a type that it was filled with.
  func pointer<Value>(_ type: Value.Type) -> UnsafePointer<Value> {
    UnsafePointer(UnsafeMutableRawPointer(floats).assumingMemoryBound(to: type))
  }
}

extension Int8Matrix {
  /// The int8 maps of these names under each other, with their biases, all with the same inputs.
  init(_ weights: Safetensors, _ names: [String], inputs: Int, outputs: Int) throws(ModelError) {
    var rows: [Int8] = []
    var scales: [Float] = []
    var bias: [Float] = []
    for name in names {
      rows += try weights.bytes("\(name).weight", [outputs, inputs])
      scales += try weights.floats("\(name).scale", [outputs])
      bias += try weights.floats("\(name).bias", [outputs])
    }
    self.init(inputs: inputs, outputs: bias.count, weights: rows, scales: scales, bias: bias)
  }

  /// Rounds float weights `[outputs, inputs]`, each output to 127 steps of its largest weight.
  init(rounding rows: [Float], inputs: Int, outputs: Int, bias: [Float]) {
    var scales = [Float](repeating: 0, count: outputs)
    var bytes = [Int8](repeating: 0, count: rows.count)
    rk_int8_round(rows, outputs, inputs, &bytes, &scales)
    self.init(inputs: inputs, outputs: outputs, weights: bytes, scales: scales, bias: bias)
  }
}
