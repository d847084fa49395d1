public import RapporteurCore
public import RapporteurIngest
public import RapporteurLanguage

/// One thing to read: a report, or a document whose words and sentences are given.
public enum ReadInput: Sendable {
  case report(Report)
  case words(ConlluDocument, key: String, facts: ReportFacts)

  /// What messages call it.
  public var key: String {
    switch self {
    case .report(let report): report.key
    case .words(let document, let key, _): document.id ?? key
    }
  }
}

/// The things to read in several files, in order; what can't be read comes out as an error in its place.
public struct InputQueue {
  /// The most bytes of one CoNLL-U file: 256 MiB.
  static let conlluLimit = 256 << 20

  private var files: ArraySlice<String>
  private let format: InputFormat?
  private let facts: ReportFacts
  private let rules: PageRules
  private var current: ReportReader?
  private var documents: ArraySlice<ReadInput> = []

  /// - Parameters:
  ///   - files: Paths; `-` is standard input.
  ///   - format: The format of all files; nil where it is told from the content of each.
  ///   - rules: The word lists that HTML pages need.
  public init(files: [String], format: InputFormat?, facts: ReportFacts, rules: PageRules) {
    self.files = files[...]
    self.format = format
    self.facts = facts
    self.rules = rules
  }

  /// The next thing to read, or what was wrong with it; nil at the end.
  public mutating func next() -> Result<ReadInput, IngestError>? {
    while true {
      if let document = documents.popFirst() { return .success(document) }
      if let item = current?.next() { return item.map(ReadInput.report) }
      guard let file = files.popFirst() else { return nil }
      do throws(IngestError) {
        try open(file)
      } catch {
        current = nil
        return .failure(error)
      }
    }
  }

  private mutating func open(_ file: String) throws(IngestError) {
    var reader = try ReportReader(InputFile(file), format: format, facts: facts, rules: rules)
    guard reader.format == .conllu else {
      current = reader
      return
    }
    current = nil
    documents = try givenWords(in: reader.text(limit: InputQueue.conlluLimit), source: reader.source)[...]
  }

  private func givenWords(in text: String, source: String) throws(IngestError) -> [ReadInput] {
    do throws(ConlluError) {
      let documents = try ConlluReader().documents(text, file: source)
      let facts = facts
      return documents.map { .words($0, key: source, facts: facts) }
    } catch {
      throw IngestError(source: source, line: error.line, reason: .badConllu("\(error)"))
    }
  }
}
