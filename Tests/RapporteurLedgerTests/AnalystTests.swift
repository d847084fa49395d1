import RapporteurCore
import RapporteurLedger
import Testing

private func column(_ answer: Answer, _ name: String) -> [String] {
  let index = answer.columns.firstIndex(of: name)!
  return answer.rows.map { $0[index].description }
}

@Test(arguments: ["G2", "A7", "B", "", "2B", "B22"])
func aBadGradeIsRefusedWithWords(text: String) {
  #expect { try Grade(text) } throws: { "\($0)".contains("write a letter A–F") }
}

@Test(arguments: [
  "type=WAR", "mode=loud", "status=maybe", "date=Monday", "country=Norway", "colour=red", "type",
])
func aBadCorrectionIsRefusedWithWords(text: String) {
  #expect(throws: BadValue.self) { try Correction(text) }
}

@Test func everyFieldIsKeptShownAndAudited() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1", outlet: "Tern Post")])
  try ledger.grade(.report("r1"), Grade("b2"), by: "mb")
  try ledger.grade(.report("r1"), Grade("C3"), by: "ok")
  try ledger.grade(.outlet("tern post"), Grade("A6"), by: "mb")
  try ledger.tag(.happening(1), "fishing", by: "mb")
  try ledger.annotate(.actor("Ilse Marran"), "the envoy", by: "mb")
  try ledger.correct(.event(report: "r1", number: 1), [.reject, Correction("type=threaten")], by: "mb")
  let marks = try ledger.marks()
  #expect(Set(column(marks, "value")) == ["C3", "A6", "fishing", "the envoy", "reject", "THREATEN"])
  #expect(column(try ledger.marks(on: .report("r1")), "value").count == 3)
  #expect(column(try ledger.happenings(Filter()), "tags") == ["fishing"])
  #expect(column(try ledger.search(Filter()), "correction") == ["type=THREATEN; verdict=reject"])
  #expect(column(try ledger.history(), "analyst") == ["mb", "mb", "mb", "mb", "ok", "mb"])
  #expect(column(try ledger.members(of: 1), "report_grade") == ["C3"])
  #expect(column(try ledger.members(of: 1), "outlet_grade") == ["A6"])
}

@Test func conditionsFollowCorrections() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1"), Told("r2", outlet: "Tern Post")])
  let coded = try #require(column(try ledger.search(Filter()), "type").first)
  try ledger.correct(.event(report: "r1", number: 1), [Correction("type=threaten")], by: "mb")
  var filter = Filter()
  filter.type = "THREATEN"
  #expect(column(try ledger.search(filter), "report") == ["r1"])
  #expect(try ledger.happenings(filter).rows.count == 1)
  filter.type = coded
  #expect(!column(try ledger.search(filter), "report").contains("r1"))
  filter.asCoded = true
  #expect(column(try ledger.search(filter), "report").contains("r1"))
}

@Test func actorsShowTheirGradeAndTags() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1")])
  try ledger.grade(.actor("Ilse Marran"), Grade("B2"), by: "mb")
  try ledger.tag(.actor("Ilse Marran"), "envoy", by: "mb")
  let marran = try ledger.actors(named: "Marran", limit: 9)
  #expect(column(marran, "grade") == ["B2"] && column(marran, "tags") == ["envoy"])
}

@Test func aSubjectThatIsNotThereIsRefused() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1")])
  let subjects: [Subject] = [
    .report("none"), .event(report: "r1", number: 7), .eventKey("id-r1@9-99"), .happening(5),
    .actor("Nobody"),
    .outlet("No Post"),
  ]
  for subject in subjects { #expect(throws: LedgerError.self) { try ledger.tag(subject, "x", by: "mb") } }
  #expect(try ledger.history().rows.isEmpty)
}

@Test func correctionsAndTagsAreTakenBack() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1")])
  try ledger.correct(.event(report: "r1", number: 1), [.accept], by: "mb")
  try ledger.tag(.report("r1"), "x", by: "mb")
  try ledger.withdrawCorrections(of: .event(report: "r1", number: 1), by: "mb")
  try ledger.untag(.report("r1"), "x", by: "mb")
  #expect(try ledger.marks().rows.isEmpty)
  #expect(throws: LedgerError.self) { try ledger.untag(.report("r1"), "x", by: "mb") }
}

/// A new reading changes what the engine read, and nothing that a person wrote.
@Test func rereadingKeepsWhatPeopleWrote() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1"), Told("r2")])
  try ledger.grade(.event(report: "r1", number: 1), Grade("B2"), by: "mb")
  try ledger.tag(.happening(1), "kept", by: "mb")
  try ledger.correct(.event(report: "r1", number: 1), [Correction("date=2031-03-02")], by: "mb")
  var again = Told("r1")
  again.type = .agree
  let reread = try ledger.reread(again.entry)
  #expect(reread.changes.map(\.field) == ["type"])
  #expect(reread.changes.first?.was == "CONSULT" && reread.changes.first?.now == "AGREE")
  #expect(column(try ledger.search(Filter()), "grade").sorted() == ["", "B2"])
  #expect(column(try ledger.happenings(Filter()), "tags") == ["kept"])
  #expect(try ledger.check().isEmpty)
  #expect(try ledger.reread(again.entry).changes.isEmpty)
}

@Test func rereadingShowsWhatCameAndWent() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1")])
  var again = Told("r1")
  again.trigger = TextSpan(6, 12)
  let kinds = try ledger.reread(again.entry).changes.map(\.kind)
  #expect(Set(kinds) == [.added, .gone] && kinds.count == 2)
  #expect(try ledger.check().isEmpty)
}

@Test func aReportComesBackAsItWasRead() throws {
  let folder = try Folder()
  let told = Told("r1", outlet: "Tern Post")
  let ledger = try ledger(folder.path("a.sqlite"), holding: [told])
  let stored = try ledger.stored(try ledger.reportIDs(of: "r1")[0])
  #expect(stored.report == told.entry.report && stored.engine == told.entry.engine)
  #expect(stored.dispatch.published == told.entry.dispatch.published)
}

/// Three reports of one happening, one taken out: it stays out when it is read anew, and its copy goes with it.
@Test func aSplitBindsWhatComesLater() throws {
  let folder = try Folder()
  var other = Told("other", outlet: "Harrow Wire")
  other.text = wireText
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("a"), Told("b"), other])
  #expect(try ledger.happenings(Filter()).rows.count == 1)
  let new = try ledger.split(1, taking: [.report("other")], by: "mb")
  #expect(new == 2)
  #expect(column(try ledger.happenings(Filter()), "reports") == ["2", "1"])
  _ = try ledger.reread(other.entry)
  _ = try ledger.reread(Told("a").entry)
  var copy = Told("copy", outlet: "Tern Post")
  copy.text = "(Harrow Wire) - " + wireText
  let run = try ledger.beginRun(sources: [])
  _ = try ledger.enter(copy.entry, run: run)
  #expect(column(try ledger.members(of: new), "report").sorted() == ["copy", "other"])
  #expect(column(try ledger.members(of: 1), "report").sorted() == ["a", "b"])
  #expect(column(try ledger.history(), "act").contains("split"))
  #expect(try ledger.check().isEmpty)
}

@Test func aSplitOfNothingOrEverythingIsRefused() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("a"), Told("b")])
  #expect(throws: LedgerError.self) { try ledger.split(1, taking: [], by: "mb") }
  #expect(throws: LedgerError.self) { try ledger.split(1, taking: [.report("a"), .report("b")], by: "mb") }
  #expect(throws: LedgerError.self) { try ledger.split(9, taking: [.report("a")], by: "mb") }
}

/// Two happenings that the words keep apart, joined by hand: both stay in one, and so does what was written about them.
@Test func aJoinBindsWhatComesLater() throws {
  let folder = try Folder()
  var later = Told("later")
  later.day = "2031-03-09"
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("first"), later])
  try ledger.grade(.happening(2), Grade("B2"), by: "mb")
  try ledger.join([2], into: 1, by: "mb")
  #expect(column(try ledger.happenings(Filter()), "reports") == ["2"])
  #expect(column(try ledger.happenings(Filter()), "grade") == ["B2"])
  _ = try ledger.reread(later.entry)
  #expect(column(try ledger.members(of: 2), "report").count == 2)
  #expect(throws: LedgerError.self) { try ledger.join([2], into: 1, by: "mb") }
  #expect(try ledger.check().isEmpty)
}

@Test func forgettingTakesTheNotesToo() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("r1"), Told("r2")])
  try ledger.annotate(.report("r1"), "secret", by: "mb")
  try ledger.annotate(.event(report: "r1", number: 1), "secret too", by: "mb")
  try ledger.annotate(.report("r2"), "stays", by: "mb")
  try ledger.forget("r1")
  #expect(column(try ledger.marks(), "value") == ["stays"])
  #expect(column(try ledger.history(), "detail").filter { $0.contains("secret") }.isEmpty)
}
