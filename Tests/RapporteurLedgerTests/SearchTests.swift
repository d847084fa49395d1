import RapporteurLedger
import Testing

/// A search is kept, found by its number and name, and deleted; its number is given to no other, and the trail has both.
@Test func searchesAreKeptByName() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [])
  let first = try ledger.save(search: "q=meeting", as: "Meetings", by: "mb")
  let second = try ledger.save(search: "type=AID", as: "Aid", by: "ok")
  let kept = try ledger.savedSearch(first)
  #expect(kept.number == 1 && kept.name == "Meetings" && kept.conditions == "q=meeting")
  #expect(try ledger.savedSearches().rows.map { $0[1] } == [.text("Aid"), .text("Meetings")])
  try ledger.delete(search: second, by: "mb")
  #expect(throws: LedgerError.self) { try ledger.savedSearch(second) }
  #expect(throws: LedgerError.self) { try ledger.delete(search: second, by: "mb") }
  #expect(try ledger.save(search: "type=AID", as: "Aid", by: "mb") == 3)
  let acts = try ledger.history().rows.map { $0[2] }
  #expect(acts == [.text("save"), .text("delete"), .text("save"), .text("save")])
}

/// A name is taken whatever its capitals, and there is an end to them.
@Test func namesOfSearchesAreTakenOnce() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [])
  _ = try ledger.save(search: "", as: "Everything", by: "mb")
  #expect { try ledger.save(search: "q=a", as: "everything", by: "mb") } throws: {
    "\($0)".contains("take another name")
  }
  for number in 2...Ledger.mostSearches { _ = try ledger.save(search: "", as: "s\(number)", by: "mb") }
  #expect { try ledger.save(search: "", as: "one more", by: "mb") } throws: {
    "\($0)".contains("delete one first")
  }
}
