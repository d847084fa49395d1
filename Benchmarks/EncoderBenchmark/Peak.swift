import ArgumentParser
import CPeak
import Foundation

/// The most int8 multiply-adds a second that one core can do.
struct Peak: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Multiply-adds of int8 a second on registers alone: the roof that a kernel can't pass.")

  func run() {
    let clock = ContinuousClock()
    var best = 0.0
    for _ in 0..<8 {
      var done = 0.0
      let time = clock.measure { done = peak_int8(20_000_000) }
      best = max(best, done / (time / .seconds(1)))
    }
    print(String(format: "%.3e", best), String(cString: peak_int8_name()))
  }
}
