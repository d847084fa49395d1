import CRapporteurKernels

/// One layer in float: self-attention, then two maps with GELU between, each followed by a residual and a norm.
///
/// Source: Vaswani et al. 2017, <https://arxiv.org/abs/1706.03762>; the norms as in BERT, after the residual.
struct FloatLayer: Sendable {
  private let queryKeyValue: FloatMatrix
  private let output: FloatMatrix
  private let attentionNorm: LayerNorm
  private let up: FloatMatrix
  private let down: FloatMatrix
  private let feedforwardNorm: LayerNorm

  init(_ weights: Safetensors, index: Int) throws(ModelError) {
    let (width, inner) = (Dimensions.width, Dimensions.inner)
    let name = "layers.\(index)"
    var rows: [Float] = []
    var bias: [Float] = []
    for part in ["query", "key", "value"] {
      rows += try weights.dequantised("\(name).attention.\(part)", outputs: width, inputs: width)
      bias += try weights.floats("\(name).attention.\(part).bias", [width])
    }
    queryKeyValue = FloatMatrix(inputs: width, outputs: 3 * width, weights: rows, bias: bias)
    output = try FloatMatrix(weights, "\(name).attention.output", inputs: width, outputs: width)
    attentionNorm = try LayerNorm(weights, "\(name).attention.norm")
    up = try FloatMatrix(weights, "\(name).feedforward.up", inputs: width, outputs: inner)
    down = try FloatMatrix(weights, "\(name).feedforward.down", inputs: inner, outputs: width)
    feedforwardNorm = try LayerNorm(weights, "\(name).feedforward.norm")
  }

  /// Replaces the hidden states `[length, 384]`; `memory` has `scratchCount(length:)` floats.
  func apply(
    _ set: rk_set, _ hidden: UnsafeMutablePointer<Float>, length: Int,
    memory: UnsafeMutablePointer<Float>
  ) {
    let (width, inner) = (Dimensions.width, Dimensions.inner)
    let result = memory
    let wide = result + length * width
    let attention = wide + length * inner
    queryKeyValue.apply(set, hidden, stride: width, rows: length, to: wide, stride: 3 * width)
    rk_attention(set, wide, result, attention, length, width)
    output.apply(set, result, stride: width, rows: length, to: wide, stride: width)
    attentionNorm.apply(set, hidden, adding: wide, count: length)
    up.apply(set, hidden, stride: width, rows: length, to: wide, stride: inner)
    rk_gelu(set, wide, length * inner)
    down.apply(set, wide, stride: inner, rows: length, to: result, stride: width)
    feedforwardNorm.apply(set, hidden, adding: result, count: length)
  }

  /// Floats that `apply` needs besides the hidden states.
  static func scratchCount(length: Int) -> Int {
    length * (Dimensions.width + Dimensions.inner) + rk_attention_scratch(length)
  }
}

extension Safetensors {
  /// The int8 tensor `NAME.weight` times `NAME.scale`, row by row: `[outputs, inputs]` in float.
  func dequantised(_ name: String, outputs: Int, inputs: Int) throws(ModelError) -> [Float] {
    let values = try bytes("\(name).weight", [outputs, inputs])
    let scales = try floats("\(name).scale", [outputs])
    return [Float](unsafeUninitializedCapacity: values.count) { buffer, count in
      rk_dequantise(values.baseAddress, scales, outputs, inputs, buffer.baseAddress)
      count = values.count
    }
  }
}

extension FloatMatrix {
  /// The int8 map `NAME` with its bias, in float.
  init(_ weights: Safetensors, _ name: String, inputs: Int, outputs: Int) throws(ModelError) {
    self.init(
      inputs: inputs, outputs: outputs,
      weights: try weights.dequantised(name, outputs: outputs, inputs: inputs),
      bias: try weights.floats("\(name).bias", [outputs]))
  }
}
