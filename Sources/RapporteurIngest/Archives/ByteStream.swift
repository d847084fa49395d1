import CRapporteurMarkup
import Foundation

/// The bytes of an open file, inflated where they are gzip.
///
/// A bomb is refused: once 64 MiB came out, no more than 250 times what went in.
final class ByteStream {
  private static let freeBytes = 64 << 20
  private static let ratioLimit = 250

  private let handle: FileHandle
  private let source: String
  private var gunzip: OpaquePointer?
  private var input: [UInt8] = []
  private var position = 0
  private var hasStarted = false
  private var isAtEnd = false
  private var memberIsOpen = false
  private var consumed = 0
  private var produced = 0

  init(_ handle: FileHandle, source: String) {
    self.handle = handle
    self.source = source
  }

  deinit { crm_gunzip_free(gunzip) }

  /// Whether the file is gzip; known after the first read.
  var isCompressed: Bool { gunzip != nil }

  /// The next bytes, about `count` of them; none at the end.
  ///
  /// - Throws: `.unreadable` where the file fails, is damaged or ends early, `.tooLarge` for a bomb.
  func read(upTo count: Int) throws(IngestError) -> [UInt8] {
    if !hasStarted { try start() }
    guard isCompressed else {
      defer { input = [] }
      return input.isEmpty ? try chunk(count) : input
    }
    return try inflate(count)
  }

  /// The bytes that are left in a regular file that is not compressed; 0 where that is not known.
  func remaining() -> Int {
    // A pipe has no length; the message then names what was read so far.
    guard !isCompressed, let here = try? handle.offset(), let end = try? handle.seekToEnd() else { return 0 }
    return Int(end - here)
  }

  private func start() throws(IngestError) {
    hasStarted = true
    input = try chunk(1 << 16)
    if input.starts(with: [0x1F, 0x8B]) { gunzip = crm_gunzip_new() }
  }

  private func chunk(_ count: Int) throws(IngestError) -> [UInt8] {
    do {
      return try handle.read(upToCount: count).map(Array.init) ?? []
    } catch {
      throw IngestError(source: source, reason: .unreadable(error.localizedDescription))
    }
  }

  private func inflate(_ count: Int) throws(IngestError) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: max(count, 1 << 16))
    while true {
      if position == input.count {
        input = try chunk(1 << 16)
        position = 0
        if input.isEmpty {
          if memberIsOpen { throw damage("ends before its end") }
          return []
        }
      }
      // What follows the last member is padding.
      if !memberIsOpen, consumed > 0, input[position] != 0x1F { return [] }
      var taken = 0
      var given = 0
      let status = input.withUnsafeBufferPointer { bytes in
        crm_gunzip_step(
          gunzip, bytes.baseAddress.map { $0 + position }, bytes.count - position, &taken, &output,
          output.count, &given)
      }
      position += taken
      consumed += taken
      produced += given
      guard status >= 0 else { throw damage("is damaged") }
      memberIsOpen = status == 0
      if produced > ByteStream.freeBytes, produced > consumed * ByteStream.ratioLimit {
        throw IngestError(
          source: source, reason: .tooLarge(bytes: produced, limit: consumed * ByteStream.ratioLimit))
      }
      if given > 0 { return Array(output[..<given]) }
    }
  }

  private func damage(_ what: String) -> IngestError {
    IngestError(source: source, reason: .unreadable("the gzip data \(what) near byte \(consumed)"))
  }
}
