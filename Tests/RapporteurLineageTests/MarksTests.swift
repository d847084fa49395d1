import RapporteurLineage
import Testing

@Test(arguments: [
  ("TORMA, Feb 2 (Harrow Wire) - A bridge fell.", ["Harrow Wire"]),
  ("(Harrow Wire) - A bridge fell.", ["Harrow Wire"]),
  ("(QUARTZNET- Khor Press) A bridge fell.", ["QUARTZNET", "Khor Press"]),
  ("Harrow Wire — A bridge fell.", ["Harrow Wire"]),
  ("A bridge (built in 1970) - the longest - fell.", []),
  ("A bridge fell (see page 3).", []),
])
func theHeadNamesTheAgency(line: String, names: [String]) {
  #expect(Marks(text: line, title: nil).credits.map(\.written) == names)
}

@Test(arguments: [
  ("This article was first published by The Tern Post.", "Tern Post"),
  ("Source: Harrow Wire", "Harrow Wire"),
  ("© 2031 Harrow Wire. All rights reserved.", "Harrow Wire"),
  ("(Harrow Wire)", "Harrow Wire"),
])
func theFootNamesTheFirstPublisher(line: String, name: String) {
  #expect(Marks(text: "A bridge fell.\n\n" + line, title: nil).credits.map(\.written) == [name])
}

@Test func anUpdateSaysSo() {
  #expect(Marks(text: "A bridge fell.", title: "UPDATE 2-Bridge falls").isLaterState)
  #expect(Marks(text: "A bridge fell.\n\nThis story has been corrected.", title: nil).isLaterState)
  #expect(!Marks(text: "A bridge fell.", title: "Bridge update expected").isLaterState)
}

@Test func spellingsOfAnOutletMeet() throws {
  let outlet = try #require(OutletName("The Harrow Wire"))
  for other in ["Harrow Wire", "harrowwire.com", "HW", "Harrow Wire Service"] {
    #expect(outlet.means(try #require(OutletName(other))), "\(other)")
  }
  #expect(!outlet.means(try #require(OutletName("Tern Wire"))))
  #expect(OutletName("- 12 -") == nil)
}

@Test func timesOfDayAreComparedAcrossZones() throws {
  let here = try #require(Instant(iso: "2031-03-04T10:00:00+02:00"))
  #expect(here.seconds == Instant(iso: "2031-03-04T08:00Z")?.seconds)
  #expect(Instant(iso: "2031-03-04")?.seconds == nil && Instant(iso: "4 March") == nil)
}
