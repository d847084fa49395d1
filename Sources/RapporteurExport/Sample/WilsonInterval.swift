/// A share of a sample with its 95 % interval.
///
/// Source: Wilson 1927, "Probable inference, the law of succession, and statistical inference", JASA 22.
public struct Share: Equatable, Sendable {
  /// How many were right.
  public let hits: Int
  /// Of how many.
  public let total: Int

  /// Makes a share; `total` is at least `hits`, and both are not negative.
  public init(hits: Int, of total: Int) {
    precondition(hits >= 0 && hits <= total, "\(hits) of \(total)")
    self.hits = hits
    self.total = total
  }

  /// 0…1; nil where there is nothing to divide by.
  public var value: Double? { total == 0 ? nil : Double(hits) / Double(total) }

  /// The bounds of the 95 % score interval, 0…1; nil where there is nothing to divide by.
  public var interval: (low: Double, high: Double)? {
    guard let value else { return nil }
    let z = 1.959_963_984_540_054
    let n = Double(total)
    let centre = value + z * z / (2 * n)
    let spread = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
    let scale = 1 + z * z / n
    return (max(0, (centre - spread) / scale), min(1, (centre + spread) / scale))
  }
}
