import Foundation
import Testing

/// The plan of the house: which of our modules each module may import. See docs/architecture.md.
private let allowed: [String: Set<String>] = [
  "RapporteurCore": [],
  "RapporteurEncoder": ["CRapporteurKernels"],
  "RapporteurIngest": ["RapporteurCore", "CRapporteurMarkup"],
  "RapporteurLineage": ["RapporteurCore"],
  "RapporteurLedger": ["RapporteurCore", "RapporteurLineage"],
  "RapporteurLanguage": ["RapporteurCore", "RapporteurEncoder"],
  "RapporteurMeaning": ["RapporteurCore"],
  "RapporteurTesting": ["RapporteurCore"],
  "Rapporteur": [
    "RapporteurCore", "RapporteurEncoder", "RapporteurIngest", "RapporteurLanguage", "RapporteurMeaning",
  ],
  "RapporteurExport": ["RapporteurCore"],
  "RapporteurDesk": ["RapporteurCore", "RapporteurExport", "RapporteurLedger"],
  "RapporteurDeskServer": [
    "RapporteurDesk", "Rapporteur", "RapporteurCore", "RapporteurIngest", "RapporteurLanguage",
    "RapporteurLedger",
  ],
  "RapporteurTerminal": ["Rapporteur", "RapporteurCore"],
  "RapporteurCLI": [
    "Rapporteur", "RapporteurCore", "RapporteurExport", "RapporteurIngest", "RapporteurLanguage",
    "RapporteurLedger", "RapporteurLineage",
    "RapporteurTerminal",
  ],
]

private let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("../../Sources").standardizedFileURL

private func swiftFiles(in module: String) throws -> [URL] {
  let folder = sources.appendingPathComponent(module)
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return paths.filter { $0.hasSuffix(".swift") }.map { folder.appendingPathComponent($0) }
}

private func imports(of file: URL) throws -> [String] {
  try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else { return nil }
    return String(words[index + 1])
  }
}

/// No arrow runs against the plan, and every module is in it.
@Test func importsFollowThePlan() throws {
  let modules = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter {
    !$0.hasPrefix("CRapporteur")
  }
  #expect(Set(modules) == Set(allowed.keys))
  for module in modules {
    let files = try swiftFiles(in: module)
    #expect(!files.isEmpty)
    for file in files {
      for name in try imports(of: file) where name.hasPrefix("Rapporteur") || name.hasPrefix("CRapporteur") {
        #expect(allowed[module]?.contains(name) == true, "\(file.lastPathComponent) imports \(name)")
      }
    }
  }
}

/// Networking is linked by the desk alone: the engine and the command line need none.
@Test func nothingImportsNetworking() throws {
  let forbidden: Set<String> = ["FoundationNetworking", "NIO", "NIOCore", "Hummingbird", "AsyncHTTPClient"]
  for module in allowed.keys where !module.hasPrefix("RapporteurDesk") {
    for file in try swiftFiles(in: module) {
      #expect(forbidden.isDisjoint(with: try imports(of: file)), "\(file.lastPathComponent)")
    }
  }
}

/// Global state is not allowed: no `static var` with storage, no top-level `var`.
@Test func thereIsNoGlobalState() throws {
  for module in allowed.keys {
    for file in try swiftFiles(in: module) {
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      for line in lines where line.contains("static var ") {
        #expect(line.contains("{"), "\(file.lastPathComponent): \(line)")
      }
    }
  }
}

/// GRDB lives in the ledger and nowhere else.
@Test func onlyTheLedgerImportsGRDB() throws {
  for module in allowed.keys where module != "RapporteurLedger" {
    for file in try swiftFiles(in: module) {
      #expect(!(try imports(of: file)).contains("GRDB"), "\(file.lastPathComponent)")
    }
  }
}
