/// A model folder that can't be used: what is wrong, in which file, and what to do about it.
public struct ModelError: Error, Equatable, CustomStringConvertible {
  /// The kinds of trouble.
  public enum Reason: Equatable, Sendable {
    /// The file can't be opened or read; the system's own words.
    case unreadable(String)
    /// The file isn't of its format; what was found.
    case malformed(String)
    /// A tensor that the model needs isn't in the file.
    case missingTensor(String)
    /// A tensor has another type or shape than the model needs.
    case wrongTensor(name: String, expected: String, found: String)
  }

  /// The path of the file.
  public let file: String
  /// What is wrong with it.
  public let reason: Reason

  /// An error about the file at `file`.
  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// One sentence on what is wrong, and one on what to do.
  public var description: String {
    switch reason {
    case .unreadable(let why): "\(file): can't be read (\(why)). Is the model's folder complete?"
    case .malformed(let what): "\(file): \(what). Fetch or export the model again."
    case .missingTensor(let name):
      "\(file): has no tensor '\(name)'. The weights and this version of the program don't belong together."
    case .wrongTensor(let name, let expected, let found):
      "\(file): tensor '\(name)' is \(found), not \(expected). "
        + "The weights and this version of the program don't belong together."
    }
  }
}
