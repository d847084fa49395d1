import Synchronization

/// Runs work on many inputs with a bounded number at once, and hands the results out in the order of the inputs.
///
/// Each piece of work borrows scratch memory from a pool, so that memory does not grow with the number of inputs.
public struct Batch<Scratch: Sendable>: Sendable {
  private let pool: ScratchPool<Scratch>
  private let width: Int

  /// - Parameters:
  ///   - width: The most inputs that are worked on at once; at least 1.
  ///   - makeScratch: Makes memory for one piece of work; called at most `width` times.
  public init(width: Int, makeScratch: @escaping @Sendable () -> Scratch) {
    precondition(width > 0, "a batch does something")
    self.width = width
    pool = ScratchPool(make: makeScratch)
  }

  /// Pulls inputs from `next` until it gives nil, and calls `emit` with each output in the order of the inputs.
  public func run<Input: Sendable, Output: Sendable>(
    next: () -> Input?, work: @escaping @Sendable (Input, inout Scratch) -> Output,
    emit: (Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var started = 0
      var emitted = 0
      var waiting: [Int: Output] = [:]
      func start() -> Bool {
        guard let input = next() else { return false }
        let (index, pool) = (started, pool)
        group.addTask {
          var scratch = pool.borrow()
          defer { pool.give(back: scratch) }
          return (index, work(input, &scratch))
        }
        started += 1
        return true
      }
      var mayStart = true
      while mayStart && started < width { mayStart = start() }
      while let (index, output) = try await group.next() {
        waiting[index] = output
        while let ready = waiting.removeValue(forKey: emitted) {
          try emit(ready)
          emitted += 1
        }
        // Far-ahead results wait for a slow early one; the bound keeps their number small.
        while mayStart && started - emitted < 8 * width
          && group.inFlight(started, emitted, waiting.count) < width
        {
          mayStart = start()
        }
      }
    }
  }
}

extension ThrowingTaskGroup {
  /// How many tasks were started but have not given their result yet.
  fileprivate func inFlight(_ started: Int, _ emitted: Int, _ waiting: Int) -> Int {
    started - emitted - waiting
  }
}

/// Scratch memory that is used again and again.
private final class ScratchPool<Scratch: Sendable>: Sendable {
  private let free = Mutex<[Scratch]>([])
  private let make: @Sendable () -> Scratch

  init(make: @escaping @Sendable () -> Scratch) { self.make = make }

  func borrow() -> Scratch { free.withLock { $0.popLast() } ?? make() }

  func give(back scratch: Scratch) { free.withLock { $0.append(scratch) } }
}
