import Foundation
import RapporteurCore
import Testing

private let binary = ResourceFolder.executable.resolvingSymlinksInPath().deletingLastPathComponent()
  .appendingPathComponent("rapporteur")

private let pages = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../Samples/pages").standardizedFileURL.path

/// A folder of its own for one test.
private final class Workplace {
  let url = FileManager.default.temporaryDirectory.appendingPathComponent("ingest-" + UUID().uuidString)
  var ledger: String { url.appendingPathComponent("news.sqlite").path }

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  // A leftover folder in the temporary place harms nobody.
  deinit { try? FileManager.default.removeItem(at: url) }

  /// Starts the command; what it writes goes to files, so that no pipe fills up.
  func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.standardOutput = try handle("out")
    process.standardError = try handle("err")
    try process.run()
    return process
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Runs the command to its end; its standard output.
  func run(_ arguments: [String]) throws -> String {
    let process = try start(arguments)
    process.waitUntilExit()
    let complaints = try text("err")
    #expect(process.terminationStatus == 0, "\(arguments): \(complaints)")
    return try text("out")
  }

  private func handle(_ name: String) throws -> FileHandle {
    let file = url.appendingPathComponent(name)
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }
}

private func rows(_ lines: String) throws -> [[String: Any]] {
  try lines.split(separator: "\n").map {
    try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
  }
}

/// Seven pages with one text, and another outlet that cites the same paper: one source of the meeting.
@Test func theSamplePagesHaveOneSource() throws {
  let work = try Workplace()
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  let happenings = try rows(work.run(["happenings", "--ledger", work.ledger, "--json"]))
  let first = try #require(happenings.first { ($0["reports"] as? Int ?? 0) >= 8 })
  #expect(first["type"] as? String == "CONSULT" && first["origins"] as? Int == 1)
  #expect((first["denials"] as? Int ?? 0) >= 1)
  #expect(try work.run(["check", "--ledger", work.ledger]).contains("all holds"))
}

@Test func ingestingAgainAddsNothing() throws {
  let work = try Workplace()
  for _ in 1...2 { _ = try work.run(["ingest", "--ledger", work.ledger, pages]) }
  let outcomes = try rows(work.run(["outcomes", "--ledger", work.ledger, "--json"]))
  #expect(outcomes.count == 20)
  #expect(outcomes.suffix(10).allSatisfy { $0["outcome"] as? String == "unchanged" })
}

/// A kill at any time loses no report that was acknowledged, and none is entered twice.
@Test(arguments: [60, 140, 180, 220, 260, 320])
func aKillLosesNothingAcknowledged(milliseconds: Int) throws {
  let work = try Workplace()
  let process = try work.start(["ingest", "--ledger", work.ledger, pages])
  Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
  kill(process.processIdentifier, SIGKILL)
  process.waitUntilExit()
  let acknowledged = try work.text("err").split(separator: "\n").filter {
    $0.hasPrefix("stored ") || $0.hasPrefix("copy ")
  }.count
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  let outcomes = try rows(work.run(["outcomes", "--ledger", work.ledger, "--json"]))
  let entered = outcomes.filter { ["stored", "copy"].contains($0["outcome"] as? String) }
  #expect(entered.count == 10 && Set(entered.compactMap { $0["key"] as? String }).count == 10)
  #expect(outcomes.filter { $0["outcome"] as? String == "unchanged" }.count >= acknowledged)
  #expect(try work.run(["check", "--ledger", work.ledger]).contains("all holds"))
}
