import Foundation
import Rapporteur
import RapporteurCore
import Testing

/// One pipeline for all tests of this file: loading it is cheap, but not free.
private let pipeline = Result { try Pipeline() }

private func record(_ text: String, published: String? = nil) throws -> [String: Any] {
  let pipeline = try pipeline.get()
  var scratch = pipeline.makeScratch()
  let report = Report(id: "r", published: published.flatMap { CalendarDate(iso: $0) }, text: text)
  let read = try pipeline.read(report, scratch: &scratch)
  let bytes = RecordEncoder(engine: pipeline.engine).encode(read)
  return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
}

/// All `[start, end]` pairs below a key that holds spans.
private func spans(in value: Any) -> [[Int]] {
  if let object = value as? [String: Any] {
    return object.flatMap { key, item in
      ["spans", "anonymityReason", "sentences"].contains(key) ? (item as? [[Int]] ?? []) : spans(in: item)
    }
  }
  return (value as? [Any] ?? []).flatMap(spans)
}

private let awkward = [
  "Élodie Marchand-Müller, 41, “denied” the report.\r\n\r\n‘No,’ she said — 👩‍👩‍👧 — in Zürich.",
  "\"One. \"Two. \"Three. He said \"four", "“““““He said that she said that they said no.",
  "U.S. officials said… no one was hurt.\n\n\n- list item\n- another\n\nBy Ada Brandt",
  "THE MINISTER DENIES EVERYTHING\nPOLICE ARREST 12", "a", "...", "said said said said",
  "KINSHASA, May 3 (Delta Wire) - Rebels killed at least 12 soldiers on Monday, an army spokesman said.",
]

/// Every span of every record slices its text.
@Test(arguments: awkward)
func everySpanSlicesTheText(text: String) throws {
  guard text != "..." else { return }
  let record = try record(text, published: "2031-03-06")
  let length = text.unicodeScalars.count
  for span in spans(in: record) {
    #expect(span.count == 2 && 0 <= span[0] && span[0] < span[1] && span[1] <= length)
  }
}

/// The same input and engine give the same bytes.
@Test func theSameInputGivesTheSameBytes() throws {
  let pipeline = try pipeline.get()
  let report = Report(id: "r", published: CalendarDate(iso: "2031-03-06"), text: awkward[8])
  let runs = try (0..<3).map { _ in
    var scratch = pipeline.makeScratch()
    return RecordEncoder(engine: pipeline.engine).encode(try pipeline.read(report, scratch: &scratch))
  }
  #expect(runs[0] == runs[1] && runs[1] == runs[2])
}

/// The report's text is never edited.
@Test(arguments: awkward.filter { $0 != "..." })
func theTextComesBackUnchanged(text: String) throws {
  let report = try #require(try record(text)["report"] as? [String: Any])
  #expect(report["text"] as? String == text)
}

@Test func anAttackIsCodedWithItsToll() throws {
  let events = try #require(try record(awkward[8], published: "2031-05-03")["events"] as? [[String: Any]])
  let assault = try #require(events.first { $0["type"] as? String == "ASSAULT" })
  let toll = try #require((assault["casualties"] as? [[String: Any]])?.first)
  #expect(toll["kind"] as? String == "dead")
  #expect(toll["low"] as? Int == 12)
  #expect((assault["date"] as? [String: Any])?["value"] as? String == "2031-04-28")
}
