/// A CoNLL-U file that can't be read: what is wrong, and where.
public struct ConlluError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong with the line.
  public enum Reason: Equatable, Sendable {
    case wrongCellCount(Int)
    case wrongID(String)
    /// The ids of words must count from 1; what was expected.
    case wrongOrder(String, expected: Int)
    case emptyForm
    /// A multiword token must span words that follow it.
    case wrongRange(String)
    /// A sentence has comments or multiword tokens, but no word.
    case noWords
  }

  /// The file's name.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: Reason

  /// Makes an error.
  public init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  /// `file:line: what is wrong`.
  public var description: String {
    let what =
      switch reason {
      case .wrongCellCount(let count): "\(count) cells, but a word has 10, parted by tabs"
      case .wrongID(let id): "'\(id)' is no id; use 1, 1-2 or 1.1"
      case .wrongOrder(let id, let expected): "word \(id) where word \(expected) was expected"
      case .emptyForm: "the word has no form"
      case .wrongRange(let id): "'\(id)' doesn't span words that follow it"
      case .noWords: "the sentence has no word"
      }
    return "\(file):\(line): \(what)"
  }
}
