import CRapporteurKernels

/// One layer in int8: the maps multiply rounded numbers; attention, residuals and norms stay in float.
///
/// The same steps as `FloatLayer`. The feed-forward part takes a block of rows through both maps, so that its
/// wide middle stays in the cache.
struct Int8Layer: Sendable {
  /// Rows that go through the feed-forward part together.
  private static let block = 64

  private let queryKeyValue: Int8Matrix
  private let output: Int8Matrix
  private let attentionNorm: LayerNorm
  private let up: Int8Matrix
  private let down: Int8Matrix
  private let feedforwardNorm: LayerNorm

  init(_ weights: Safetensors, index: Int) throws(ModelError) {
    let (width, inner) = (Dimensions.width, Dimensions.inner)
    let name = "layers.\(index)"
    queryKeyValue = try Int8Matrix(
      weights, ["query", "key", "value"].map { "\(name).attention.\($0)" }, inputs: width,
      outputs: width)
    output = try Int8Matrix(weights, ["\(name).attention.output"], inputs: width, outputs: width)
    attentionNorm = try LayerNorm(weights, "\(name).attention.norm")
    up = try Int8Matrix(weights, ["\(name).feedforward.up"], inputs: width, outputs: inner)
    down = try Int8Matrix(weights, ["\(name).feedforward.down"], inputs: inner, outputs: width)
    feedforwardNorm = try LayerNorm(weights, "\(name).feedforward.norm")
  }

  /// Replaces the hidden states `[length, 384]` and their rounded form; `memory` has
  /// `scratchCount(length:)` floats.
  func apply(
    _ set: rk_set, _ hidden: UnsafeMutablePointer<Float>, _ rounded: QuantisedRows, length: Int,
    memory: UnsafeMutablePointer<Float>
  ) {
    let width = Dimensions.width
    let mixed = memory
    let wide = mixed + length * width
    queryKeyValue.apply(set, rounded, rows: length, to: wide, stride: 3 * width)
    rk_attention(set, wide, mixed, wide + length * 3 * width, length, width)
    rounded.fill(set, mixed, stride: width, rows: length, width: width)
    output.apply(set, rounded, rows: length, to: mixed, stride: width)
    attentionNorm.apply(set, hidden, adding: mixed, count: length, rounded: rounded)
    for start in stride(from: 0, to: length, by: Int8Layer.block) {
      let rows = min(Int8Layer.block, length - start)
      feedForward(set, hidden, rounded, start..<start + rows, memory: memory)
    }
  }

  private func feedForward(
    _ set: rk_set, _ hidden: UnsafeMutablePointer<Float>, _ rounded: QuantisedRows,
    _ rows: Range<Int>,
    memory: UnsafeMutablePointer<Float>
  ) {
    let (width, inner) = (Dimensions.width, Dimensions.inner)
    var free = memory
    let middle = QuantisedRows(rows: Int8Layer.block, width: inner, from: &free)
    let (wide, result) = (free, free)
    let part = rounded.dropFirst(rows.lowerBound, width: width)
    up.apply(set, part, rows: rows.count, to: wide, stride: inner, gelu: true)
    middle.fill(set, wide, stride: inner, rows: rows.count, width: inner)
    down.apply(set, middle, rows: rows.count, to: result, stride: width)
    feedforwardNorm.apply(
      set, hidden + rows.lowerBound * width, adding: result, count: rows.count, rounded: part)
  }

  /// Floats that `apply` needs besides the hidden states.
  static func scratchCount(length: Int) -> Int {
    let attention = length * 4 * Dimensions.width + rk_attention_scratch(length)
    let feedForward =
      QuantisedRows.floatCount(rows: block, width: Dimensions.inner) + block * Dimensions.inner
    return max(attention, feedForward)
  }
}

extension QuantisedRows {
  /// The rows from `count` on.
  func dropFirst(_ count: Int, width: Int) -> QuantisedRows {
    QuantisedRows(bytes: bytes + count * width, steps: steps + count)
  }

  private init(bytes: UnsafeMutablePointer<UInt8>, steps: UnsafeMutablePointer<Float>) {
    self.bytes = bytes
    self.steps = steps
  }
}

extension LayerNorm {
  /// Normalises `rows + residual` in place and writes the rounded form of the result.
  func apply(
    _ set: rk_set, _ rows: UnsafeMutablePointer<Float>, adding residual: UnsafePointer<Float>?,
    count: Int,
    rounded: QuantisedRows
  ) {
    rk_layer_norm_quantise(
      set, rows, residual, weight.pointer, bias.pointer, Dimensions.normEpsilon, rounded.bytes,
      rounded.steps,
      count, Dimensions.width)
  }
}
