import Foundation
import RapporteurIngest
import Testing

private let page =
  "<html><head><title>Ferry</title></head><body><p>The ferry was late on Thursday, the harbour said.</p></body></html>"

private func record(_ type: String, _ address: String, _ body: String, length: Int? = nil) -> String {
  "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nContent-Type: application/http\r\n"
    + "Content-Length: \(length ?? body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
}

private func answer(_ body: String, _ fields: String = "") -> String {
  "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n\(body)"
}

@Test func pagesOfAnArchiveAreRead() throws {
  let chunked =
    "4\r\n\(page.prefix(4))\r\n\(String(page.count - 4, radix: 16))\r\n\(page.dropFirst(4))\r\n0\r\n\r\n"
  let archive =
    record("warcinfo", "urn:x", "software: none")
    + record("request", "http://a.example/", "GET / HTTP/1.1\r\n\r\n")
    + record("response", "http://a.example/", answer(page))
    + record("response", "http://a.example/moved", "HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n<p>moved</p>")
    + record("response", "http://a.example/b", answer(chunked, "Transfer-Encoding: chunked\r\n"))
  let found = try articles(in: Data(archive.utf8)).map { try $0.get() }
  #expect(found.map(\.key) == ["http://a.example/", "http://a.example/b"])
  #expect(
    found.allSatisfy { $0.text == "The ferry was late on Thursday, the harbour said." && $0.title == "Ferry" }
  )
}

@Test func brokenArchivesEndInWords() throws {
  let good = record("response", "http://a.example/", answer(page))
  for broken in [
    good + "garbage", good + record("response", "http://a.example/b", answer(page), length: 100_000),
    good + "WARC/1.0\r\nWARC-Type: response\r\n\r\n", good + "WARC/1.0\r\nContent-Length: -5\r\n\r\n",
  ] {
    let found = try articles(in: Data(broken.utf8))
    #expect(found.count == 2)
    #expect(throws: Never.self) { try found[0].get() }
    #expect(throws: IngestError.self) { try found[1].get() }
  }
}

/// Two members: "The ferry " and "was late.", made with Python's gzip module, mtime 0.
private let members = Data(
  base64Encoded: "H4sIAAAAAAACAwvJSFVISy0qqlQAAJ/Y1z8KAAAAH4sIAAAAAAACAytPLFbISSxJ1QMAnI1a/AkAAAA=")

@Test func gzipIsInflatedMemberByMember() throws {
  let bytes = try #require(members)
  #expect(try articles(in: bytes)[0].get().text == "The ferry was late.")
}

@Test func damagedGzipIsSaidSo() throws {
  let bytes = try #require(members)
  var flipped = bytes
  flipped[14] ^= 0xFF
  for broken in [bytes.dropLast(12), flipped] {
    #expect(throws: IngestError.self) {
      for outcome in try articles(in: Data(broken)) { _ = try outcome.get() }
    }
  }
}
