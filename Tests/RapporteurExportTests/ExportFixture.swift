import Foundation
import RapporteurExport

/// A record of fiction, as `rapporteur read --output jsonl` writes it: three events, one of them denied.
enum ExportFixture {
  static let text =
    "Norwegian envoys met Chad's minister in Valletta on Monday, \"an aide\" said.\n\n"
    + "Rebels shelled Moundou and killed 12.\tThe army would retaliate."

  static var line: Data { Data(json.utf8) }

  static func record() throws -> StoredRecord {
    try RecordLines.read(line, file: "fixture").map { try $0.get() }[0]
  }

  private static let json: String = {
    let escaped = text.replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(
      of: "\n", with: "\\n"
    )
    .replacingOccurrences(of: "\t", with: "\\t")
    return """
      {"schema":"rapporteur/1","engine":{"version":"0.1.0","model":"m","lexicon":"l"},"report":{"id":"r1","key":"k1",\
      "uri":"https://example.org/1","title":null,"authors":[],"published":"2031-03-06","outlet":null,"language":"en",\
      "text":"\(escaped)","lineage":[{"name":"Harbour Wire","role":"publisher","spans":[]}]},\
      "sentences":[[0,75],[77,114],[115,140]],"actors":[\
      {"id":"a1","name":"Norwegian envoys","kind":"group","country":"NOR","sectors":["GOV"],"offices":[]},\
      {"id":"a2","name":"Chad's minister","kind":"person","country":"TCD","sectors":["GOV"],\
      "offices":[{"title":"Chad's minister","spans":[]}]},\
      {"id":"a3","name":"Rebels","kind":"group","country":null,"sectors":["REB"],"offices":[]},\
      {"id":"a4","name":"12","kind":"group","country":"TCD","sectors":["JRN","MED"],"offices":[]},\
      {"id":"a5","name":"an aide","kind":"person","country":"UNO","sectors":[],"offices":[]}],\
      "claims":[{"id":"c1","parent":null,"source":{"actor":"a5","spans":[[60,69]]},\
      "cue":{"spans":[[70,74]],"lemma":"say","class":"neutral"},"content":{"spans":[[0,58]]},"response":null,"about":[]}],\
      "events":[\
      \(event("e1", "CONSULT", "null", [], 1, "2.5", "040", [17, 20], ["a1", "a2"], [], date: day, place: valletta,
        claims: "[\"c1\"]", letter: "Uu")),\
      \(event("e2", "ASSAULT", "\"heavy-weapons\"", [], 4, "-9.5", "194", [84, 91], ["a3"], ["a4"],
        casualties: "[{\"kind\":\"dead\",\"low\":12,\"high\":12,\"spans\":[],\"claim\":null}]")),\
      \(event("e3", "THREATEN", "\"violence\"", ["future"], 3, "-3.5", "138", [130, 139], [], []))],\
      "places":[{"name":"Valletta","country":"MLT","admin1":"Valletta harbour","lat":35.9,"lon":14.51,"geonames":1,\
      "spans":[[40,48]]}]}
      """
  }()

  private static let day =
    "{\"value\":\"2031-03-03\",\"end\":null,\"grain\":\"day\",\"spans\":[[52,58]],\"basis\":\"weekday\"}"
  private static let valletta =
    "{\"name\":\"Valletta\",\"country\":\"MLT\",\"admin1\":\"Valletta harbour\",\"lat\":35.9,\"lon\":14.51,"
    + "\"geonames\":1,\"spans\":[[40,48]]}"

  private static func event(
    _ id: String, _ type: String, _ mode: String, _ status: [String], _ quad: Int, _ intensity: String,
    _ cameo: String,
    _ trigger: [Int], _ actors: [String], _ recipients: [String], date: String = "null",
    place: String = "null",
    casualties: String = "[]", claims: String = "[]", letter: String = "CT+"
  ) -> String {
    func parties(_ ids: [String]) -> String {
      "[" + ids.map { "{\"id\":\"\($0)\",\"spans\":[[0,9]]}" }.joined(separator: ",") + "]"
    }
    return """
      {"id":"\(id)","type":"\(type)","mode":\(mode),"contexts":["diplomatic"],"status":\(status),\
      "quad":\(quad),"intensity":\(intensity),"cameo":"\(cameo)","trigger":{"spans":[[\(trigger[0]),\(trigger[1])]],\
      "lemma":"act"},"actor":\(parties(actors)),"recipient":\(parties(recipients)),"date":\(date),"place":\(place),\
      "casualties":\(casualties),"claims":\(claims),"factuality":[{"holder":"author","value":"\(letter)"}],\
      "why":[{"rule":"frame:meet.v.3","spans":[[17,20]],"rejected":["CONCEDE: frame:meet.v.1 conditions not met"]}]}
      """
  }
}
