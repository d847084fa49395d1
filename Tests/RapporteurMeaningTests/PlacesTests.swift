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

  @Test(arguments: [("The Texas Lantern", "USA"), ("The Harbour Lantern", "FRA"), (nil, "FRA")])
  func theOutletTellsWhereALocalReportPlays(outlet: String?, country: String) throws {
    let place = try #require(reader.read(marked("the [ Paris ] council met", outlet: outlet)).first)
    #expect(place.resolution?.country == country)
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

  @Test(arguments: ["Qwxlmbrzt", "ZQ", "Lake Zzyrqx"])
  func whatIsUnknownStaysWithoutResolution(name: String) throws {
    #expect(try place(name, in: "near [ \(name) ] today").resolution == nil)
  }

  @Test func spansSliceTheText() {
    let annotated = marked("von [ Zürich ] nach [ São Paulo ] , [ Brazil ]")
    for place in reader.read(annotated) { #expect(annotated.report.text(of: place.spans[0]) == place.name) }
  }

  @Test(arguments: [
    ("the { Mercer County Sheriff } said", "Mercer County"),
    ("in [ Toledo ] the { Toledo Symphony } played", "Toledo"),
    ("the { University of Nebraska } won", "Nebraska"),
    ("the { Northern Illinois Kennel Club } met", "Illinois"),
    ("the { Pittsburgh Police Department } said", "Pittsburgh"),
  ])
  func thePlaceInsideALongerNameIsFound(words: String, name: String) {
    #expect(reader.read(marked(words)).last?.name == name)
  }

  @Test(arguments: [
    "{ Columbia University }", "{ Superior Court }", "{ Discovery Channel }", "{ United Way }",
  ])
  func aNamesakeAtTheStartOfANameIsNoPlace(name: String) {
    #expect(reader.read(marked("the \(name) said")).isEmpty)
  }

  @Test(arguments: [
    ("on [ Interstate ] 80 today", "Interstate 80"), ("on [ Dogwood ] Street today", "Dogwood Street"),
    ("the [ Tampa area ] flooded", "Tampa"), ("in [ Western Pennsylvania ] today", "Pennsylvania"),
    ("from [ Western Australia ] today", "Western Australia"),
    ("of the [ City of Reading ] today", "Reading"),
  ])
  func aNameReachesAsFarAsItsWords(words: String, name: String) {
    #expect(reader.read(marked(words)).map(\.name) == [name])
  }

  @Test(arguments: ["the [ White House ] said", "the [ West Nile ] virus spread", "farther [ north ] today"])
  func whatIsNoPlaceOnTheMapIsLeftOut(words: String) { #expect(reader.read(marked(words)).isEmpty) }

  @Test func aTagThatTheRestOfTheReportContradictsIsMended() {
    let places = reader.read(marked("in [ Dayton ] and [ Dayton ] then { Dayton } lost"))
    #expect(places.map(\.name) == ["Dayton", "Dayton", "Dayton"])
  }

  @Test func cityAndStateWithoutACommaAreTwoPlaces() {
    #expect(reader.read(marked("near [ Reno Nevada ] today")).map(\.name) == ["Reno", "Nevada"])
  }

  /// Whatever stands in a report: a resolved place has a point on the globe and a country or none.
  @Test func everyResolvedPlaceIsOnTheGlobe() {
    let words =
      "[ Georgia ] , [ Middle East ] , [ Zaire ] and [ São Tomé ] ; Kenyan [ Lake Placid ] , [ Ont. ] , [ Asia ]"
    let places = reader.read(marked(words))
    #expect(places.count == 8)
    for place in places {
      guard let resolution = place.resolution else { continue }
      #expect(abs(resolution.latitude) <= 90 && abs(resolution.longitude) <= 180)
      #expect(resolution.country.map { $0.utf8.count == 3 } ?? true)
    }
  }
}
