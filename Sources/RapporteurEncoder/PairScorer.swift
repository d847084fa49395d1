import CRapporteurKernels

/// Scores pairs of words: `score(i, j) = dependentᵢᵀ U headⱼ + bᵀ headⱼ`, with a learned vector for "none of them".
///
/// Source: Dozat and Manning 2017, <https://arxiv.org/abs/1611.01734> (biaffine attention).
struct PairScorer: Sendable {
  let width: Int
  /// `Uᵀ` with `b` as its bias: maps a dependent to the vector whose products with heads are the scores.
  private let matrix: FloatMatrix
  /// The learned vector of the root, or of no candidate.
  let none: FloatVector

  /// Reads `NAME.bilinear`, `NAME.bias` and the vector `NAME.NONE`.
  init(_ weights: Safetensors, _ name: String, none: String, width: Int) throws(ModelError) {
    self.width = width
    let bilinear = try weights.floats("\(name).bilinear", [width, width])
    let transposed = (0..<width * width).map { bilinear[$0 % width * width + $0 / width] }
    let bias = try weights.floats("\(name).bias", [width])
    matrix = FloatMatrix(inputs: width, outputs: width, weights: transposed, bias: bias)
    self.none = FloatVector(try weights.floats("\(name).\(none)", [width]))
  }

  /// Maps `rows` dependents, `stride` floats apart, to `[rows, width]`.
  func map(
    _ set: rk_set, _ dependents: UnsafePointer<Float>, stride: Int, rows: Int,
    to mapped: UnsafeMutablePointer<Float>
  ) {
    matrix.apply(set, dependents, stride: stride, rows: rows, to: mapped, stride: width)
  }

  /// The score of a mapped dependent with one head.
  func score(_ set: rk_set, _ mapped: UnsafePointer<Float>, _ head: UnsafePointer<Float>) -> Float {
    rk_dot(set, mapped, head, width)
  }

  /// The scores of the candidates, in their order, and of "none".
  func scores(
    _ set: rk_set, _ mapped: UnsafePointer<Float>, among candidates: Range<Int>, in rows: HeadRows,
    _ part: HeadInput.Part
  ) -> (words: [Float], none: Float) {
    let words = candidates.map { score(set, mapped, rows.segment(part, word: $0)) }
    return (words, score(set, mapped, none.pointer))
  }

  /// The candidate with the highest score; nil where "none" scores as high.
  func choose<Candidates: Sequence<Int>>(
    _ set: rk_set, _ mapped: UnsafePointer<Float>, among candidates: Candidates, in rows: HeadRows,
    _ part: HeadInput.Part
  ) -> Int? {
    var best: Int?
    var top = score(set, mapped, none.pointer)
    for candidate in candidates {
      let value = score(set, mapped, rows.segment(part, word: candidate))
      if value > top { (best, top) = (candidate, value) }
    }
    return best
  }
}
