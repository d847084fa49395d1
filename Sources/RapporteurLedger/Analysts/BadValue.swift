/// A value that a person gave and that can't be taken: what it is, and what to write instead.
public struct BadValue: Error, Equatable, Sendable, CustomStringConvertible {
  /// `'G9' is no grade; write …`.
  public let description: String

  /// Makes an error from its words.
  public init(_ description: String) { self.description = description }
}
