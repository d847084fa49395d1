/// Reads the pages of a web archive (WARC 0.18 to 1.1), record by record.
///
/// Source: ISO 28500, <https://iipc.github.io/warc-specifications/>. Requests, pictures, scripts and the archive's own
/// records are passed over; a page that was moved or not found is none.
struct WARCReader {
  let source: String
  let rules: PageRules

  /// A page's article, or what was wrong with its record; nil at the end.
  func next(_ lines: inout LineReader) throws(IngestError) -> Article? {
    while let header = try header(&lines) {
      guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw IngestError(source: source, reason: .badArchive("a record without its length"))
      }
      guard length <= InputFile.reportLimit else {
        try lines.skip(length)
        if WARCReader.mayBePage(header) {
          throw IngestError(
            source: name(header), reason: .tooLarge(bytes: length, limit: InputFile.reportLimit))
        }
        continue
      }
      let body = try lines.take(length)
      if body.count < length {
        throw IngestError(
          source: name(header), reason: .badArchive("the record ends after \(body.count) of \(length) bytes"))
      }
      if let article = article(header, body) { return article }
    }
    return nil
  }

  private func name(_ header: [String: String]) -> String {
    header["warc-target-uri"].map { "\(source): \($0)" } ?? source
  }

  /// The lines from `WARC/` to the empty line; nil at the end.
  private func header(_ lines: inout LineReader) throws(IngestError) -> [String: String]? {
    var fields: [String: String]?
    while let line = try lines.next() {
      if fields == nil {
        if line.isEmpty { continue }
        guard line.starts(with: "WARC/".utf8) else {
          throw IngestError(
            source: source, reason: .badArchive("something else stands where a record should start"))
        }
        fields = [:]
        continue
      }
      if line.isEmpty { return fields }
      guard let colon = line.firstIndex(of: 0x3A) else { continue }
      let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      let value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingSpace
      fields?[key] =
        value.hasPrefix("<") && value.hasSuffix(">") ? String(value.dropFirst().dropLast()) : value
    }
    return fields
  }

  private static func mayBePage(_ header: [String: String]) -> Bool {
    ["response", "resource", "conversion"].contains(header["warc-type"] ?? "")
  }

  /// What the archiving program says of itself stands under `metadata://` and the like.
  private static func isOfArchive(_ header: [String: String]) -> Bool {
    guard let address = header["warc-target-uri"], address.contains("://") else { return false }
    return !["http://", "https://", "file://", "ftp://"].contains { address.lowercased().hasPrefix($0) }
  }

  private func article(_ header: [String: String], _ body: ArraySlice<UInt8>) -> Article? {
    guard WARCReader.mayBePage(header), !WARCReader.isOfArchive(header) else { return nil }
    var answer = HTTPAnswer(status: 200, type: header["content-type"] ?? "", body: body)
    if header["warc-type"] == "response" {
      guard let found = HTTPAnswer(body) else { return nil }
      answer = found
    }
    guard answer.status == 200, answer.body.contains(where: { $0 > 0x20 }) else { return nil }
    let address = header["warc-target-uri"]
    let key = address ?? header["warc-record-id"] ?? source
    if answer.type.contains("text/plain") {
      let text = String(
        decoding: CharacterDecoding.utf8(answer.body, transport: answer.charset), as: UTF8.self)
      return Article(key: key, uri: address, text: text)
    }
    guard answer.isPage else { return nil }
    return PageReader(rules: rules).article(answer.body, key: key, address: address, charset: answer.charset)
  }
}
