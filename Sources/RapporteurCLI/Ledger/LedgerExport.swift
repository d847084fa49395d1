import Foundation
import RapporteurCore
import RapporteurExport
import RapporteurLedger

/// Events of a ledger, narrowed by a filter, as the tables of other data sets or as a panel.
struct LedgerExport {
  let ledger: String
  let filter: Filter
  let asCoded: Bool

  /// Writes the events in a format; exits 1 where none fits.
  func write(_ format: ExportFormat) throws {
    let exporter = Exporter(format: format, codes: try loadCodes(), hasStanding: true)
    var tally = Exporter.Tally()
    var fault: RecordLines.Fault?
    var header = exporter.header
    try ask { ledger throws(LedgerError) in
      try ledger.eachCoding(filter) { coding in
        do throws(RecordLines.Fault) {
          let record = try selection(coding).record(from: Data(coding.record.utf8), name: coding.report)
          put(header + exporter.rows(of: record, standing: standing(coding), tally: &tally))
          header = ""
        } catch { fault = fault ?? error }
      }
    }
    put(header)
    tally.complain(format.rawValue)
    if let fault { throw Trouble("\(ledger): \(fault)", status: 2) }
    if tally.written == 0 { throw Trouble("no event fits", status: 1) }
  }

  /// Writes the fitting events with their reports, claims and actors as one graph; exits 1 where none fits.
  func writeGraph() throws {
    var graph = ProvenanceGraph()
    var fault: RecordLines.Fault?
    var count = 0
    put(graph.header)
    try ask { ledger throws(LedgerError) in
      try ledger.eachCoding(filter) { coding in
        do throws(RecordLines.Fault) {
          let record = try selection(coding).record(from: Data(coding.record.utf8), name: coding.report)
          put(graph.add(record, .init(leadsTo: coding.leadsTo, standing: standing(coding))))
          count += record.events.count
        } catch { fault = fault ?? error }
      }
    }
    put(graph.footer)
    if let fault { throw Trouble("\(ledger): \(fault)", status: 2) }
    if count == 0 { throw Trouble("no event fits", status: 1) }
  }

  /// Writes the panel; what it leaves out is told on standard error. Exits 1 where nothing is counted.
  func write(_ panel: ExportCommand.Panel, states: [String], undated: ExportCommand.Undated) throws {
    var rules = PanelRules(period: panel == .dyadMonth ? .month : .week)
    rules.asCoded = asCoded
    rules.datesByPublication = undated == .published
    let (counts, left) = try ask { ledger throws(LedgerError) in try ledger.panel(filter, rules) }
    let table = DyadPanel(
      counts.map {
        .init(
          start: $0.start, from: $0.from, to: $0.to, quad: $0.quad, happenings: $0.happenings,
          articles: $0.articles,
          origins: $0.origins)
      }, period: panel == .dyadMonth ? .month : .week, codes: try stateCodes(),
      first: filter.since.flatMap(CalendarDate.init(iso:)),
      last: filter.until.flatMap(CalendarDate.init(iso:)),
      states: states)
    put(table.csv)
    if left > 0 {
      complain("\(left) events without a date are left out; --undated published counts them by publication")
    }
    if table.leftOut > 0 { complain("\(table.leftOut) counts with a body that is no state are left out") }
    if table.count == 0 { throw Trouble("nothing between two states fits", status: 1) }
  }

  /// Copies the ledger without the reports' texts.
  func handOn(to copy: String) throws {
    try ask { ledger throws(LedgerError) in try ledger.handOn(to: copy) }
    put("\(copy): \(ledger) without its texts\n")
  }

  private func selection(_ coding: Coding) -> RecordSelection {
    RecordSelection(
      events: Set(coding.events.keys.map { "e\($0)" }),
      corrections: asCoded
        ? [:]
        : Dictionary(uniqueKeysWithValues: coding.events.map { ("e\($0.key)", $0.value.corrections) }),
      outlet: coding.outlet)
  }

  /// What stands behind each event's row in our own table.
  private func standing(_ coding: Coding) -> [String: EventStanding] {
    Dictionary(
      uniqueKeysWithValues: coding.events.map { number, standing in
        let fields = standing.corrections.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return (
          "e\(number)",
          EventStanding(
            happening: standing.happening, reports: standing.reports, origins: standing.origins,
            correction: asCoded ? "" : fields.joined(separator: "; "), grade: standing.grade,
            tags: standing.tags)
        )
      })
  }

  private func stateCodes() throws -> StateCodes {
    do { return try StateCodes(resources: ResourceFolder(module: "RapporteurExport")) } catch {
      throw Trouble("the export cannot start: \(error)", status: 2)
    }
  }

  private func ask<Value>(_ question: (Ledger) throws(LedgerError) -> Value) throws -> Value {
    do throws(LedgerError) { return try question(try Ledger(file: ledger, access: .read)) } catch {
      throw Trouble("\(error)", status: 2)
    }
  }
}
