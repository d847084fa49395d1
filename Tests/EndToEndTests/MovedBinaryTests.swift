import Foundation
import RapporteurCore
import Testing

/// The command runs wherever it and its resources are copied, and says what is missing where they are not.
@Suite struct MovedBinaryTests {
  @Test func theBinaryAndItsResourcesCanMove() throws {
    try withCopy(resources: true) { copy in
      let read = try launch(
        ["read", "--output", "json"], input: Data("Norway met Malta.".utf8), binary: copy)
      #expect(read.status == 0 && read.complaints.isEmpty)
      #expect(read == (try launch(["read", "--output", "json"], input: Data("Norway met Malta.".utf8))))
    }
  }

  /// Were there a way back to the build folder, this would read.
  @Test func withoutResourcesItSaysWhatToDo() throws {
    try withCopy(resources: false) { copy in
      let read = try launch(["read"], input: Data("Norway met Malta.".utf8), binary: copy)
      #expect(read.status == 2 && read.output.isEmpty)
      #expect(read.complaints.contains("Copy the *.resources folders"))
    }
  }

  private func withCopy(resources: Bool, _ body: (URL) throws -> Void) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    // A leftover folder in the temporary place harms nobody.
    defer { try? files.removeItem(at: folder) }
    let built = builtCommand.deletingLastPathComponent()
    let names = try files.contentsOfDirectory(atPath: built.path).filter { $0.hasSuffix(".resources") }
    for name in ["rapporteur"] + (resources ? names : []) {
      try files.copyItem(at: built.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    try body(folder.appendingPathComponent("rapporteur"))
  }
}
