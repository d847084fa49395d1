import CRapporteurKernels
import RapporteurEncoder
import Testing

/// The sets that this processor has.
private let sets = [RK_PORTABLE, RK_AVX2, RK_AVX512, RK_NEON].filter { rk_has_set($0) != 0 }

private func numbers(_ count: Int, seed: UInt64, in range: ClosedRange<Float> = -3...3) -> [Float] {
  var random = SeededGenerator(state: seed)
  return (0..<count).map { _ in Float.random(in: range, using: &random) }
}

/// The bits of each number: equality that tells -0 from 0 and knows NaN.
private func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }

@Suite struct KernelTests {
  @Test(arguments: [(1, 16, 16), (7, 384, 48), (13, 96, 112), (20, 1536, 80)])
  func int8ProductsAreExactOnEverySet(rows: Int, inner: Int, columns: Int) {
    var random = SeededGenerator(state: 11)
    // 127 in each row makes a step exactly 1, so the rounded inputs are known and sums stay exact in a float.
    let inputs = (0..<rows * inner).map {
      $0 % inner == 0 ? 127 : Int32.random(in: -20...20, using: &random)
    }
    let weights = (0..<columns * inner).map { _ in Int8.random(in: -127...127, using: &random) }
    var expected = [Float](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns {
        let sum = (0..<inner).reduce(Int32(0)) {
          $0 + inputs[row * inner + $1] * Int32(weights[column * inner + $1])
        }
        expected[row * columns + column] = Float(sum) * 0.5 + Float(column)
      }
    }
    for set in sets {
      #expect(
        multiply(set, inputs.map(Float.init), weights, rows, inner, columns) == expected, "\(set)")
    }
  }

  /// `input * weights` with scales of 0.5 and a bias of the column's number.
  private func multiply(
    _ set: rk_set, _ input: [Float], _ weights: [Int8], _ rows: Int, _ inner: Int, _ columns: Int
  ) -> [Float] {
    var packed = [Int8](repeating: 0, count: weights.count)
    var starts = [Int32](repeating: 0, count: columns)
    for column in 0..<columns {
      for k in 0..<inner {
        let weight = weights[column * inner + k]
        packed[column / 16 * 16 * inner + k / 4 * 64 + column % 16 * 4 + k % 4] = weight
        starts[column] -= 128 * Int32(weight)
      }
    }
    var bytes = [UInt8](repeating: 0, count: rows * inner)
    var steps = [Float](repeating: 0, count: rows)
    rk_quantise(set, input, inner, &bytes, &steps, rows, inner)
    #expect(steps.allSatisfy { $0 == 1 })
    var output = [Float](repeating: 0, count: rows * columns)
    rk_int8_multiply(
      set, bytes, steps, packed, starts, [Float](repeating: 0.5, count: columns),
      (0..<columns).map(Float.init),
      &output, columns, rows, inner, columns / 16, 0)
    return output
  }

  @Test func theLargestInt8SumsDoNotOverflow() {
    let (rows, inner, columns) = (1, 1536, 16)
    for sign: Int8 in [1, -1] {
      let weights = [Int8](repeating: 127 * sign, count: columns * inner)
      let input = [Float](repeating: 127, count: inner)
      for set in sets {
        let found = multiply(set, input, weights, rows, inner, columns)
        let expected = (0..<columns).map { Float(1536 * 127 * 127) * Float(sign) * 0.5 + Float($0) }
        #expect(found == expected, "\(set)")
      }
    }
  }

  @Test func geluIsCloseToItsDefinition() {
    let inputs = stride(from: Float(-9), to: 9, by: 0.001).map { $0 }
    let padded = inputs + [Float](repeating: 0, count: -inputs.count & 15)
    for set in sets {
      var found = padded
      rk_gelu(set, &found, found.count)
      for (x, y) in zip(padded, found) {
        let expected = 0.5 * Double(x) * (1 + erfOf(Double(x) / 2.0.squareRoot()))
        #expect(abs(Double(y) - expected) < 2e-6, "\(x)")
      }
    }
  }

  /// The error function by its series, and 1 where that converges slowly.
  private func erfOf(_ x: Double) -> Double {
    if abs(x) > 5 { return x < 0 ? -1 : 1 }
    var term = x
    var sum = x
    for n in 1..<200 {
      term *= -x * x / Double(n)
      sum += term / Double(2 * n + 1)
    }
    return sum * 2 / Double.pi.squareRoot()
  }

  @Test func floatsAreTheSameOnEverySet() {
    let (length, width) = (21, 384)
    let wide = numbers(length * 3 * width, seed: 5)
    let (weight, bias) = (numbers(width, seed: 6), numbers(width, seed: 7))
    var found: [[UInt32]] = []
    for set in sets {
      var mixed = [Float](repeating: 0, count: length * width)
      var scratch = [Float](repeating: 0, count: rk_attention_scratch(length))
      rk_attention(set, wide, &mixed, &scratch, length, width)
      rk_layer_norm(set, &mixed, wide, weight, bias, 1e-12, length, width)
      var bytes = [UInt8](repeating: 0, count: length * width)
      var steps = [Float](repeating: 0, count: length)
      rk_quantise(set, mixed, width, &bytes, &steps, length, width)
      rk_gelu(set, &mixed, mixed.count)
      found.append(bits(mixed + steps + [rk_dot(set, mixed, wide, width)]))
    }
    for other in found { #expect(other == found[0]) }
  }

  @Test func attentionEqualsItsDefinition() {
    let (length, width) = (19, 64)
    let wide = numbers(length * 3 * width, seed: 9)
    for set in sets {
      var found = [Float](repeating: 0, count: length * width)
      var scratch = [Float](repeating: 0, count: rk_attention_scratch(length))
      rk_attention(set, wide, &found, &scratch, length, width)
      for row in 0..<length {
        for column in 0..<width {
          #expect(abs(found[row * width + column] - attended(wide, row, column)) < 1e-5)
        }
      }
    }
  }

  private func attended(_ wide: [Float], _ row: Int, _ column: Int) -> Float {
    let (length, width) = (19, 64)
    let head = column / 32 * 32
    var weights: [Double] = []
    for key in 0..<length {
      var score = 0.0
      for d in 0..<32 {
        score += Double(wide[row * 192 + head + d]) * Double(wide[key * 192 + width + head + d])
      }
      weights.append(score / 32.0.squareRoot())
    }
    let top = weights.max() ?? 0
    weights = weights.map { exponential($0 - top) }
    let sum = weights.reduce(0, +)
    var result = 0.0
    for key in 0..<length { result += weights[key] / sum * Double(wide[key * 192 + 128 + column]) }
    return Float(result)
  }

  /// e^x for x <= 0, by squaring a short series.
  private func exponential(_ x: Double) -> Double {
    let small = x / 1024
    var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    for _ in 0..<10 { result *= result }
    return result
  }
}
