public import Foundation

/// Reads an open file in chunks and hands out its lines, so that a long file needs little memory.
public struct LineReader {
  private let handle: FileHandle
  private let source: String
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private(set) var line = 0

  /// Reads from `handle`; `source` names it in errors.
  public init(_ handle: FileHandle, source: String) {
    self.handle = handle
    self.source = source
  }

  /// The first bytes of the input, not consumed; at most 64 KiB, fewer only where the input is shorter.
  public mutating func peek() throws(IngestError) -> ArraySlice<UInt8> {
    while buffer.count - position < 1 << 12 && !isAtEnd { try fill() }
    return buffer[position...]
  }

  /// The next line without its line break; nil at the end.
  ///
  /// - Throws: `.unreadable`, or `.tooLarge` for a line of over four times the limit of a report.
  public mutating func next() throws(IngestError) -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        line += 1
        return withoutCarriageReturn(buffer[position..<end])
      }
      searched = buffer.count
      if isAtEnd { break }
      let before = position
      try fill()
      searched -= before - position
    }
    guard position < buffer.count else { return nil }
    defer { position = buffer.count }
    line += 1
    return withoutCarriageReturn(buffer[position...])
  }

  /// All that is left.
  ///
  /// - Throws: `.unreadable`, or `.tooLarge` where it is more than `limit` bytes.
  public mutating func rest(limit: Int) throws(IngestError) -> ArraySlice<UInt8> {
    while !isAtEnd {
      if buffer.count - position > limit { break }
      try fill()
    }
    let rest = buffer[position...]
    if rest.count > limit {
      throw IngestError(source: source, reason: .tooLarge(bytes: rest.count + remaining(), limit: limit))
    }
    return rest
  }

  /// The bytes that are left in a regular file after what was read, 0 for a pipe.
  private func remaining() -> Int {
    // A pipe has no length; the message then names what was read so far.
    guard let here = try? handle.offset(), let end = try? handle.seekToEnd() else { return 0 }
    return Int(end - here)
  }

  private func withoutCarriageReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }

  private mutating func fill() throws(IngestError) {
    if position > 0 {
      buffer.removeSubrange(..<position)
      position = 0
    }
    if buffer.count > 4 * InputFile.reportLimit {
      throw IngestError(
        source: source, line: line + 1, reason: .tooLarge(bytes: buffer.count, limit: InputFile.reportLimit))
    }
    do {
      let chunk = try handle.read(upToCount: max(1 << 16, buffer.count / 2)) ?? Foundation.Data()
      if chunk.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: chunk) }
    } catch {
      throw IngestError(source: source, reason: .unreadable(error.localizedDescription))
    }
  }
}
