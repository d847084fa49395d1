public import Foundation

/// An input as the command line names it: a file, or `-` for standard input.
public struct InputFile: Sendable {
  /// The most bytes that one report may have: 16 MiB.
  public static let reportLimit = 16 << 20

  /// The most bytes that a document of many reports may have, such as a feed: 64 MiB.
  public static let documentLimit = 64 << 20

  /// What messages call it: the path as given, or "standard input".
  public let name: String
  private let path: String?

  /// Names an input; `-` is standard input.
  public init(_ argument: String) {
    path = argument == "-" ? nil : argument
    name = path ?? "standard input"
  }

  /// Opens the input for reading.
  ///
  /// - Throws: `IngestError` `.missing`, `.isDirectory` or `.unreadable`.
  public func open() throws(IngestError) -> FileHandle {
    guard let path else { return FileHandle.standardInput }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw IngestError(source: name, reason: .missing)
    }
    if isDirectory.boolValue { throw IngestError(source: name, reason: .isDirectory) }
    do {
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    } catch {
      throw IngestError(source: name, reason: .unreadable(error.localizedDescription))
    }
  }

  /// All bytes of the input, inflated where they are gzip.
  ///
  /// - Throws: as `open`; `.tooLarge` for more than `documentLimit` bytes.
  public func bytes() throws(IngestError) -> ArraySlice<UInt8> {
    var lines = LineReader(try open(), source: name)
    return try lines.rest(limit: InputFile.documentLimit)
  }
}
