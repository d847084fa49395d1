import Foundation
import Testing

private let page = """
  <html lang="en"><head><meta property="og:title" content="Bridge at Orrin closed"></head><body><h1>Bridge at Orrin closed</h1>
  <article><p>The bridge at Orrin was closed on Thursday after a lorry had hit one of its pillars.</p>
  <p>The mayor said it would stay closed for two weeks.</p></article></body></html>
  """

private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }  // a temporary folder that is gone is as good
  return try body(folder)
}

@Test func aFolderOfPagesIsExtracted() throws {
  try withFolder { folder in
    try Data(page.utf8).write(to: folder.appendingPathComponent("a.html"))
    try Data("<rss><item><title>Ice</title></item></rss>".utf8).write(
      to: folder.appendingPathComponent("b.xml"))
    try Data([0, 1, 2]).write(to: folder.appendingPathComponent("c.bin"))
    let run = try launch(["extract", folder.path])
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 2 && lines.count == 2 && run.complaints.contains("c.bin"))
    let first = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(first["title"] as? String == "Bridge at Orrin closed")
    #expect((first["text"] as? String)?.hasSuffix("closed for two weeks.") == true)
    #expect(first["published"] is NSNull && first["authors"] as? [String] == [])
  }
}

@Test func aPageIsRead() throws {
  try withFolder { folder in
    let file = folder.appendingPathComponent("a.html")
    try Data(page.utf8).write(to: file)
    let run = try launch(["read", "--input", "html", "--output", "jsonl", file.path])
    #expect(run.status == 0)
    #expect(run.output.contains("The bridge at Orrin was closed on Thursday"))
    #expect(!run.output.contains("<p>"))
  }
}
