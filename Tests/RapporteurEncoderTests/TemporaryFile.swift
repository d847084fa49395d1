import Foundation

/// A file that vanishes with its owner.
final class TemporaryFile {
  let path: String

  init(_ content: Data) throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try content.write(to: url)
    path = url.path
  }

  deinit {
    // A leftover in the temporary folder harms no test.
    try? FileManager.default.removeItem(atPath: path)
  }
}
