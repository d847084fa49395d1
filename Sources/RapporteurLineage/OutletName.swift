/// The name of an outlet, in a form in which two spellings of it meet.
public struct OutletName: Sendable, Hashable {
  /// The name as written.
  public let written: String
  /// Its words in lower case, without "the" and a web ending.
  let words: [String]

  /// Reads a name; nil where it holds no letter.
  public init?(_ written: String) {
    let trimmed = written.trimmed
    var words = trimmed.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.first == "the" { words.removeFirst() }
    if let last = words.last, words.count > 1, ["com", "org", "net"].contains(last) { words.removeLast() }
    guard words.contains(where: { $0.contains(where: \.isLetter) }) else { return nil }
    self.written = trimmed
    self.words = words
  }

  /// The words without anything between them: `khaamapress`.
  var joined: String { words.joined() }

  /// The first letters, where the name has several words: `ap` for the Associated Press.
  private var initials: String? { words.count > 1 ? String(words.compactMap(\.first)) : nil }

  /// Whether both name the same outlet: equal, one the initials of the other, or one the beginning of the other.
  public func means(_ other: OutletName) -> Bool {
    if joined == other.joined || joined == other.initials || initials == other.joined { return true }
    let (short, long) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    return long.starts(with: short) && short.joined().count >= 4 && long.count - short.count <= 2
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
