import RapporteurCore
import RapporteurIngest
import Testing

private func report(_ line: String) throws(IngestError) -> Report {
  try Report(jsonLine: Array(line.utf8)[...], source: "in.jsonl", line: 7, facts: ReportFacts())
}

@Test func aLineBecomesAReport() throws {
  let read = try report(#"{"id": 12, "text": " Élan \n", "published": "2031-03-06", "title": null}"#)
  #expect(read.key == "12")
  #expect(read.text == " Élan \n")
  #expect(read.published == CalendarDate(year: 2031, month: 3, day: 6))
  #expect(read.title == nil)
}

@Test(arguments: [
  ("[1]", IngestError.Reason.notAnObject("it is another JSON value")),
  ("{", .notAnObject("it is no valid JSON")),
  (#"{"id": "a"}"#, .missingField("text")),
  (#"{"text": 3}"#, .wrongType(field: "text", expected: "a string")),
  (#"{"text": "  "}"#, .empty),
  (#"{"text": "x", "published": "6 March"}"#, .badDate("6 March")),
])
func aFaultIsNamedWithItsLine(line: String, reason: IngestError.Reason) {
  #expect(throws: IngestError(source: "in.jsonl", line: 7, reason: reason)) { try report(line) }
}

@Test func invalidBytesAreLocated() {
  let bytes: [UInt8] = Array("ab\ncé".utf8) + [0xFF, 0x41]
  #expect(throws: IngestError(source: "f", line: 2, reason: .invalidUTF8(offset: 6))) {
    try TextDecoding.text(of: bytes, source: "f")
  }
}

@Test(arguments: [
  ("{\"id\": 1}", InputFormat.jsonl), ("<!DOCTYPE html>", .html),
  ("# x\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", .conllu),
  ("{Sic}", .text), ("< 3", .text), ("1 a", .text),
])
func theFormatIsToldFromTheContent(text: String, format: InputFormat) {
  #expect(InputFormat(sniffing: Array(text.utf8)) == format)
}
