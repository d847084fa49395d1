import Foundation
import RapporteurLedger
import Testing

@Test func aFolderIsNoLedger() throws {
  let folder = try Folder()
  for access in [Ledger.Access.read, .write] {
    #expect { try Ledger(file: folder.url.path, access: access) } throws: { "\($0)".contains("is a folder") }
  }
}

@Test func aFolderThatIsNotThereIsNotMade() throws {
  let folder = try Folder()
  #expect { try Ledger(file: folder.path("nowhere/a.sqlite"), access: .write) } throws: {
    "\($0)".contains("folder does not exist")
  }
  #expect(!FileManager.default.fileExists(atPath: folder.path("nowhere")))
}

/// Programs that make one ledger at the same time all come through.
@Test func makersOfOneLedgerDoNotMeetHalfway() async throws {
  let folder = try Folder()
  for round in 1...5 {
    let path = folder.path("\(round).sqlite")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...4 {
        group.addTask {
          let ledger = try Ledger(file: path, access: .write)
          _ = try ledger.enter(Told("r\(writer)").entry, run: try ledger.beginRun(sources: []))
        }
      }
      try await group.waitForAll()
    }
    let ledger = try Ledger(file: path, access: .read)
    #expect(try ledger.outcomes().rows.count == 4 && ledger.check().isEmpty)
  }
}

/// What `check` recounts holds after reports were hidden, replaced and forgotten.
@Test func countsFollowWhatIsHiddenAndForgotten() throws {
  let folder = try Folder()
  var (wire, copy) = (Told("w", outlet: "Harrow Wire"), Told("c", outlet: "Tern Post"))
  wire.text = wireText
  copy.text = "(Harrow Wire) - " + wireText
  let ledger = try ledger(folder.path("a.sqlite"), holding: [wire, copy, Told("own", outlet: "Gull Mirror")])
  #expect(try ledger.actors(named: "Marran", limit: 9).rows.first?[3] == .integer(3))
  try ledger.forget("own")
  #expect(
    try ledger.actors(named: "Marran", limit: 9).rows.first?[3] == .integer(2) && ledger.check().isEmpty)
  try ledger.kill("w", because: "withdrawn")
  #expect(try ledger.actors(named: nil, limit: 9).rows.isEmpty && ledger.happenings(Filter()).rows.isEmpty)
  #expect(try ledger.check().isEmpty)
}

/// A public body of a country has one voice in two reports; a company without a name has one in each.
@Test(arguments: [("Ecuador's police", "police", 1), ("the railways", "the railways", 2)])
func bodiesWithoutANameAreTold(one: String, other: String, origins: Int) throws {
  let folder = try Folder()
  var told = [Told("a", outlet: "Outlet a"), Told("b", outlet: "Outlet b")]
  for (index, name) in [one, other].enumerated() { told[index].source = (name, .organisation, .roleOnly) }
  told[1].text = "Odo Bekele sat down in Valletta with Ilse Marran, at last, on Monday."
  for index in told.indices { told[index].sourceCountry = "ECU" }
  let ledger = try ledger(folder.path("a.sqlite"), holding: told)
  let answer = try ledger.happenings(Filter())
  #expect(answer.rows.first?[answer.columns.firstIndex(of: "origins")!] == .integer(origins))
}
