import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file mapped into memory for reading; its pages come in as they are touched.
///
/// The bytes never change while the value lives, so it may be shared between tasks.
final class MappedFile: Sendable {
  /// The bytes of the file.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// Maps the file at `path`.
  ///
  /// - Throws: `GazetteerError` with reason `.unreadable`.
  init(path: String) throws(GazetteerError) {
    func failure() -> GazetteerError {
      GazetteerError(file: path, reason: .unreadable(String(cString: strerror(errno))))
    }
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw failure() }
    let count = Int(facts.st_size)
    guard count > 0 else { throw GazetteerError(file: path, reason: .truncated) }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw failure()
    }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count) }
}

/// What is wrong with a gazetteer file.
public struct GazetteerError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    case unreadable(String)
    case notAGazetteer
    case truncated
  }

  /// The file's path.
  public let file: String
  /// What is wrong.
  public let reason: Reason

  /// Makes an error.
  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// `file: what is wrong`.
  public var description: String {
    switch reason {
    case .unreadable(let why): "\(file): cannot be read: \(why)"
    case .notAGazetteer: "\(file): is not a gazetteer of this version"
    case .truncated: "\(file): ends too early"
    }
  }
}
