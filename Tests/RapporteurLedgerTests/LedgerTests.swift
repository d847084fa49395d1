import Foundation
import RapporteurCore
import RapporteurLedger
import Testing

private func cells(_ answer: Answer, _ column: String) -> [String] {
  let index = answer.columns.firstIndex(of: column)!
  return answer.rows.map { $0[index].description }
}

@Test func whatWasEnteredIsFoundAndHolds() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1", outlet: "Tern Post")])
  #expect(try cells(ledger.search(Filter()), "report") == ["r1"])
  #expect(try ledger.check().isEmpty)
  #expect(try ledger.record(of: "r1").contains("Valletta"))
}

/// Entering the same report twice changes nothing but the list of outcomes.
@Test func ingestIsIdempotent() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1"), Told("r1")])
  #expect(try ledger.search(Filter()).rows.count == 1)
  #expect(try cells(ledger.outcomes(), "outcome") == ["stored", "unchanged"])
}

@Test(arguments: ["marr*", "\"met Odo\"", "NEAR(ilse valletta, 9)", "text: monday", "outlet: tern"])
func theWordIndexAnswersItsForms(query: String) throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1", outlet: "Tern Post")])
  #expect(try ledger.reports(holding: query, limit: 9).rows.count == 1)
}

@Test func aBrokenSearchSaysSo() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1")])
  #expect { try ledger.reports(holding: "\"open", limit: 9) } throws: {
    "\($0)".contains("cannot be understood")
  }
}

@Test func filtersNarrow() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1", outlet: "Tern Post")])
  func count(_ change: (inout Filter) -> Void) throws -> Int {
    var filter = Filter()
    change(&filter)
    return try ledger.search(filter).rows.count
  }
  #expect(try count { $0.actor = "Marran" } == 1 && count { $0.actor = "Nobody" } == 0)
  #expect(try count { $0.type = "consult" } == 1 && count { $0.type = "ASSAULT" } == 0)
  #expect(try count { $0.since = "2031-03-03" } == 1 && count { $0.until = "2031-03-02" } == 0)
  #expect(try count { $0.outlet = "tern" } == 1 && count { $0.words = "absent" } == 0)
}

@Test func forgettingLeavesNothingButTheAct() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1"), Told("r2")])
  try ledger.forget("r1")
  #expect(try cells(ledger.search(Filter()), "report") == ["r2"])
  #expect(try ledger.check().isEmpty)
  #expect(throws: LedgerError.self) { try ledger.forget("r1") }
}

/// A kill hides the report and its copies; they stay in the file.
@Test func aKillHidesTheCopiesToo() throws {
  let folder = try Folder()
  var (wire, copy) = (Told("w", outlet: "Harrow Wire"), Told("c", outlet: "Tern Post"))
  wire.text = wireText
  copy.text = "(Harrow Wire) - " + wireText
  let ledger = try ledger(folder.path("a.sqlite"), holding: [wire, copy])
  try ledger.kill("w", because: "withdrawn")
  #expect(try ledger.search(Filter()).rows.isEmpty)
  #expect(try !ledger.record(of: "c").isEmpty && ledger.check().isEmpty)
}

@Test func anAnswerIsCSVAndJSON() {
  let answer = Answer(
    columns: ["a", "b"], rows: [[.text("x,\"y\""), .none], [.integer(1), .decimal(0.5)]])
  #expect(answer.csv == "a,b\r\n\"x,\"\"y\"\"\",\r\n1,0.5\r\n")
  #expect(answer.jsonLines == "{\"a\":\"x,\\\"y\\\"\",\"b\":null}\n{\"a\":1,\"b\":0.5}\n")
}
