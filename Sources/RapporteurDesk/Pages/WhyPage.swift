internal import Foundation
internal import RapporteurCore
internal import RapporteurExport
internal import RapporteurLedger

/// Why an event was coded as it was, in words.
struct WhyPage: Sendable {
  private let narration: EventNarration

  /// Reads the rules that lie beside the executable.
  ///
  /// - Throws: `ResourceError`, `LexiconError`: what is missing or broken, and where.
  init() throws {
    let folder = try ResourceFolder(module: "RapporteurMeaning")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appendingPathComponent("Lexicons").path
    ).filter { $0.hasPrefix("frames-") && $0.hasSuffix(".tsv") }.sorted()
    narration = EventNarration(rules: try RuleBook(files: files) { try folder.text(of: "Lexicons/\($0)") })
  }

  func page(_ ledger: Ledger, _ question: Question) throws -> Page {
    guard let key = question.text("report"), let event = question.text("event") else {
      throw DeskFault(.badRequest, "an event of a report is explained: name them with report and event")
    }
    let facts = try ledger.report(key)
    let record = try stored(try ledger.record(of: key), key)
    guard let words = narration.explain(event, in: record) else {
      throw DeskFault(.notFound, "the report has no event '\(event)'")
    }
    let (head, parts) = WhyPage.parts(of: words)
    return Page(
      title: "Why: \(head)", template: "why",
      values: [
        "head": head, "parts": parts, "at": Address.report(facts.text(0, "id") ?? key, mark: event),
        "outlet": facts.text(0, "outlet") ?? facts.text(0, "key") ?? key,
      ],
      tables: [("why", WhyPage.table(words))])
  }

  private func stored(_ record: String, _ key: String) throws -> StoredRecord {
    guard let first = RecordLines.read(Data(record.utf8), file: key).first else {
      throw DeskFault(.broken, "the stored record of '\(key)' is empty")
    }
    do { return try first.get() } catch {
      throw DeskFault(.broken, "the stored record cannot be shown: \(error)")
    }
  }

  /// The first line, and the parts behind it: lines, of which those that list begin with a dash.
  private static func parts(of words: String) -> (String, [[String: Any]]) {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
    let blocks = lines.dropFirst().split(separator: "", omittingEmptySubsequences: true)
    let views = blocks.map { block -> [String: Any] in
      ["lines": block.map { $0.hasPrefix("- ") ? ["item": String($0.dropFirst(2))] : ["line": $0] }]
    }
    return (lines.first ?? "", views)
  }

  private static func table(_ words: String) -> Answer {
    let lines = words.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    return Answer(columns: ["line"], rows: lines.map { [.text($0)] })
  }
}
