import Foundation
import RapporteurCore
import Testing

private func withFile<Result>(_ bytes: Data, _ body: (String) throws -> Result) throws -> Result {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".txt")
  try bytes.write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }  // as above
  return try body(file.path)
}

@Test func aMissingFileIsNamed() throws {
  let run = try launch(["read", "/nowhere/x.txt"])
  #expect(run.status == 2 && run.output.isEmpty)
  #expect(run.complaints.contains("/nowhere/x.txt: no such file"))
}

@Test func aFolderIsNoFile() throws {
  let run = try launch(["read", FileManager.default.temporaryDirectory.path])
  #expect(run.status == 2 && run.complaints.contains("is a directory"))
}

@Test(arguments: ["", " \n\t\r\n "])
func emptinessIsNothingToRead(text: String) throws {
  let run = try withFile(Data(text.utf8)) { try launch(["read", $0]) }
  #expect(run.status == 1 && run.output.isEmpty)
  #expect(run.complaints.contains("nothing to read"))
}

@Test func binaryAndInvalidBytesAreLocated() throws {
  let binary = try withFile(Data([0x7F, 0x45, 0, 1])) { try launch(["read", $0]) }
  #expect(binary.status == 2 && binary.complaints.contains("NUL byte at byte 2"))
  let broken = try withFile(Data("good\nbad ".utf8) + [0xFF]) { try launch(["read", $0]) }
  #expect(broken.status == 2 && broken.complaints.contains(":2: not valid UTF-8 at byte 9"))
}

@Test func fiftyMegabytesAreRefusedInWords() throws {
  let run = try withFile(Data(repeating: 0x61, count: 50 << 20)) { try launch(["read", $0]) }
  #expect(run.status == 2 && run.complaints.contains("one report may have 16777216"))
}

@Test func aSentenceOfTwentyThousandWordsIsRead() throws {
  let text = "The minister said " + String(repeating: "that he knew ", count: 6700) + "nothing."
  let run = try launch(["read", "--output", "jsonl"], input: Data(text.utf8))
  #expect(run.status == 0 && run.output.hasPrefix(#"{"schema":"rapporteur/1""#))
}

@Test func oneBadLineStopsNoBatch() throws {
  let lines = [
    #"{"id":"a","text":"Police arrested 12 men."}"#, "[1]",
    #"{"id":"c","text":"No.","published":"2031-99-01"}"#,
    #"{"id":"d","text":"She left."}"#,
  ]
  let run = try launch(
    ["read", "--input", "jsonl", "--output", "jsonl"], input: Data(lines.joined(separator: "\n").utf8))
  #expect(run.status == 2)
  #expect(run.output.split(separator: "\n").count == 2)
  #expect(run.complaints.contains("standard input:2: not a JSON object"))
  #expect(run.complaints.contains("standard input:3: '2031-99-01' is no date"))
}

@Test func aReportInAnotherLanguageIsSkipped() throws {
  let text =
    "Der Minister hat am Montag erklärt, dass er die Gespräche mit der Regierung nicht fortsetzen wird."
  let run = try launch(["read"], input: Data(text.utf8))
  #expect(run.status == 2 && run.output.isEmpty && run.complaints.contains("skipped: language de"))
}

@Test(arguments: [["read", "--published", "6 March"], ["read", "--nope"], ["bogus"]])
func wrongArgumentsAreTrouble(arguments: [String]) throws { #expect(try launch(arguments).status == 2) }

@Test func thePipeIsPlain() throws {
  let run = try launch(
    ["read", "--published", "2031-03-06"], input: Data("Police arrested 12 men in Lima on Monday.".utf8))
  #expect(run.status == 0 && !run.output.contains("\u{1B}"))
  #expect(run.output.contains("COERCE arrest"))
}

@Test func givenWordsKeepTheirLines() throws {
  let given =
    "# sent_id = s1\n1\tPolice\t_\t_\t_\t_\t_\t_\t_\t_\n2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
  let run = try launch(["read", "--input", "conllu", "--output", "conllu"], input: Data(given.utf8))
  #expect(run.status == 0)
  let words = run.output.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: "\t")
  }
  #expect(words.map { $0[1] } == ["Police", "left", "."])
  #expect(words[1][3] == "VERB" && words[1][7] == "root")
}
