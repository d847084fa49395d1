import Foundation
import RapporteurCore
import RapporteurExport
import Testing

private func codes() throws -> ForeignCodes {
  try ForeignCodes(resources: ResourceFolder(module: "RapporteurExport"))
}

private func lines(_ format: ExportFormat, tally: inout Exporter.Tally) throws -> [String] {
  let exporter = Exporter(format: format, codes: try codes())
  return (exporter.header + exporter.rows(of: try ExportFixture.record(), tally: &tally)).split(
    separator: "\n", omittingEmptySubsequences: true
  ).map(String.init)
}

private func cells(_ line: String) -> [String] {
  line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
}

@Test func polecatHasFortyColumns() throws {
  var tally = Exporter.Tally()
  let all = try lines(.polecat, tally: &tally)
  let widths = all.map { cells($0).count }
  #expect(widths == [40, 40, 40])
  #expect(tally.written == 2 && tally.leftOut == 1)
  let row = Dictionary(uniqueKeysWithValues: zip(cells(all[0]), cells(all[1])))
  #expect(
    row["Event ID"] == "r1-e1" && row["Event Date"] == "2031-03-03" && row["Actor Country"] == "NOR;TCD")
  #expect(row["City"] == "Valletta" && row["Source"] == "Harbour Wire" && row["Actor COW"] == "")
}

@Test func anUnknownDateIsNotThePublicationDate() throws {
  var tally = Exporter.Tally()
  let polecat = try lines(.polecat, tally: &tally)
  #expect(cells(polecat[2])[1] == "" && cells(polecat[2])[34] == "2031-03-06")
  let gdelt = try lines(.gdelt, tally: &tally)
  #expect(Array(cells(gdelt[1])[1...4]) == ["", "", "", ""])
}

@Test func gdeltHasSixtyOneColumnsAndARowForEachPair() throws {
  var tally = Exporter.Tally()
  let all = try lines(.gdelt, tally: &tally)
  let widths = all.map { cells($0).count }
  #expect(widths == [61, 61])
  let meeting = cells(all[0])
  #expect(Array(meeting[1...5]) == ["20310303", "203103", "2031", "2031.1726", "NORGOV"])
  #expect(meeting[15] == "TCDGOV" && meeting[26] == "040" && meeting[28] == "04" && meeting[29] == "1")
  #expect(meeting[25] == "1", "the first sentence is the lead")
  #expect(meeting[51] == "4" && meeting[53] == "MT" && meeting[60] == "https://example.org/1")
  let shelling = cells(all[1])
  #expect(shelling[25] == "0" && shelling[29] == "4")
  #expect(Array(shelling[22...24]) == ["MED", "HLH", ""], "JRN is CAMEO's MED, MED its HLH")
  #expect(meeting[0] != shelling[0] && Int64(meeting[0]) != nil)
}

@Test func gdeltLeavesToneAndGoldsteinEmpty() throws {
  var tally = Exporter.Tally()
  for line in try lines(.gdelt, tally: &tally) {
    let row = cells(line)
    #expect([row[30], row[31], row[34]] == ["", "", ""])
  }
}

@Test func csvHoldsTheStatusAndQuotes() throws {
  var tally = Exporter.Tally()
  let exporter = Exporter(format: .csv, codes: try codes())
  let rows = try CSVText.rows(exporter.header + exporter.rows(of: try ExportFixture.record(), tally: &tally))
  #expect(rows.count == 4 && tally.leftOut == 0)
  let header = rows[0].cells
  func cell(_ row: Int, _ column: String) -> String { rows[row].cells[header.firstIndex(of: column) ?? 0] }
  #expect(cell(3, "status") == "future")
  #expect(cell(1, "sentence").contains("\"an aide\" said"))
  #expect(cell(1, "sources") == "an aide" && cell(2, "dead_low") == "12" && cell(2, "actor_codes") == "REB")
}

@Test func ploverLinesAreJSON() throws {
  var tally = Exporter.Tally()
  for line in try lines(.plover, tally: &tally) {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["type"] as? String != nil && object["actor"] as? [Any] != nil)
  }
  #expect(tally.written == 3)
}

@Test func faultsNameTheLine() throws {
  let bytes = Data("{\"schema\":\"rapporteur/1\"}\n\nnot json\n".utf8)
  let faults = RecordLines.read(bytes, file: "x.jsonl").compactMap { result -> String? in
    if case .failure(let fault) = result { "\(fault)" } else { nil }
  }
  #expect(faults == ["x.jsonl:1: no record: 'engine' is missing at ''", "x.jsonl:3: no JSON"])
}
