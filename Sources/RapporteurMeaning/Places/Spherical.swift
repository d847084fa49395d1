#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The distance of two entries in kilometres, on an equirectangular map: off by less than 1 % up to 500 km.
func kilometres(_ a: Gazetteer.Entry, _ b: Gazetteer.Entry) -> Double {
  let perDegree = 111.195
  var east = abs(a.longitude - b.longitude)
  if east > 180 { east = 360 - east }
  let middle = (a.latitude + b.latitude) / 2 * Double.pi / 180
  let x = east * cos(middle)
  let y = a.latitude - b.latitude
  return perDegree * (x * x + y * y).squareRoot()
}

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }

/// Turns scores into beliefs that sum to 1.
func normalise(_ scores: [Double], into beliefs: (Int, Double) -> Void) {
  guard let top = scores.max() else { return }
  let raised = scores.map { exp($0 - top) }
  let sum = raised.reduce(0, +)
  for (index, value) in raised.enumerated() { beliefs(index, value / sum) }
}
