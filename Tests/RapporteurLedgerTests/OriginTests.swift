import RapporteurCore
import RapporteurLedger
import Testing

private func column(_ answer: Answer, _ name: String) -> [String] {
  let index = answer.columns.firstIndex(of: name)!
  return answer.rows.map { $0[index].description }
}

/// One wire and forty copies are one happening with one origin.
@Test func fortyCopiesAreOneSource() throws {
  let folder = try Folder()
  var wire = Told("wire", outlet: "Harrow Wire")
  wire.text = wireText
  let copies = (1...40).map { number in
    var copy = Told("copy-\(number)", outlet: "Outlet \(number)")
    copy.text = "(Harrow Wire) - " + wireText
    copy.published = "2031-03-05"
    return copy
  }
  let ledger = try ledger(folder.path("a.sqlite"), holding: [wire] + copies)
  let happenings = try ledger.happenings(Filter())
  #expect(column(happenings, "reports") == ["41"] && column(happenings, "origins") == ["1"])
  let origins = try ledger.origins(of: 1)
  #expect(column(origins, "origin") == ["Harrow Wire"] && column(origins, "reports") == ["41"])
  #expect(column(try ledger.outcomes(), "outcome").filter { $0 == "copy" }.count == 40)
  #expect(try ledger.check().isEmpty)
}

/// Two outlets that cite one newspaper, in own words, rest on one origin; a third that was there itself is another.
@Test func citersOfOneNewspaperAreOne() throws {
  let folder = try Folder()
  var told = ["a", "b", "c"].map { Told($0, outlet: "Outlet " + $0) }
  told[0].source = ("The Morning Ledger", .media, .named)
  told[1].source = ("two officials", .group, .described)
  told[1].through = "Morning Ledger"
  told[2].text = "In Valletta, Odo Bekele sat down with Ilse Marran."
  let ledger = try ledger(folder.path("a.sqlite"), holding: told)
  let happenings = try ledger.happenings(Filter())
  #expect(column(happenings, "reports") == ["3"] && column(happenings, "origins") == ["2"])
}

/// What a sentence tells beside a citation is the cited outlet's too, where that outlet's report tells it.
@Test(arguments: [("Harrow Wire", 1), ("Gull Mirror", 2)])
func whatStandsBesideACitationIsTheCitedOutlets(cited: String, origins: Int) throws {
  let folder = try Folder()
  var (wire, citer) = (Told("wire", outlet: "Harrow Wire"), Told("citer", outlet: "Tern Post"))
  wire.text = wireText
  citer.text =
    "Ilse Marran met Odo Bekele over the fishing dispute, after boats stayed in port, the \(cited) reported on Monday from Valletta; a second round is planned for Tunis in April."
  citer.beside = cited
  let ledger = try ledger(folder.path("a.sqlite"), holding: [wire, citer])
  let happenings = try ledger.happenings(Filter())
  #expect(column(happenings, "reports") == ["2"] && column(happenings, "origins") == ["\(origins)"])
}

/// What a person takes out of a happening no longer rests on the outlet that tells the other; joined again, it does.
@Test func originsFollowSplitsAndJoins() throws {
  let folder = try Folder()
  var (wire, citer) = (Told("wire", outlet: "Harrow Wire"), Told("citer", outlet: "Tern Post"))
  wire.text = wireText
  citer.text =
    "Ilse Marran met Odo Bekele over the fishing dispute, after boats stayed in port, the Harrow Wire reported on Monday from Valletta; a second round is planned for Tunis in April."
  citer.beside = "Harrow Wire"
  let ledger = try ledger(folder.path("a.sqlite"), holding: [wire, citer])
  #expect(column(try ledger.origins(of: 1), "origin") == ["Harrow Wire"])
  let new = try ledger.split(1, taking: [.report("citer")], by: "mb")
  #expect(column(try ledger.origins(of: new), "origin") == ["Tern Post"])
  #expect(try ledger.check().isEmpty)
  try ledger.join([new], into: 1, by: "mb")
  #expect(column(try ledger.origins(of: 1), "origin") == ["Harrow Wire"])
  #expect(column(try ledger.happenings(Filter()), "origins") == ["1"])
  #expect(try ledger.check().isEmpty)
}

@Test func unnamedOfficialsOfOneReportAreOneReport() throws {
  let folder = try Folder()
  var told = Told("a", outlet: "Tern Post")
  told.source = ("two officials", .group, .granted)
  let ledger = try ledger(folder.path("a.sqlite"), holding: [told])
  let origins = try ledger.origins(of: 1)
  #expect(column(origins, "origin") == ["Tern Post"])
  #expect(column(origins, "reasons").first?.contains("one report, independence not established") == true)
}

/// A denial two days later stands beside what it denies, and counts as no origin of it.
@Test func aDenialStandsBesideWhatItDenies() throws {
  let folder = try Folder()
  var denial = Told("denial", outlet: "Outlet b")
  denial.source = ("Sim Dekker", .person, .named)
  denial.response = .denied
  denial.published = "2031-03-06"
  denial.day = nil
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("report", outlet: "Outlet a"), denial])
  let happenings = try ledger.happenings(Filter())
  #expect(column(happenings, "reports") == ["2"] && column(happenings, "origins") == ["1"])
  #expect(column(happenings, "denials") == ["1"])
}

@Test func otherActorsOrDaysAreOtherHappenings() throws {
  let folder = try Folder()
  var (others, later) = (Told("others"), Told("later"))
  others.names = ["Una Brisk", "Teo Lamm"]
  others.text = "Una Brisk and Teo Lamm held talks elsewhere."
  later.day = "2031-03-09"
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("first"), others, later])
  #expect(try ledger.happenings(Filter()).rows.count == 3)
}

@Test func whatIsAnnouncedIsNotWhatHappened() throws {
  let folder = try Folder()
  var announced = Told("announced")
  announced.status = [.future]
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("done"), announced])
  #expect(try ledger.happenings(Filter()).rows.count == 2)
}

/// A journey is another happening than a meeting, unless the same people are named.
@Test(arguments: [(["Ilse Marran", "Odo Bekele"], 1), (["an envoy of Malta"], 2)])
func aJourneyIsAMeetingOfTheSamePeopleOnly(names: [String], happenings: Int) throws {
  let folder = try Folder()
  var journey = Told("journey")
  journey.mode = "visit"
  journey.names = names
  let ledger = try ledger(folder.path("a.sqlite"), holding: [Told("meeting"), journey])
  #expect(try ledger.happenings(Filter()).rows.count == happenings)
}

/// Who leaves open whether something happened is no origin of it.
@Test(arguments: [(Factuality.uncommitted, "0"), (.certain, "1")])
func whoLeavesItOpenIsNoOrigin(certainty: Factuality, origins: String) throws {
  let folder = try Folder()
  var told = Told("a", outlet: "Tern Post")
  told.source = ("Government of Malta", .organisation, .named)
  told.certainty = certainty
  let ledger = try ledger(folder.path("a.sqlite"), holding: [told])
  #expect(column(try ledger.happenings(Filter()), "origins") == [origins])
  #expect(try ledger.check().isEmpty)
}

/// Where the wire comes in after its copy, the copy's origins are counted anew.
@Test func aLateWireTakesItsCopies() throws {
  let folder = try Folder()
  var (wire, copy) = (Told("w", outlet: "Harrow Wire"), Told("c", outlet: "Tern Post"))
  wire.text = wireText
  copy.text = "(Harrow Wire) - " + wireText
  let ledger = try ledger(folder.path("a.sqlite"), holding: [copy, wire])
  #expect(column(try ledger.happenings(Filter()), "origins") == ["1"])
  #expect(column(try ledger.origins(of: 1), "origin") == ["Harrow Wire"])
}

/// A body and whoever speaks for it are one origin, where the report says for whom.
@Test(arguments: [
  "ministry spokesman", "Spokeswoman for the Foreign Ministry", "foreign ministry spokesperson",
])
func aBodyAndItsSpokespersonAreOne(office: String) throws {
  let folder = try Folder()
  var (body, speaker) = (Told("a", outlet: "Outlet a"), Told("b", outlet: "Outlet b"))
  body.source = ("Foreign Ministry", .organisation, .named)
  speaker.source = ("Sim Dekker", .person, .named)
  speaker.speaksAs = office
  speaker.bodies = ["the Foreign Ministry", "Harbour Police"]
  let ledger = try ledger(folder.path("a.sqlite"), holding: [body, speaker])
  #expect(column(try ledger.happenings(Filter()), "origins") == ["1"])
  #expect(column(try ledger.origins(of: 1), "reasons").first?.contains("for which Sim Dekker speaks") == true)
}

/// Who speaks for one of two bodies that fit, or for none, is an origin of their own.
@Test(arguments: [
  ("ministry spokesman", ["Foreign Ministry", "Fisheries Ministry"]), ("spokesman", ["Foreign Ministry"]),
  ("foreign minister", ["Foreign Ministry"]), ("ministry spokesman", []),
])
func aSpokespersonOfWhomIsNotKnownStandsAlone(office: String, bodies: [String]) throws {
  let folder = try Folder()
  var speaker = Told("b", outlet: "Outlet b")
  speaker.source = ("Sim Dekker", .person, .named)
  speaker.speaksAs = office
  speaker.bodies = bodies
  let ledger = try ledger(folder.path("a.sqlite"), holding: [speaker])
  #expect(column(try ledger.origins(of: 1), "origin") == ["Sim Dekker"])
}
