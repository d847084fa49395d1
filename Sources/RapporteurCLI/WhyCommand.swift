import ArgumentParser
import Foundation
import Rapporteur
import RapporteurCore
import RapporteurExport
import RapporteurIngest

/// `rapporteur why REPORT EVENT`: the coding of an event, in words.
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell in words why an event was coded as it was; without EVENT, list the events.",
    discussion: """
      REPORT is a report (it is read first), a record, or a file of records, of which --report picks one by its key or id.
      """)

  @Option(name: .customLong("report"), help: "The key or id of one report in a file of several.")
  var key: String?

  @Option(help: "The publication day of a report that does not tell its own: YYYY-MM-DD.")
  var published: String?

  @OptionGroup var own: LexiconOptions

  @Argument(help: "A report, a record, or a file of records.")
  var report: String

  @Argument(help: "The event's id: e1, e2, …")
  var event: String?

  func run() async throws {
    let record = try chosen(from: try await records())
    let narration = EventNarration(rules: try loadRules())
    guard let event else {
      let list = narration.list(record)
      if list.isEmpty { throw Trouble("\(report): no event was found", status: 1) }
      return put(list)
    }
    guard let words = narration.explain(event, in: record) else {
      let known = record.events.map(\.id).joined(separator: ", ")
      throw Trouble("\(report): no event '\(event)'; there is \(known.isEmpty ? "none" : known)", status: 1)
    }
    put(words)
  }

  private func chosen(from records: [StoredRecord]) throws -> StoredRecord {
    let fitting = records.filter { key == nil || $0.report.key == key || $0.report.id == key }
    if fitting.count == 1 { return fitting[0] }
    let keys = records.prefix(8).map(\.report.key).joined(separator: ", ")
    throw Trouble(
      fitting.isEmpty
        ? "\(report): no report '\(key ?? "")'"
        : "\(report): \(fitting.count) reports; choose one with --report (\(keys) …)",
      status: 1)
  }

  /// The records of the file, or what the engine reads in it where it holds none.
  private func records() async throws -> [StoredRecord] {
    // Reading below tells why a file is unreadable.
    if let bytes = try? Data(contentsOf: URL(fileURLWithPath: report)) {
      // No record: it is read as a report.
      let found = RecordLines.read(bytes, file: report).compactMap { try? $0.get() }
      if !found.isEmpty { return found }
    }
    let pipeline: Pipeline
    do { pipeline = try Pipeline(additions: try own.additions()) } catch {
      throw Trouble("the engine cannot start: \(error)", status: 2)
    }
    var inputs = InputQueue(
      files: [report], format: nil, facts: ReportFacts(published: try day()), rules: try PageRules())
    var scratch = pipeline.makeScratch()
    var read: [StoredRecord] = []
    while let input = inputs.next() {
      do {
        let bytes = RecordEncoder(engine: pipeline.engine).encode(
          try pipeline.read(try input.get(), scratch: &scratch))
        read += try RecordLines.read(Data(bytes), file: report).map { try $0.get() }
      } catch { throw Trouble("\(error)", status: 2) }
    }
    return read
  }

  private func day() throws -> CalendarDate? {
    guard let published else { return nil }
    guard let date = CalendarDate(iso: published) else {
      throw ValidationError("--published: '\(published)' is no date; write YYYY-MM-DD")
    }
    return date
  }

  private func loadRules() throws -> RuleBook {
    do {
      let folder = try ResourceFolder(module: "RapporteurMeaning")
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appendingPathComponent("Lexicons").path
      ).filter { $0.hasPrefix("frames-") && $0.hasSuffix(".tsv") }.sorted()
      let additions = try own.additions()
      let texts = Dictionary(
        additions.frames.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
      return try RuleBook(files: files + additions.frames.map(\.name)) { name in
        if let text = texts[name] { return text }
        return try folder.text(of: "Lexicons/\(name)")
      }
    } catch { throw Trouble("the rules cannot be read: \(error)", status: 2) }
  }
}
