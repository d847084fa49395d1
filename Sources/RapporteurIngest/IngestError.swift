/// What kept an input from becoming a report: what, where, and what to do about it.
public struct IngestError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    case missing
    case isDirectory
    case unreadable(String)
    case tooLarge(bytes: Int, limit: Int)
    case empty
    case binary(offset: Int)
    case invalidUTF8(offset: Int)
    case notAnObject(String)
    case missingField(String)
    case wrongType(field: String, expected: String)
    case badDate(String)
    case badConllu(String)
    case badTable(String)
    case badArchive(String)
    case unsupported(String)
  }

  /// The file's path as given, or "standard input".
  public let source: String
  /// The line, counted from 1, where the fault lies in one.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// Makes an error.
  public init(source: String, line: Int? = nil, reason: Reason) {
    self.source = source
    self.line = line
    self.reason = reason
  }

  /// Whether there was simply nothing to read.
  public var isEmptiness: Bool { reason == .empty }

  /// `source:line: what is wrong; what to do`.
  public var description: String { "\(source)\(line.map { ":\($0)" } ?? ""): \(words)" }

  private var words: String {
    switch reason {
    case .missing: "no such file; check the path"
    case .isDirectory: "is a directory; name the files in it"
    case .unreadable(let why): "cannot be read: \(why)"
    case .tooLarge(let bytes, let limit):
      "\(bytes) bytes, but one report may have \(limit); split it into its reports"
    case .empty: "nothing to read: empty or white space only"
    case .binary(let offset):
      "not text: a NUL byte at byte \(offset); give plain text, HTML, JSON Lines or CoNLL-U"
    case .invalidUTF8(let offset):
      "not valid UTF-8 at byte \(offset); convert it first, for instance with iconv -t UTF-8"
    case .notAnObject(let why): "not a JSON object (\(why)); each line must be one {\"id\", \"text\", …}"
    case .missingField(let name): "the field \"\(name)\" is missing"
    case .wrongType(let field, let expected): "the field \"\(field)\" must be \(expected)"
    case .badDate(let value): "'\(value)' is no date; write YYYY-MM-DD"
    case .badConllu(let why): "not CoNLL-U: \(why)"
    case .badTable(let why): "not a row of the table: \(why)"
    case .badArchive(let why): "the archive is damaged: \(why)"
    case .unsupported(let what): "\(what) is not read by this command"
    }
  }
}
