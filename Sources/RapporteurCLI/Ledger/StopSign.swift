import Dispatch
import Foundation
import Synchronization

/// Turns the first Ctrl-C into a wish to stop between two reports; a second one ends the program at once.
final class StopSign: Sendable {
  private let wish = Atomic<Bool>(false)
  /// Held so that it lives as long as the sign; nothing reads it, so no thread meets another here.
  nonisolated(unsafe) private let source: any DispatchSourceSignal

  /// Whether it was asked to stop.
  var isSet: Bool { wish.load(ordering: .relaxed) }

  /// Listens from now on.
  init() {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [weak self] in
      guard let self else { return }
      if self.isSet { exit(130) }
      self.wish.store(true, ordering: .relaxed)
      FileHandle.standardError.write(Foundation.Data("\nstopping after the reports in hand …\n".utf8))
    }
    source.resume()
  }
}
