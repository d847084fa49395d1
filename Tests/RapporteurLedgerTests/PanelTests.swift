import RapporteurLedger
import Testing

private func met(_ key: String, _ outlet: String, day: String? = "2031-03-03") -> Told {
  var told = Told(key, outlet: outlet)
  told.countries = ["NOR", "TCD"]
  told.day = day
  return told
}

/// A meeting counts both ways; copies raise the articles and no origin.
@Test func aPanelCountsArticlesAndOrigins() throws {
  let folder = try Folder()
  var wire = met("wire", "Harrow Wire")
  wire.text = wireText
  let copies = (1...3).map { number in
    var copy = met("copy-\(number)", "Outlet \(number)")
    copy.text = "(Harrow Wire) - " + wireText
    copy.published = "2031-03-05"
    return copy
  }
  let ledger = try ledger(folder.path("a.sqlite"), holding: [wire] + copies)
  let (counts, undated) = try ledger.panel(Filter(), PanelRules(period: .month))
  #expect(undated == 0 && counts.map(\.from) == ["NOR", "TCD"] && counts.map(\.to) == ["TCD", "NOR"])
  for count in counts {
    #expect(count.start == "2031-03-01" && count.quad == 1 && count.happenings == 1)
    #expect(count.articles == 4 && count.origins == 1)
  }
}

@Test func aWeekBeginsOnMonday() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [met("a", "Tern Post", day: "2031-03-09")])
  let counts = try ledger.panel(Filter(), PanelRules(period: .week)).counts
  #expect(Set(counts.map(\.start)) == ["2031-03-03"])
}

@Test func whatHasNoDateIsLeftOutUnlessToldOtherwise() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [met("a", "Tern Post", day: nil)])
  var rules = PanelRules(period: .month)
  let strict = try ledger.panel(Filter(), rules)
  #expect(strict.counts.isEmpty && strict.undated == 1)
  rules.datesByPublication = true
  let loose = try ledger.panel(Filter(), rules)
  #expect(loose.counts.count == 2 && loose.undated == 0)
}

/// A panel follows analysts, unless it is asked for the engine's coding.
@Test func aPanelFollowsCorrections() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [met("a", "Tern Post")])
  let event = Subject.event(report: "a", number: 1)
  var coded = PanelRules(period: .month)
  coded.asCoded = true
  try ledger.correct(
    event, [Correction("type=ASSAULT"), Correction("date=2031-04-01"), Correction("actor-country=NOR; MLT")],
    by: "mb")
  let corrected = try ledger.panel(Filter(), PanelRules(period: .month)).counts
  #expect(corrected.map(\.from) == ["MLT", "NOR"] && corrected.allSatisfy { $0.quad == 4 })
  #expect(Set(corrected.map(\.start)) == ["2031-04-01"])
  try ledger.correct(event, [.reject], by: "mb")
  #expect(try ledger.panel(Filter(), PanelRules(period: .month)).counts.isEmpty)
  #expect(try ledger.panel(Filter(), coded).counts.map(\.quad) == [1, 1])
}

@Test func codingsCarryWhatAnalystsSaid() throws {
  let folder = try Folder()
  var other = met("b", "Harrow Wire")
  other.text = "In Valletta, Odo Bekele sat down with Ilse Marran."
  let ledger = try ledger(folder.path("a.sqlite"), holding: [met("a", "Tern Post"), other])
  try ledger.correct(.event(report: "a", number: 1), [.accept], by: "mb")
  try ledger.tag(.event(report: "a", number: 1), "x", by: "mb")
  var filter = Filter()
  filter.outlet = "tern"
  var codings: [Coding] = []
  try ledger.eachCoding(filter) { codings.append($0) }
  let standing = try #require(codings.first?.events[1])
  #expect(codings.count == 1 && codings[0].outlet == "Tern Post")
  #expect(standing.corrections == ["verdict": "accept"] && standing.tags == "x" && standing.grade == "F6")
  #expect(standing.reports == 2 && standing.origins == 2)
}
