import Foundation
import RapporteurCore
import RapporteurExport
import Testing

private func codes() throws -> StateCodes {
  try StateCodes { name in
    name == "cow.tsv"
      ? "iso3\tcow\tsource\nNOR\t385\tx\nTCD\t483\tx\n"
      : "iso3\tfips\tsource\nNOR\tNO\tx\nTCD\tCD\tx\nABW\tAA\tx\n"
  }
}

private func count(_ start: String, _ from: String, _ to: String, quad: Int = 4) -> DyadPanel.Count {
  .init(start: start, from: from, to: to, quad: quad, happenings: 1, articles: 5, origins: 2)
}

@Test func aPanelWritesZerosOut() throws {
  let panel = DyadPanel(
    [count("2031-01-01", "NOR", "TCD"), count("2031-03-01", "NOR", "TCD", quad: 1)], period: .month,
    codes: try codes())
  let lines = panel.csv.split(separator: "\n").map(String.init)
  #expect(lines.count == 1 + 3 * 2 && panel.count == 6)
  #expect(lines[1] == "2031-01,2031-01-01,NOR,TCD,385,483,385483,0,0,0,0,0,0,0,0,0,1,5,2")
  #expect(lines[4] == "2031-02,2031-02-01,TCD,NOR,483,385,483385,0,0,0,0,0,0,0,0,0,0,0,0")
  #expect(lines[5].hasPrefix("2031-03,2031-03-01,NOR,TCD,385,483,385483,1,5,2,0"))
}

/// ISO 8601: the week of the year's first Thursday is week 1.
@Test(arguments: [("2030-12-30", "2031-W01"), ("2031-03-03", "2031-W10"), ("2027-01-01", "2026-W53")])
func aWeekIsNamedByItsThursday(day: String, name: String) throws {
  let first = try #require(CalendarDate(iso: day))
  let panel = DyadPanel(
    [], period: .week, codes: try codes(), first: first, last: first, states: ["NOR", "TCD"])
  #expect(panel.csv.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix(name + ",") })
  #expect(panel.count == 2)
}

@Test func aTerritoryHasNoCOWNumberAndABodyHasNoRow() throws {
  let panel = DyadPanel(
    [count("2031-01-01", "ABW", "NOR"), count("2031-01-01", "UNO", "NOR")], period: .month, codes: try codes()
  )
  #expect(panel.leftOut == 1 && panel.count == 2)
  #expect(panel.csv.contains("2031-01,2031-01-01,ABW,NOR,,385,,"))
}

/// The table that is shipped has the numbers that the project of the Correlates of War gives.
@Test(arguments: [
  ("USA", 2), ("NOR", 385), ("DEU", 255), ("SRB", 345), ("XKX", 347), ("IRN", 630), ("SSD", 626),
])
func stateNumbersAreThoseOfCOW(iso: String, number: Int) throws {
  let codes = try StateCodes(resources: ResourceFolder(module: "RapporteurExport"))
  let day = try #require(CalendarDate(iso: "2031-01-01"))
  let other = iso == "JPN" ? "USA" : "JPN"
  let panel = DyadPanel([], period: .month, codes: codes, first: day, last: day, states: [iso, other])
  #expect(panel.csv.contains(",\(iso),\(other),\(number),740,"))
}

@Test func aSelectionCorrectsARecord() throws {
  let selection = RecordSelection(
    events: ["e1", "e2"],
    corrections: [
      "e1": ["verdict": "reject"],
      "e2": [
        "type": "THREATEN", "mode": "violence", "date": "2031-03", "actor": "Rebels; Army",
        "actor-country": "TCD; TCD",
        "place": "Moundou", "country": "TCD", "status": "future",
      ],
    ], outlet: "Tern Post")
  let record = try selection.record(from: ExportFixture.line, name: "r1")
  #expect(record.events.map(\.id) == ["e2"])
  var tally = Exporter.Tally()
  let exporter = Exporter(
    format: .csv, codes: try ForeignCodes(resources: ResourceFolder(module: "RapporteurExport")))
  let row = exporter.rows(of: record, tally: &tally)
  for cell in [
    "Tern Post", "THREATEN,violence", "future,3,-3.5,13", "Rebels; Army", "TCD; TCD",
    "2031-03,,month,an analyst", "Moundou,TCD",
  ] {
    #expect(row.contains(cell), "\(cell): \(row)")
  }
}

@Test func withoutCorrectionsASelectionChangesNothing() throws {
  let selection = RecordSelection(events: ["e1", "e2", "e3"], corrections: [:], outlet: nil)
  let codes = try ForeignCodes(resources: ResourceFolder(module: "RapporteurExport"))
  for format in ExportFormat.allCases {
    var (a, b) = (Exporter.Tally(), Exporter.Tally())
    let exporter = Exporter(format: format, codes: codes)
    #expect(
      exporter.rows(of: try selection.record(from: ExportFixture.line, name: "r1"), tally: &a)
        == exporter.rows(of: try ExportFixture.record(), tally: &b))
  }
}
