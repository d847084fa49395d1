import CRapporteurKernels

/// Names the relation between each word and the governor that was chosen for it.
///
/// `score_k = [dependent; 1]ᵀ W_k [head; 1]`; the product with the dependents is one matrix multiplication for
/// a block of words, that with the heads a dot product for each label.
struct LabelHead: Sendable {
  private static let block = 16
  /// `[head; 1]` padded to whole lanes.
  private static let headWidth = 112

  private let count: Int
  private let matrix: FloatMatrix
  private let root: FloatVector

  init(_ weights: Safetensors, labels: Int) throws(ModelError) {
    let width = Dimensions.label
    let tensor = try weights.floats("label.bilinear", [labels, width + 1, width + 1])
    var rows = [Float](repeating: 0, count: labels * LabelHead.headWidth * width)
    var bias = [Float](repeating: 0, count: labels * LabelHead.headWidth)
    for label in 0..<labels {
      for head in 0...width {
        let output = label * LabelHead.headWidth + head
        for dependent in 0..<width {
          rows[output * width + dependent] = tensor[(label * (width + 1) + dependent) * (width + 1) + head]
        }
        bias[output] = tensor[(label * (width + 1) + width) * (width + 1) + head]
      }
    }
    count = labels
    matrix = FloatMatrix(inputs: width, outputs: bias.count, weights: rows, bias: bias)
    root = FloatVector(try weights.floats("label.root", [width]))
  }

  /// The index of the best label for each word under `heads` (-1: the root).
  func labels(_ set: rk_set, _ rows: HeadRows, heads: [Int], memory: UnsafeMutablePointer<Float>) -> [UInt16]
  {
    let head = memory + LabelHead.block * matrix.paddedOutputs
    var labels: [UInt16] = []
    labels.reserveCapacity(heads.count)
    for start in stride(from: 0, to: heads.count, by: LabelHead.block) {
      let words = start..<min(start + LabelHead.block, heads.count)
      matrix.apply(
        set, rows.segment(.labelDependent, word: start), stride: rows.input.stride, rows: words.count,
        to: memory,
        stride: matrix.paddedOutputs)
      for word in words {
        write(heads[word], rows, to: head)
        labels.append(best(set, memory + (word - start) * matrix.paddedOutputs, head))
      }
    }
    return labels
  }

  /// Floats that `labels` needs.
  var scratchCount: Int { LabelHead.block * matrix.paddedOutputs + LabelHead.headWidth }

  private func write(_ head: Int, _ rows: HeadRows, to vector: UnsafeMutablePointer<Float>) {
    let width = Dimensions.label
    vector.update(from: head < 0 ? root.pointer : rows.segment(.labelHead, word: head), count: width)
    (vector + width).update(repeating: 0, count: LabelHead.headWidth - width)
    vector[width] = 1
  }

  private func best(_ set: rk_set, _ products: UnsafePointer<Float>, _ head: UnsafePointer<Float>) -> UInt16 {
    var (best, top) = (0, -Float.infinity)
    for label in 0..<count {
      let score = rk_dot(set, products + label * LabelHead.headWidth, head, LabelHead.headWidth)
      if score > top { (best, top) = (label, score) }
    }
    return UInt16(best)
  }
}
