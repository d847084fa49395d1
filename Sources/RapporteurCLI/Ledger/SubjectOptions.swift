import ArgumentParser
import Foundation
import RapporteurLedger

/// Who acts: the name that goes into the audit trail.
struct AnalystOptions: ParsableArguments {
  @Option(help: "Who does it, for the audit trail; else RAPPORTEUR_ANALYST, else the name of the login.")
  var by: String?

  /// The name; a person's act needs one.
  func name() throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let names = [by, environment["RAPPORTEUR_ANALYST"], environment["LOGNAME"], environment["USER"]]
    guard let name = names.compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
      throw ValidationError("who does it? name yourself with --by NAME")
    }
    return name
  }
}

/// What an analyst's field is about.
struct SubjectOptions: ParsableArguments {
  @Option(help: "A report, by its key or id.")
  var report: String?

  @Option(help: "An event: e3 of the --report, or by its key alone (ID@47-53).")
  var event: String?

  @Option(help: "A happening, by its number.")
  var happening: Int64?

  @Option(help: "Someone by the name that the reports use.")
  var actor: String?

  @Option(help: "An outlet, by its name.")
  var outlet: String?

  /// What is named; nil where nothing is.
  func named() throws -> Subject? {
    let others: [Subject?] = [
      happening.map { .happening($0) }, actor.map { .actor($0) }, outlet.map { .outlet($0) },
    ]
    let all = [try reportOrEvent()] + others
    let given = all.compactMap { $0 }
    if given.count > 1 {
      throw ValidationError("name one of --report, --event, --happening, --actor, --outlet")
    }
    return given.first
  }

  /// What is named; an error where nothing is.
  func one() throws -> Subject {
    guard let subject = try named() else {
      throw ValidationError("what is it about? name --report, --event, --happening, --actor or --outlet")
    }
    return subject
  }

  private func reportOrEvent() throws -> Subject? {
    guard let event else { return report.map { .report($0) } }
    guard let report else { return .eventKey(event) }
    return .event(report: report, number: try eventNumber(event))
  }
}

/// The number in `e3`.
func eventNumber(_ name: String) throws -> Int {
  guard name.first == "e", let number = Int(name.dropFirst()) else {
    throw ValidationError("'\(name)' is no event; write e1, e2, …, as search and show do")
  }
  return number
}

/// Turns a value that can't be taken into the words of a wrong argument.
func taking<Value>(_ body: () throws(BadValue) -> Value) throws -> Value {
  do { return try body() } catch { throw ValidationError("\(error)") }
}
