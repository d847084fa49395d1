import Foundation
import RapporteurEncoder
import Testing

@Suite(.enabled(if: ModelFixture.isPresent)) struct Int8Tests {
  private let windows = [
    EncoderWindow(
      words:
        "The two mayors of Brook Hollow denied on Friday that they had met , the Courier reported ."
        .split(
          separator: " "
        ).map(String.init), sentences: [0..<18]),
    EncoderWindow(
      words: "Police fired tear gas . Nobody was hurt , a spokesman said .".split(separator: " ")
        .map(
          String.init),
      sentences: [0..<5, 5..<13]),
  ]

  @Test func everySetReadsTheSame() throws {
    var readings: [[WindowReading]] = []
    for set in KernelSet.allCases where set.isSupported {
      let encoder = try Encoder(folder: ModelFixture.folder, arithmetic: .int8, kernels: set)
      var scratch = encoder.makeScratch()
      readings.append(windows.map { encoder.read($0, scratch: &scratch) })
    }
    for reading in readings { #expect(reading == readings[0]) }
  }

  @Test func threadsShareTheWeights() async throws {
    let encoder = try Encoder(folder: ModelFixture.folder)
    var scratch = encoder.makeScratch()
    let expected = windows.map { encoder.read($0, scratch: &scratch) }
    await withTaskGroup(of: [WindowReading].self) { group in
      for _ in 0..<8 {
        // Each task works on a copy of one scratch, which must take memory of its own.
        group.addTask { [windows, scratch] in
          var mine = scratch
          return (0..<5).flatMap { _ in windows.map { encoder.read($0, scratch: &mine) } }
        }
      }
      for await found in group { #expect(found == (0..<5).flatMap { _ in expected }) }
    }
  }

  @Test func roundedStatesStayCloseToFloat() throws {
    let rounded = try Encoder(folder: ModelFixture.folder, arithmetic: .int8)
    let float = try Encoder(folder: ModelFixture.folder, arithmetic: .float)
    var scratch = rounded.makeScratch()
    for window in windows {
      let found = rounded.hiddenStates(window.words, scratch: &scratch)
      let expected = float.hiddenStates(window.words, scratch: &scratch)
      for (a, b) in zip(found, expected) {
        let error = zip(a, b).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        let size = b.reduce(Float(0)) { $0 + $1 * $1 }
        #expect((error / size).squareRoot() < 0.1)
      }
    }
  }
}
