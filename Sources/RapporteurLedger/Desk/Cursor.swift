/// A place in a list: what the list is ordered by, of the last row that was shown. It stays right when rows come in before
/// it, since it names no number of rows.
///
/// ```swift
/// Cursor("2031-03-09.41", parts: 2)?.parts   // ["2031-03-09", "41"]
/// ```
public struct Cursor: Sendable, Equatable, CustomStringConvertible {
  /// The values, the first one first.
  public let parts: [String]

  /// Makes a cursor of the values that a row is ordered by.
  public init(_ parts: [String]) { self.parts = parts }

  /// Reads a cursor of so many parts, of which the last is a whole number; nil where it is none.
  public init?(_ text: String, parts count: Int) {
    let parts = text.split(separator: ".", maxSplits: count - 1, omittingEmptySubsequences: false)
    guard parts.count == count, let last = parts.last, Int64(last) != nil else { return nil }
    self.init(parts.map(String.init))
  }

  /// The values with points between them.
  public var description: String { parts.joined(separator: ".") }
}
