import RapporteurCore
import RapporteurMeaning
import Testing

/// What names mean, by the company that they keep.
@Suite struct PlacesTests {
  let reader: PlaceReader

  init() throws { reader = try shippedPlaceReader() }

  private func place(_ name: String, in words: String) throws -> Place {
    try #require(reader.read(marked(words)).first { $0.name == name })
  }

  @Test(arguments: [
    ("Paris", "the mayor of [ Paris ] resigned", "FRA", "Ile-de-France"),
    ("Paris", "the mayor of [ Paris ] , [ Texas ] , resigned", "USA", "Texas"),
    ("Lima", "floods hit [ Lima ] , [ Ohio ] , and [ Toledo ]", "USA", "Ohio"),
    ("Toledo", "floods hit [ Lima ] , [ Ohio ] , and [ Toledo ]", "USA", "Ohio"),
    ("Birmingham", "trains from [ Coventry ] to [ Birmingham ] and [ Wolverhampton ]", "GBR", "England"),
    ("Birmingham", "trains from [ Tuscaloosa ] to [ Birmingham ] , [ Ala. ]", "USA", "Alabama"),
    (
      "Washington", "talks in [ Washington ] between the [ United States ] and [ Peru ]", "USA",
      "District of Columbia"
    ),
  ])
  func companyDecides(name: String, words: String, country: String, admin1: String) throws {
    let resolution = try #require(try place(name, in: words).resolution)
    #expect(resolution.country == country)
    #expect(resolution.admin1 == admin1)
  }

  @Test func oneNameMeansOnePlaceInAReport() throws {
    let places = reader.read(marked("[ Athens ] , [ Ga. ] , mourned . Later [ Athens ] voted ."))
    let meant = places.filter { $0.name == "Athens" }.map(\.resolution?.geonames)
    #expect(meant.count == 2)
    #expect(meant[0] == meant[1])
    #expect(places.allSatisfy { $0.resolution?.country == "USA" })
  }

  @Test func cityAndStateOfOneNameAreTwoPlaces() throws {
    let places = reader.read(marked("she left [ New York ] , [ New York ] , at night"))
    #expect(places.count == 2)
    #expect(places[0].resolution?.geonames != places[1].resolution?.geonames)
  }

  @Test(arguments: [("Kenyan", "KEN"), ("South Korean", "KOR"), ("Swiss", "CHE"), ("Iranians", "IRN")])
  func demonymsMeanTheirState(word: String, country: String) throws {
    let place = try place(word, in: "on Monday \(word) officials met")
    #expect(place.form == .demonym)
    #expect(place.resolution?.country == country)
  }

  @Test func aShortFormOfAStateIsAToponym() throws {
    let place = try place("U.S.", in: "the [ U.S. ] envoy left")
    #expect(place.form == .toponym)
    #expect(place.resolution?.country == "USA")
  }

  @Test func aDemonymInsideACompanysNameIsNoPlace() {
    #expect(reader.read(marked("{ American Harbour Lines } grew")).isEmpty)
  }

  @Test func oneTagOverCityAndStateGivesTwoPlaces() {
    let places = reader.read(marked("near [ Dayton , Ohio ] on Monday"))
    #expect(places.map(\.name) == ["Dayton", "Ohio"])
  }

  @Test(arguments: ["Trinidad and Tobago", "Bosnia and Herzegovina"])
  func aStateNamedWithAndIsOnePlace(name: String) {
    #expect(reader.read(marked("in [ \(name) ] today")).map(\.name) == [name])
  }

  @Test func theGenericWordBelongsToTheName() {
    #expect(reader.read(marked("deputies of [ Walker ] County searched")).map(\.name) == ["Walker County"])
  }

  @Test func anUntaggedPlaceAfterInIsFound() {
    #expect(reader.read(marked("in Nairobi they met")).map(\.name) == ["Nairobi"])
  }

  @Test(arguments: ["Qwxlmbrzt", "EU", "Lake Zzyrqx"])
  func whatIsUnknownStaysWithoutResolution(name: String) throws {
    #expect(try place(name, in: "near [ \(name) ] today").resolution == nil)
  }

  @Test func spansSliceTheText() {
    let annotated = marked("von [ Zürich ] nach [ São Paulo ] , [ Brazil ]")
    for place in reader.read(annotated) { #expect(annotated.report.text(of: place.spans[0]) == place.name) }
  }
}
