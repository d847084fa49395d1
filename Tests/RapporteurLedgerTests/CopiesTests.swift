import Foundation
import RapporteurLedger
import Testing

/// A copy made while another writer is at work holds whole reports and passes the check.
@Test func aBackupIsSoundWhileSomethingIsWritten() async throws {
  let folder = try Folder()
  let path = folder.path("a.sqlite")
  _ = try ledger(path, holding: [Told("first")])
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask {
      let writer = try Ledger(file: path, access: .write)
      let run = try writer.beginRun(sources: [])
      for number in 1...40 { _ = try writer.enter(Told("r\(number)").entry, run: run) }
    }
    for number in 1...5 {
      let reader = try Ledger(file: path, access: .read)
      try reader.backup(to: folder.path("copy-\(number).sqlite"))
    }
    try await group.waitForAll()
  }
  for number in 1...5 {
    let copy = try Ledger(file: folder.path("copy-\(number).sqlite"), access: .read)
    #expect(try copy.check().isEmpty)
    #expect(try copy.outcomes().rows.count >= 1)
  }
}

@Test func aBackupOverwritesNothing() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1")])
  try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path("b.sqlite")))
  #expect(throws: LedgerError.self) { try ledger.backup(to: folder.path("b.sqlite")) }
  #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path("b.sqlite"))) == Data("mine".utf8))
  #expect(throws: LedgerError.self) { try ledger.backup(to: folder.path("no/such/folder.sqlite")) }
}

/// No word of a report's text is left in the bytes of a ledger to hand on; it holds and answers all the same.
@Test func aLedgerToHandOnHoldsNoText() throws {
  let folder = try Folder()
  var told = Told("r1", outlet: "Tern Post")
  told.text = "Quixotically, " + wireText
  let ledger = try ledger(folder.path("a.sqlite"), holding: [told, Told("r2")])
  try ledger.grade(.report("r1"), Grade("B2"), by: "mb")
  let path = folder.path("b.sqlite")
  try ledger.handOn(to: path)
  let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
  for word in ["Quixotically", "quixotically", "fishermen"] {
    #expect(bytes.range(of: Data(word.utf8)) == nil)
  }
  let copy = try Ledger(file: path, access: .write)
  #expect(try copy.check().isEmpty)
  #expect(try copy.happenings(Filter()) == ledger.happenings(Filter()))
  #expect(try copy.marks() == ledger.marks())
  #expect(try copy.reports(holding: "fishermen", limit: 9).rows.isEmpty)
  let run = try copy.beginRun(sources: [])
  #expect(throws: LedgerError.self) { try copy.enter(Told("r3").entry, run: run) }
  #expect(throws: LedgerError.self) { try copy.reportIDs() }
  #expect(try ledger.record(of: "r1").contains("fishermen"))
}
