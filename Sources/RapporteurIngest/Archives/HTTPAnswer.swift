/// What a web server answered, as an archive keeps it.
struct HTTPAnswer {
  /// 200 for a page that is there.
  let status: Int
  /// The media type with its parameters, in small letters.
  let type: String
  /// The body, without chunks and inflated.
  let body: ArraySlice<UInt8>

  init(status: Int, type: String, body: ArraySlice<UInt8>) {
    self.status = status
    self.type = type.lowercased()
    self.body = body
  }

  /// Splits head and body; nil where there is no head, or the body is in a coding that is not known.
  init?(_ record: ArraySlice<UInt8>) {
    guard record.starts(with: "HTTP/".utf8), let split = HTTPAnswer.headEnd(record) else { return nil }
    let lines = String(decoding: record[..<split.head], as: UTF8.self).split(whereSeparator: \.isNewline)
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingSpace.lowercased()
    }
    var body = record[split.body...]
    if fields["transfer-encoding"]?.contains("chunked") == true { body = HTTPAnswer.unchunked(body) }
    switch fields["content-encoding"] ?? "" {
    case "", "identity": break
    case "gzip", "x-gzip", "deflate":
      // Archives often keep the body inflated and the field as it was.
      if let inflated = Gzip.inflated(body, limit: InputFile.reportLimit) { body = inflated[...] }
    default: return nil
    }
    self.init(status: status, type: fields["content-type"] ?? "", body: body)
  }

  /// Whether the body is HTML.
  var isPage: Bool {
    type.contains("html") || (type.isEmpty && InputFormat(sniffing: body) == .html)
  }

  /// The character set that the server named.
  var charset: String? {
    guard let start = type.range(of: "charset=", backwards: true) else { return nil }
    let label = type[start.upperBound...].prefix { $0 != ";" && !$0.isWhitespace }
    return label.filter { $0 != "\"" && $0 != "'" }
  }

  private static func headEnd(_ record: ArraySlice<UInt8>) -> (head: Int, body: Int)? {
    var index = record.startIndex
    while let line = record[index...].firstIndex(of: 0x0A), line - record.startIndex < 1 << 16 {
      let rest = record[(line + 1)...]
      if rest.first == 0x0A { return (line, line + 2) }
      if rest.starts(with: [0x0D, 0x0A]) { return (line, line + 3) }
      index = line + 1
    }
    return nil
  }

  /// The body without the lengths of its chunks; as it is where it has none.
  static func unchunked(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var index = body.startIndex
    while let end = body[index...].firstIndex(of: 0x0A), end - index < 64 {
      let digits = String(decoding: body[index..<end], as: UTF8.self).trimmingSpace.prefix { $0 != ";" }
      guard let length = Int(digits, radix: 16), length >= 0, length <= body.endIndex - end - 1 else {
        return result.isEmpty ? body : result[...]
      }
      if length == 0 { return result[...] }
      result += body[(end + 1)..<(end + 1 + length)]
      index = end + 1 + length
      while index < body.endIndex, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
    }
    return result.isEmpty ? body : result[...]
  }
}
