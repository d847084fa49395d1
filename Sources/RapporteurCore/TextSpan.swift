/// A half-open range of UTF-8 bytes in a report's unchanged text.
///
/// Inside the engine every position is a byte offset; exported records speak in Unicode code points
/// (see `CodePointOffsets`).
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset after the last byte; at least `start`.
  public let end: Int

  /// Makes the span `start..<end`; `start` must not be negative nor past `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(0 <= start && start <= end, "a span runs forwards")
    self.start = start
    self.end = end
  }

  /// The length in bytes.
  public var length: Int { end - start }

  /// Whether the span holds no byte.
  public var isEmpty: Bool { start == end }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at `offset` lies inside this span.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  public func union(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }
}

extension TextSpan: Comparable {
  /// Orders by start, then by end.
  public static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension TextSpan: CustomStringConvertible {
  /// The span as `start..<end`.
  public var description: String { "\(start)..<\(end)" }
}
