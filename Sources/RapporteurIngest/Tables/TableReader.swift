/// Reads reports from a table with named columns: CSV, or TSV where tabs separate.
///
/// Source: RFC 4180; a semicolon may separate too. A quoted cell may hold line breaks.
struct TableReader {
  /// The names that a column may have, by what it holds.
  private static let names: [(field: String, columns: [String])] = [
    ("text", ["text", "body", "content", "article", "maintext", "story", "full_text", "fulltext"]),
    ("id", ["id", "key", "guid", "article_id", "doc_id"]),
    ("title", ["title", "headline"]), ("uri", ["uri", "url", "link"]),
    (
      "published",
      ["published", "date", "publish_date", "published_at", "date_publish", "pubdate", "publication_date"]
    ),
    ("modified", ["modified", "updated", "date_modify"]),
    ("authors", ["authors", "author", "byline"]),
    ("outlet", ["outlet", "source", "publication", "publisher", "source_domain", "newspaper"]),
    ("language", ["language", "lang"]),
  ]

  private let separator: UInt8
  private let columns: [String: Int]
  private let width: Int

  /// Reads the header line; nil where no column holds text.
  init?(header: ArraySlice<UInt8>) {
    let line = header.starts(with: [0xEF, 0xBB, 0xBF]) ? header.dropFirst(3) : header
    guard let separator = TableReader.separator(line) else { return nil }
    self.separator = separator
    let cells = TableReader.cells(line, separator).map {
      String(decoding: $0, as: UTF8.self).trimmingSpace.lowercased()
    }
    width = cells.count
    var columns: [String: Int] = [:]
    for (field, names) in TableReader.names {
      columns[field] = names.lazy.compactMap { name in cells.firstIndex(of: name) }.first
    }
    self.columns = columns
    guard columns["text"] != nil else { return nil }
  }

  /// The next row; nil at the end.
  func next(_ lines: inout LineReader, source: String) throws(IngestError) -> Article? {
    var row: [UInt8] = []
    var first: Int?
    var isWhole = true
    while let line = try lines.next() {
      if first == nil, !line.contains(where: { $0 > 0x20 }) { continue }
      if first == nil { first = lines.line } else { row.append(0x0A) }
      row += line
      if row.count > 4 * InputFile.reportLimit {
        throw IngestError(
          source: source, line: first, reason: .tooLarge(bytes: row.count, limit: InputFile.reportLimit))
      }
      // An odd number of quotation marks opens or closes a cell.
      if !line.count(where: { $0 == 0x22 }).isMultiple(of: 2) { isWhole.toggle() }
      if isWhole { break }
    }
    guard let first else { return nil }
    return try article(row, source: source, line: first)
  }

  private func article(_ row: [UInt8], source: String, line: Int) throws(IngestError) -> Article {
    let cells = TableReader.cells(row[...], separator)
    guard cells.count == width else {
      throw IngestError(
        source: source, line: line, reason: .badTable("\(cells.count) cells where the header has \(width)"))
    }
    func cell(_ field: String) throws(IngestError) -> String? {
      guard let index = columns[field] else { return nil }
      let text = try TextDecoding.text(of: cells[index], source: source, line: line)
      return text.isEmpty ? nil : text
    }
    guard let text = try cell("text"), text.utf8.contains(where: { $0 > 0x20 }) else {
      throw IngestError(source: source, line: line, reason: .empty)
    }
    let date = try cell("published")
    let published = date.flatMap(MomentParser.moment)
    if let date, published == nil { throw IngestError(source: source, line: line, reason: .badDate(date)) }
    let authors = try cell("authors").map { AuthorNames.cleaned([$0], outlet: nil) } ?? []
    return Article(
      key: try cell("id") ?? "\(source):\(line)", uri: try cell("uri"), title: try cell("title"),
      authors: authors,
      published: published, modified: try cell("modified").flatMap(MomentParser.moment),
      outlet: try cell("outlet"),
      language: try cell("language"), text: text)
  }

  /// Of tab, semicolon and comma the one that the header has most of.
  private static func separator(_ line: ArraySlice<UInt8>) -> UInt8? {
    let counts = [0x09, 0x3B, 0x2C].map { sign in (sign: UInt8(sign), count: line.count { $0 == UInt8(sign) })
    }
    return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.sign : nil }
  }

  private static func cells(_ row: ArraySlice<UInt8>, _ separator: UInt8) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = row.startIndex
    while index < row.endIndex {
      let byte = row[index]
      if byte == 0x22 {
        let isDoubled = isQuoted && index + 1 < row.endIndex && row[index + 1] == 0x22
        if isDoubled {
          cell.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
        }
      } else if byte == separator, !isQuoted {
        cells.append(cell)
        cell = []
      } else {
        cell.append(byte)
      }
      index += 1
    }
    return cells + [cell]
  }
}
