import Dispatch
package import RapporteurEncoder
import Synchronization

/// Has the encoder read the windows of a report: one after the other, or on all cores where the report is very long.
///
/// A window's reading depends on that window alone, so both ways give the same.
package struct WindowReader: Sendable {
  /// Windows that a core takes at a time.
  private static let share = 16

  private let encoder: Encoder
  private let forms: [String]
  private let windows: [PlannedWindow]
  private let most: Int

  /// - Parameters:
  ///   - forms: The words of the report.
  ///   - windows: Windows over these words, in text order.
  ///   - most: The most windows (64 are some 10,000 words) that are read on one core; a batch gives each core a
  ///     report of its own.
  package init(encoder: Encoder, forms: [String], windows: [PlannedWindow], most: Int = 64) {
    self.encoder = encoder
    self.forms = forms
    self.windows = windows
    self.most = most
  }

  /// The readings in the order of the windows.
  package func readings(scratch: inout EncoderScratch) -> [WindowReading] {
    guard windows.count > most else { return readings(of: windows[...], scratch: &scratch) }
    let starts = Array(stride(from: 0, to: windows.count, by: WindowReader.share))
    let found = Mutex([[WindowReading]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { turn in
      var scratch = encoder.makeScratch()
      let some = readings(of: windows[starts[turn]...].prefix(WindowReader.share), scratch: &scratch)
      found.withLock { $0[turn] = some }
    }
    return found.withLock { $0.flatMap { $0 } }
  }

  private func readings(
    of windows: ArraySlice<PlannedWindow>, scratch: inout EncoderScratch
  ) -> [WindowReading] {
    windows.map { encoder.read(input($0), scratch: &scratch) }
  }

  private func input(_ window: PlannedWindow) -> EncoderWindow {
    let base = window.tokens.lowerBound
    return EncoderWindow(
      words: Array(forms[window.tokens]), sentences: window.sentences.map { $0.shifted(-base) },
      paragraphStarts: window.paragraphStarts.map { $0 - base })
  }
}
