/// Hands out the articles of one input, one at a time; what can't be read comes out as an error in its place.
///
/// ```swift
/// var reader = try ArticleReader(InputFile("news.html"), format: nil, rules: PageRules())
/// while let outcome = reader.next() { … }
/// ```
public struct ArticleReader {
  /// What messages call the input.
  public let source: String
  /// The format, as given or as told from the content.
  public let format: InputFormat
  private let rules: PageRules
  private var lines: LineReader
  private var isDone = false
  private var foundAny = false
  private var table: TableReader?
  /// What a document of several articles held and is not handed out yet.
  private var waiting: ArraySlice<Result<Article, IngestError>> = []

  /// Opens an input; `format` nil means that it is told from the content.
  ///
  /// - Throws: `IngestError` where the input can't be opened at all.
  public init(_ input: InputFile, format: InputFormat?, rules: PageRules) throws(IngestError) {
    source = input.name
    self.rules = rules
    lines = LineReader(try input.open(), source: input.name)
    if let format { self.format = format } else { self.format = InputFormat(sniffing: try lines.peek()) }
  }

  /// The next article, or what was wrong with it; nil at the end.
  public mutating func next() -> Result<Article, IngestError>? {
    if let first = waiting.popFirst() { return first }
    if isDone { return nil }
    do throws(IngestError) {
      return try nextArticle().map(Result.success)
    } catch {
      if !goesOn(after: error) { isDone = true }
      return .failure(error)
    }
  }

  /// All that is left of the input, as text.
  ///
  /// - Throws: `.tooLarge` where it is more than `limit` bytes, `.binary`, `.invalidUTF8`, `.empty`.
  public mutating func text(limit: Int) throws(IngestError) -> String {
    isDone = true
    let text = try TextDecoding.text(of: lines.rest(limit: limit), source: source)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { throw IngestError(source: source, reason: .empty) }
    return text
  }

  private mutating func nextArticle() throws(IngestError) -> Article? {
    switch format {
    case .jsonl: return try nextLine()
    case .text: return try Article(plainText: text(limit: InputFile.reportLimit), source: source)
    case .html: return try page()
    case .feed: return try several(FeedReader(document(), source: source).articles())
    case .json, .ninjs: return try several(JSONArticles.all(in: document(), source: source))
    case .nitf: return try several(NITFReader.article(wire(), source: source).map { [$0] } ?? [])
    case .newsml: return try newsItem()
    case .csv, .tsv: return try row()
    case .warc: return try archived()
    case .conllu:
      isDone = true
      throw IngestError(source: source, reason: .unsupported(format.rawValue))
    }
  }

  /// Whether what follows the fault can still be read.
  private func goesOn(after error: IngestError) -> Bool {
    switch (format, error.reason) {
    case (_, .unreadable): false
    case (.jsonl, .tooLarge): error.line != lines.line + 1
    case (.jsonl, _): true
    case (.csv, _), (.tsv, _): table != nil
    case (.warc, .tooLarge): error.source != source
    default: false
    }
  }

  private mutating func archived() throws(IngestError) -> Article? {
    if let article = try WARCReader(source: source, rules: rules).next(&lines) {
      foundAny = true
      return article
    }
    isDone = true
    if !foundAny { throw IngestError(source: source, reason: .empty) }
    return nil
  }

  private mutating func newsItem() throws(IngestError) -> Article {
    let articles = NewsMLReader.articles(try wire(), source: source)
    if articles.isEmpty {
      throw IngestError(source: source, reason: .unsupported("a document without news items"))
    }
    return try several(articles)
  }

  private mutating func row() throws(IngestError) -> Article? {
    if table == nil {
      guard let header = try lines.next() else { throw IngestError(source: source, reason: .empty) }
      guard let found = TableReader(header: header) else {
        throw IngestError(
          source: source, line: 1, reason: .badTable("no column is named text, body, content or maintext"))
      }
      table = found
    }
    let before = lines.line
    defer { foundAny = foundAny || lines.line > before }
    guard let article = try table?.next(&lines, source: source) else {
      isDone = true
      if !foundAny { throw IngestError(source: source, reason: .empty) }
      return nil
    }
    return article
  }

  private mutating func wire() throws(IngestError) -> LooseElement {
    LooseXML.parse(CharacterDecoding.utf8(try document()))
  }

  /// The first of the articles of one document; the others wait.
  private mutating func several(_ articles: [Article]) throws(IngestError) -> Article {
    waiting = articles.dropFirst().map(Result.success)[...]
    guard let first = articles.first else { throw IngestError(source: source, reason: .empty) }
    return first
  }

  /// All of the input.
  private mutating func document() throws(IngestError) -> ArraySlice<UInt8> {
    isDone = true
    let bytes = try lines.rest(limit: InputFile.documentLimit)
    guard bytes.contains(where: { $0 > 0x20 }) else { throw IngestError(source: source, reason: .empty) }
    return bytes
  }

  private mutating func page() throws(IngestError) -> Article {
    isDone = true
    let bytes = try lines.rest(limit: InputFile.reportLimit)
    guard bytes.contains(where: { $0 > 0x20 }) else { throw IngestError(source: source, reason: .empty) }
    guard let article = PageReader(rules: rules).article(bytes, key: source) else {
      throw IngestError(source: source, reason: .unreadable("the page needs more memory than there is"))
    }
    return article
  }

  private mutating func nextLine() throws(IngestError) -> Article? {
    while let line = try lines.next() {
      if !line.contains(where: { $0 > 0x20 }) { continue }
      foundAny = true
      return try several(JSONArticles.all(JSONFields(line: line, source: source, line: lines.line)))
    }
    isDone = true
    if !foundAny { throw IngestError(source: source, reason: .empty) }
    return nil
  }
}
