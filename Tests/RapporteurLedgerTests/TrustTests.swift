import Foundation
import RapporteurLedger
import Testing

@Test func aForeignFileIsLeftAlone() throws {
  let folder = try Folder()
  let path = folder.path("notes.txt")
  let notes = Data(String(repeating: "my notes, not a database\n", count: 200).utf8)
  try notes.write(to: URL(fileURLWithPath: path))
  #expect { try Ledger(file: path, access: .write) } throws: { "\($0)".contains("is no ledger") }
  #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == notes)
}

@Test func aMissingLedgerIsNotMadeByAQuestion() throws {
  let folder = try Folder()
  #expect { try Ledger(file: folder.path("none.sqlite"), access: .read) } throws: {
    "\($0)".contains("no such ledger")
  }
  #expect(!FileManager.default.fileExists(atPath: folder.path("none.sqlite")))
}

/// A ledger that was cut off is called damaged, by opening or by checking it.
@Test func aTruncatedLedgerIsCalledDamaged() throws {
  let folder = try Folder()
  let path = folder.path("a.sqlite")
  do {
    let told = (1...60).map { Told("r\($0)") }
    _ = try ledger(path, holding: told)
  }
  let whole = try Data(contentsOf: URL(fileURLWithPath: path))
  for extra in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + extra) {
    try FileManager.default.removeItem(atPath: path + extra)
  }
  try whole.prefix(whole.count / 2 / 4096 * 4096).write(to: URL(fileURLWithPath: path))
  let words = trouble(with: path)
  #expect(words.contains("damaged") || words.contains("fault"), "\(words)")
}

/// What opening and checking says: the error in words, or the number of faults.
private func trouble(with path: String) -> String {
  do throws(LedgerError) {
    let faults = try Ledger(file: path, access: .read).check()
    return faults.isEmpty ? "" : "\(faults.count) faults"
  } catch { return "\(error)" }
}

@Test func aFolderThatCannotBeWrittenSaysSo() throws {
  #expect { try Ledger(file: "/proc/news.sqlite", access: .write) } throws: {
    "\($0)".contains("may not be written")
  }
}

/// Two writers at once both come through: one waits for the other.
@Test func twoWritersWaitForEachOther() async throws {
  let folder = try Folder()
  let path = folder.path("a.sqlite")
  _ = try ledger(path, holding: [])
  try await withThrowingTaskGroup(of: Void.self) { group in
    for writer in 1...2 {
      group.addTask {
        let ledger = try Ledger(file: path, access: .write)
        let run = try ledger.beginRun(sources: [])
        for number in 1...15 { _ = try ledger.enter(Told("\(writer)-\(number)").entry, run: run) }
      }
    }
    try await group.waitForAll()
  }
  let ledger = try Ledger(file: path, access: .read)
  #expect(try ledger.outcomes().rows.count == 30 && ledger.check().isEmpty)
}
