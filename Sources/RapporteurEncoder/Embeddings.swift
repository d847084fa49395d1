import CRapporteurKernels

/// The first step of the encoder: word piece + position + letter case, normalised.
struct Embeddings: Sendable {
  private let weights: Safetensors
  private let pieces: UnsafeAddress<Int8>
  private let scales: FloatVector
  private let positions: FloatVector
  /// Case rows, each with the constant type row added.
  private let cases: FloatVector
  private let norm: LayerNorm

  init(_ weights: Safetensors, vocabulary: Int) throws(ModelError) {
    let width = Dimensions.width
    self.weights = weights
    pieces = UnsafeAddress(try weights.bytes("embeddings.word.weight", [vocabulary, width]))
    scales = FloatVector(try weights.floats("embeddings.word.scale", [vocabulary]))
    positions = FloatVector(
      try weights.floats("embeddings.position.weight", [Dimensions.positions, width]))
    let type = try weights.floats("embeddings.type.weight", [width])
    var cases = try weights.floats("embeddings.case.weight", [Dimensions.cases, width])
    for index in cases.indices { cases[index] += type[index % width] }
    self.cases = FloatVector(cases)
    norm = try LayerNorm(weights, "embeddings.norm")
  }

  /// Writes one row for each piece: `[pieces, 384]`.
  func write(_ set: rk_set, _ input: PieceSequence, to rows: UnsafeMutablePointer<Float>) {
    let width = Dimensions.width
    for (position, piece) in input.pieces.enumerated() {
      rk_embed(
        set, pieces.pointer + Int(piece) * width, scales.pointer[Int(piece)],
        positions.pointer + position * width,
        cases.pointer + Int(input.cases[position]) * width, rows + position * width, width)
    }
    norm.apply(set, rows, adding: nil, count: input.pieces.count)
  }
}

/// The start of memory that is only read and is kept alive by its neighbour in the same struct.
struct UnsafeAddress<Element>: @unchecked Sendable {
  let pointer: UnsafePointer<Element>

  init(_ buffer: UnsafeBufferPointer<Element>) {
    guard let start = buffer.baseAddress else {
      preconditionFailure("an empty tensor has no address")
    }
    pointer = start
  }
}

/// Layer normalisation with a learned scale and shift. Source: Ba et al. 2016, <https://arxiv.org/abs/1607.06450>.
struct LayerNorm: Sendable {
  let weight: FloatVector
  let bias: FloatVector

  init(_ weights: Safetensors, _ name: String) throws(ModelError) {
    weight = FloatVector(try weights.floats("\(name).weight", [Dimensions.width]))
    bias = FloatVector(try weights.floats("\(name).bias", [Dimensions.width]))
  }

  /// Normalises `rows + residual` in place.
  func apply(
    _ set: rk_set, _ rows: UnsafeMutablePointer<Float>, adding residual: UnsafePointer<Float>?,
    count: Int
  ) {
    rk_layer_norm(
      set, rows, residual, weight.pointer, bias.pointer, Dimensions.normEpsilon, count,
      Dimensions.width)
  }
}
