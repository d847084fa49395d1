import RapporteurCore
import RapporteurLedger
import Testing

/// One more or less report a week of Norway and Malta, each by an outlet of its own.
private func told(_ key: String, on day: String, _ type: EventType = .consult) -> Told {
  var told = Told(key, outlet: "Outlet \(key)")
  (told.day, told.published, told.countries, told.type) = (day, day, ["NOR", "MLT"], type)
  return told
}

/// Four weeks with one report each, and then one with `count`.
private func weeks(endingWith count: Int, _ type: EventType = .assault) -> [Told] {
  ["2031-02-03", "2031-02-10", "2031-02-17", "2031-02-24"].enumerated().map { told("w\($0)", on: $1, type) }
    + (0..<count).map { told("n\($0)", on: "2031-03-05", type) }
    + [told("end", on: "2031-03-09", .consult)]
}

private let week = CalendarDate(iso: "2031-03-03")!

/// Nine origins of conflict after one a week: listed, with the numbers that the page of the pair has; the one of
/// cooperation is not.
@Test func whatRisesIsAMover() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: weeks(endingWith: 9))
  #expect(try ledger.lastWholeWeek() == week)
  let movers = try ledger.movers(week: week, limit: 9)
  #expect(movers.known == 4)
  #expect(
    movers.moved.rows == [
      [.text("MLT"), .text("NOR"), .text("conflict"), .integer(9), .decimal(1), .decimal(4)]
    ])
  #expect(movers.all.now == 10 && movers.all.before == 1)
  let pair = try ledger.weeks(between: "NOR", and: "MLT")
  let column = try #require(pair.columns.firstIndex(of: "conflict_origins"))
  #expect(pair.rows.last?[column] == .integer(9))
  #expect(try ledger.check().isEmpty)
}

/// What falls is listed too; copies of one origin and small changes are not.
@Test func onlyWhatChangesMuchIsAMover() throws {
  let folder = try Folder()
  let many = ["2031-02-03", "2031-02-10", "2031-02-17"].enumerated().flatMap { number, day in
    (0..<6).map { told("m\(number)-\($0)", on: day, .assault) }
  }
  let quiet = try ledger(
    folder.path("fall.sqlite"), holding: many + [told("end", on: "2031-03-09")])
  #expect(
    try quiet.movers(week: week, limit: 9).moved.rows.map { $0[2...4] } == [
      [.text("conflict"), .integer(0), .decimal(6)]
    ])
  let small = try ledger(folder.path("small.sqlite"), holding: weeks(endingWith: 3))
  #expect(try small.movers(week: week, limit: 9).moved.rows.isEmpty)
  var copies = weeks(endingWith: 9)
  for index in copies.indices where copies[index].key.hasPrefix("n") { copies[index].outlet = "Harrow Wire" }
  let one = try ledger(folder.path("copies.sqlite"), holding: copies)
  #expect(try one.movers(week: week, limit: 9).moved.rows.isEmpty)
}

/// Fewer than three weeks of reports before are nothing to compare with.
@Test func withoutEarlierWeeksNothingMoves() throws {
  let folder = try Folder()
  let reports = (0..<9).map { told("n\($0)", on: "2031-03-05", .assault) } + [told("b", on: "2031-02-24")]
  let movers = try ledger(folder.path("a.sqlite"), holding: reports).movers(week: week, limit: 9)
  #expect(movers.known == 1 && movers.moved.rows.isEmpty)
}

/// The last whole week is over when the latest report is published: on a Sunday it is that Sunday's.
@Test(arguments: [
  ("2031-03-09", "2031-03-03"), ("2031-03-10", "2031-03-03"), ("2031-03-15", "2031-03-03"),
  ("2031-03-16", "2031-03-10"),
])
func theLastWholeWeekIsOver(latest: String, monday: String) throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: [told("r", on: latest)])
  #expect(try ledger.lastWholeWeek() == CalendarDate(iso: monday))
}

/// A report with a wrong day far ahead does not take the last weeks from sight.
@Test func aStrayDayIsPassedOver() throws {
  let folder = try Folder()
  let ledger = try ledger(
    folder.path("a.sqlite"), holding: weeks(endingWith: 9) + [told("stray", on: "2043-12-05")])
  #expect(try ledger.lastWholeWeek() == week)
}

/// The counts of weeks follow what is hidden, forgotten and read anew.
@Test func weeksFollowTheReports() throws {
  let folder = try Folder()
  let ledger = try ledger(folder.path("a.sqlite"), holding: weeks(endingWith: 9))
  try ledger.forget("n0")
  try ledger.kill("n1", because: "withdrawn")
  var other = told("n2", on: "2031-03-05", .consult)
  other.day = "2031-03-12"
  _ = try ledger.reread(other.entry)
  #expect(try ledger.movers(week: week, limit: 9).moved.rows.first?[3] == .integer(6))
  #expect(try ledger.check().isEmpty)
}
