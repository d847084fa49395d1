import Foundation
import RapporteurLineage
import Testing

private let wire = """
  Latvia closed a river bridge to lorries on Wednesday after inspectors found cracks in two of its piers, the ministry said.

  The bridge carries about 40,000 vehicles a day. Cars may still use one lane in each direction at low speed.

  "We would rather have a queue than a funeral," the minister told reporters at the site of the bridge.

  Engineers will examine the other six piers by Sunday, and the builder has not yet seen the findings.
  """

private let rival = """
  Drivers faced long detours on Wednesday, when the government shut the country's longest crossing to heavy traffic.

  Damage was discovered beneath the road, officials confirmed. Smaller vehicles are let across, slowly and in single file.

  "We would rather have a queue than a funeral," the minister told reporters at the site of the bridge.
  """

private func edges(_ dispatches: [Dispatch]) -> [RelayEdge] {
  var finder = RelayFinder(shelf: MemoryShelf())
  return dispatches.flatMap { finder.add($0) }
}

private func at(_ time: String) -> Instant? { Instant(iso: time) }

@Test func aCopyLeadsBackToTheWire() throws {
  let found = edges([
    Dispatch(
      key: "w", text: "RIGA (Harrow Wire) - " + wire, published: at("2031-04-02T08:00Z"),
      outlet: "Harrow Wire"),
    Dispatch(
      key: "c", text: "(Harrow Wire) - " + wire, published: at("2031-04-02T09:00Z"), outlet: "Tern Post"),
  ])
  let edge = try #require(found.first)
  #expect(found.count == 1 && edge.from == "c" && edge.to == "w" && edge.kind == .relay)
  #expect(edge.containment > 0.95 && edge.reasons.contains("credits Harrow Wire"))
}

/// The mark decides also where the copy comes in first and no time is known.
@Test func directionFollowsTheMarkNotTheOrderOfArrival() throws {
  let found = edges([
    Dispatch(key: "c", text: wire + "\n\nFirst published by Harrow Wire.", outlet: "Tern Post"),
    Dispatch(key: "w", text: wire, outlet: "Harrow Wire"),
  ])
  #expect(found.map(\.from) == ["c"] && found.map(\.to) == ["w"])
}

@Test func rivalsWhoShareAQuotationAreNeighbours() {
  #expect(edges([Dispatch(key: "a", text: wire), Dispatch(key: "b", text: rival)]).isEmpty)
}

@Test func aBriefAndItsUpdateAreOneItem() throws {
  let brief = wire.components(separatedBy: "\n\n").prefix(2).joined(separator: "\n\n")
  let found = edges([
    Dispatch(key: "1", text: brief, published: at("2031-04-02T08:00Z"), outlet: "Harrow Wire"),
    Dispatch(
      key: "2", text: wire + "\n\nA ferry will carry buses from Thursday on.",
      title: "UPDATE 1-Bridge closed",
      published: at("2031-04-02T10:00Z"), outlet: "Harrow Wire"),
  ])
  #expect(found.map(\.kind) == [.version] && found.map(\.from) == ["2"])
}

@Test func oneAddressIsOneItem() {
  let found = edges([
    Dispatch(key: "1", text: wire, uri: "https://www.tern.example/a/"),
    Dispatch(key: "2", text: "Nothing of it was true.", uri: "http://tern.example/a?x=1"),
  ])
  #expect(found.map(\.kind) == [.version])
}

@Test func ownWordsThatCiteReportOn() throws {
  let citing = """
    A ferry company hopes for business. The Harrow Wire reported that cracks were found in two piers of a Latvian river \
    bridge and that lorries must stay away, while engineers examine six other piers.
    """
  let found = edges([
    Dispatch(key: "w", text: wire, published: at("2031-04-02"), outlet: "Harrow Wire"),
    Dispatch(key: "o", text: citing, published: at("2031-04-02"), outlet: "Tern Post"),
  ])
  #expect(found.map(\.kind) == [.reportsOn] && found.map(\.to) == ["w"])
}

/// A list of a key has a limit, keeps the first reports and the newest, and so a report costs the same at any size.
@Test func longListsKeepTheFirstAndTheNewest() {
  var shelf = MemoryShelf()
  for report in 0..<1000 { shelf.put(report, under: [7]) }
  let kept = shelf.reports(under: 7)
  #expect(kept.count == Postings.limit)
  #expect(Set(0..<Postings.oldest).isSubset(of: kept) && kept.contains(999))
}

@Test func anEdgeIsOneLineOfJSON() throws {
  let edge = RelayEdge(
    from: "a\"b", to: "c\\d", kind: .reportsOn, containment: 0.12345, reasons: ["line\nbreak"])
  let object = try JSONSerialization.jsonObject(with: Data(edge.jsonLine.utf8)) as? [String: Any]
  #expect(object?["from"] as? String == "a\"b" && object?["to"] as? String == "c\\d")
  #expect(object?["containment"] as? Double == 0.123 && object?["kind"] as? String == "reports-on")
  #expect(object?["reasons"] as? [String] == ["line\nbreak"])
}

@Test func aLineOfInputSaysWhatIsWrongWithIt() throws {
  func dispatch(_ line: String) throws -> Dispatch {
    try Dispatch(jsonLine: Data(line.utf8), source: "x", line: 3)
  }
  #expect(try dispatch(#"{"id": 7, "text": "t", "infoSources": [{"name": "Harrow Wire"}]}"#).key == "7")
  #expect(try dispatch(#"{"report": {"key": "k", "text": "t", "outlet": "O"}}"#).outlet == "O")
  #expect(throws: DispatchError.self) { try dispatch(#"{"id": "7"}"#) }
  #expect { try dispatch(#"{"text": "t", "published": "soon"}"#) } throws: { "\($0)".contains("x:3: 'soon'") }
}
