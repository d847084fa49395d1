import RapporteurIngest
import Testing

private func verdict(_ text: String) throws -> NinjsValidator.Verdict {
  try NinjsValidator().verdict(Array(text.utf8)[...])
}

@Test(arguments: [
  (#"{"uri": "urn:a"}"#, "3.1"),
  (
    #"{"uri": "urn:a", "headline": "Ferry", "versioncreated": "2031-03-06T10:00:00Z", "body_html": "x"}"#,
    "1.6"
  ),
  (
    #"{"uri": "urn:a", "headlines": [{"role": "main", "value": "Ferry"}], "versioncreated": "2031-03-06T10:00:00Z"}"#,
    "2.2"
  ),
  (#"{"uri": "urn:a", "pubStatus": "usable", "urgency": 3}"#, "3.1"),
  (
    #"{"uri": "urn:a", "places": [{"name": "Orrin", "geoJSON": {"type": "Point", "coordinates": [1.5, 2]}}]}"#,
    "3.1"
  ),
])
func validItemsPass(text: String, version: String) throws {
  let found = try verdict(text)
  #expect(found.faults == [] && found.version == version)
}

@Test(arguments: [
  #"{"headline": "no uri"}"#, #"{"uri": 3}"#, #"{"uri": "urn:a", "nosuchmember": 1}"#,
  #"{"uri": "urn:a", "pubStatus": "gone"}"#,
  #"{"uri": "urn:a", "urgency": 12}"#, #"{"uri": "urn:a", "urgency": 2.5}"#, #"["uri"]"#, #"{"uri": "urn:a""#,
  "",
  #"{"uri": "urn:a", "places": [{"name": "Orrin", "geoJSON": {"type": "Point", "coordinates": [1.5]}}]}"#,
  #"{"uri": "urn:a", "associations": {"a": {"headline": "in 1.x"}}, "versioncreated": "x"}"#,
])
func faultyItemsFail(text: String) throws {
  #expect(try !verdict(text).isValid)
}

@Test func aFaultNamesItsPlace() throws {
  #expect(
    try verdict(#"{"uri": "urn:a", "pubStatus": "gone"}"#).faults.first?.hasPrefix(
      "/pubStatus: must be one of") == true)
}
