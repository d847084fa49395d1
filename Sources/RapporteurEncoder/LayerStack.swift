import CRapporteurKernels

/// The six layers, in one kind of arithmetic.
enum LayerStack: Sendable {
  case float([FloatLayer])
  case int8([Int8Layer])

  init(_ weights: Safetensors, _ arithmetic: Arithmetic) throws(ModelError) {
    switch arithmetic {
    case .float:
      var layers: [FloatLayer] = []
      for index in 0..<Dimensions.layers { layers.append(try FloatLayer(weights, index: index)) }
      self = .float(layers)
    case .int8:
      var layers: [Int8Layer] = []
      for index in 0..<Dimensions.layers { layers.append(try Int8Layer(weights, index: index)) }
      self = .int8(layers)
    }
  }

  /// Takes the embedded pieces `[length, 384]` through all layers, in place.
  func apply(
    _ set: rk_set, _ hidden: UnsafeMutablePointer<Float>, length: Int,
    memory: UnsafeMutablePointer<Float>
  ) {
    switch self {
    case .float(let layers):
      for layer in layers { layer.apply(set, hidden, length: length, memory: memory) }
    case .int8(let layers):
      var free = memory
      let rounded = QuantisedRows(rows: length, width: Dimensions.width, from: &free)
      rounded.fill(set, hidden, stride: Dimensions.width, rows: length, width: Dimensions.width)
      for layer in layers { layer.apply(set, hidden, rounded, length: length, memory: free) }
    }
  }

  /// Floats that `apply` needs besides the hidden states.
  func scratchCount(length: Int) -> Int {
    switch self {
    case .float: FloatLayer.scratchCount(length: length)
    case .int8:
      Int8Layer.scratchCount(length: length)
        + QuantisedRows.floatCount(rows: length, width: Dimensions.width)
    }
  }
}
