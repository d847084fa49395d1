import CRapporteurKernels

/// Names the relation between each word and the governor that was chosen for it.
///
/// `score_k = [dependent; 1]ᵀ W_k [head; 1]`: a few labels at a time, the products with a block of dependents
/// are one matrix multiplication, and those with the heads a dot product each.
struct LabelHead: Sendable {
  /// Words that are scored together.
  private static let block = 32
  /// Labels that are scored together: the products of a block stay in the first cache.
  private static let group = 3
  /// `[head; 1]` padded to whole lanes.
  private static let headWidth = 112

  private let count: Int
  private let groups: [LinearMap]
  private let root: FloatVector

  init(_ weights: Safetensors, labels: Int, _ arithmetic: Arithmetic) throws(ModelError) {
    let size = Dimensions.label + 1
    let tensor = try weights.floats("label.bilinear", [labels, size, size])
    count = labels
    groups = stride(from: 0, to: labels, by: LabelHead.group).map { first in
      let last = min(first + LabelHead.group, labels)
      return LabelHead.map(
        Array(tensor[first * size * size..<last * size * size]), labels: last - first, arithmetic)
    }
    root = FloatVector(try weights.floats("label.root", [Dimensions.label]))
  }

  /// The map from a dependent to `[dependent; 1]ᵀ W_k` for some labels, 112 outputs each.
  private static func map(_ tensor: [Float], labels: Int, _ arithmetic: Arithmetic) -> LinearMap {
    let width = Dimensions.label
    let size = width + 1
    var rows = [Float](repeating: 0, count: labels * headWidth * width)
    var bias = [Float](repeating: 0, count: labels * headWidth)
    for label in 0..<labels {
      for head in 0..<size {
        let output = label * headWidth + head
        let column = label * size * size + head
        for dependent in 0..<width {
          rows[output * width + dependent] = tensor[column + dependent * size]
        }
        bias[output] = tensor[column + width * size]
      }
    }
    return LinearMap(arithmetic, inputs: width, outputs: bias.count, weights: rows, bias: bias)
  }

  /// The index of the best label for each word under `heads` (-1: the root).
  func labels(_ set: rk_set, _ rows: HeadRows, heads: [Int], memory: UnsafeMutablePointer<Float>)
    -> [UInt16]
  {
    stride(from: 0, to: heads.count, by: LabelHead.block).flatMap { start in
      labels(
        set, rows, heads: heads[start..<min(start + LabelHead.block, heads.count)], memory: memory)
    }
  }

  /// Floats that `labels` needs.
  static var scratchCount: Int {
    block * headWidth * (group + 1) + QuantisedRows.floatCount(rows: block, width: Dimensions.label)
  }

  private func labels(
    _ set: rk_set, _ rows: HeadRows, heads: ArraySlice<Int>, memory: UnsafeMutablePointer<Float>
  ) -> [UInt16] {
    let words = heads.indices
    var free = memory
    let input = LinearMap.Input(
      set, rows.segment(.labelDependent, word: words.lowerBound), stride: rows.input.stride,
      rows: words.count,
      width: Dimensions.label, memory: &free)
    let vectors = free
    let products = vectors + LabelHead.block * LabelHead.headWidth
    for word in words {
      write(heads[word], rows, to: vectors + (word - words.lowerBound) * LabelHead.headWidth)
    }
    var best = [UInt16](repeating: 0, count: words.count)
    var top = [Float](repeating: -.infinity, count: words.count)
    for (index, group) in groups.enumerated() {
      group.apply(set, input, to: products, stride: group.paddedOutputs)
      for word in best.indices {
        for label in 0..<group.paddedOutputs / LabelHead.headWidth {
          let product = products + word * group.paddedOutputs + label * LabelHead.headWidth
          let score = rk_dot(
            set, product, vectors + word * LabelHead.headWidth, LabelHead.headWidth)
          if score > top[word] {
            (top[word], best[word]) = (score, UInt16(index * LabelHead.group + label))
          }
        }
      }
    }
    return best
  }

  /// `[head; 1]` and zeros.
  private func write(_ head: Int, _ rows: HeadRows, to vector: UnsafeMutablePointer<Float>) {
    let width = Dimensions.label
    vector.update(
      from: head < 0 ? root.pointer : rows.segment(.labelHead, word: head), count: width)
    (vector + width).update(repeating: 0, count: LabelHead.headWidth - width)
    vector[width] = 1
  }
}
