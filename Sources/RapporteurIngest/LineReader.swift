public import Foundation

/// Reads an open file in chunks and hands out its lines, so that a long file needs little memory; gzip is inflated.
public struct LineReader {
  private let stream: ByteStream
  private let source: String
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  private(set) var line = 0

  /// Reads from `handle`; `source` names it in errors.
  public init(_ handle: FileHandle, source: String) {
    stream = ByteStream(handle, source: source)
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
      throw IngestError(
        source: source, reason: .tooLarge(bytes: rest.count + stream.remaining(), limit: limit))
    }
    return rest
  }

  /// The next `count` bytes, fewer only at the end.
  ///
  /// - Throws: as `next`; `count` must be no more than the limit of a report.
  mutating func take(_ count: Int) throws(IngestError) -> ArraySlice<UInt8> {
    while buffer.count - position < count, !isAtEnd { try fill() }
    let end = min(position + count, buffer.count)
    defer { position = end }
    return buffer[position..<end]
  }

  /// Passes over the next `count` bytes.
  mutating func skip(_ count: Int) throws(IngestError) {
    var left = count
    while left > 0 {
      let taken = try take(min(left, 1 << 20)).count
      if taken == 0 { return }
      left -= taken
    }
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
    let chunk = try stream.read(upTo: max(1 << 16, buffer.count / 2))
    if chunk.isEmpty { isAtEnd = true } else { buffer += chunk }
  }
}
