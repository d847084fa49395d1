import RapporteurCore
import RapporteurLedger
import Testing

/// Somebody who cannot type the accents finds the name all the same, by its last word or as it stands.
@Test(arguments: ["Sárvári", "sarvari", "Balint Sarvari", "SARVARI"])
func namesAreFoundWithoutAccents(asked: String) throws {
  let folder = try Folder()
  var told = Told("a")
  told.names = ["Bálint Sárvári", "Odo Bekele"]
  let ledger = try ledger(folder.path("a.sqlite"), holding: [told])
  let found = try ledger.actors(meant: asked, limit: 9)
  #expect(found.rows.map { $0[0] } == [.text("person:sarvari")])
  #expect(try ledger.actors(meant: "***", limit: 9).rows.isEmpty)
}

/// Who is who, as the reports put it.
@Suite struct WhoTests {
  private func told(_ key: String, _ name: String, _ country: String, _ title: String, _ day: String) -> Told
  {
    var one = Told(key)
    one.names = [name, "Odo Bekele"]
    one.office = (country, title)
    one.published = day
    one.text = "\(name) (\(key)) met Odo Bekele in Valletta on Monday."
    return one
  }

  private func rows(_ told: [Told], of part: String? = nil) throws -> [String] {
    let folder = try Folder()
    let answer = try ledger(folder.path("a.sqlite"), holding: told).offices(of: part, limit: 50)
    return answer.rows.map { row in
      ["name", "country", "office", "reports", "first_said", "last_said"]
        .map { row[answer.columns.firstIndex(of: $0)!].description }.joined(separator: "|")
    }
  }

  @Test func reportsThatSayAlikeAreOneRow() throws {
    let said = [
      told("r1", "Ilse Marran", "NOR", "foreign minister", "2031-03-04"),
      told("r2", "Marran", "NOR", "Foreign Minister", "2031-05-01"),
    ]
    #expect(try rows(said) == ["Ilse Marran|NOR|foreign minister|2|2031-03-04|2031-05-01"])
  }

  @Test func twoPersonsOfOneNameStayApart() throws {
    let said = [
      told("r1", "Ilse Marran", "NOR", "foreign minister", "2031-03-04"),
      told("r2", "Tove Marran", "NOR", "mayor", "2031-03-05"),
      told("r3", "Marran", "NOR", "judge", "2031-03-06"),
      told("r4", "Ilse Marran", "MLT", "envoy", "2031-03-07"),
    ]
    #expect(
      try rows(said, of: "Marran").map { $0.split(separator: "|").prefix(3).joined(separator: "|") } == [
        "Ilse Marran|MLT|envoy", "Ilse Marran|NOR|foreign minister", "Marran|NOR|judge",
        "Tove Marran|NOR|mayor",
      ])
  }
}
