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

/// What an analyst writes on the command line is shown, exported, and still there after a new reading that changes nothing.
@Test func whatAnAnalystWritesStays() throws {
  let work = try Workplace()
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  let first = try #require(
    try rows(work.run(["search", "--ledger", work.ledger, "--json", "--limit", "1"])).first)
  let report = try #require(first["report"] as? String)
  let event = [
    "--ledger", work.ledger, "--report", report, "--event", try #require(first["event"] as? String),
  ]
  _ = try work.run(["grade", "b2", "--by", "mb"] + event)
  _ = try work.run(["tag", "checked", "--by", "mb"] + event)
  _ = try work.run(["correct", "--accept", "place=Valletta", "--by", "mb"] + event)
  #expect(try work.run(["reread", "--all", "--ledger", work.ledger]).isEmpty)
  #expect(try work.text("err").contains("10 reports read anew"))
  let marks = try rows(work.run(["marks", "--ledger", work.ledger, "--json"]))
  #expect(Set(marks.compactMap { $0["value"] as? String }) == ["B2", "checked", "accept", "Valletta"])
  #expect(marks.allSatisfy { $0["analyst"] as? String == "mb" })
  let table = try work.run(["export", "--ledger", work.ledger, "--format", "csv"])
  #expect(table.contains("place=Valletta; verdict=accept,B2,checked"))
  #expect(try work.run(["check", "--ledger", work.ledger]).contains("all holds"))
}

@Test(arguments: [
  ["grade", "B9", "--report", "x", "--by", "mb"], ["grade", "B2", "--by", "mb"],
  ["correct", "--report", "x", "--event", "e1", "type=WAR", "--by", "mb"],
  ["correct", "--report", "x", "--event", "e1"],
  ["tag", "t", "--report", "x", "--happening", "1", "--by", "mb"], ["reread"], ["split", "1", "--by", "mb"],
  ["grade", "B2", "--report", "no such report", "--by", "mb"], ["join", "1", "1", "--by", "mb"],
])
func aWrongActIsRefusedInWords(arguments: [String]) throws {
  let work = try Workplace()
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  let process = try work.start(arguments + ["--ledger", work.ledger])
  process.waitUntilExit()
  #expect(process.terminationStatus == 2)
  #expect(try !work.text("err").isEmpty)
}

/// All that leaves a ledger: tables, a graph, a panel, a copy, and a copy without texts that still holds.
@Test func aLedgerIsHandedOn() throws {
  let work = try Workplace()
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  for format in ["plover", "polecat", "gdelt", "csv"] {
    #expect(try !work.run(["export", "--ledger", work.ledger, "--format", format]).isEmpty)
  }
  let graph = try work.run(["export", "--ledger", work.ledger, "--format", "jsonld"])
  let object = try #require(try JSONSerialization.jsonObject(with: Data(graph.utf8)) as? [String: Any])
  let nodes = try #require(object["@graph"] as? [[String: Any]])
  let kinds = Set(nodes.flatMap { $0["@type"] as? [String] ?? [] })
  #expect(
    kinds.isSuperset(of: ["schema:NewsArticle", "schema:Claim", "rap:Event", "rap:Happening", "prov:Agent"]))
  #expect(
    nodes.contains {
      $0["prov:wasDerivedFrom"] != nil && ($0["@type"] as? [String])?.first == "schema:NewsArticle"
    })
  let panel = try work.run([
    "export", "--ledger", work.ledger, "--panel", "dyad-week", "--undated", "published",
  ])
  #expect(panel.hasPrefix("period,start,iso_from,iso_to,cow_from,cow_to,cow_dyad,q1_happenings"))
  let copies = ["copy", "handed-on"].map { work.url.appendingPathComponent($0 + ".sqlite").path }
  _ = try work.run(["backup", "--ledger", work.ledger, copies[0]])
  _ = try work.run(["export", "--ledger", work.ledger, "--without-texts", copies[1]])
  for copy in copies { #expect(try work.run(["check", "--ledger", copy]).contains("all holds")) }
}

/// Nothing found is 1, and no trouble.
@Test(arguments: [
  ["search", "--actor", "Nobody"], ["export", "--format", "csv", "--actor", "Nobody"], ["marks"],
])
func nothingFoundIsNoTrouble(arguments: [String]) throws {
  let work = try Workplace()
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  let process = try work.start(arguments + ["--ledger", work.ledger])
  process.waitUntilExit()
  #expect(process.terminationStatus == 1)
}

/// What can be no type is a question that was asked wrongly.
@Test func anUnknownTypeIsRefused() throws {
  let work = try Workplace()
  _ = try work.run(["ingest", "--ledger", work.ledger, pages])
  let process = try work.start(["search", "--type", "XX", "--ledger", work.ledger])
  process.waitUntilExit()
  #expect(process.terminationStatus == 2)
}
