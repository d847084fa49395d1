import CRapporteurKernels
import Foundation

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
        for dependent in 0..<width { rows[output * width + dependent] = tensor[column + dependent * size] }
        bias[output] = tensor[column + width * size]
      }
    }
    return LinearMap(arithmetic, inputs: width, outputs: bias.count, weights: rows, bias: bias)
  }

  /// A word and its governor, -1 for the root.
  typealias Arc = (word: Int, head: Int)

  /// The index of the best label of each arc.
  func labels(
    _ set: rk_set, _ rows: HeadRows, arcs: [Arc], memory: UnsafeMutablePointer<Float>
  ) -> [UInt16] {
    scores(set, rows, arcs, memory).map { UInt16($0.best) }
  }

  /// The logarithm of how likely the best label of each arc is, at most 0.
  func certainties(
    _ set: rk_set, _ rows: HeadRows, arcs: [Arc], memory: UnsafeMutablePointer<Float>
  ) -> [Float] {
    scores(set, rows, arcs, memory).map(\.certainty)
  }

  /// Floats that `labels` and `certainties` need.
  static var scratchCount: Int {
    block * (Dimensions.label + headWidth * (group + 1))
      + QuantisedRows.floatCount(rows: block, width: Dimensions.label)
  }

  /// The scores of all labels for one arc.
  private struct Scores {
    var values: [Float] = []

    /// The index of the highest; the earlier one on a tie.
    var best: Int { values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 } }

    var certainty: Float {
      let top = values[best]
      return -log(values.reduce(into: Float(0)) { $0 += exp($1 - top) })
    }
  }

  private func scores(
    _ set: rk_set, _ rows: HeadRows, _ arcs: [Arc], _ memory: UnsafeMutablePointer<Float>
  ) -> [Scores] {
    stride(from: 0, to: arcs.count, by: LabelHead.block).flatMap { start in
      scores(set, rows, arcs[start..<min(start + LabelHead.block, arcs.count)], memory)
    }
  }

  private func scores(
    _ set: rk_set, _ rows: HeadRows, _ arcs: ArraySlice<Arc>, _ memory: UnsafeMutablePointer<Float>
  ) -> [Scores] {
    let dependents = memory
    var free = dependents + LabelHead.block * Dimensions.label
    for (row, arc) in arcs.enumerated() {
      (dependents + row * Dimensions.label).update(
        from: rows.segment(.labelDependent, word: arc.word), count: Dimensions.label)
    }
    let input = LinearMap.Input(
      set, dependents, stride: Dimensions.label, rows: arcs.count, width: Dimensions.label, memory: &free)
    let heads = free
    let products = heads + LabelHead.block * LabelHead.headWidth
    for (row, arc) in arcs.enumerated() { write(arc.head, rows, to: heads + row * LabelHead.headWidth) }
    var found = [Scores](repeating: Scores(), count: arcs.count)
    for row in found.indices { found[row].values.reserveCapacity(count) }
    for group in groups {
      group.apply(set, input, to: products, stride: group.paddedOutputs)
      for row in found.indices {
        for label in 0..<group.paddedOutputs / LabelHead.headWidth {
          let product = products + row * group.paddedOutputs + label * LabelHead.headWidth
          let head = heads + row * LabelHead.headWidth
          found[row].values.append(rk_dot(set, product, head, LabelHead.headWidth))
        }
      }
    }
    return found
  }

  /// `[head; 1]` and zeros.
  private func write(_ head: Int, _ rows: HeadRows, to vector: UnsafeMutablePointer<Float>) {
    let width = Dimensions.label
    vector.update(from: head < 0 ? root.pointer : rows.segment(.labelHead, word: head), count: width)
    (vector + width).update(repeating: 0, count: LabelHead.headWidth - width)
    vector[width] = 1
  }
}
