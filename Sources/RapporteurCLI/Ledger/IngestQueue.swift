import RapporteurCore
import RapporteurIngest
import RapporteurLedger
import RapporteurLineage

/// One input of ingest: to be read, or settled already.
enum IngestItem: Sendable {
  case report(Report, Dispatch)
  case settled(key: String, Outcome)
  case killed(key: String, reason: String)
}

/// The inputs of ingest, in order; what is in the ledger already is not read again.
struct IngestQueue {
  private var files: ArraySlice<String>
  private let format: InputFormat?
  private let published: CalendarDate?
  private let rules: PageRules
  private let ledger: Ledger
  private let now: String
  private var reader: ArticleReader?
  /// How many files are done.
  private(set) var filesDone = 0
  /// What the ledger said where it could not be asked; the queue then ends.
  private(set) var trouble: LedgerError?

  init(
    files: [String], format: InputFormat?, published: CalendarDate?, rules: PageRules, ledger: Ledger,
    now: String
  ) {
    self.files = files[...]
    self.format = format
    self.published = published
    self.rules = rules
    self.ledger = ledger
    self.now = now
  }

  /// The next input; nil at the end.
  mutating func next() -> IngestItem? {
    while trouble == nil {
      if let outcome = reader?.next() { return item(outcome) }
      if reader != nil { filesDone += 1 }
      reader = nil
      guard let file = files.popFirst() else { return nil }
      do throws(IngestError) {
        reader = try ArticleReader(InputFile(file), format: format, rules: rules)
      } catch {
        filesDone += 1
        return failure(error)
      }
    }
    return nil
  }

  private func failure(_ error: IngestError) -> IngestItem {
    .settled(key: error.source, error.isEmptiness ? .skipped("\(error)") : .failed("\(error)"))
  }

  private mutating func item(_ outcome: Result<Article, IngestError>) -> IngestItem {
    switch outcome {
    case .failure(let error): return failure(error)
    case .success(let article): return item(article)
    }
  }

  private mutating func item(_ article: Article) -> IngestItem {
    if let status = article.life.status?.lowercased(),
      ["canceled", "cancelled", "kill", "killed"].contains(status)
    {
      return .killed(key: article.key, reason: "the publisher's status is \(status)")
    }
    if let embargo = article.life.embargo, embargo.utc.description > now {
      return .settled(key: article.key, .skipped("under embargo until \(embargo)"))
    }
    guard article.text.utf8.contains(where: { $0 > 0x20 }) else {
      return .settled(key: article.key, .skipped("no text"))
    }
    let report = article.report(published: published)
    do throws(LedgerError) {
      if try ledger.holds(stableID: report.id) { return .settled(key: article.key, .unchanged) }
    } catch { trouble = error }
    return .report(report, dispatch(article, report))
  }

  private func dispatch(_ article: Article, _ report: Report) -> Dispatch {
    let instant =
      article.published.flatMap { Instant(iso: $0.description) } ?? report.published.map(Instant.init(day:))
    return Dispatch(
      key: report.key, text: report.text, title: report.title, published: instant, uri: report.uri,
      outlet: report.outlet, sources: article.life.sources)
  }
}
