import Foundation
import RapporteurCore
import RapporteurMeaning
import Testing

@Suite struct PlacesGazetteerTests {
  let gazetteer: Gazetteer

  init() throws { gazetteer = try shippedPlaceReader().gazetteer }

  /// Every entry has a point on the globe, and a country where it is no region.
  @Test func everyEntryIsOnTheGlobe() {
    for index in 1..<gazetteer.count {
      let entry = gazetteer.entry(at: index)
      #expect(abs(entry.latitude) <= 90 && abs(entry.longitude) <= 180, "entry \(index)")
      if entry.kind != .region && entry.kind != .continent {
        let code = gazetteer.countryCode(entry.country)
        #expect(code?.utf8.count == 3 && code?.allSatisfy(\.isUppercase) == true, "entry \(index)")
      }
    }
  }

  /// A second-level division lies in the first-level division of what it holds.
  @Test func divisionsNest() {
    for index in stride(from: 1, to: gazetteer.count, by: 7) {
      let entry = gazetteer.entry(at: index)
      guard entry.admin2 != 0 else { continue }
      let holder = gazetteer.entry(at: entry.admin2)
      #expect(holder.kind == .admin2 && holder.country == entry.country && holder.admin1 == entry.admin1)
    }
  }

  @Test(arguments: [
    ("Zürich", "zurich"), ("SAINT LOUIS", "St. Louis"), ("Côte d’Ivoire", "Cote d'Ivoire"), ("Łódź", "Lodz"),
    ("U.S.", "US"), ("Fort Worth", "Ft. Worth"),
  ])
  func spellingsOfOneNameFoldAlike(one: String, other: String) {
    #expect(!gazetteer.matches(one).isEmpty)
    #expect(gazetteer.matches(one) == gazetteer.matches(other))
  }

  @Test(arguments: ["", "…", "東京", "no such place at all"])
  func whatIsNotListedHasNoMatch(name: String) {
    #expect(gazetteer.matches(name).isEmpty)
    #expect(!gazetteer.contains(name))
  }

  /// The table of states and the gazetteer speak of the same states.
  @Test func everyCurrentStateWithLandHasAnEntry() throws {
    let resources = try ResourceFolder(module: "RapporteurMeaning")
    let rows = try LexiconTable(resources.text(of: "Lexicons/states.tsv"), file: "states.tsv").rows
    #expect(rows.count > 250)
    let uninhabited: Set<Substring> = ["ATA", "BVT", "HMD", "SGS", "UMI", "IOT", "ATF"]
    for row in rows where try row.cell("status") != "former" && !uninhabited.contains(try row.cell("iso3")) {
      let code = try row.cell("iso3")
      #expect(gazetteer.country(code: code) != nil, "\(code)")
      #expect(
        gazetteer.matches(try row.cell("name")).contains { gazetteer.entry(at: $0.index).kind == .country })
    }
  }

  @Test func aFileThatIsNoGazetteerIsRefused() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("gazetteer-\(UUID().uuidString)")
      .path
    // A leftover in the temporary folder harms nobody.
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: GazetteerError.self) { _ = try Gazetteer(path: path) }
    try Data("RAPGAZ00 and so on, long enough to have a header of sixty-four bytes, and more".utf8).write(
      to: URL(fileURLWithPath: path))
    #expect(throws: GazetteerError(file: path, reason: .notAGazetteer)) { _ = try Gazetteer(path: path) }
    var header = Data("RAPGAZ01".utf8)
    for _ in 0..<7 { header.append(contentsOf: [64, 0, 0, 0, 255, 255, 0, 0]) }
    try header.write(to: URL(fileURLWithPath: path))
    #expect(throws: GazetteerError(file: path, reason: .truncated)) { _ = try Gazetteer(path: path) }
  }
}
